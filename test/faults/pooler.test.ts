/**
 * Behind a pooler, where each transaction gets a connection of the server that was another
 * client's before and will be another's after: nothing of flexetl stays on it, and nobody but
 * flexetl is ever ended.
 */
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder, run, type Ran } from '../commands/run.js';
import { freshDatabase, type FreshDatabase } from '../postgres/database.js';
import { NO_PGBOUNCER, startPooler } from '../postgres/pgbouncer.js';
import { connected } from '../postgres/server.js';
import { databaseWithWeek } from './databases.js';
import { openGate } from './gate.js';
import { BEFORE, NEXT, writeInputs } from './inputs.js';
import { load, startLoad, summarised, until, untilBlocked } from './processes.js';
import { storedIn } from './stored.js';

const [week, next, cutOff] = writeInputs(freshFolder(), [BEFORE, NEXT, NEXT.slice(0, -100)]);

/** Another client of the same pool. */
class Neighbour {
  private constructor(private readonly client: pg.Client) {}

  static async at(url: string): Promise<Neighbour> {
    const client = new pg.Client({ connectionString: url, application_name: 'a neighbour' });
    // It is ended with the pooler where a test fails.
    client.on('error', () => undefined);
    await client.connect();
    onTestFinished(() => client.end());
    return new Neighbour(client);
  }

  async query(sql: string): Promise<Record<string, unknown>[]> {
    return (await this.client.query<Record<string, unknown>>(sql)).rows;
  }

  /** The process of the server that serves it at the moment. */
  async pid(): Promise<unknown> {
    return (await this.query('SELECT pg_backend_pid() AS pid'))[0]!['pid'];
  }

  /** All that a session of the server can hold and another client would find there. */
  async found(): Promise<unknown> {
    const settings = await this.query('SHOW ALL');
    const [held] = await this.query(
      `SELECT (SELECT count(*) FROM pg_class WHERE relpersistence = 't') AS temporary_tables,
         (SELECT count(*) FROM pg_prepared_statements) AS prepared,
         (SELECT count(*) FROM pg_cursors) AS cursors,
         (SELECT count(*) FROM pg_listening_channels()) AS channels,
         (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory') AS locks,
         current_user AS who`,
    );
    return { ...held, settings: settings.map(({ name, setting }) => [name, setting]) };
  }
}

const command = (args: readonly string[], url: string): Promise<Ran> =>
  run(args, { env: { FLEXETL_TO: url } });

function withStallTimeout(url: string): string {
  const changed = new URL(url);
  changed.searchParams.set('stall_timeout', '1');
  return changed.href;
}

/** The process of the server that works for flexetl, as the server itself tells. */
async function pidOfFlexetl(database: FreshDatabase): Promise<unknown> {
  const working = (await database.connections()).filter(
    ({ application, state }) => application === 'flexetl' && state !== 'idle',
  );
  expect(working).toHaveLength(1);
  return working[0]!.pid;
}

if (NO_PGBOUNCER !== undefined) {
  it('is tested with a pooler', ({ skip }) => skip(NO_PGBOUNCER));
}

describe.skipIf(NO_PGBOUNCER !== undefined)('behind a pooler', () => {
  it('every command leaves the one connection of the server as it found it', async () => {
    const database = await freshDatabase();
    const url = await startPooler(database.url, { size: 1 });
    const neighbour = await Neighbour.at(url);
    const [pid, found] = [await neighbour.pid(), await neighbour.found()];
    const calls: [string[], number][] = [
      [['load', week!, '--dry-run'], 0],
      [['load', week!], 0],
      [['load', week!], 0],
      [['load', next!, '--dry-run'], 0],
      [['load', next!, '--mode', 'replace'], 0],
      [['load', next!, '--mode', 'append'], 0],
      [['load', cutOff!], 65],
      [['verify', next!], 0],
      [['status'], 0],
      [['check'], 0],
    ];
    for (const [args, exit] of calls) {
      const { status, stderr } = await command(args, url);
      expect([args, status, stderr]).toEqual([args, exit, exit === 0 ? '' : stderr]);
      expect([args, await neighbour.found()]).toEqual([args, found]);
    }
    // It was this connection that flexetl had.
    expect(await neighbour.pid()).toBe(pid);
  });

  it('the SQL of a user leaves nothing behind', async () => {
    const database = await freshDatabase();
    await database.query('CREATE SCHEMA flex; CREATE TABLE flex.trades (n int)');
    const url = await startPooler(database.url, { size: 1 });
    const neighbour = await Neighbour.at(url);
    const found = await neighbour.found();
    const answered = [
      'SELECT count(*) AS n FROM trades',
      `SELECT set_config('search_path', 'nowhere', false)`,
      `SELECT set_config('default_transaction_read_only', 'on', false)`,
      `SELECT set_config('flexetl.of_its_own', 'set', false)`,
      'SELECT pg_advisory_lock(7)',
    ];
    const refused = [
      'SELECT pg_advisory_lock(7), 1 / 0',
      'SELECT 1; COMMIT; SET search_path = nowhere',
      'SET search_path = nowhere',
      'COMMIT',
      'PREPARE again AS SELECT 1',
      'LISTEN everything',
      'CREATE TEMPORARY TABLE left_behind (n int)',
    ];
    for (const sql of [...answered, ...refused]) {
      const { status, stderr } = await command(['query', sql], url);
      expect([sql, status === 0, stderr]).toEqual([
        sql,
        answered.includes(sql),
        answered.includes(sql)
          ? '1 row\n'
          : (expect.stringContaining('FLEX_QUERY_FAILED') as string),
      ]);
      expect([sql, await neighbour.found()]).toEqual([sql, found]);
    }
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'a load that %s ends in the midst of a COPY is rolled back, and a neighbour goes on',
    async (signal) => {
      const database = await freshDatabase();
      const url = await startPooler(database.url, { size: 2 });
      const neighbour = await Neighbour.at(url);
      await neighbour.query('BEGIN');
      const [pid, found] = [await neighbour.pid(), await neighbour.found()];
      const gate = await openGate(url);
      const reached = gate.hold({ copied: 50_000 });
      const running = startLoad([week!], gate.through(url));
      await reached;
      running.process.kill(signal);
      await running.ended;
      await until('the server has rolled back', async () => {
        const left = await database.connections();
        return left.every(({ application }) => application !== 'flexetl');
      });
      // What the ended load was served by is not what the neighbour has.
      expect([await neighbour.pid(), await neighbour.found()]).toEqual([pid, found]);
      await neighbour.query('COMMIT');
      expect(await storedIn(database)).toEqual({});
    },
  );

  it('a silent connection ends nobody who is served by the process that was ours', async () => {
    const database = await freshDatabase();
    const url = await startPooler(database.url, { size: 2 });
    const neighbour = await Neighbour.at(url);
    const gate = await openGate(url);
    // The ledger and COMMIT are one message.
    const committing = gate.hold({ before: /^INSERT INTO \S+flexetl_loads/ });
    const committed = gate.hold({ after: /^INSERT INTO \S+flexetl_loads/ });
    const running = startLoad([week!], withStallTimeout(gate.through(url)));
    const held = await committing;
    const pid = await pidOfFlexetl(database);
    held.release();
    // Done by the server, whose answer is never heard of: the pooler has the connection back.
    await committed;
    await neighbour.query('BEGIN');
    expect(await neighbour.pid()).toBe(pid);
    const { status, summary } = summarised(await running.ended);
    expect([status, summary.status]).toEqual([0, 'loaded']);
    expect(await neighbour.pid()).toBe(pid);
    await neighbour.query('COMMIT');
  });

  it('a transaction of ours that is stalled is ended, and the load made again', async () => {
    const database = await freshDatabase();
    const url = await startPooler(database.url, { size: 2 });
    const neighbour = await Neighbour.at(url);
    const gate = await openGate(url);
    const reached = gate.hold({ after: /^SELECT DISTINCT r\.query/ });
    const running = startLoad([week!], withStallTimeout(gate.through(url)));
    await reached;
    const ours = await pidOfFlexetl(database);
    const { status, summary } = summarised(await running.ended);
    expect([status, summary.status]).toEqual([0, 'loaded']);
    const left = await database.connections();
    expect(left.map((one) => one.pid)).not.toContain(ours);
    await neighbour.query('SELECT 1');
  });

  it('a load that has the only connection is waited for while the server works', async () => {
    const database = await databaseWithWeek();
    const url = await startPooler(database.url, { size: 1 });
    const gate = await openGate(url);
    await connected(database.url, async (holder) => {
      await holder.query(`BEGIN; UPDATE flex.flexetl_locks SET holder = 'a test'`);
      const running = startLoad([next!], withStallTimeout(gate.through(url)));
      await untilBlocked(database);
      const asked = (): number =>
        gate.statements.filter((statement) => statement.includes('pg_stat_activity')).length;
      await until('the pooler was asked three times', () => asked() >= 3);
      await holder.query('ROLLBACK');
      const { status, summary } = summarised(await running.ended);
      expect([status, summary.status]).toEqual([0, 'loaded']);
    });
  });

  it.each<[string, 'statement' | 'transaction', string, string]>([
    ['takes no transactions', 'statement', '', 'pool_mode'],
    ['takes no options', 'transaction', 'options=-c%20work_mem%3D8MB', 'ignore_startup_parameters'],
  ])('that %s, a load is refused with what to do', async (_, mode, settings, advice) => {
    const database = await freshDatabase();
    const url = await startPooler(database.url, { size: 1, mode });
    const { status, summary } = await load([week!], `${url}?${settings}`);
    expect([status, summary.error?.code]).toEqual([78, 'FLEX_CONFIG']);
    expect(summary.error?.advice).toContain(advice);
  });
});
