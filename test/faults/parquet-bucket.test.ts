/**
 * Parquet datasets in a bucket under SIGKILL at each step of a commit, and with several writers: the same
 * promises as in a directory (parquet.test.ts).
 */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, type Running } from '../commands/run.js';
import type { Subject } from '../object-store/contract.js';
import { throughGate } from '../object-store/gate.js';
import { copyOf, copyWithin, inBothStores } from '../sinks/parquet/buckets.js';
import { held, type Held } from './held.js';
import { activity, NEXT, writeInputs } from './inputs.js';
import { load, startLoad } from './processes.js';

/** The request at which a process is killed. */
interface Point {
  readonly name: RegExp;
  readonly nth: number;
  readonly when: 'before' | 'after';
}

const DATA = /^PUT .*\.parquet/;
const LOG = /^PUT .*\/_flexetl_log\/\d+\.json/;
const DELTA = /^PUT .*\/_delta_log\/\d+\.json/;

const POINTS: readonly (readonly [string, Point, 'absent' | 'between'])[] = [
  ['has no file there yet', { name: DATA, nth: 1, when: 'before' }, 'absent'],
  ['is between its files', { name: DATA, nth: 6, when: 'after' }, 'absent'],
  ['has all its files there', { name: LOG, nth: 1, when: 'before' }, 'absent'],
  ['has committed, and does not know it', { name: LOG, nth: 1, when: 'after' }, 'between'],
  ['is between two Delta logs', { name: DELTA, nth: 4, when: 'before' }, 'between'],
];

const paths = writeInputs(freshFolder(), [
  activity({ rowsPerDay: 5 }),
  NEXT,
  activity({ account: 'U1000002', rowsPerDay: 3 }),
]);
let prefixes = 0;

/** A prefix that nobody else uses, and the DEST of it. */
function freshPlace({ bucket }: Subject): { prefix: string; dest: string } {
  const prefix = `sets/${(prefixes += 1)}`;
  return { prefix, dest: `parquet:s3://${bucket}/${prefix}` };
}

async function loaded(
  store: Subject,
  inputs: readonly string[],
  place = freshPlace(store),
): Promise<{ place: { prefix: string; dest: string }; status: string; held: Held }> {
  const temporary = freshFolder();
  const env = { ...store.env, TMPDIR: temporary };
  const { status, stderr, summary } = await load(inputs, place.dest, { env });
  expect([status, stderr]).toEqual([0, stderr]);
  expect(readdirSync(temporary)).toEqual([]);
  return { place, status: summary.status, held: await held(await copyOf(store, place.prefix)) };
}

inBothStores('a Parquet dataset', (store) => {
  describe('SIGKILL while a load', () => {
    let week: string;
    let before: Held;
    let whole: Held;
    beforeAll(async () => {
      const loadedWeek = await loaded(store(), [paths[0]!]);
      ({ held: before } = loadedWeek);
      week = loadedWeek.place.prefix;
      ({ held: whole } = await loaded(store(), paths.slice(0, 2)));
    });

    it.each(POINTS)('%s', async (_, { name, nth, when }, then) => {
      const place = freshPlace(store());
      await copyWithin(store(), week, place.prefix);
      let killed: Running | undefined = undefined;
      let count = 0;
      let committing = false;
      const gate = await throughGate(store(), (line, now) => {
        committing ||= LOG.test(line);
        // The Delta logs of the commit before are offered again when a call begins.
        const counts = now === when && name.test(line) && (committing || name !== DELTA);
        const here = counts && (count += 1) === nth;
        if (here) killed!.process.kill('SIGKILL');
        return here;
      });
      killed = startLoad([paths[1]!], place.dest, { env: gate.env });
      expect((await killed.ended).signal).toBe('SIGKILL');
      const found = await held(await copyOf(store(), place.prefix));
      if (then === 'absent') expect(found).toEqual(before);
      const again = await loaded(store(), [paths[1]!], place);
      expect(again.status).toBe(then === 'absent' ? 'loaded' : 'already_loaded');
      expect(withoutLedger(again.held)).toEqual(withoutLedger(whole));
    });
  });

  it('takes several processes, which leave what one would have left', async () => {
    const serial = await loaded(store(), paths);
    const place = freshPlace(store());
    const { env } = store();
    const pairs = [paths.slice(0, 2), paths.slice(1), [paths[2]!, paths[0]!]];
    const all = await Promise.all(pairs.map((some) => load(some, place.dest, { env })));
    expect(all.map(({ status }) => status)).toEqual([0, 0, 0]);
    const shared = await held(await copyOf(store(), place.prefix));
    expect(withoutLedger(shared)).toEqual(withoutLedger(serial.held));
  });
});

/** Counts of the ledger depend on the order and on the calls; the rows do not. */
function withoutLedger(tables: Held): Held {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => name !== 'flexetl_loads'));
}
