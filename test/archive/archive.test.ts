import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Provenance } from '../../src/archive/provenance.js';
import { expandInputs } from '../../src/sources/inputs.js';
import { VERSION } from '../../src/version.js';
import { freshFolder } from '../commands/run.js';
import { body, openArchive, report, response, statement } from './reports.js';
import { DEAD, ELSEWHERE, strangersMark } from '../marks.js';

const NOW = new Date('2024-03-05T13:00:00Z');
const EXPECTED = { query: '123456', asked: {}, referenceCode: '1000000001', allowShort: false };

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const readJson = (path: string): Provenance => JSON.parse(readFileSync(path, 'utf8')) as Provenance;

describe('a report that is filed', () => {
  it('is there under its query and day, with its provenance', async () => {
    const folder = freshFolder();
    const xml = report();
    const digest = sha256(xml);
    const archive = openArchive(folder, { now: () => NOW });
    const filed = await archive.file(body(xml), { ...EXPECTED, asked: { days: 1 } });
    const base = `123456/2024-03-04/2024-03-04_2024-03-04_2024-03-05T122104Z_${digest.slice(0, 8)}`;
    expect(filesIn(folder)).toEqual([`${base}.json`, `${base}.xml.gz`]);
    expect(filed).toMatchObject({ path: join(folder, `${base}.xml.gz`), status: 'filed' });
    expect(gunzipSync(readFileSync(filed.path)).toString()).toBe(xml);
    expect(readJson(join(folder, `${base}.json`))).toEqual({
      schema: 'flexetl/provenance@1',
      query: { id: '123456', name: 'Daily' },
      asked: { days: 1 },
      accounts: ['U1000001'],
      periods: [],
      from: '2024-03-04',
      to: '2024-03-04',
      generatedAt: '2024-03-05T12:21:04Z',
      statements: 1,
      rows: 1,
      fetchedAt: NOW.toISOString(),
      referenceCode: '1000000001',
      sha256: digest,
      bytes: Buffer.byteLength(xml),
      flexetl: VERSION,
    });
    expect(filed.provenance).toEqual(readJson(join(folder, `${base}.json`)));
  });

  it('has the window of all its statements', async () => {
    const archive = openArchive(freshFolder());
    const days = [
      statement({ account: 'U1000002', from: '20240306', generated: '20240308;010000' }),
      statement({ account: 'U1000001', from: '20240304', to: '20240305' }),
      statement({ account: 'U1000001', from: '20240305', period: 'LastWeek' }),
    ];
    const { provenance } = await archive.file(body(response(days)), EXPECTED);
    expect(provenance).toMatchObject({
      from: '2024-03-04',
      to: '2024-03-06',
      generatedAt: '2024-03-08T06:00:00Z',
      accounts: ['U1000001', 'U1000002'],
      periods: ['LastWeek'],
      statements: 3,
      rows: 3,
    });
  });

  it('is what a replay takes, and nothing beside it is', async () => {
    const folder = freshFolder();
    const { path } = await openArchive(folder).file(body(report()), EXPECTED);
    writeFileSync(join(folder, '123456', '.flexetl.x.1.000000000000-000000000000.tmp'), 'half');
    expect((await expandInputs([folder])).map(({ name }) => name)).toEqual([path]);
  });

  it('is not stored twice', async () => {
    const folder = freshFolder();
    const first = await openArchive(folder).file(body(report()), EXPECTED);
    const before = filesIn(folder);
    // Read in another zone it would have another name.
    const elsewhere = openArchive(folder, { timezone: 'Asia/Tokyo' });
    const again = await elsewhere.file(body(report(), 7), { ...EXPECTED, referenceCode: '2' });
    expect(again).toEqual({ ...first, status: 'already_filed' });
    expect(filesIn(folder)).toEqual(before);
  });

  it('stays beside another one of the same days', async () => {
    const folder = freshFolder();
    const archive = openArchive(folder);
    const first = await archive.file(body(report()), EXPECTED);
    const bytes = readFileSync(first.path);
    const second = await archive.file(body(report({ trades: 2 })), EXPECTED);
    expect(dirname(second.path)).toBe(dirname(first.path));
    expect(readFileSync(first.path)).toEqual(bytes);
    expect(await archive.reports('123456')).toHaveLength(2);
    expect(await archive.reports('654321')).toEqual([]);
  });

  it('goes under a longer name where a damaged file has the first one', async () => {
    const folder = freshFolder();
    const archive = openArchive(folder);
    const { path } = await archive.file(body(report()), EXPECTED);
    writeFileSync(path, gzipSync('something else'));
    const again = await archive.file(body(report()), EXPECTED);
    expect(again.status).toBe('filed');
    expect(again.path).toMatch(/_[0-9a-f]{16}\.xml\.gz$/);
    expect(gunzipSync(readFileSync(path)).toString()).toBe('something else');
  });

  it('does not mind that its provenance was there before, nor that it is lost', async () => {
    const folder = freshFolder();
    const archive = openArchive(folder);
    const { path } = await archive.file(body(report()), EXPECTED);
    // As a process leaves it that is killed between the two.
    rmSync(path);
    expect(await archive.file(body(report()), EXPECTED)).toMatchObject({ path, status: 'filed' });
    rmSync(path.replace('.xml.gz', '.json'));
    expect(await archive.reports('123456')).toEqual([{ path, provenance: undefined }]);
    expect(await archive.file(body(report()), EXPECTED)).toMatchObject({ status: 'already_filed' });
  });

  it('has no days in its name where MM/dd and dd/MM cannot be told apart', async () => {
    const archive = openArchive(freshFolder());
    const filed = await archive.file(
      body(report({ from: '03/04/2024', generated: '03/05/2024;072104' })),
      EXPECTED,
    );
    expect(filed.path).toContain('/undated/undated_undated_undated_');
    expect(filed.provenance).toMatchObject({ from: null, accounts: ['U1000001'], rows: 1 });
    const told = openArchive(freshFolder(), { dateOrder: 'mdy' });
    const { provenance } = await told.file(body(report({ from: '03/04/2024' })), EXPECTED);
    expect(provenance.from).toBe('2024-03-04');
  });

  it('may have no statement at all', async () => {
    const filed = await openArchive(freshFolder()).file(body(response([])), EXPECTED);
    expect(filed.provenance).toMatchObject({ from: null, to: null, statements: 0, accounts: [] });
  });
});

describe('several at once', () => {
  it('file the same report once', async () => {
    const folder = freshFolder();
    const xml = report({ trades: 200 });
    const archives = Array.from({ length: 8 }, () => openArchive(folder));
    const filed = await Promise.all(
      archives.map((archive, index) => archive.file(body(xml, 500 + index), EXPECTED)),
    );
    expect(new Set(filed.map(({ path }) => path)).size).toBe(1);
    expect(filed.filter(({ status }) => status === 'filed')).toHaveLength(1);
    expect(filesIn(folder)).toHaveLength(2);
  });

  it('file it once where there are no hard links', async () => {
    const folder = freshFolder();
    const link = (): Promise<void> =>
      Promise.reject(Object.assign(new Error('not here'), { code: 'EPERM' }));
    const archive = openArchive(folder, { link });
    const first = await archive.file(body(report()), EXPECTED);
    expect(gunzipSync(readFileSync(first.path)).toString()).toBe(report());
    await archive.file(body(report()), EXPECTED);
    await archive.file(body(report({ trades: 2 })), EXPECTED);
    expect(filesIn(folder)).toHaveLength(4);
  });
});

describe('what is no whole report', () => {
  const whole = report({ trades: 50 });
  it.each([
    ['is cut off', whole.slice(0, 4000), 'FLEX_TRUNCATED'],
    ['is empty', '', 'FLEX_EMPTY_INPUT'],
  ])('%s: is not filed, and leaves nothing', async (_, text, code) => {
    const folder = freshFolder();
    await expect(openArchive(folder).file(body(text), EXPECTED)).rejects.toMatchObject({ code });
    expect(filesIn(folder)).toEqual([]);
  });

  it('because the connection breaks: passes its error on, and leaves nothing', async () => {
    const folder = freshFolder();
    const broken = new Error('connection reset');
    async function* breaking(): AsyncGenerator<Buffer> {
      yield* body(whole.slice(0, 4000));
      throw broken;
    }
    await expect(openArchive(folder).file(breaking(), EXPECTED)).rejects.toBe(broken);
    expect(filesIn(folder)).toEqual([]);
  });
});

describe('hostile names', () => {
  it.each(['../evil', '..', 'a/b', '', 'a\\b', '.hidden', 'x'.repeat(65), 'a b', 'ä'])(
    'cannot be a query: %j',
    async (query) => {
      const folder = freshFolder();
      const inside = join(folder, 'archive');
      const filing = openArchive(inside).file(body(report()), { ...EXPECTED, query });
      await expect(filing).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
      expect(filesIn(folder)).toEqual([]);
    },
  );

  it('in the report lead nowhere', async () => {
    const folder = freshFolder();
    const inside = join(folder, 'archive');
    const hostile = response(
      [statement({ account: '../../evil', from: '../../20240304', period: '/etc' })],
      '../../evil',
    );
    const { path } = await openArchive(inside).file(body(hostile), EXPECTED);
    expect(path).toContain(join(inside, '123456', 'undated'));
    expect(filesIn(folder).every((each) => each.startsWith('archive/123456/undated/'))).toBe(true);
  });
});

describe('temporary files', () => {
  const name = (pid: number, place?: string): string =>
    `.flexetl.${strangersMark(pid, place === undefined ? {} : { place })}.tmp`;

  it('of dead processes are cleared, those of living ones and of other machines are not', async () => {
    const folder = freshFolder();
    const query = join(folder, '123456');
    mkdirSync(query);
    const living = name(process.ppid);
    const dead = name(DEAD);
    const elsewhere = name(DEAD, ELSEWHERE);
    const longAgo = name(DEAD + 1, ELSEWHERE);
    for (const each of [living, dead, elsewhere, longAgo, '.mine.tmp']) {
      writeFileSync(join(query, each), 'half');
    }
    const twoDaysAgo = Date.now() / 1000 - 48 * 60 * 60;
    utimesSync(join(query, longAgo), twoDaysAgo, twoDaysAgo);
    await openArchive(folder).file(body(report()), EXPECTED);
    const left = readdirSync(query).filter((each) => each.startsWith('.'));
    expect(left.sort()).toEqual([living, elsewhere, '.mine.tmp'].sort());
  });
});

describe('an archive that cannot be written', () => {
  it('says so', async () => {
    const folder = freshFolder({ 'a file': '' });
    const filing = openArchive(join(folder, 'a file')).file(body(report()), EXPECTED);
    await expect(filing).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
    expect(existsSync(join(folder, 'a file', '123456'))).toBe(false);
  });
});
