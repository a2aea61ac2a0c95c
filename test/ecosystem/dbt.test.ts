/**
 * dbt itself builds the project that `flexetl init dbt` writes, on a DuckDB file and on a Postgres
 * server, and its mart has what `flexetl query` computes. `install.sh dbt` installs dbt.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { freshFolder, run } from '../commands/run.js';
import { sharedDatabase } from '../postgres/database.js';
import { ROOT } from '../repository/tree.js';

const DBT = join(ROOT, '.tmp/ecosystem/dbt/bin/dbt');
const missing = existsSync(DBT) ? '' : ' (skipped: test/ecosystem/install.sh dbt was not run)';
/** Ends a hang: each call of dbt takes seconds, and a busy machine many times that. */
const PATIENCE = 900_000;

/** Of two accounts; and the same of two others. */
const DEMO = readFileSync(join(ROOT, 'fixtures/demo/input.xml'), 'utf8');
const folder = freshFolder({
  'first.xml': DEMO,
  'later.xml': DEMO.replaceAll('U1000001', 'U1000006').replaceAll('U1000002', 'U1000007'),
});
const [FIRST, LATER] = [join(folder, 'first.xml'), join(folder, 'later.xml')];

/** The same question to the tables, in other words than the models have. */
const BY_MONTH = `
  SELECT t.account_id, t._query AS query,
    CAST(date_trunc('month', coalesce(t.report_date, t.trade_date)) AS date) AS month,
    t.currency, sum(t.fifo_pnl_realized) AS realized_profit, count(*) AS executions
  FROM trades t
  WHERE t.fifo_pnl_realized <> 0 AND coalesce(t.level_of_detail, 'EXECUTION') = 'EXECUTION'
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
const MART = 'SELECT * FROM analytics.realized_profit_by_month ORDER BY 1, 2, 3, 4';

interface Result {
  readonly unique_id: string;
  readonly status: string;
}

/** What dbt has read of the sources. */
interface Manifest {
  readonly sources: Readonly<Record<string, { schema: string; columns: object }>>;
}

/** Runs dbt in a project. @returns what became of each node */
async function dbt(
  project: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Result[]> {
  const own = Object.entries(process.env).filter(([name]) => !/^(DBT_|PG)/.test(name));
  await promisify(execFile)(DBT, ['--no-use-colors', ...args], {
    cwd: project,
    env: { ...Object.fromEntries(own), DO_NOT_TRACK: '1', ...env },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((thrown: unknown) => {
    // A check that fails is a result, and the exit status says only that there is one.
    if (!existsSync(join(project, 'target'))) throw thrown;
  });
  const file = args[0] === 'source' ? 'sources.json' : 'run_results.json';
  const document = readFileSync(join(project, 'target', file), 'utf8');
  return (JSON.parse(document) as { results: Result[] }).results;
}

async function rows(to: string, sql: string): Promise<Record<string, unknown>[]> {
  const { status, stdout, stderr } = await run(['query', sql, '--json'], {
    env: { FLEXETL_TO: to },
  });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Record<string, unknown>[];
}

async function load(to: string, inputs: readonly string[]): Promise<void> {
  const { status, stderr } = await run(['load', ...inputs], { env: { FLEXETL_TO: to } });
  expect([status, stderr]).toEqual([0, '']);
}

async function init(to: string): Promise<string> {
  const project = join(freshFolder(), 'project');
  const { status, stderr } = await run(['init', 'dbt', project], { env: { FLEXETL_TO: to } });
  expect([status, stderr]).toEqual([0, '']);
  return project;
}

/** Leaves out the tests of the tables that were loaded, which are many. */
const MODELS = ['--select', 'path:models/staging', 'path:models/marts'];

/** All of them, and how they ended: `pass` and `success` alone. */
async function builds(
  project: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<string[]> {
  const results = await dbt(project, ['build', ...args], env);
  const wrong = results.filter(({ status }) => status !== 'pass' && status !== 'success');
  expect(wrong).toEqual([]);
  return results.map(({ unique_id: id }) => id);
}

async function sameMart(to: string): Promise<number> {
  const expected = await rows(to, BY_MONTH);
  expect(await rows(to, MART)).toEqual(expected);
  return expected.length;
}

describe.skipIf(missing !== '')(`a dbt project${missing}`, { timeout: PATIENCE }, () => {
  const database = sharedDatabase();

  it('builds on a DuckDB file, and again after another load', async () => {
    const duckdb = `duckdb:${join(freshFolder(), 'warehouse.duckdb')}`;
    await load(duckdb, [FIRST]);
    const project = await init(duckdb);
    const nodes = await builds(project, {});
    expect(nodes.filter((id) => id.startsWith('model.')).sort()).toEqual([
      'model.flex.realized_profit_by_month',
      'model.flex.stg_cash_transactions',
      'model.flex.stg_trades',
    ]);
    expect(nodes.filter((id) => id.startsWith('test.')).length).toBeGreaterThan(100);
    const months = await sameMart(duckdb);
    await load(duckdb, [LATER]);
    await builds(project, {}, MODELS);
    expect(await sameMart(duckdb)).toBeGreaterThan(months);
  });

  it('builds on Postgres what was made for DuckDB, with the same figures', async () => {
    const duckdb = `duckdb:${join(freshFolder(), 'warehouse.duckdb')}`;
    await load(duckdb, [FIRST]);
    const project = await init(duckdb);
    const postgres = database().url;
    await load(postgres, [FIRST]);
    const url = new URL(postgres);
    await builds(project, {
      DBT_TARGET: 'postgres',
      PGHOST: url.hostname,
      PGPORT: url.port,
      PGUSER: decodeURIComponent(url.username),
      PGPASSWORD: decodeURIComponent(url.password),
      PGDATABASE: url.pathname.slice(1),
    });
    expect(await sameMart(postgres)).toBeGreaterThan(0);
    expect(await rows(postgres, MART)).toEqual(await rows(duckdb, BY_MONTH));
  });

  it('builds on the schema and the server that it was made for', async () => {
    const url = new URL(database().url);
    const to = `${url.href}?schema=Raw%20flex`;
    await load(to, [FIRST]);
    const project = await init(to);
    await builds(project, { PGPASSWORD: decodeURIComponent(url.password) }, MODELS);
    await sameMart(to);
    // Views of flexetl are found to be there, and left.
    await load(to, [LATER]);
  });

  it('builds where a schema and columns of other authors have any name', async () => {
    const url = new URL(database().url);
    // A quotation mark is beyond dbt, which does not double it.
    const schema = `it's: #x {{ 1/0 }} \\ é`;
    const to = `${url.href}?schema=${encodeURIComponent(schema)}`;
    await load(to, [FIRST]);
    const names = ['a: b', '#c', '- d', '{{ 1/0 }}', '{%raw%}', `q"u'o`, '\\', 'l\nf', 'null'];
    const unfit = ['nel\u0085', 'c1\u0080', 'del\u007f', 'ls\u2028', '\ufeffbom', '\uffff', '😀'];
    for (const name of [...names, ...unfit]) {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      await database().query(`ALTER TABLE ${quoted(schema)}.trades ADD ${quoted(name)} text`);
    }
    const project = await init(to);
    await builds(project, { PGPASSWORD: decodeURIComponent(url.password) }, MODELS);
    const manifest = readFileSync(join(project, 'target/manifest.json'), 'utf8');
    const trades = (JSON.parse(manifest) as Manifest).sources['source.flex.flex.trades'];
    expect(trades).toMatchObject({ schema });
    expect(Object.keys(trades!.columns)).toEqual(expect.arrayContaining([...names, ...unfit]));
  });

  it('tells by the ledger how fresh the data are', async () => {
    const to = `${database().url}?schema=fresh`;
    await load(to, [FIRST]);
    const project = await init(to);
    const env = { PGPASSWORD: decodeURIComponent(new URL(to).password) };
    const freshness = async (): Promise<string[]> => {
      const select = ['--select', 'source:flex.trades', 'source:flex.latest_positions'];
      const results = await dbt(project, ['source', 'freshness', ...select], env);
      return results.map(({ status }) => status);
    };
    expect(await freshness()).toEqual(['pass', 'pass']);
    const older = `UPDATE fresh.flexetl_loads SET finished_at = now() - interval '8 days'`;
    await database().query(older);
    expect(await freshness()).toEqual(['error', 'error']);
  });

  it('parses the source of the whole catalogue', async () => {
    const to = `duckdb:${join(freshFolder(), 'warehouse.duckdb')}`;
    await load(to, [FIRST]);
    const project = await init(to);
    const { stdout } = await run(['schema', '--format', 'dbt']);
    expect(stdout.split('\n      - name: ').length).toBeGreaterThan(50);
    writeFileSync(join(project, 'models/sources.yml'), stdout);
    const { stdout: listed } = await promisify(execFile)(DBT, ['ls', '--resource-type', 'source'], {
      cwd: project,
    });
    expect(listed.match(/^source:flex\.flex\.trades$/gm)).toHaveLength(1);
  });
});
