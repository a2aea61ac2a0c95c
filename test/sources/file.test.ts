/** Files, plain and gzip, read more than once and read in part. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileSource } from '../../src/sources/file.js';
import { unpacked } from '../../src/sources/gzip.js';
import {
  DESCRIPTORS_LISTED,
  failureOf,
  openDescriptors,
  readAll,
  readFirst,
  useDirectory,
} from './reading.js';

const directory = useDirectory();

function written(name: string, bytes: string | Buffer): string {
  const path = join(directory(), name);
  writeFileSync(path, bytes);
  return path;
}

/** Larger than several chunks, and no two of them alike. */
const LARGE = Buffer.from(Array.from({ length: 200_000 }, (_, at) => `row ${at}\n`).join(''));

describe('a file', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['of one byte', Buffer.from('<')],
    ['of the first byte of gzip', Buffer.from([0x1f])],
    ['small', Buffer.from('<FlexQueryResponse/>')],
    ['large', LARGE],
  ])('%s is read whole, and again', async (_, bytes) => {
    const source = fileSource(written('a.xml.gz', bytes));
    expect(source.size).toBe(bytes.length);
    expect((await readAll(source)).equals(bytes)).toBe(true);
    expect((await readAll(source)).equals(bytes)).toBe(true);
    await source.close();
  });

  it('can be read twice at the same time', async () => {
    const source = fileSource(written('a.xml', LARGE));
    const both = await Promise.all([readAll(source), readAll(source)]);
    expect(both.every((bytes) => bytes.equals(LARGE))).toBe(true);
  });

  it('lends its chunks: each is good until the next is asked for, and memory is used again', async () => {
    const source = fileSource(written('a.xml', LARGE));
    const memory = new Set<ArrayBufferLike>();
    let at = 0;
    for await (const chunk of source.open()) {
      memory.add(chunk.buffer);
      // Whatever is read ahead has been read by now.
      await readAll(fileSource(written('b.xml', LARGE)));
      expect(chunk.equals(LARGE.subarray(at, at + chunk.length))).toBe(true);
      at += chunk.length;
    }
    expect(at).toBe(LARGE.length);
    expect(at).toBeGreaterThan(3 * 256 * 1024);
    // The beginning, which was looked at, and the two that take turns.
    expect(memory.size).toBe(3);
  });

  it('tells the stored bytes that were read', async () => {
    for (const [name, bytes] of [
      ['plain', LARGE],
      ['packed', gzipSync(LARGE)],
    ] as const) {
      let told = 0;
      await readAll(fileSource(written(name, bytes)), (count) => (told += count));
      expect(told).toBe(bytes.length);
    }
  });
});

describe('gzip', () => {
  it('is told by content and not by name', async () => {
    const source = fileSource(written('a.xml', gzipSync(LARGE)));
    expect((await readAll(source)).equals(LARGE)).toBe(true);
    expect((await readAll(source)).equals(LARGE)).toBe(true);
  });

  it('may have several members, and zeros behind the last', async () => {
    const members = [gzipSync('<a>'), gzipSync(''), gzipSync('</a>'), Buffer.alloc(700)];
    expect(String(await readAll(fileSource(written('a', Buffer.concat(members)))))).toBe('<a></a>');
  });

  it('that is cut anywhere is FLEX_INPUT_UNREADABLE', async () => {
    const whole = Buffer.concat([gzipSync('<report>'), gzipSync('</report>')]);
    const firstMember = gzipSync('<report>').length;
    for (let length = 2; length < whole.length; length++) {
      if (length === firstMember) continue;
      const path = written('cut.gz', whole.subarray(0, length));
      const error = await failureOf(readAll(fileSource(path)));
      expect([error.code, error.at.file]).toEqual(['FLEX_INPUT_UNREADABLE', path]);
      expect(error.message).toContain('cut off');
    }
  });

  it('with a damaged byte is FLEX_INPUT_UNREADABLE', async () => {
    const bytes = gzipSync(LARGE);
    bytes[bytes.length - 6]! ^= 1;
    const error = await failureOf(readAll(fileSource(written('a.gz', bytes))));
    expect(error.code).toBe('FLEX_INPUT_UNREADABLE');
    expect(error.message).toContain('damaged');
  });

  it.each([
    ['text', 'garbage'],
    ['a byte', 'x'],
    ['what only looks like gzip', '\u001f\u008b??????????????'],
    ['zeros and text', '\0\0\0garbage'],
    ['zeros and another member', `\0\0${gzipSync('lost').toString('latin1')}`],
  ])('with %s behind its end is FLEX_INPUT_UNREADABLE', async (_, garbage) => {
    const bytes = Buffer.concat([gzipSync('<a/>'), Buffer.from(garbage, 'latin1')]);
    const error = await failureOf(readAll(fileSource(written('a.gz', bytes))));
    expect(error.code).toBe('FLEX_INPUT_UNREADABLE');
    expect(error.advice).toContain('again');
  });

  it('is unpacked alike however its bytes are cut', async () => {
    const packed = Buffer.concat([gzipSync('one '), gzipSync('two'), Buffer.alloc(3)]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(packed.length)), async (cuts) => {
        async function* pieces(): AsyncGenerator<Buffer> {
          let from = 0;
          for (const cut of [...cuts.sort((left, right) => left - right), packed.length]) {
            yield packed.subarray(from, cut);
            from = cut;
            await Promise.resolve();
          }
        }
        const chunks: Buffer[] = [];
        for await (const chunk of unpacked(pieces())) chunks.push(chunk);
        expect(Buffer.concat(chunks).toString()).toBe('one two');
      }),
      { numRuns: 100 },
    );
  });
});

describe('a path that cannot be read', () => {
  it('because nothing is there', async () => {
    const path = join(directory(), 'absent.xml');
    const source = fileSource(path);
    expect(source.size).toBeUndefined();
    const error = await failureOf(readAll(source));
    expect([error.code, error.at.file]).toEqual(['FLEX_INPUT_NOT_FOUND', path]);
  });

  it('because it is a directory', async () => {
    const error = await failureOf(readAll(fileSource(directory())));
    expect([error.code, error.at.file]).toEqual(['FLEX_INPUT_UNREADABLE', directory()]);
    expect(error.message).toContain('directory');
  });

  it('because its links go in a circle', async () => {
    const path = join(directory(), 'a.xml');
    symlinkSync(path, path);
    const error = await failureOf(readAll(fileSource(path)));
    expect(error.describe()).toBe(
      `FLEX_INPUT_UNREADABLE: ${path}: It cannot be read: its symbolic links form a loop ` +
        '(ELOOP). Choose the target file.',
    );
  });

  // For root no permission is ever denied, so there is nothing to see.
  it.skipIf(process.getuid?.() === 0)('because permission is denied (not as root)', async () => {
    const path = written('secret.xml', '<a/>');
    chmodSync(path, 0);
    const error = await failureOf(readAll(fileSource(path)));
    expect(error.code).toBe('FLEX_INPUT_UNREADABLE');
    expect(error.message).toContain('permission is denied');
  });
});

describe.skipIf(!DESCRIPTORS_LISTED)('descriptors (listed on Linux only)', () => {
  it.each([
    ['plain', LARGE],
    ['gzip', gzipSync(LARGE)],
    ['cut gzip', gzipSync(LARGE).subarray(0, -4)],
  ])('of a %s file are closed, read whole or in part', async (_, bytes) => {
    mkdirSync(join(directory(), 'descriptors'));
    const source = fileSource(written('descriptors/a.xml', bytes));
    for await (const chunk of source.open()) {
      expect(chunk.length).toBeGreaterThan(0);
      expect(openDescriptors(directory())).toBe(1);
      break;
    }
    expect(openDescriptors(directory())).toBe(0);
    await readFirst(source);
    await readAll(source).catch(() => undefined);
    expect(openDescriptors(directory())).toBe(0);
  });

  it('are not opened before a chunk is asked for', () => {
    const chunks = fileSource(written('a.xml', 'x')).open();
    expect(chunks).toBeDefined();
    expect(openDescriptors(directory())).toBe(0);
  });
});
