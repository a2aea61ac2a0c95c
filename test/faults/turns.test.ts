/**
 * Who waits for whom in Postgres: loads of one account take turns, those of different accounts
 * publish beside each other, but for facts that belong to no account and for what makes tables.
 */
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder, run } from '../commands/run.js';
import { freshDatabase, type FreshDatabase } from '../postgres/database.js';
import { activity, writeInputs } from './inputs.js';
import { load, startLoad, summarised, untilAlone, untilBlocked } from './processes.js';
import { storedIn } from './stored.js';

const ACCOUNTS = ['U1000001', 'U1000002', 'U1000003'];
/** Two overlapping files of each account, all with the same conversion rates. */
const FILES = ACCOUNTS.flatMap((account) => [
  activity({ account, rowsPerDay: 5 }),
  activity({
    ...{ account, from: '2024-03-06', to: '2024-03-12', rowsPerDay: 5 },
    whenGenerated: '20240313;072104',
    restate: { day: '2024-03-07', salt: 2 },
  }),
]);
const WITHOUT_FACTS = ['--skip', 'ConversionRates'];

/** Holds rows of flexetl_locks as a load would, until it is let go. */
async function holding(database: FreshDatabase, sql: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: database.url, application_name: 'a holder' });
  await client.connect();
  onTestFinished(() => client.end().catch(() => undefined));
  await client.query('BEGIN');
  await client.query(sql);
  return async () => {
    await client.query('COMMIT');
    await client.end();
  };
}

const turnOf = (scope: string, strength = 'UPDATE'): string =>
  `INSERT INTO flex.flexetl_locks VALUES ('${scope}', '') ON CONFLICT DO NOTHING;
   SELECT 1 FROM flex.flexetl_locks WHERE scope = '${scope}' FOR ${strength}`;

/** A database with the first file of the first account, so that all tables are there. */
async function begun(): Promise<{ database: FreshDatabase; paths: string[] }> {
  const database = await freshDatabase();
  const paths = writeInputs(freshFolder(), FILES);
  expect(await load([paths[0]!], database.url)).toMatchObject({ status: 0 });
  return { database, paths };
}

describe('a load in Postgres', () => {
  it('does not wait for one of another account', async () => {
    const { database, paths } = await begun();
    const letGo = await holding(
      database,
      `${turnOf('publish', 'SHARE')}; ${turnOf('account U1000001')}`,
    );
    // Both ways: its rows go straight into the tables, then they are weighed.
    for (const path of [paths[2]!, paths[3]!]) {
      expect(await load([path], database.url)).toMatchObject({ status: 0 });
    }
    await letGo();
    await untilAlone(database);
  });

  it('waits for one of its account', async () => {
    const { database, paths } = await begun();
    const letGo = await holding(
      database,
      `${turnOf('publish', 'SHARE')}; ${turnOf('account U1000002')}`,
    );
    const running = startLoad([paths[2]!], database.url);
    await untilBlocked(database);
    await letGo();
    expect(summarised(await running.ended)).toMatchObject({ status: 0 });
  });

  it('waits for one that merges facts where it has some, and else does not', async () => {
    const { database, paths } = await begun();
    const letGo = await holding(database, `${turnOf('publish', 'SHARE')}; ${turnOf('facts')}`);
    const without = await load([paths[2]!, ...WITHOUT_FACTS], database.url);
    expect(without).toMatchObject({ status: 0 });
    const running = startLoad([paths[4]!], database.url);
    await untilBlocked(database);
    await letGo();
    expect(summarised(await running.ended)).toMatchObject({ status: 0 });
  });

  it('that replaces waits until no other publishes', async () => {
    const { database, paths } = await begun();
    const letGo = await holding(database, turnOf('publish', 'SHARE'));
    const running = startLoad([paths[2]!, '--mode', 'replace'], database.url);
    await untilBlocked(database);
    await letGo();
    expect(summarised(await running.ended)).toMatchObject({ status: 0 });
  });
});

describe('--jobs', () => {
  it.each([2, 4])('%s leaves what one leaves, and tells of it in order', async (jobs) => {
    const paths = writeInputs(freshFolder(), FILES);
    const [one, many] = [await freshDatabase(), await freshDatabase()];
    const serial = await load(paths, one.url);
    const atOnce = await load([...paths, '--jobs', String(jobs)], many.url);
    expect([serial.status, atOnce.status, atOnce.stderr]).toEqual([0, 0, '']);
    expect(atOnce.summary.inputs.map(({ name }) => name)).toEqual(paths);
    expect(atOnce.summary.inputs).toEqual(serial.summary.inputs);
    await untilAlone(many);
    expect(await storedIn(many, { orderMatters: false })).toEqual(
      await storedIn(one, { orderMatters: false }),
    );
    const again = await load([...paths, '--jobs', String(jobs)], many.url);
    expect(again.summary.status).toBe('already_loaded');
  });

  it('is refused where the destination takes one input at a time', async () => {
    const [path] = writeInputs(freshFolder(), [FILES[0]!]);
    const { status, stdout } = await run(['load', path!, '--jobs', '2', '--to', 'duckdb:w.duckdb']);
    expect([status, stdout]).toEqual([78, expect.stringContaining('takes one input at a time')]);
    const args = ['load', path!, '--jobs', '2', '--to', 'parquet:set'];
    const parquet = await run(args);
    expect([parquet.status, parquet.stdout]).toEqual([78, expect.stringContaining('--shard 1/N')]);
  });
});
