/** Databases for tests, and the setup that provides their server. */
import pg from 'pg';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freshDatabase, makeDatabase, providedServer, sharedDatabase } from './database.js';
import setup from './global-setup.js';

describe('a fresh database', () => {
  it('is empty, and of the server of the run', async () => {
    const database = await freshDatabase();
    const [row] = await database.query(
      `SELECT current_setting('server_version') AS version, current_database() AS name,
         (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public') AS tables`,
    );
    expect(row).toEqual({ version: providedServer().version, name: database.name, tables: 0 });
  });

  it('gives values as the driver reads them, and as Postgres prints them', async () => {
    const database = await freshDatabase();
    const [row] = await database.query('SELECT $1::int AS n', [7]);
    expect(row).toEqual({ n: 7 });
    const printed = await database.texts(`SELECT 1.50::numeric, NULL, true, date '2024-02-29'`);
    expect(printed).toEqual([['1.50', null, 't', '2024-02-29']]);
  });

  it('has roles without rights, which go with it', async () => {
    const database = await makeDatabase();
    const role = await database.createRole();
    const client = new pg.Client(role.url);
    await client.connect();
    await expect(client.query('CREATE SCHEMA flex')).rejects.toMatchObject({ code: '42501' });
    await client.end();
    await database.drop();
    const other = await freshDatabase();
    expect(await other.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role.name])).toEqual([]);
    const gone = other.query('SELECT 1 FROM pg_database WHERE datname = $1', [database.name]);
    expect(await gone).toEqual([]);
  });

  it('fails the test that leaves a connection open', async () => {
    const database = await makeDatabase();
    const client = new pg.Client(database.url);
    const broken = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await expect(database.drop()).rejects.toThrow('1 connection(s) left open');
    await broken;
  });
});

describe('a shared database', () => {
  const database = sharedDatabase();

  it('keeps what a test leaves', async () => {
    expect(await database().query('CREATE TABLE left_here (n int)')).toEqual([]);
  });

  it('for the next one', async () => {
    expect(await database().query('SELECT * FROM left_here')).toEqual([]);
  });
});

describe('the setup of a run', () => {
  /** What the setup provides, with the environment as given. */
  async function provided(environment: Record<string, string>): Promise<unknown> {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
    const provide = vi.fn();
    const teardown = await setup({ provide });
    await teardown();
    expect(provide).toHaveBeenCalledExactlyOnceWith('postgres', expect.anything());
    return provide.mock.calls[0]?.[1];
  }

  it('uses the server that the environment names', async () => {
    const { url, version } = providedServer();
    expect(await provided({ FLEXETL_TEST_POSTGRES: url })).toEqual({ url, version });
  });

  it('says why there is none, for the tests that need one', async () => {
    const seen = await provided({
      FLEXETL_TEST_POSTGRES: '',
      FLEXETL_TEST_POSTGRES_PACKAGE: '/no/such/package',
    });
    expect(seen).toHaveProperty('failure', expect.stringContaining('There is no Postgres to test'));
  });
});
