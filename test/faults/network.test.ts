/**
 * Connections that end, break and stall in the midst of a load: the file is tried again as a
 * whole, never loaded twice, and nothing is waited for without a bound.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder } from '../commands/run.js';
import { freshDatabase, type FreshDatabase } from '../postgres/database.js';
import { startProxy, type Direction, type Proxy } from '../postgres/proxy.js';
import { connected } from '../postgres/server.js';
import { databaseWithWeek } from './databases.js';
import { openGate, type Point } from './gate.js';
import { activity, writeInputs } from './inputs.js';
import { load, startLoad, summarised, until, untilAlone, untilBlocked } from './processes.js';
import { storedIn, type Stored } from './stored.js';

const [week] = writeInputs(freshFolder(), [activity()]);

/** What an undisturbed load leaves, and the bytes that it sends and gets. */
let whole: Stored;
const bytes: Record<Direction, number> = { 'to server': 0, 'to client': 0 };

async function proxyTo(url: string): Promise<Proxy> {
  const proxy = await startProxy(url);
  onTestFinished(() => proxy.close());
  return proxy;
}

/** A load that gets through, on its second try. */
async function expectLoaded(database: FreshDatabase, url: string): Promise<void> {
  const { status, summary, stderr } = await load([week!], url);
  expect([status, summary.status, stderr]).toEqual([0, 'loaded', '']);
  await expectWhole(database);
}

async function expectWhole(database: FreshDatabase): Promise<void> {
  await untilAlone(database);
  expect(await storedIn(database)).toEqual(whole);
}

describe('a connection that', () => {
  it('(nobody disturbs: what the others are compared with)', async () => {
    const database = await freshDatabase();
    const proxy = await proxyTo(database.url);
    expect((await load([week!], proxy.through(database.url))).status).toBe(0);
    Object.assign(bytes, proxy.bytes);
    whole = await storedIn(database);
    expect(bytes['to server']).toBeGreaterThan(200_000);
  });

  it.each<[Direction, number]>([
    ['to server', 0.02],
    ['to server', 0.5],
    ['to server', 0.97],
    ['to client', 0.3],
    ['to client', 0.9],
  ])('is cut when %s %d of the bytes have gone: the second try loads', async (way, part) => {
    const database = await freshDatabase();
    const proxy = await proxyTo(database.url);
    const { happened } = proxy.cutAfter(Math.floor(bytes[way] * part), way);
    await expectLoaded(database, proxy.through(database.url));
    await happened;
  });

  it.each<[string, Point]>([
    // The ledger of rows that went straight into their tables and COMMIT are one message.
    ['just before COMMIT', { before: /^INSERT INTO \S+flexetl_loads/ }],
    ['just after COMMIT was done, its answer lost', { after: /^INSERT INTO \S+flexetl_loads/ }],
  ])('is cut %s: loaded, and once', async (_, point) => {
    const database = await freshDatabase();
    const gate = await openGate(database.url);
    const reached = gate.hold(point);
    const loaded = expectLoaded(database, gate.through(database.url));
    (await reached).cut();
    await loaded;
    expect((await load([week!], database.url)).summary.status).toBe('already_loaded');
  });

  it('the server ends in the midst of a COPY is made again', async () => {
    const database = await freshDatabase();
    const gate = await openGate(database.url);
    const reached = gate.hold({ copied: 50_000 });
    const loaded = expectLoaded(database, gate.through(database.url));
    const held = await reached;
    expect(await database.terminate()).toBe(1);
    held.release();
    await loaded;
  });

  it('breaks every time is given up with 69, and nothing is there', async () => {
    const database = await databaseWithWeek();
    const before = await storedIn(database);
    const gate = await openGate(database.url);
    const [next] = writeInputs(freshFolder(), [activity({ account: 'U1000002' })]);
    const running = startLoad([next!], gate.through(database.url));
    let breaks = 0;
    const breaking = async (): Promise<never> => {
      for (;;) {
        const held = await gate.hold({ copied: 50_000 });
        breaks += 1;
        held.cut();
      }
    };
    const ended = await Promise.race([running.ended, breaking()]);
    const { status, summary } = summarised(ended);
    expect(status).toBe(69);
    expect(summary).toMatchObject({
      status: 'failed',
      inputs: [{ status: 'failed' }],
      tables: {},
      error: {
        code: 'FLEX_DEST_UNAVAILABLE',
        advice: 'Check that it is running, then run again.',
      },
    });
    expect(breaks).toBe(4);
    await untilAlone(database);
    expect(await storedIn(database)).toEqual(before);
  });

  it('stalls alone is ended on both sides, and made again', async () => {
    const database = await freshDatabase();
    const gate = await openGate(database.url);
    const reached = gate.hold({ after: /^SELECT DISTINCT r\.query/ });
    const loaded = expectLoaded(database, withStallTimeout(gate.through(database.url)));
    // Held for ever: it keeps its locks until its server process is ended.
    await reached;
    await loaded;
  });

  it('stalls with the whole network is given up within a bound, with what to do', async () => {
    const database = await freshDatabase();
    const proxy = await proxyTo(database.url);
    const { happened } = proxy.stallAfter(Math.floor(bytes['to server'] / 2), 'to server');
    const running = startLoad([week!], withStallTimeout(proxy.through(database.url)));
    await happened;
    const { status, summary } = summarised(await running.ended);
    expect(status).toBe(69);
    expect(summary.error).toMatchObject({ code: 'FLEX_DEST_UNAVAILABLE' });
    expect(summary.error?.advice).toMatch(/[Cc]heck .* run again/);
    proxy.cut();
    await untilAlone(database);
    expect(await storedIn(database)).toEqual({});
  });

  it('is silent because the server waits for a lock is waited for', async () => {
    const database = await databaseWithWeek();
    const gate = await openGate(database.url);
    const [next] = writeInputs(freshFolder(), [activity({ account: 'U1000003' })]);
    await connected(database.url, async (holder) => {
      await holder.query(`BEGIN; UPDATE flex.flexetl_locks SET holder = 'a test'`);
      const running = startLoad([next!], withStallTimeout(gate.through(database.url)));
      await untilBlocked(database);
      const asked = (): number =>
        gate.statements.filter((statement) => statement.includes('pg_stat_activity')).length;
      await until('the server was asked three times', () => asked() >= 3);
      await holder.query('ROLLBACK');
      const { status, summary } = summarised(await running.ended);
      expect([status, summary.status]).toEqual([0, 'loaded']);
    });
  });
});

describe('a server that', () => {
  const STARTING = { sqlstate: '57P03', message: 'the database system is starting up' };

  it('is still starting is waited for', async () => {
    const database = await freshDatabase();
    const gate = await openGate(database.url);
    gate.refuse(STARTING, 2);
    await expectLoaded(database, gate.through(database.url));
  });

  it('has too many connections is waited for, and then given up with 69', async () => {
    const database = await freshDatabase();
    const role = await database.createRole();
    await database.query(`ALTER ROLE ${role.name} CONNECTION LIMIT 1`);
    await connected(role.url, async () => {
      const { status, summary } = await load([week!], role.url);
      expect(status).toBe(69);
      expect(summary.error).toMatchObject({ code: 'FLEX_DEST_UNAVAILABLE' });
      expect(summary.error?.message).toContain('too many connections');
    });
    expect(await storedIn(database)).toEqual({});
  });
});

/** A second instead of a minute. */
function withStallTimeout(url: string): string {
  const changed = new URL(url);
  changed.searchParams.set('stall_timeout', '1');
  return changed.href;
}
