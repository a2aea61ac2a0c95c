import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../postgres/database.js';
import { report } from './reports.js';
import { freshFolder, logLines, onDay, onTerminal, run } from './run.js';

const REPORTS = {
  'a.xml': report({ day: '20240304', extra: 'brandNew="1"' }),
  'b.xml': report({ day: '20240306', trades: 1, extra: 'taxes="none"' }),
  'c.xml': report({ day: '20240305', account: 'U1000002', trades: 1 }),
};

describe('flexetl status', () => {
  it('tells what was loaded', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', 'c.xml', 'a.xml', 'b.xml'], { cwd });
    const { status, stdout, stderr } = await run(['status', '--timezone', 'UTC'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    const [at] = /\d{4}-\d\d-\d\dT[\d:.+]+/.exec(stdout) ?? [];
    expect(stdout.replaceAll(/\d{4}-\d\d-\d\dT[\d:.+]+/g, 'NOW')).toBe(
      `duckdb:flexetl.duckdb
3 inputs, 3 statements, 7 rows loaded

Last load
  b.xml, mode merge
  from NOW to NOW, by flexetl 0.1.0

  table               parsed  inserted  updated  unchanged  overruled  deleted
  ──────────────────  ──────  ────────  ───────  ─────────  ─────────  ───────
  flexetl_statements       1         1        0          0          0        0
  trade_lots               0         0        0          0          0        0
  trades                   1         1        0          0          0        0
  wash_sales               0         0        0          0          0        0

Days covered
  account   query  first day   last day    days  missing  holidays?  weekend days
  ────────  ─────  ──────────  ──────────  ────  ───────  ─────────  ────────────
  U1000001  Daily  2024-03-04  2024-03-06     2        1          0             0
  U1000002  Daily  2024-03-05  2024-03-05     1        0          0             0

Days between that no statement covers
  account   query  from        to          weekdays  what
  ────────  ─────  ──────────  ──────────  ────────  ───────
  U1000001  Daily  2024-03-05  2024-03-05         1  missing

1 literal did not fit its column and is kept in _extra:
  b.xml:5, Trades, Trade@taxes: "none", not a decimal number

Names that the catalogue does not know; what they hold is kept:
  attribute Trade@brandNew (2)
`,
    );
    expect(Date.parse(at!)).toBeGreaterThan(Date.parse('2024-01-01'));
  });

  it('prints the days covered as CSV', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', 'c.xml', 'a.xml', 'b.xml'], { cwd });
    expect(await run(['status', '--csv'], { cwd })).toMatchObject({
      status: 0,
      stderr: '',
      stdout: `account,query,first,last,days,missing_days,possible_holidays,weekend_days
U1000001,Daily,2024-03-04,2024-03-06,2,1,0,0
U1000002,Daily,2024-03-05,2024-03-05,1,0,0,0
`,
    });
    const both = await run(['status', '--csv', '--json'], { cwd });
    expect(both).toMatchObject({ status: 2, stdout: '' });
    expect(both.stderr).toContain('FLEX_USAGE: --json and --csv cannot both be given.');
  });

  it('shows a calendar on a terminal, and no tables without rows', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', 'c.xml', 'a.xml', 'b.xml'], { cwd });
    const { status, stdout } = await run(['status'], { cwd, env: onTerminal() });
    expect(status).toBe(0);
    expect(stdout).toContain(`
  flexetl_statements       1         1        0          0          0        0
  trades                   1         1        0          0          0        0
  2 tables without rows are not shown
`);
    expect(stdout).toContain(`
Calendar
  # covered  . weekend  ! missing  ? possibly a holiday
             1   5    10   15   20   25   30
  U1000001, Daily
    2024-03     #!#
  U1000002, Daily
    2024-03      #

Days between that no statement covers
`);
  });

  it('is one JSON document', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', 'a.xml'], { cwd });
    const { stdout } = await run(['status', '--json'], { cwd });
    expect(stdout).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'flexetl/status@1',
      destination: 'duckdb:flexetl.duckdb',
      loads: { inputs: 1 },
      lastLoad: { input: 'a.xml' },
      coverage: [{ account: 'U1000001', first: '2024-03-04' }],
    });
  });

  it('is empty where nothing was loaded, and makes nothing', async () => {
    const cwd = freshFolder();
    expect(await run(['status'], { cwd })).toMatchObject({
      status: 0,
      stdout: 'duckdb:flexetl.duckdb\nnothing has been loaded yet\n',
      stderr: '',
    });
    const { stdout } = await run(['status', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ ledger: false, lastLoad: null });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('ends with 65 where an account is too old', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', 'c.xml', 'a.xml', 'b.xml'], { cwd });
    // A Friday: the sixth is two days old, the fifth three.
    const env = onDay('2024-03-08');
    const young = await run(['status', '--max-age', '3'], { cwd, env });
    expect([young.status, young.stderr]).toEqual([0, '']);
    expect(young.stdout).toContain(
      '\nThe newest day of every account is at most 3 days before 2024-03-08\n',
    );
    const old = await run(['status', '--max-age', '2'], { cwd, env });
    expect(old.status).toBe(65);
    expect(old.stdout).toContain(
      '\nAccounts whose newest day is more than 2 days before 2024-03-08\n  the newest day of U1000002 is 2024-03-05, 3 days ago\n',
    );
    expect(logLines(old.stderr)).toMatchObject([
      { code: 'FLEX_STALE', msg: expect.stringContaining('U1000002 is 2024-03-05') as string },
    ]);
    const json = await run(['status', '--json'], {
      cwd,
      env: { ...env, FLEXETL_MAX_AGE: '2' },
    });
    expect(json.status).toBe(65);
    expect(JSON.parse(json.stdout)).toMatchObject({
      freshness: {
        today: '2024-03-08',
        maxAgeDays: 2,
        stale: [{ account: 'U1000002', newest: '2024-03-05', ageDays: 3 }],
        accounts: 2,
      },
    });
  });

  it('ends with 65 where nothing was loaded and an age is asked for', async () => {
    const { status, stdout, stderr } = await run(['status', '--max-age', '30']);
    expect([status, stdout]).toEqual([65, 'duckdb:flexetl.duckdb\nnothing has been loaded yet\n']);
    expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_STALE' }]);
    expect((await run(['status', '--max-age', 'soon'])).status).toBe(2);
  });

  it('reads Postgres, and shows no password', async () => {
    const database = await freshDatabase();
    const role = await database.createRole();
    const env = { FLEXETL_TO: role.url };
    const before = await run(['status'], { env });
    expect([before.status, before.stdout]).toEqual([0, expect.stringMatching(/nothing has been/)]);
    await database.query(`GRANT CREATE ON DATABASE ${database.name} TO ${role.name}`);
    const cwd = freshFolder(REPORTS);
    await run(['load', 'a.xml', 'b.xml', 'c.xml'], { cwd, env });
    const { status, stdout, stderr } = await run(['status', '--json'], { env });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain(role.password);
    expect(JSON.parse(stdout)).toMatchObject({
      loads: { inputs: 3, statements: 3, rows: 7 },
      problems: { count: 1 },
      coverage: [{ missingDays: 1 }, { days: 1 }],
    });
    const other = await database.createRole();
    const refused = await run(['status'], { env: { FLEXETL_TO: other.url } });
    expect(refused.status).toBe(77);
    expect(logLines(refused.stderr)).toMatchObject([{ code: 'FLEX_DEST_REFUSED' }]);
  });

  it.each(['csv:out', 'ndjson:-'])('has no status of %s', async (to) => {
    const { status, stderr } = await run(['status', '--to', to]);
    expect(status).toBe(78);
    expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_CONFIG' }]);
  });

  it('takes no operand', async () => {
    expect(await run(['status', 'a.xml'])).toMatchObject({ status: 2, stdout: '' });
  });
});
