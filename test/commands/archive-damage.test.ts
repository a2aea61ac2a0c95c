/** What stands in an archive and is no report: a run loads the rest, and names what is wrong. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/summary/summary.js';
import { freshFolder, lastLine, logLines, run, type Ran } from './run.js';
import { archived, call, QUERY, reportOf, serve, start } from './service.js';

const dayServed = (day: string): Record<string, string> => ({
  [`${QUERY}/a.xml`]: reportOf({ from: day }),
});

const summaryOf = ({ stdout }: Ran): Summary => JSON.parse(lastLine(stdout)) as Summary;
const statuses = (ran: Ran): string[] => summaryOf(ran).inputs.map(({ status }) => status);
const messages = ({ stderr }: Ran): string[] => logLines(stderr).map(({ msg }) => String(msg));

/** A run of the daily step; what is in the archive cannot be unpacked, so nothing looks into it. */
async function runOf(cwd: string, day: string, args: readonly string[] = []): Promise<Ran> {
  return start('run', cwd, await serve(dayServed(day)), args).ended;
}

async function daysLoaded(cwd: string): Promise<string[]> {
  const { stdout } = await run(
    ['query', 'SELECT DISTINCT report_date FROM trades ORDER BY 1', '--csv'],
    { cwd },
  );
  return stdout.trim().split(/\r?\n/).slice(1);
}

/** Fetches a day; nothing is loaded. @returns path of its report */
async function fetched(cwd: string, day: string): Promise<string> {
  mkdirSync(join(cwd, 'archive'), { recursive: true });
  const before = Object.keys(archived(cwd));
  await call('fetch', cwd, await serve(dayServed(day)));
  const [path] = Object.keys(archived(cwd)).filter((each) => !before.includes(each));
  return join('archive', path!);
}

function put(cwd: string, name: string, content: string | Buffer): string {
  const folder = join('archive', QUERY, '2024-03-01');
  mkdirSync(join(cwd, folder), { recursive: true });
  writeFileSync(join(cwd, folder, name), content);
  return join(folder, name);
}

describe('a damaged report in the archive', () => {
  it('is told of by every run, which loads all others', async () => {
    const cwd = freshFolder();
    await fetched(cwd, '20240303');
    const path = await fetched(cwd, '20240304');
    const whole = readFileSync(join(cwd, path));
    writeFileSync(join(cwd, path), whole.subarray(0, 150));
    for (const [day, loaded] of [
      ['20240305', ['2024-03-03', '2024-03-05']],
      ['20240306', ['2024-03-03', '2024-03-05', '2024-03-06']],
    ] as const) {
      const ran = await runOf(cwd, day);
      expect(ran.status).toBe(65);
      expect(messages(ran)).toEqual([
        `FLEX_INPUT_UNREADABLE: ${path}: Its gzip data is cut off before its end. It is in the archive, and every run tries it again: move it out of the archive, with the .json beside it, and fetch its days again (2024-03-04 to 2024-03-04).`,
      ]);
      expect(summaryOf(ran).inputs.filter(({ status }) => status === 'failed')).toMatchObject([
        { name: path, error: { code: 'FLEX_INPUT_UNREADABLE' } },
      ]);
      expect(await daysLoaded(cwd)).toEqual(loaded);
    }
  });

  it('is made good as the message says', async () => {
    const cwd = freshFolder();
    const path = await fetched(cwd, '20240304');
    writeFileSync(join(cwd, path), 'damaged');
    const days = ['--from', '2024-03-04', '--until', '2024-03-04'];
    expect((await runOf(cwd, '20240304', days)).status).toBe(65);
    renameSync(join(cwd, path), join(cwd, 'damaged.xml.gz'));
    rmSync(join(cwd, path.replace('.xml.gz', '.json')));
    const ran = await runOf(cwd, '20240304', days);
    expect([ran.status, statuses(ran)]).toEqual([0, ['loaded']]);
    expect(await daysLoaded(cwd)).toEqual(['2024-03-04']);
  });
});

describe('a file that somebody put into the archive', () => {
  it('is told of where it is no report', async () => {
    const cwd = freshFolder();
    const path = put(cwd, 'notes.xml.gz', gzipSync('<notes/>'));
    const ran = await runOf(cwd, '20240305');
    expect([ran.status, statuses(ran)]).toEqual([65, ['failed', 'loaded']]);
    expect(messages(ran)).toEqual([
      expect.stringMatching(
        /^FLEX_WRONG_ROOT: .*It is in the archive, and every run tries it again: move it out of the archive\. If days are missing then, fetch them with --from and --until\.$/,
      ),
    ]);
    expect(messages(ran)[0]).toContain(path);
    expect(await daysLoaded(cwd)).toEqual(['2024-03-05']);
  });

  it('is loaded, once, where it is one', async () => {
    const cwd = freshFolder();
    put(cwd, 'mine.xml.gz', gzipSync(reportOf({ from: '20240301' })));
    expect(statuses(await runOf(cwd, '20240305'))).toEqual(['loaded', 'loaded']);
    const again = await runOf(cwd, '20240305', ['--skip-exit-code', '99']);
    expect([again.status, statuses(again)]).toEqual([99, ['already_loaded', 'already_loaded']]);
    expect(await daysLoaded(cwd)).toEqual(['2024-03-01', '2024-03-05']);
  });

  it('keeps the advice of what is no damage', async () => {
    const cwd = freshFolder();
    put(cwd, 'other.xml.gz', gzipSync(reportOf({ from: '20240305', query: 'Other' })));
    const ran = await runOf(cwd, '20240305');
    expect([ran.status, statuses(ran)]).toEqual([65, ['loaded', 'failed']]);
    expect(messages(ran)[0]).toMatch(
      /^FLEX_QUERY_OVERLAP: .*use another \?schema= or --allow-overlap\.$/,
    );
  });
});
