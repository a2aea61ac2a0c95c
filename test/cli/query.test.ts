import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { report } from './reports.js';
import { freshFolder, logLines, run, type Ran } from './run.js';

let cwd: string;

beforeAll(async () => {
  cwd = freshFolder({ 'a.xml': report({ trades: 3, extra: 'brandNew="1"' }) });
  expect((await run(['load', 'a.xml'], { cwd })).status).toBe(0);
});

const query = async (sql: string, ...args: string[]): Promise<Ran> =>
  run(['query', sql, ...args], { cwd });

describe('flexetl query', () => {
  it('prints a table', async () => {
    const sql = 'SELECT symbol, quantity, taxes, date_time FROM trades ORDER BY quantity';
    const { status, stdout, stderr } = await query(sql);
    expect([status, stderr]).toEqual([0, '3 rows\n']);
    expect(stdout.split('\n')).toEqual([
      'symbol  quantity  taxes  date_time',
      '──────  ────────  ─────  ─────────────────────────',
      'AAPL         100         2024-03-04T10:15:30-05:00',
      'AAPL         200         2024-03-04T10:15:30-05:00',
      'AAPL         300         2024-03-04T10:15:30-05:00',
      '',
    ]);
  });

  it('prints JSON that loses no digit', async () => {
    const sql = `SELECT quantity, CAST(report_date AS DATE) AS day, _extra,
      9007199254740993 AS large, 0.1::DOUBLE AS float, 12345678901234567890.123456789::DECIMAL(38,9) AS exact,
      NULL AS nothing, TRUE AS yes, [1, 2] AS list, {'a': 1.50::DECIMAL(9,2)} AS object
      FROM trades WHERE quantity = 100`;
    const { stdout } = await query(sql, '--json');
    expect(stdout).toBe(
      '[\n{"quantity":"100","day":"2024-03-04","_extra":{"brandNew":"1"},"large":9007199254740993,' +
        '"float":0.1,"exact":"12345678901234567890.123456789","nothing":null,"yes":true,"list":[1,2],"object":{"a":"1.5"}}\n]\n',
    );
  });

  it('prints CSV', async () => {
    const { stdout } = await query(
      `SELECT 'a,"b"' AS quoted, '' AS empty, NULL AS nothing, 1.50 AS number UNION ALL SELECT E'x\ny', ' ', 'z', 2`,
      '--csv',
    );
    expect(stdout).toBe('quoted,empty,nothing,number\n"a,""b""","",,1.5\n"x\ny", ,z,2\n');
  });

  it('prints what there is of no rows', async () => {
    const sql = 'SELECT symbol FROM trades WHERE FALSE';
    expect(await query(sql)).toMatchObject({ stdout: 'symbol\n──────\n', stderr: '0 rows\n' });
    expect(await query(sql, '--json')).toMatchObject({ stdout: '[]\n' });
    expect(await query(sql, '--csv')).toMatchObject({ stdout: 'symbol\n' });
  });

  it('shows and casts times in the zone that is asked for', async () => {
    const sql = `SELECT date_time AS t, CAST(date_time AS DATE) AS day, CAST(date_time AS VARCHAR) AS text FROM trades LIMIT 1`;
    const { stdout } = await query(sql, '--csv', '--timezone', 'Asia/Tokyo');
    expect(stdout).toBe(
      't,day,text\n2024-03-05T00:15:30+09:00,2024-03-05,2024-03-05 00:15:30+09\n',
    );
  });

  it('reads rows without end, one chunk at a time', async () => {
    const { stdout } = await query('SELECT range AS n FROM range(100000)', '--csv');
    expect(stdout.split('\n')).toHaveLength(100_002);
  });

  it.each([
    ["COPY trades TO 'out.csv'"],
    ["EXPORT DATABASE 'out'"],
    ["ATTACH 'other.duckdb'"],
    ['INSERT INTO trades SELECT * FROM trades'],
    ['DELETE FROM trades'],
    ['DROP TABLE trades'],
    ["SELECT * FROM read_csv('a.xml')"],
    ['SET enable_external_access = true'],
    ['SET lock_configuration = false'],
    ['INSTALL httpfs'],
  ])('refuses %s', async (sql) => {
    const before = readdirSync(cwd).sort();
    const bytes = readFileSync(join(cwd, 'flexetl.duckdb'));
    const { status, stdout, stderr } = await query(sql);
    expect([status, stdout]).toEqual([65, '']);
    expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_QUERY_FAILED' }]);
    expect(readdirSync(cwd).sort()).toEqual(before);
    expect(readFileSync(join(cwd, 'flexetl.duckdb')).equals(bytes)).toBe(true);
  });

  it.each([
    ['SELECT nothing_such FROM trades', /nothing_such/],
    ['SELEC 1', /syntax error/i],
    ['SELECT 1; SELECT 2', /2 statements/],
    [' ; -- nothing', /no SQL/],
    ['SELECT CAST(symbol AS INTEGER) FROM trades', /AAPL/],
  ])('says what is wrong with %s', async (sql, expected) => {
    const { status, stderr } = await query(sql);
    const [line] = logLines(stderr);
    expect(status).toBe(65);
    expect(line).toMatchObject({ code: 'FLEX_QUERY_FAILED' });
    expect(line!['msg']).toMatch(expected);
    expect(line!['msg']).not.toContain('\n');
  });

  it('says what to do where there is no database', async () => {
    const { status, stderr } = await query('SELECT 1', '--to', 'duckdb:none.duckdb');
    expect(status).toBe(78);
    expect(stderr).toMatch(/FLEX_CONFIG: There is no database none\.duckdb\. Load something first/);
    expect(readdirSync(cwd)).not.toContain('none.duckdb');
  });

  it('says which destinations can be queried', async () => {
    const { status, stderr } = await query('SELECT 1', '--to', 'csv:out');
    expect(status).toBe(78);
    expect(stderr).toMatch(/FLEX_CONFIG: .*csv: cannot be queried\. Query duckdb:PATH/);
  });

  it('says that a process is writing', async () => {
    const path = join(freshFolder(), 'held.duckdb');
    const instance = await DuckDBInstance.create(path);
    try {
      const { status, stderr } = await query('SELECT 1', '--to', `duckdb:${path}`);
      expect(status).toBe(75);
      expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_DEST_BUSY', retry: true }]);
    } finally {
      instance.closeSync();
    }
  });

  it('takes the form of the command line before that of the environment', async () => {
    const { stdout } = await run(['query', 'SELECT 1 AS a', '--csv'], {
      cwd,
      env: { FLEXETL_JSON: '1' },
    });
    expect(stdout).toBe('a\n1\n');
  });
});
