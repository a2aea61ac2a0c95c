/** `run --catch-up` against the fake service: which days it asks for, and when it stops asking. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../postgres/database.js';
import { freshFolder, lastLine, logLines, onDay, run } from './run.js';
import { call, QUERY, reportOf, serve, start, type Days, type Served } from './service.js';

/** A Tuesday. */
const TUESDAY = onDay('2024-03-12');

/** Days of windows, `20240304` or `20240304-20240305`, as reports to be served. */
function served(windows: readonly string[], more: Omit<Days, 'from'> = {}): Record<string, string> {
  return Object.fromEntries(
    windows.map((window) => {
      const [from, to = from] = window.split('-') as [string, string?];
      return [`${QUERY}/${window}${more.account ?? ''}.xml`, reportOf({ from, to, ...more })];
    }),
  );
}

/** A place where the query has been fetched once, for its first day, and files were loaded. */
async function filled(
  first: string,
  files: readonly Days[] = [],
  env: Record<string, string> = {},
): Promise<string> {
  const cwd = freshFolder();
  const asked = ['--from', first, '--until', first];
  const { status } = await call('run', cwd, await serve(served([first])), asked, env);
  expect(status).toBe(0);
  files.forEach((days, n) => writeFileSync(join(cwd, `file-${n}.xml`), reportOf(days)));
  if (files.length > 0) {
    expect((await run(['load', 'file-*.xml'], { cwd, env })).status).toBe(0);
  }
  return cwd;
}

const requests = (service: Served): string[] =>
  service.calls().filter((each) => each.startsWith('SendRequest'));

describe('a run that catches up', () => {
  it.each(['duckdb', 'postgres'])('asks for what is missing, and no more: %s', async (engine) => {
    const to = engine === 'duckdb' ? 'duckdb:a.duckdb' : (await freshDatabase()).url;
    const cwd = await filled('20240304', [{ from: '20240308' }], { FLEXETL_TO: to });
    // From Tuesday to Thursday, and the Monday since; one window holds both.
    const service = await serve(served(['20240305-20240311']));
    const env = { ...TUESDAY, FLEXETL_TO: to };
    const { status, summary, stderr } = await call('run', cwd, service, ['--catch-up'], env);
    expect([status, summary.status, stderr]).toEqual([0, 'loaded', '']);
    expect(requests(service)).toEqual([`SendRequest ${QUERY} 20240305 20240311`]);
    expect(summary.files).toMatchObject([{ status: 'filed', from: '2024-03-05' }]);
    // Then there is nothing to do, and no need of a token.
    const args = ['run', '--query', QUERY, '--archive', 'archive', '--catch-up'];
    const skip = { FLEXETL_SKIP_EXIT_CODE: '99' };
    const again = await run(args, { cwd, env: { ...env, ...skip } });
    expect([again.status, again.stderr]).toEqual([99, '']);
    expect(JSON.parse(lastLine(again.stdout))).toMatchObject({
      status: 'already_loaded',
      files: [],
      inputs: [],
      notices: [`Query ${QUERY}: no day is missing up to 2024-03-11.`],
    });
    expect((await run(args, { cwd, env })).status).toBe(0);
  });

  it('asks in windows of a year, the newest first', async () => {
    const cwd = await filled('20220103', [
      { from: '20220110', to: '20230630' },
      { from: '20230703', to: '20240305' },
      { from: '20240311' },
    ]);
    const windows = ['20240306-20240308', '20220104-20220107'];
    const service = await serve(served(windows));
    const { status } = await call('run', cwd, service, ['--catch-up'], TUESDAY);
    expect(status).toBe(0);
    expect(requests(service)).toEqual(
      windows.map((window) => `SendRequest ${QUERY} ${window.replace('-', ' ')}`),
    );
  });

  it('asks for the days that any of the accounts lacks', async () => {
    const [B, C] = ['U1000002', 'U1000003'];
    const cwd = await filled('20240304', [
      { from: '20240305', to: '20240311' },
      ...[{ from: '20240305' }, { from: '20240307', to: '20240311' }].map((days) => ({
        ...days,
        account: B,
      })),
      { from: '20240304', to: '20240307', account: C },
    ]);
    // B lacks Wednesday, C Friday and Monday.
    const service = await serve(served(['20240306-20240311']));
    expect((await call('run', cwd, service, ['--catch-up'], TUESDAY)).status).toBe(0);
    expect(requests(service)).toEqual([`SendRequest ${QUERY} 20240306 20240311`]);
  });

  it('leaves out what may be a holiday, and other queries', async () => {
    const cwd = await filled('20240304', [
      { from: '20240306', to: '20240311' },
      { from: '20230102', query: 'Other' },
      { from: '20230202', query: 'Other' },
    ]);
    const service = await serve();
    const { status, summary } = await call('run', cwd, service, ['--catch-up'], TUESDAY);
    expect([status, summary.status, requests(service)]).toEqual([0, 'already_loaded', []]);
  });

  it('counts what the archive has and the destination will have', async () => {
    const cwd = await filled('20240304');
    const service = await serve(served(['20240305-20240308', '20240311']));
    const asked = ['--from', '20240305', '--until', '20240308'];
    await call('fetch', cwd, service, asked);
    const { summary } = await call('run', cwd, service, ['--catch-up'], TUESDAY);
    expect(summary.inputs.map(({ from }) => from)).toEqual(['2024-03-05', '2024-03-11']);
    expect(requests(service).at(-1)).toBe(`SendRequest ${QUERY} 20240311 20240311`);
  });

  it('is a plain run where nothing is loaded yet, and says so', async () => {
    const cwd = freshFolder();
    const service = await serve();
    const { status, summary, stderr } = await call('run', cwd, service, ['--catch-up'], TUESDAY);
    expect([status, summary.status, requests(service)[0]]).toEqual([
      0,
      'loaded',
      `SendRequest ${QUERY}`,
    ]);
    const said = `Query ${QUERY}: the destination holds nothing yet, so its saved period is asked for, as without --catch-up.`;
    expect(summary.notices).toEqual([said]);
    expect(logLines(stderr).map(({ msg }) => msg)).toContain(said);
  });

  it('learns from its first report the name of a query that was loaded from files', async () => {
    const cwd = freshFolder({ 'a.xml': reportOf({ from: '20240304', to: '20240305' }) });
    await run(['load', 'a.xml'], { cwd });
    const service = await serve({
      ...served(['20240311'], { generated: '20241002;010203' }),
      ...served(['20240306-20240308']),
    });
    const { status, summary } = await call('run', cwd, service, ['--catch-up'], TUESDAY);
    expect([status, requests(service)]).toEqual([
      0,
      [`SendRequest ${QUERY}`, `SendRequest ${QUERY} 20240306 20240308`],
    ]);
    expect(summary.notices).toEqual([
      expect.stringContaining('nothing of it has been fetched yet') as string,
    ]);
  });

  it('knows queries apart', async () => {
    const cwd = freshFolder();
    const reports = {
      '111/a.xml': reportOf({ from: '20240304', query: 'One' }),
      '222/a.xml': reportOf({ from: '20240306', query: 'Two', account: 'U1000002' }),
    };
    const both = ['--query', '111,222'];
    await call('run', cwd, await serve(reports), both);
    const service = await serve({
      '111/b.xml': reportOf({ from: '20240305', to: '20240311', query: 'One' }),
      '222/b.xml': reportOf({
        from: '20240307',
        to: '20240311',
        query: 'Two',
        account: 'U1000002',
      }),
    });
    expect((await call('run', cwd, service, [...both, '--catch-up'], TUESDAY)).status).toBe(0);
    expect(requests(service)).toEqual([
      'SendRequest 111 20240305 20240311',
      'SendRequest 222 20240307 20240311',
    ]);
  });
});

describe('days that the service has no statement for', () => {
  const gap = { from: '20240308', to: '20240311' };

  it('are no error where newer days are there', async () => {
    const cwd = await filled('20240304', [gap]);
    const { status, summary } = await call(
      'run',
      cwd,
      await serve(served(['20240101'])),
      ['--catch-up'],
      TUESDAY,
    );
    expect([status, summary.files?.map((file) => file.status)]).toEqual([0, ['no_report']]);
    expect(summary.notices).toEqual([
      expect.stringContaining('2024-03-05 to 2024-03-07') as string,
    ]);
  });

  it('may come later where no newer ones are there', async () => {
    const cwd = await filled('20240304');
    const service = await serve(served(['20240101']));
    const { status, summary } = await call('run', cwd, service, ['--catch-up'], TUESDAY);
    expect([status, summary.error?.code]).toEqual([75, 'FLEX_SERVICE_NO_REPORT']);
  });

  it('are not asked for again once they are settled', async () => {
    // Another account has the days that the first one lacks.
    const other = { ...gap, from: '20240305', account: 'U1000002' };
    const cwd = await filled('20240304', [gap, other]);
    const windows = ['20240305-20240307', '20240305-20240315'];
    const service = await serve(served(windows, { account: 'U1000002' }));
    for (const [day, asked] of [
      ['2024-03-12', 1],
      // The first answer came within a week of the days; the second counts.
      ['2024-03-16', 2],
      ['2024-03-16', 2],
    ] as const) {
      await call('run', cwd, service, ['--catch-up'], onDay(day));
      expect([day, requests(service).filter((each) => / 20240305 /.test(each)).length]).toEqual([
        day,
        asked,
      ]);
    }
  });

  it('do not make a report a short one at its ends', async () => {
    const cwd = await filled('20240308');
    // A query that is broken out by day has no statement of a holiday. The comment makes the
    // fake service take the report for one that begins on Monday.
    const tuesday = reportOf({ from: '20240312' });
    const service = await serve({
      [`${QUERY}/a.xml`]: `${tuesday}<!-- <FlexStatement fromDate="20240311"> -->\n`,
    });
    const { status, summary } = await call(
      'run',
      cwd,
      service,
      ['--catch-up'],
      onDay('2024-03-13'),
    );
    expect([status, summary.files?.[0]]).toMatchObject([
      0,
      { status: 'filed', asked: { from: '2024-03-11' }, from: '2024-03-12' },
    ]);
    const next = await call('run', cwd, service, ['--catch-up'], onDay('2024-03-13'));
    expect(next.summary.status).toBe('already_loaded');
  });
});

describe('what does not go with catching up', () => {
  it.each([
    [['--from', '2024-03-04'], 2, /--from/],
    [['--days', '3'], 2, /--days/],
    [['--until', '2024-03-04'], 2, /--until/],
    [['--mode', 'replace'], 2, /--mode replace/],
    [['--to', 'csv:out'], 2, /remembers.*csv:/],
    [['--to', 'ndjson:-'], 2, /remembers.*ndjson:/],
  ])('%s', async (args, exit, pattern) => {
    const service = await serve();
    const { status, stderr } = await start('run', freshFolder(), service, ['--catch-up', ...args])
      .ended;
    expect([status, service.requests]).toEqual([exit, []]);
    expect(logLines(stderr)).toMatchObject([
      { code: 'FLEX_USAGE', msg: expect.stringMatching(pattern) as string },
    ]);
  });
});
