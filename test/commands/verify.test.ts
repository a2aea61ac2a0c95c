import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../postgres/database.js';
import { report } from './reports.js';
import { freshFolder, logLines, run, Running, type Ran } from './run.js';

const REPORTS = {
  'a.xml': report({ day: '20240304', trades: 3 }),
  'b.xml': report({ day: '20240305', trades: 2 }),
};

async function change(cwd: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(cwd, 'flexetl.duckdb'));
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

const codes = ({ stderr }: Ran): unknown[] => logLines(stderr).map(({ code }) => code);

describe('flexetl verify', () => {
  it('says that everything is there', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', '.'], { cwd });
    expect(await run(['verify', '.'], { cwd })).toEqual({
      status: 0,
      signal: null,
      stdout: 'duckdb:flexetl.duckdb: files 2 same, 0 differing, 0 not loaded; 7 rows compared\n',
      stderr: '',
    });
  });

  it('names what differs', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', '.'], { cwd });
    await change(cwd, `UPDATE trades SET quantity = 7 WHERE transaction_id = '202403041'`);
    await change(cwd, `DELETE FROM trades WHERE transaction_id = '202403052'`);
    writeFileSync(join(cwd, 'c.xml'), report({ day: '20240306' }));
    const ran = await run(['verify', 'a.xml', 'b.xml', 'c.xml'], { cwd });
    expect([ran.status, codes(ran)]).toEqual([65, ['FLEX_VERIFY_DIFFERS']]);
    expect(ran.stdout).toBe(
      `a.xml: 0 missing, 1 different, 0 unexpected, in trades
b.xml: 1 missing, 0 different, 0 unexpected, in trades
c.xml: not loaded
  different: trades U1000001 Daily 202403041: quantity is "100" in the file, "7" here
  missing: trades U1000001 Daily 202403052
duckdb:flexetl.duckdb: files 0 same, 2 differing, 1 not loaded; 7 rows compared
`,
    );
    expect(ran.stderr).toMatch(/2 rows of 2 files differ; 1 file was never loaded/);
    const json = await run(['verify', 'a.xml', 'b.xml', 'c.xml', '--json'], { cwd });
    expect(json.status).toBe(65);
    expect(json.stdout).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(json.stdout)).toMatchObject({
      schema: 'flexetl/verify@1',
      status: 'differs',
      destination: 'duckdb:flexetl.duckdb',
      inputs: [
        { name: 'a.xml', status: 'differs', rows: { required: 4, different: 1 } },
        { name: 'b.xml', status: 'differs', tables: { trades: { required: 2, missing: 1 } } },
        { name: 'c.xml', status: 'not_loaded', loadedAs: [] },
      ],
      totals: { differing: 2, notLoaded: 1, same: 0, failed: 0, missing: 1, different: 1 },
      differences: [{ input: 'a.xml', table: 'trades', kind: 'different' }, { kind: 'missing' }],
      exitCode: 65,
    });
  });

  it('says how the rows come back, and they do', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', '.'], { cwd });
    await change(cwd, `DELETE FROM trades WHERE transaction_id = '202403041'`);
    writeFileSync(join(cwd, 'c.xml'), report({ day: '20240306' }));
    const both = await run(['verify', 'a.xml', 'c.xml'], { cwd });
    expect(both.stderr).toMatch(/with `flexetl load --force`/);
    expect(both.stderr).toMatch(/Load .*the files that were never loaded/);
    await run(['load', '--force', 'a.xml'], { cwd });
    const never = await run(['verify', 'a.xml', 'c.xml'], { cwd });
    expect(never.stderr).not.toMatch(/--force/);
    await run(['load', 'c.xml'], { cwd });
    expect(await run(['verify', 'a.xml', 'c.xml'], { cwd })).toMatchObject({ status: 0 });
  });

  it('names twenty rows and counts the others', async () => {
    const cwd = freshFolder({ 'a.xml': report({ trades: 30 }) });
    await run(['load', 'a.xml'], { cwd });
    await change(cwd, 'UPDATE trades SET trade_price = 1, symbol = NULL');
    const { stdout } = await run(['verify', 'a.xml'], { cwd });
    expect(stdout.split('\n').filter((line) => line.startsWith('  different:'))).toHaveLength(20);
    expect(stdout).toMatch(/\n {2}… and 10 more rows\n/);
    expect(stdout).toMatch(/symbol is "AAPL" in the file, NULL here; trade_price is "175.25" in/);
  });

  it('compares a file as it was loaded', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', 'a.xml', '--as-query', 'Mine', '--only', 'Trades'], { cwd });
    const without = await run(['verify', 'a.xml'], { cwd });
    expect(without.status).toBe(65);
    expect(without.stdout).toMatch(
      /^a\.xml: not loaded in this way; it was loaded in America\/New_York, as statements of the query Mine, only Trades\n/,
    );
    const json = await run(['verify', 'a.xml', '--json'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      inputs: [{ status: 'not_loaded', loadedAs: ['{"asQuery":"Mine","only":["Trades"]}'] }],
    });
    const same = await run(['verify', 'a.xml', '--as-query', 'Mine', '--only', 'Trades'], { cwd });
    expect(same.status).toBe(0);
  });

  it('tells of files that cannot be read, and goes on with the others', async () => {
    const cwd = freshFolder({ ...REPORTS, 'cut.xml': REPORTS['a.xml'].slice(0, 700) });
    await run(['load', 'a.xml', 'b.xml'], { cwd });
    const ran = await run(['verify', 'cut.xml', 'a.xml', 'nowhere.xml'], { cwd });
    expect(ran.status).toBe(65);
    expect(codes(ran)).toEqual(['FLEX_TRUNCATED', 'FLEX_INPUT_NOT_FOUND', 'FLEX_INPUTS_FAILED']);
    expect(ran.stdout).toMatch(/^cut\.xml: not compared, FLEX_TRUNCATED\n/);
    expect(ran.stdout).toMatch(/files 1 same, 0 differing, 0 not loaded, 2 failed; 4 rows/);
  });

  it('reads what comes on stdin', async () => {
    const cwd = freshFolder(REPORTS);
    await run(['load', 'a.xml'], { cwd });
    const { status } = await run(['verify', '-'], { cwd, stdin: REPORTS['a.xml'] });
    expect(status).toBe(0);
  });

  it('compares with Postgres, as a role that owns no more than its schema', async () => {
    const database = await freshDatabase();
    const role = await database.createRole();
    await database.query(`CREATE SCHEMA flex AUTHORIZATION ${role.name}`);
    const env = { FLEXETL_TO: role.url };
    const cwd = freshFolder(REPORTS);
    await run(['load', '.'], { cwd, env });
    expect(await run(['verify', '.'], { cwd, env })).toMatchObject({ status: 0, stderr: '' });
    await database.query(`UPDATE flex.trades SET quantity = 7 WHERE transaction_id = '202403041'`);
    const ran = await run(['verify', '.'], { cwd, env });
    expect([ran.status, codes(ran)]).toEqual([65, ['FLEX_VERIFY_DIFFERS']]);
    expect(ran.stdout).toContain(
      '  different: trades U1000001 Daily 202403041: quantity is "100" in the file, "7" here\n',
    );
    expect(ran.stdout + ran.stderr).not.toContain(role.password);
  });

  it.each([
    ['SIGINT', 'FLEX_INTERRUPTED', 130],
    ['SIGTERM', 'FLEX_TERMINATED', 143],
  ] as const)('ends on %s, and says what it had compared', async (signal, code, status) => {
    const cwd = freshFolder(REPORTS);
    await run(['load', '.'], { cwd });
    const args = ['verify', 'a.xml', '-', 'b.xml', '--json', '--log-level', 'info'];
    const running = new Running(args, { cwd });
    running.process.stdin.write(REPORTS['b.xml'].slice(0, 300));
    await running.untilStderr(/a\.xml: same/);
    running.process.kill(signal);
    const ended = await running.ended;
    expect([ended.status, ended.signal]).toEqual([status, null]);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      status: 'cancelled',
      inputs: [
        { name: 'a.xml', status: 'same' },
        { name: '-', status: 'cancelled', error: { code } },
      ],
      notAttempted: ['b.xml'],
      exitCode: status,
    });
    expect(codes(ended).filter((each) => each !== undefined)).toEqual([code]);
  });

  it('says what to do where there is nothing to compare with', async () => {
    const cwd = freshFolder(REPORTS);
    const none = await run(['verify', 'a.xml'], { cwd });
    expect([none.status, codes(none)]).toEqual([78, ['FLEX_CONFIG']]);
    const files = await run(['verify', 'a.xml', '--to', 'csv:out'], { cwd });
    expect([files.status, codes(files)]).toEqual([78, ['FLEX_CONFIG']]);
    expect(files.stderr).toMatch(/csv: cannot be compared\./);
    expect(await run(['verify'], { cwd })).toMatchObject({ status: 2, stdout: '' });
    const wrong = await run(['verify', 'a.xml', '--only', 'Trads'], { cwd });
    expect([wrong.status, codes(wrong)]).toEqual([2, ['FLEX_USAGE']]);
  });
});
