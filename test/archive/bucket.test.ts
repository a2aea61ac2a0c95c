/** An archive in a bucket holds the same as one in a directory, and leaves nothing on the disk. */
import { readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BucketShelf } from '../../src/archive/bucket-shelf.js';
import type { Archive } from '../../src/archive/archive.js';
import {
  dropPending,
  keepFiled,
  keepPending,
  readFiled,
  readPending,
} from '../../src/archive/pending.js';
import type { Shelf } from '../../src/archive/shelf.js';
import { expandInputs } from '../../src/sources/inputs.js';
import { freshFolder } from '../commands/run.js';
import { FakeStore } from '../object-store/fake-store.js';
import { HASTY } from '../object-store/contract.js';
import { body, openArchive, report } from './reports.js';

const NOW = new Date('2024-03-05T13:00:00Z');
const EXPECTED = { query: '123456', asked: {}, referenceCode: '1000000001', allowShort: false };
const PENDING = { referenceCode: '1000000001', url: 'https://gdcdyn.example.com/GetStatement' };
const BASE = '123456/2024-03-04/2024-03-04_2024-03-04_2024-03-05T122104Z_';

interface Bucket {
  readonly fake: FakeStore;
  /** Opens the same bucket as another process would. */
  shelf(): Promise<Shelf>;
  archive(): Promise<Archive>;
  /** Names in the directory for temporary files. */
  left(): string[];
}

async function bucket(): Promise<Bucket> {
  const fake = await FakeStore.start({ pageSize: 2 });
  const disk = freshFolder();
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = disk;
  onTestFinished(async () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await fake.stop();
  });
  const shelf = (): Promise<Shelf> =>
    BucketShelf.at('s3://reports/flex/raw', { env: fake.env, clock: HASTY });
  return {
    fake,
    shelf,
    archive: async () => openArchive(await shelf(), { now: () => NOW }),
    left: () => readdirSync(disk),
  };
}

const keys = ({ fake }: Bucket): string[] =>
  [...fake.objects.keys()].map((key) => key.replace('flex/raw/', '')).sort();

describe('a report that is filed in a bucket', () => {
  it('lies under its query and day with its provenance, and nowhere else', async () => {
    const at = await bucket();
    const xml = report();
    const filed = await (await at.archive()).file(body(xml), EXPECTED);
    const digest = filed.provenance.sha256.slice(0, 8);
    expect(keys(at)).toEqual([`${BASE}${digest}.json`, `${BASE}${digest}.xml.gz`]);
    expect(filed).toMatchObject({
      path: `s3://reports/flex/raw/${BASE}${digest}.xml.gz`,
      status: 'filed',
    });
    const { bytes } = at.fake.objects.get(`flex/raw/${BASE}${digest}.xml.gz`)!;
    expect(gunzipSync(bytes).toString()).toBe(xml);
    const kept = at.fake.text(`flex/raw/${BASE}${digest}.json`)!;
    expect(JSON.parse(kept)).toEqual(filed.provenance);
    expect(at.left()).toEqual([]);
  });

  it('is the only file that a replay takes', async () => {
    const at = await bucket();
    const { path } = await (await at.archive()).file(body(report()), EXPECTED);
    await keepPending(await at.shelf(), '123456', {}, PENDING, NOW);
    const inputs = await expandInputs(['s3://reports/flex/raw'], { env: at.fake.env });
    expect(inputs.map(({ name }) => name)).toEqual([path]);
  });

  it('is not stored twice; another report of the same days is', async () => {
    const at = await bucket();
    const first = await (await at.archive()).file(body(report()), EXPECTED);
    const elsewhere = openArchive(await at.shelf(), { timezone: 'Asia/Tokyo' });
    const again = await elsewhere.file(body(report(), 7), EXPECTED);
    expect(again).toEqual({ ...first, status: 'already_filed' });
    expect(keys(at)).toHaveLength(2);
    await (await at.archive()).file(body(report({ trades: 2 })), EXPECTED);
    const reports = await (await at.archive()).reports('123456');
    expect(reports).toHaveLength(2);
    expect(reports).toContainEqual({ path: first.path, provenance: first.provenance });
    expect(await (await at.archive()).reports('654321')).toEqual([]);
  });

  it('is filed once by concurrent processes', async () => {
    const at = await bucket();
    const xml = report({ trades: 200 });
    const archives = await Promise.all(Array.from({ length: 8 }, () => at.archive()));
    const filed = await Promise.all(
      archives.map((archive, index) => archive.file(body(xml, 500 + index), EXPECTED)),
    );
    expect(new Set(filed.map(({ path }) => path)).size).toBe(1);
    expect(filed.filter(({ status }) => status === 'filed')).toHaveLength(1);
    expect(keys(at)).toHaveLength(2);
    expect(at.left()).toEqual([]);
  });

  it('gets another name if a damaged file has its own', async () => {
    const at = await bucket();
    const { path } = await (await at.archive()).file(body(report()), EXPECTED);
    const key = path.slice('s3://reports/'.length);
    at.fake.set(key, 'something else');
    const again = await (await at.archive()).file(body(report()), EXPECTED);
    expect(again.status).toBe('filed');
    expect(again.path).toMatch(/_[0-9a-f]{16}\.xml\.gz$/);
    expect(at.fake.text(key)).toBe('something else');
  });

  it('does not count as damaged if the store does not answer', async () => {
    const at = await bucket();
    await (await at.archive()).file(body(report()), EXPECTED);
    const before = keys(at);
    at.fake.faultOf = (request) =>
      request.startsWith('GET') && request.includes('.xml.gz')
        ? { status: 503, code: 'SlowDown' }
        : undefined;
    const filing = (await at.archive()).file(body(report()), EXPECTED);
    await expect(filing).rejects.toMatchObject({ code: 'FLEX_STORE_BUSY' });
    expect(keys(at)).toEqual(before);
    expect(at.left()).toEqual([]);
  });

  it('is completed after a kill between provenance and report', async () => {
    const at = await bucket();
    const { path } = await (await at.archive()).file(body(report()), EXPECTED);
    at.fake.objects.delete(path.slice('s3://reports/'.length));
    const again = await (await at.archive()).file(body(report()), EXPECTED);
    expect(again).toMatchObject({ path, status: 'filed' });
  });
});

describe('a rejected body', () => {
  it('is kept in the bucket; only the last ten are', async () => {
    const at = await bucket();
    const archive = await at.archive();
    for (let n = 10; n < 22; n++) {
      const refused = archive.file(body(`The service is resting, ${n}.\n`), EXPECTED);
      await expect(refused).rejects.toThrow(
        /kept as s3:\/\/reports\/flex\/raw\/123456\/refused\/2024/,
      );
    }
    expect(keys(at)).toHaveLength(10);
    expect(keys(at)[0]).toMatch(
      /^123456\/refused\/2024-03-05T130000Z_FLEX_NOT_XML_\w{8}\.refused$/,
    );
    expect(at.left()).toEqual([]);
  });

  it('that is truncated leaves nothing', async () => {
    const at = await bucket();
    const filing = (await at.archive()).file(body(report().slice(0, 300)), EXPECTED);
    await expect(filing).rejects.toMatchObject({ code: 'FLEX_TRUNCATED' });
    expect([...keys(at), ...at.left()]).toEqual([]);
  });
});

describe('a pending report', () => {
  it('is remembered in the bucket: its reference code, then its file', async () => {
    const at = await bucket();
    await keepPending(await at.shelf(), '123456', { days: 30 }, PENDING, NOW);
    expect(keys(at)).toEqual(['123456/.pending-days-30.json']);
    expect(await readPending(await at.shelf(), '123456', { days: 30 }, NOW)).toMatchObject(PENDING);
    const { path } = await (await at.archive()).file(body(report()), EXPECTED);
    await keepFiled(await at.shelf(), '123456', { days: 30 }, path, NOW);
    expect(await readPending(await at.shelf(), '123456', { days: 30 }, NOW)).toBeUndefined();
    expect(await readFiled(await at.shelf(), '123456', { days: 30 }, NOW)).toBe(path);
    await dropPending(await at.shelf(), '123456', { days: 30 });
    expect(await readFiled(await at.shelf(), '123456', { days: 30 }, NOW)).toBeUndefined();
  });

  it.each(['/etc/hosts', '../other/a.xml.gz', '123456/../654321/a.xml.gz', '654321/a.xml.gz'])(
    'outside of its query is ignored: %s',
    async (filed) => {
      const at = await bucket();
      at.fake.set('flex/raw/654321/a.xml.gz', 'content');
      const kept = JSON.stringify({ filed, at: NOW.toISOString() });
      at.fake.set('flex/raw/123456/.pending-saved.json', kept);
      expect(await readFiled(await at.shelf(), '123456', {}, NOW)).toBeUndefined();
    },
  );
});
