/** Objects of a bucket as inputs: the meaning of an address, and reading an object. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expandInputs, isSource } from '../../src/sources/inputs.js';
import type { Source } from '../../src/sources/source.js';
import { FakeStore } from '../object-store/fake-store.js';
import { bytesOf, HASTY } from '../object-store/contract.js';

let fake: FakeStore;
beforeAll(async () => {
  fake = await FakeStore.start({ pageSize: 3 });
});
afterAll(() => fake.stop());
beforeEach(() => {
  fake.objects.clear();
  fake.requests.length = 0;
});

/** Keys of the objects found; codes of errors. */
async function found(...keys: readonly string[]): Promise<string[]> {
  const inputs = await expandInputs(
    keys.map((key) => `s3://reports/${key}`),
    { env: fake.env, clock: HASTY },
  );
  return inputs.map((each) =>
    isSource(each) ? each.name.slice('s3://reports/'.length) : each.error.code,
  );
}

async function source(key: string): Promise<Source> {
  const options = { env: fake.env, clock: HASTY };
  const [input] = await expandInputs([`s3://reports/${key}`], options);
  if (input === undefined || !isSource(input)) throw new Error('not found');
  return input;
}

describe('an address', () => {
  beforeEach(() => {
    const keys = [
      ...[
        'a/2024-03-04/1.xml',
        'a/2024-03-04/1.json',
        'a/2024-03-04/.2.xml',
        'a/2024-03-05/2.xml.gz',
      ],
      ...['a/.pending-saved.json', 'a/.hidden/3.xml', 'a/refused/x.refused', 'ab/4.xml', 'a/5.XML'],
    ];
    for (const key of keys) fake.set(key, 'content');
  });

  it('of a prefix stands for the reports below it, as a directory does', async () => {
    const all = ['a/2024-03-04/1.xml', 'a/2024-03-05/2.xml.gz', 'a/5.XML'];
    expect(await found('a')).toEqual(all);
    expect(await found('a/')).toEqual(all);
    expect(await found('')).toEqual([...all, 'ab/4.xml']);
    expect(await found('a/2024-03-05')).toEqual(['a/2024-03-05/2.xml.gz']);
  });

  it('of an object stands for it, whatever its name', async () => {
    expect(await found('a/refused/x.refused')).toEqual(['a/refused/x.refused']);
    expect(await found('a/2024-03-04/.2.xml')).toEqual(['a/2024-03-04/.2.xml']);
  });

  it('with a glob stands for its matches', async () => {
    expect(await found('a/*/*.xml')).toEqual(['a/2024-03-04/1.xml']);
    expect(await found('a/2024-03-0{4,5}/*')).toEqual([
      'a/2024-03-04/1.xml',
      'a/2024-03-05/2.xml.gz',
    ]);
    expect(await found('*')).toEqual([
      ...['a/2024-03-04/1.xml', 'a/2024-03-05/2.xml.gz', 'a/5.XML', 'ab/4.xml'],
    ]);
    expect(await found('**/*.json')).toEqual(['a/2024-03-04/1.json']);
    expect(await found('a/2024-03-0?/')).toEqual(['a/2024-03-04/1.xml', 'a/2024-03-05/2.xml.gz']);
  });

  it('is taken once, in the order of the inputs', async () => {
    expect(await found('ab', 'a', 'a/5.XML')).toEqual([
      ...['ab/4.xml', 'a/2024-03-04/1.xml', 'a/2024-03-05/2.xml.gz', 'a/5.XML'],
    ]);
  });

  it.each(['none', 'none/', 'none/*.xml', 'a/refused/', 'a/.hidden/x'])(
    'that matches nothing is an error: %s',
    async (key) => {
      expect(await found(key)).toEqual(['FLEX_INPUT_NOT_FOUND']);
    },
  );

  it.each(['s3://', 's3:///a', 's3://a b/c', 's3://reports/a/../b', 's3://reports/./a'])(
    'that is invalid is refused: %s',
    async (address) => {
      const [input] = await expandInputs([address], { env: fake.env });
      expect(input).toMatchObject({ name: address, error: { code: 'FLEX_CONFIG' } });
      expect(fake.requests).toEqual([]);
    },
  );

  it('with a secret in it is refused without repeating it', async () => {
    const [input] = await expandInputs(['s3://AKID:very-secret@reports/a'], { env: fake.env });
    expect(input).toMatchObject({ error: { code: 'FLEX_CONFIG' } });
    expect((input as { error: Error }).error.message).not.toContain('very-secret');
  });
});

describe('an object', () => {
  it('is unpacked if its content is gzip', async () => {
    fake.set('a.xml', gzipSync('packed'));
    fake.set('b.gz', 'plain');
    for (const [key, text] of [
      ['a.xml', 'packed'],
      ['b.gz', 'plain'],
    ] as const) {
      expect((await bytesOf((await source(key)).open())).toString()).toBe(text);
    }
  });

  it('that is small is downloaded once and read twice', async () => {
    fake.set('a.xml', 'content');
    const input = await source('a.xml');
    expect(input.size).toBe(7);
    let read = 0;
    const first = await bytesOf(input.open((bytes) => (read += bytes)));
    const second = await bytesOf(input.open((bytes) => (read += bytes)));
    expect([first.toString(), second.toString(), read]).toEqual(['content', 'content', 14]);
    expect(fake.requests.filter((request) => request.startsWith('GET'))).toHaveLength(1);
    await input.close();
  });

  it('that is large is read in blocks each time, and must stay the same', async () => {
    const bytes = Buffer.alloc(9 * 1024 * 1024, 'abcdefg');
    fake.set('a.xml', bytes);
    const input = await source('a.xml');
    for (let reading = 0; reading < 2; reading++) {
      expect((await bytesOf(input.open())).equals(bytes)).toBe(true);
    }
    expect(fake.requests.filter((request) => request.startsWith('GET'))).toHaveLength(4);
    fake.set('a.xml', Buffer.alloc(9 * 1024 * 1024, 'other'));
    await expect(bytesOf(input.open())).rejects.toMatchObject({
      code: 'FLEX_INPUT_CHANGED',
      at: { file: 's3://reports/a.xml' },
    });
  });

  it('that the store does not deliver fails with the code of the store', async () => {
    fake.set('a.xml', 'content');
    const input = await source('a.xml');
    fake.faultOf = () => ({ status: 503, code: 'SlowDown' });
    await expect(bytesOf(input.open())).rejects.toMatchObject({
      code: 'FLEX_STORE_BUSY',
      at: { file: 's3://reports/a.xml' },
    });
    fake.faultOf = () => undefined;
  });
});
