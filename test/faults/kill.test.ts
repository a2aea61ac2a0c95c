/**
 * SIGKILL at every point of a load into Postgres: afterwards the file is there wholly or not at
 * all, and a plain rerun completes it.
 */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { often } from '../brief.js';
import { freshFolder } from '../commands/run.js';
import { sharedDatabase } from '../postgres/database.js';
import { freshDatabase, type FreshDatabase } from '../postgres/database.js';
import { copyOf, loadBefore } from './databases.js';
import { openGate, type Point } from './gate.js';
import { NEXT, writeInputs } from './inputs.js';
import { freshTemporary, kill, load, startLoad, untilAlone } from './processes.js';
import { storedIn, type Stored } from './stored.js';

type From = 'nothing' | 'the week';

/** Where, into what it loads, and what is there after a kill at this point. */
const POINTS: readonly (readonly [string, Point, From, 'absent' | 'whole'])[] = [
  ['connected', { after: /^SELECT lower\(name\)/ }, 'nothing', 'absent'],
  [
    'surveyed, and asks what is there',
    { before: /FROM pg_catalog\.pg_class/ },
    'the week',
    'absent',
  ],
  [
    'has its first batch',
    { before: /^CREATE TEMPORARY TABLE "flexetl_stage_/ },
    'the week',
    'absent',
  ],
  ['asks what competes with it', { before: /^SELECT DISTINCT r\.query/ }, 'nothing', 'absent'],
  ['is in the midst of rows for their tables', { copied: 1_000 }, 'nothing', 'absent'],
  ['has its rows in their tables', { after: /^COPY "flex"/ }, 'nothing', 'absent'],
  // The ledger and COMMIT are one message.
  [
    'is about to commit them with the ledger',
    { before: /^INSERT INTO "flex"\.flexetl_loads/ },
    'nothing',
    'absent',
  ],
  ['is in the midst of a COPY', { copied: 100_000 }, 'the week', 'absent'],
  ['is about to publish', { before: /flexetl_locks/ }, 'nothing', 'absent'],
  ['has claimed the file', { after: /^INSERT INTO \S+flexetl_loads/ }, 'the week', 'absent'],
  ['is between two tables', { before: /^INSERT INTO "flex"\."trade_lots"/ }, 'the week', 'absent'],
  ['wrote the ledger', { after: /^INSERT INTO \S+load_statements/ }, 'the week', 'absent'],
  ['is about to commit', { before: /^COMMIT/ }, 'the week', 'absent'],
  [
    'has committed them and does not know',
    { after: /^INSERT INTO "flex"\.flexetl_loads/ },
    'nothing',
    'whole',
  ],
  ['has committed and does not know', { after: /^COMMIT/ }, 'the week', 'whole'],
];

/** How often a load is killed at random; FAULT_ROUNDS asks for more. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? often(4, 2));
/** A bound for one of them, on a machine that has other work too. */
const ROUND_MILLISECONDS = 20_000;

const week = sharedDatabase();
let before: Stored;
/** What an undisturbed load makes of an empty database, and of one with the week. */
let wholeFromNothing: Stored;
let wholeFromWeek: Stored;
/** Milliseconds that it took. */
let undisturbed: number;

const [next] = writeInputs(freshFolder(), [NEXT]);

beforeAll(async () => {
  await loadBefore(week());
  before = await storedIn(week());
});

describe('SIGKILL while a load', () => {
  it('(what it is compared with: loads that nobody disturbs)', async () => {
    const nothing = await freshDatabase();
    await load([next!], nothing.url);
    wholeFromNothing = await storedIn(nothing);
    const copy = await copyOf(week());
    const began = performance.now();
    const { summary } = await load([next!], copy.url);
    undisturbed = performance.now() - began;
    wholeFromWeek = await storedIn(copy);
    expect(Object.keys(wholeFromNothing).length).toBeGreaterThan(8);
    // Every way that a row can go is in it.
    expect(summary.tables['trades']).toMatchObject({
      inserted: expect.toSatisfy((n: number) => n > 0) as number,
      deleted: expect.toSatisfy((n: number) => n > 0) as number,
      unchanged: expect.toSatisfy((n: number) => n > 0) as number,
    });
  });

  it.each(POINTS)('%s', async (_, point, from, then) => {
    const empty = from === 'nothing';
    await killedAt(point, empty ? await freshDatabase() : await copyOf(week()), {
      then,
      untouched: empty ? {} : before,
      whole: empty ? wholeFromNothing : wholeFromWeek,
    });
  });

  it(
    `came at random, ${ROUNDS} times in a row, until it was done`,
    async () => {
      const database = await copyOf(week());
      let killed = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const running = startLoad([next!], database.url);
        const moment = new Promise((come) => setTimeout(come, Math.random() * undisturbed));
        await Promise.race([moment, running.ended]);
        const { signal, status } = await kill(running);
        expect([null, 0]).toContain(status);
        await untilAlone(database);
        if (signal !== null) killed += 1;
        expect([before, wholeFromWeek]).toContainEqual(await storedIn(database));
      }
      expect((await load([next!], database.url)).status).toBe(0);
      expect(await storedIn(database)).toEqual(wholeFromWeek);
      expect(killed).toBeGreaterThan(0);
    },
    ROUNDS * ROUND_MILLISECONDS + 60_000,
  );
});

async function killedAt(
  point: Point,
  database: FreshDatabase,
  expected: { then: 'absent' | 'whole'; untouched: Stored; whole: Stored },
): Promise<void> {
  const gate = await openGate(database.url);
  const temporary = freshTemporary();
  const reached = gate.hold(point);
  const running = startLoad([next!], gate.through(database.url), {
    env: { TMPDIR: temporary },
  });
  const first = await Promise.race([reached, running.ended]);
  expect(first, 'the load ended before it came to the point').not.toHaveProperty('stdout');
  const killed = await kill(running);
  expect(killed.signal).toBe('SIGKILL');
  await untilAlone(database);
  const there = expected.then === 'whole';
  expect(await storedIn(database)).toEqual(there ? expected.whole : expected.untouched);
  expect(readdirSync(temporary)).toEqual([]);

  const again = await load([next!], database.url);
  expect([again.status, again.summary.status]).toEqual([0, there ? 'already_loaded' : 'loaded']);
  expect(await storedIn(database)).toEqual(expected.whole);
  await untilAlone(database);
}
