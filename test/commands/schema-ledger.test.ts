/** The tables of the ledger and the views are printed as the tables of rows are. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { report } from './reports.js';
import { freshFolder, logLines, run } from './run.js';

const LEDGER = [
  'flexetl_coverage',
  'flexetl_drift',
  'flexetl_load_statements',
  'flexetl_loads',
  'flexetl_locks',
  'flexetl_migrations',
  'flexetl_problems',
];
const VIEWS = ['latest_positions', 'trades_net', 'dividends_net', 'nav_by_day'];

async function printed(...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(['schema', ...args]);
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

/** Names of tables and views. */
async function made(cwd: string): Promise<string[]> {
  const { stdout } = await run(
    ['query', 'SELECT table_name FROM information_schema.tables ORDER BY 1', '--csv'],
    { cwd },
  );
  return stdout.trim().split(/\r?\n/).slice(1);
}

async function execute(cwd: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(cwd, 'flexetl.duckdb'));
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

describe('flexetl schema', () => {
  it('says of each table of the ledger what it holds, and its columns', async () => {
    for (const name of LEDGER) {
      const page = await printed(name);
      expect(page).toMatch(new RegExp(`^## ${name}\n\nA table of the ledger\\. [A-Z].*\\.\n`));
      expect(page).toContain(`CREATE TABLE ${name} (\n`);
    }
    expect(await printed('flexetl_loads')).toContain('  started_at timestamptz NOT NULL,\n');
  });

  it('says of a view what it counts, and how', async () => {
    for (const name of VIEWS) {
      const page = await printed(name);
      expect(page).toMatch(new RegExp(`^## ${name}\n\nA view\\. [A-Z]`));
      expect(page).toContain(`CREATE OR REPLACE VIEW ${name} AS\n`);
    }
  });

  it('prints the SQL of one, for each database', async () => {
    const postgres = await printed('flexetl_loads', 'nav_by_day', '--format', 'sql');
    expect(postgres).toContain('CREATE TABLE "flex".flexetl_loads (\n');
    expect(postgres).toContain('CREATE OR REPLACE VIEW "flex".nav_by_day AS\n');
    expect(postgres).toMatch(/COMMENT ON VIEW "flex"\."nav_by_day" IS '.*';\n/);
    expect(postgres).not.toMatch(/CREATE TABLE (?!"flex"\.flexetl_loads)/);
    const args = ['trades', 'flexetl_drift', '--format', 'sql', '--dialect', 'duckdb'];
    const duckdb = await printed(...args);
    expect(duckdb).toContain('CREATE TABLE IF NOT EXISTS main."trades" (\n');
    expect(duckdb).toContain('CREATE TABLE main.flexetl_drift (\n');
  });

  it.each(['json-schema', 'typescript', 'dbt'])('says that %s is for rows', async (format) => {
    const ran = await run(['schema', 'flexetl_loads', '--format', format]);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(String(logLines(ran.stderr)[0]!['msg'])).toBe(
      `FLEX_USAGE: flexetl_loads is a table of the ledger, and --format ${format} is for tables of rows. \`flexetl schema flexetl_loads --format sql\` prints it.`,
    );
  });

  it('knows them where a name is mistyped', async () => {
    const { stderr } = await run(['schema', 'flexetl_load']);
    expect(stderr).toContain('Did you mean flexetl_loads');
    expect((await run(['schema', 'trades_nett'])).stderr).toContain('trades_net');
  });

  it('prints in SQL all that a load makes, views too', async () => {
    const loaded = freshFolder({ 'a.xml': report() });
    await run(['load', 'a.xml'], { cwd: loaded });
    const script = await printed('--format', 'sql', '--dialect', 'duckdb');
    const cwd = freshFolder({ 'a.xml': report() });
    await execute(cwd, script);
    const names = await made(cwd);
    expect(names).toEqual(expect.arrayContaining([...(await made(loaded)), ...LEDGER, ...VIEWS]));
    expect((await run(['load', 'a.xml', '--no-ddl'], { cwd })).status).toBe(0);
    // The views are those that flexetl makes: it knows them again, and leaves them.
    const again = await run(['load', 'a.xml', '--force'], { cwd });
    expect([again.status, again.stderr]).toEqual([0, '']);
    expect(await made(cwd)).toEqual(names);
  });
});
