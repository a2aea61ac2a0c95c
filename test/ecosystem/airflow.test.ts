/**
 * The real Airflow runs the recipes of recipes/airflow, with a Postgres and a Flex Web Service of
 * the test. `install.sh airflow` installs it.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportOf, serve, TOKEN } from '../commands/service.js';
import { CLI, freshFolder, run } from '../commands/run.js';
import { freshDatabase, type FreshDatabase } from '../postgres/database.js';
import { connected } from '../postgres/server.js';
import { missing, python, ROOT } from './programs.js';

const SCRIPT = join(ROOT, 'test/ecosystem/airflow_runs.py');
const RECIPES = join(ROOT, 'recipes/airflow');
/** Percent-encoded, it is another text, which Airflow does not mask. */
const PASSWORD = 'p@ss/w0rd!of 9 airflow';

interface Told {
  readonly state: string;
  readonly tasks: readonly {
    readonly map: number;
    readonly state: string;
    readonly tries: number;
    readonly result: { readonly status: string; readonly tables: object } | null;
  }[];
}

interface Worker {
  readonly database: FreshDatabase;
  /** All that Airflow keeps: its database and its logs. */
  readonly home: string;
  readonly archive: string;
  readonly runs: (
    recipe: string,
    options?: object,
    env?: Readonly<Record<string, string>>,
  ) => Promise<Told>;
}

/** A machine on which Airflow runs tasks: flexetl on the PATH, a connection, a token in a file. */
async function worker(): Promise<Worker> {
  const folder = freshFolder({ token: TOKEN });
  const shim = `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`;
  writeFileSync(join(folder, 'flexetl'), shim, { mode: 0o700 });
  const home = join(folder, 'airflow');
  const archive = join(folder, 'archive');
  mkdirSync(join(home, 'dags'), { recursive: true });
  const database = await freshDatabase();
  const role = await database.createRole();
  await database.query(`ALTER ROLE "${role.name}" PASSWORD '${PASSWORD}'`);
  await database.query(`GRANT CREATE ON DATABASE "${database.name}" TO "${role.name}"`);
  const { hostname, port } = new URL(database.url);
  const env = {
    PATH: `${folder}:${process.env['PATH']}`,
    AIRFLOW_HOME: home,
    AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
    AIRFLOW_CONN_WAREHOUSE: JSON.stringify({
      conn_type: 'postgres',
      host: hostname,
      port: Number(port),
      login: role.name,
      password: PASSWORD,
      schema: database.name,
      extra: { sslmode: 'disable' },
    }),
    FLEXETL_LOG_LEVEL: 'debug',
  };
  await python('airflow', ['-m', 'airflow', 'db', 'migrate'], { cwd: folder, env });
  const replace = { '/data/flex': archive, '/run/secrets/flex': join(folder, 'token') };
  return {
    database,
    home,
    archive,
    runs: async (recipe, options = {}, more = {}) => {
      const paths = recipe === 'flex_replay.py' ? { '/data/flex': archive } : replace;
      const { stdout } = await python(
        'airflow',
        [SCRIPT, join(RECIPES, recipe), JSON.stringify({ replace: paths, ...options })],
        { cwd: folder, env: { ...env, ...more } },
      );
      return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Told;
    },
  };
}

async function trades(database: FreshDatabase): Promise<unknown> {
  const [row] = await database.query('SELECT count(*)::int AS n FROM flex.trades');
  return row?.['n'];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

describe.skipIf(missing('airflow') !== '')(`Airflow${missing('airflow')}`, () => {
  it.each(['flex_daily.py', 'flex_daily_before_3_3.py'])(
    '%s loads, then has nothing new, and keeps the password to itself',
    async (recipe) => {
      const service = await serve();
      const { runs, database, home } = await worker();
      const first = await runs(recipe, {}, service.env);
      expect(first).toMatchObject({
        state: 'success',
        tasks: [{ state: 'success', tries: 1, result: { status: 'loaded' } }],
      });
      expect(await trades(database)).toBe(1);
      const second = await runs(recipe, {}, service.env);
      expect(second.tasks.map(({ state }) => state)).toEqual(['skipped']);
      const kept = filesBelow(home).map((path) => readFileSync(path));
      expect(kept.some((bytes) => bytes.includes('FLEXETL_TO') || bytes.includes(recipe))).toBe(
        true,
      );
      for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), TOKEN]) {
        expect(kept.filter((bytes) => bytes.includes(secret))).toEqual([]);
      }
    },
  );

  it.each(['flex_daily.py', 'flex_daily_before_3_3.py'])(
    '%s is tried again where the service is busy',
    async (recipe) => {
      const busy = { on: 'SendRequest', code: '1018', times: 1 } as const;
      const service = await serve(undefined, [busy], { generating: 0 });
      const { runs, database } = await worker();
      const told = await runs(recipe, {}, { ...service.env, FLEXETL_WAIT: '1' });
      expect(told.tasks).toMatchObject([{ state: 'success' }]);
      expect(told.tasks[0]!.tries).toBeGreaterThan(1);
      expect(service.calls()).toEqual(['SendRequest 123456', 'SendRequest 123456', 'GetStatement']);
      expect(await trades(database)).toBe(1);
    },
  );

  it.each(['flex_daily.py', 'flex_daily_before_3_3.py'])(
    '%s fails at once where the token is refused',
    async (recipe) => {
      const service = await serve(undefined, [{ on: 'SendRequest', code: '1012', times: 100 }]);
      const { runs } = await worker();
      const told = await runs(recipe, {}, service.env);
      expect(told).toMatchObject({ state: 'failed', tasks: [{ state: 'failed', tries: 1 }] });
      expect(service.calls()).toHaveLength(1);
    },
  );

  it('leaves no row and no session of a task that takes too long', async () => {
    const service = await serve();
    const { runs, database, archive } = await worker();
    await runs('flex_daily.py', {}, service.env);
    expect(await trades(database)).toBe(1);
    mkdirSync(join(archive, 'more'));
    writeFileSync(join(archive, 'more', 'b.xml'), reportOf({ from: '20240305' }));
    await connected(database.url, async (client) => {
      await client.query('BEGIN');
      await client.query('LOCK TABLE flex.trades IN ACCESS EXCLUSIVE MODE');
      const told = await runs('flex_replay.py', { timeout: 20 });
      expect(told.tasks.map(({ state }) => state)).toContain('failed');
      await client.query('ROLLBACK');
    });
    expect(await trades(database)).toBe(1);
    const sessions = await database.query(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'flexetl' AND datname = $1`,
      [database.name],
    );
    expect(sessions).toEqual([]);
  });

  it('finds a DAG in each recipe', async () => {
    const home = freshFolder();
    const env = { AIRFLOW_HOME: home, AIRFLOW__CORE__LOAD_EXAMPLES: 'False' };
    const { stdout } = await python('airflow', [SCRIPT, RECIPES, '{}'], { cwd: home, env });
    const found = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Record<string, string[]>;
    expect(found['errors']).toEqual([]);
    expect(found['dags']).toEqual([
      'flex_daily',
      'flex_daily_before_3_3',
      'flex_docker',
      'flex_kubernetes',
      'flex_replay',
    ]);
  });

  it('loads by three tasks what one process loads', async () => {
    const { runs, database, archive } = await worker();
    mkdirSync(archive);
    for (let day = 1; day <= 9; day++) {
      const xml = reportOf({ from: `2024040${day}`, account: `U200000${day % 4}` });
      writeFileSync(join(archive, `${day}.xml`), xml);
    }
    const told = await runs('flex_replay.py');
    expect(told.tasks.map(({ state }) => state)).toEqual(['success', 'success', 'success']);
    const other = await freshDatabase();
    await run(['load', archive, '--to', other.url], { cwd: freshFolder() });
    const rows = (of: FreshDatabase): Promise<unknown> =>
      of.query('SELECT account_id, _row_key, _statement_id FROM flex.trades ORDER BY 1, 2, 3');
    expect(await rows(database)).toEqual(await rows(other));
    expect(await trades(database)).toBe(9);
  });
});
