import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, sharedDatabase } from '../postgres/database.js';
import { report } from './reports.js';
import { freshFolder, logLines, run, type Ran } from './run.js';

let cwd: string;

beforeAll(async () => {
  cwd = freshFolder({ 'a.xml': report({ trades: 3, extra: 'brandNew="1"' }) });
  expect((await run(['load', 'a.xml'], { cwd })).status).toBe(0);
});

const query = async (sql: string, ...args: string[]): Promise<Ran> =>
  run(['query', sql, ...args], { cwd });

describe('flexetl query -', () => {
  it('reads the SQL from stdin', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    await run(['load', 'a.xml'], { cwd });
    const stdin = "SELECT 'ü' AS letter,\n  1 AS number -- the end\n";
    const { status, stdout } = await run(['query', '-', '--csv'], { cwd, stdin });
    expect([status, stdout]).toEqual([0, 'letter,number\nü,1\n']);
  });

  it('refuses an stdin without SQL', async () => {
    const { status, stderr } = await run(['query', '-'], { stdin: ' \n' });
    expect(status).toBe(2);
    expect(stderr).toContain('There is no SQL on stdin');
  });
});

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
    expect(stdout).toBe('quoted,empty,nothing,number\n"a,""b""","",,1.5\n"x\ny"," ",z,2\n');
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

  it('says that a process goes on writing', async () => {
    const path = join(freshFolder(), 'held.duckdb');
    const instance = await DuckDBInstance.create(path);
    try {
      const { status, stderr } = await query('SELECT 1', '--to', `duckdb:${path}?wait=1`);
      expect(status).toBe(75);
      const [line] = logLines(stderr);
      expect(line).toMatchObject({ code: 'FLEX_DEST_BUSY', retry: true });
      expect(line!['msg']).toContain(`Another process (PID ${process.pid}) is writing to ${path}.`);
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

describe('flexetl query on Postgres', () => {
  const database = sharedDatabase();
  let env: Record<string, string>;

  beforeAll(async () => {
    env = { FLEXETL_TO: database().url };
    const folder = freshFolder({ 'a.xml': report({ trades: 3, extra: 'brandNew="1"' }) });
    expect((await run(['load', 'a.xml'], { cwd: folder, env })).status).toBe(0);
  });

  const ask = async (sql: string, ...args: string[]): Promise<Ran> =>
    run(['query', sql, ...args], { env });

  it('prints a table, and finds tables without naming the schema', async () => {
    const sql = 'SELECT symbol, quantity, taxes, date_time FROM trades ORDER BY quantity';
    const { status, stdout, stderr } = await ask(sql);
    expect([status, stderr]).toEqual([0, '3 rows\n']);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'symbol  quantity  taxes  date_time',
      '──────  ────────  ─────  ─────────────────────────',
      'AAPL         100         2024-03-04T10:15:30-05:00',
    ]);
  });

  it('prints JSON that loses no digit', async () => {
    const sql = `/* every kind */
      SELECT quantity, report_date AS day, _extra, 9007199254740993 AS large, 0.1::float8 AS float,
        1e400::numeric * 0 + 12345678901234567890.1234567890 AS exact, 'NaN'::float8 AS nan,
        NULL AS nothing, TRUE AS yes, TIMESTAMP '2024-03-04 10:00:00.5' AS wall,
        ARRAY[1, 2] AS list, 1 AS twice, 2 AS twice
      FROM trades WHERE quantity = 100;`;
    const { stdout, stderr } = await ask(sql, '--json');
    expect([stderr, stdout]).toEqual([
      '',
      '[\n{"quantity":"100","day":"2024-03-04","_extra":{"brandNew": "1"},"large":9007199254740993,' +
        '"float":0.1,"exact":"12345678901234567890.123456789","nan":"NaN","nothing":null,"yes":true,' +
        '"wall":"2024-03-04T10:00:00.5","list":"{1,2}","twice":1,"twice:1":2}\n]\n',
    ]);
  });

  it('prints CSV, as much as there is, some rows at a time', async () => {
    const { stdout } = await ask('SELECT n FROM generate_series(1, 3500) AS n', '--csv');
    const lines = stdout.split('\n');
    expect([lines.length, lines[0], lines[1], lines[3500]]).toEqual([3502, 'n', '1', '3500']);
    expect(await ask('SELECT symbol FROM trades WHERE FALSE', '--csv')).toMatchObject({
      stdout: 'symbol\n',
    });
  });

  it.each([
    ['(SELECT 1 AS a)', 'a\n1\n'],
    ['VALUES (1)', 'column1\n1\n'],
    ['WITH one AS (SELECT 1 AS a) SELECT a FROM one', 'a\n1\n'],
    ['TABLE flexetl_migrations LIMIT 0', 'version,applied_at\n'],
    ['/* what */ SHOW transaction_read_only', 'transaction_read_only\non\n'],
    [`SELECT current_setting('search_path') AS path`, 'path\nflex\n'],
  ])('answers %s', async (sql, expected) => {
    expect(await ask(sql, '--csv')).toMatchObject({ status: 0, stdout: expected, stderr: '' });
  });

  it('explains', async () => {
    const { status, stdout } = await ask('EXPLAIN SELECT * FROM trades');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/Seq Scan on trades/)]);
  });

  it.each([
    ['INSERT INTO trades SELECT * FROM trades'],
    ['DELETE FROM trades'],
    ['DROP TABLE trades CASCADE'],
    ['WITH gone AS (DELETE FROM trades RETURNING 1) SELECT * FROM gone'],
    ['EXPLAIN ANALYZE DELETE FROM trades'],
    ['SELECT * INTO copied FROM trades'],
    ['SELECT * FROM trades FOR UPDATE'],
    [`SELECT set_config('transaction_read_only', 'off', true)`],
    [`SELECT nextval('numbers')`],
    [`COPY trades TO '/tmp/out.csv'`],
    ['COMMIT'],
    ['SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE'],
    ['DO $$ BEGIN DELETE FROM trades; END $$'],
    ['SELECT 1; DELETE FROM trades'],
    ['SELECT 1; COMMIT; DELETE FROM trades'],
  ])('refuses %s', async (sql) => {
    await database().query('CREATE SEQUENCE IF NOT EXISTS flex.numbers');
    const { status, stdout, stderr } = await ask(sql);
    expect([status, stdout]).toEqual([65, '']);
    expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_QUERY_FAILED' }]);
    expect(await database().query('SELECT count(*)::integer AS n FROM flex.trades')).toEqual([
      { n: 3 },
    ]);
  });

  it.each([
    ['SELECT nothing_such FROM trades', /"nothing_such" does not exist/],
    ['SELECT 1 FROM', /syntax error/],
    ['SELECT 1; SELECT 2', /several statements/],
    [' ; -- nothing', /no SQL/],
    ['SELECT CAST(symbol AS integer) FROM trades', /AAPL/],
    ['SELECT 1 / (3000 - n) FROM generate_series(1, 4000) AS n', /division by zero/],
  ])('says what is wrong with %s', async (sql, expected) => {
    const { status, stderr } = await ask(sql, '--csv');
    expect(status).toBe(65);
    expect(logLines(stderr)).toMatchObject([
      { code: 'FLEX_QUERY_FAILED', msg: expect.stringMatching(expected) as string },
    ]);
    expect(stderr).not.toContain('postgres://');
  });

  it('shows and casts times in the zone that is asked for', async () => {
    const sql = 'SELECT date_time AS t, CAST(date_time AS date) AS day FROM trades LIMIT 1';
    const { stdout } = await ask(sql, '--csv', '--timezone', 'Asia/Kolkata');
    expect(stdout).toBe('t,day\n2024-03-04T20:45:30+05:30,2024-03-04\n');
  });

  it('reads the schema that is named, and says which right is missing', async () => {
    const other = await freshDatabase();
    const role = await other.createRole();
    await other.query(
      'CREATE SCHEMA "Other one"; CREATE TABLE "Other one".things AS SELECT 1 AS a',
    );
    const to = `${role.url}?schema=Other+one`;
    const refused = await run(['query', 'SELECT a FROM "Other one".things'], {
      env: { FLEXETL_TO: to },
    });
    expect(refused.status).toBe(77);
    expect(logLines(refused.stderr)).toMatchObject([{ code: 'FLEX_DEST_REFUSED' }]);
    await other.query(`GRANT USAGE ON SCHEMA "Other one" TO ${role.name};
      GRANT SELECT ON "Other one".things TO ${role.name}`);
    const { stdout } = await run(['query', 'SELECT a FROM things', '--csv'], {
      env: { FLEXETL_TO: to },
    });
    expect(stdout).toBe('a\n1\n');
  });

  it('says that there is no server, and no password', async () => {
    const to = 'postgres://me:geheimnis@127.0.0.1:1/none';
    const { status, stderr } = await run(['query', 'SELECT 1'], { env: { FLEXETL_TO: to } });
    expect([status, logLines(stderr)]).toMatchObject([69, [{ code: 'FLEX_DEST_UNAVAILABLE' }]]);
    expect(stderr).not.toContain('geheimnis');
  });
});
