/**
 * SIGTERM and SIGINT while a load into Postgres hangs: at once it says so and is rolled back,
 * long before a scheduler kills it.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { freshFolder, type Running } from '../commands/run.js';
import { freshDatabase, type FreshDatabase } from '../postgres/database.js';
import { connected } from '../postgres/server.js';
import { databaseWithWeek } from './databases.js';
import { openGate, type Point } from './gate.js';
import { NEXT, writeInputs } from './inputs.js';
import {
  freshTemporary,
  load,
  startLoad,
  summarised,
  until,
  untilAlone,
  untilBlocked,
} from './processes.js';
import { storedIn } from './stored.js';

/** Schedulers wait that long before they kill. */
const SCHEDULERS_WAIT = 10_000;

const [next] = writeInputs(freshFolder(), [NEXT]);

/** Sends the signal; what the process says must be complete, true and in time. */
async function expectCancelled(running: Running, signal: 'SIGTERM' | 'SIGINT'): Promise<void> {
  const began = performance.now();
  running.process.kill(signal);
  const { status, summary, stderr } = summarised(await running.ended);
  const [exit, code] = signal === 'SIGTERM' ? [143, 'FLEX_TERMINATED'] : [130, 'FLEX_INTERRUPTED'];
  expect(status).toBe(exit);
  expect(summary).toMatchObject({
    status: 'cancelled',
    exitCode: exit,
    inputs: [{ status: 'cancelled' }],
    tables: {},
    error: { code, advice: 'Run again; nothing is loaded twice.' },
  });
  expect(stderr).toContain(code);
  // A bound and no measure: that it is in time is the promise.
  expect(performance.now() - began).toBeLessThan(SCHEDULERS_WAIT);
}

async function expectCompleted(database: FreshDatabase): Promise<void> {
  await untilAlone(database);
  expect(await load([next!], database.url)).toMatchObject({ status: 0 });
}

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  it.each<[string, Point]>([
    ['a COPY that is stalled', { copied: 50_000 }],
    ['a statement whose answer does not come', { after: /^SELECT DISTINCT r\.query/ }],
  ])('ends %s', async (_, point) => {
    const database = await freshDatabase();
    const gate = await openGate(database.url);
    const reached = gate.hold(point);
    const temporary = freshTemporary();
    const running = startLoad([next!], gate.through(database.url), {
      env: { TMPDIR: temporary },
    });
    await reached;
    await expectCancelled(running, signal);
    await untilAlone(database);
    expect(await storedIn(database)).toEqual({});
    expect(readdirSync(temporary)).toEqual([]);
    await expectCompleted(database);
  });

  it("ends the wait for another process's lock, and the server's waiting with it", async () => {
    const database = await databaseWithWeek();
    const before = await storedIn(database);
    await connected(database.url, async (holder) => {
      await holder.query(`BEGIN; UPDATE flex.flexetl_locks SET holder = 'a test'`);
      const running = startLoad([next!], database.url);
      await untilBlocked(database);
      await expectCancelled(running, signal);
      // While the lock is still held: nothing of the load waits for it any more.
      await until('the backend is gone', async () => {
        const left = await database.connections();
        return left.every(({ application }) => application !== 'flexetl');
      });
      await holder.query('ROLLBACK');
    });
    expect(await storedIn(database)).toEqual(before);
    await expectCompleted(database);
  });
});

describe('a signal after COMMIT was sent', () => {
  it('is answered with what came of it: loaded, since the server had done it', async () => {
    const database = await freshDatabase();
    await connected(database.url, async () => {
      const gate = await openGate(database.url);
      // The ledger and COMMIT are one message.
      const reached = gate.hold({ after: /^INSERT INTO \S+flexetl_loads/ });
      const running = startLoad([next!], gate.through(database.url));
      const held = await reached;
      running.process.kill('SIGTERM');
      held.release();
      const { status, summary } = summarised(await running.ended);
      expect([status, summary.status]).toEqual([0, 'loaded']);
    });
    await untilAlone(database);
    const again = await load([next!], database.url);
    expect(again.summary.status).toBe('already_loaded');
  });
});
