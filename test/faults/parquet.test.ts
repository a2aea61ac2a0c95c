/**
 * Parquet datasets under SIGKILL at each step of a commit, several writers, and full disks. After a kill
 * a dataset is as before or has the whole load, to flexetl in all tables at once, to readers of
 * Delta in each of them; a plain rerun completes it.
 */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder } from '../commands/run.js';
import { held, type Held } from './held.js';
import { activity, NEXT, writeInputs } from './inputs.js';
import { load, startLoad } from './processes.js';

/** Where a process is killed: at a call of node:fs/promises that makes or moves to such a name. */
interface Point {
  readonly call: 'link' | 'rename';
  readonly name: RegExp;
  readonly nth: number;
  readonly when: 'before' | 'after';
}

function killedAtName({ call, name, nth, when }: Point): Readonly<Record<string, string>> {
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const real = fs.promises.${call};
    let calls = 0;
    fs.promises.${call} = async (from, to) => {
      const here = ${String(name)}.test(String(to)) && ++calls === ${nth};
      if (here && ${when === 'before'}) process.kill(process.pid, 'SIGKILL');
      const done = await real(from, to);
      if (here) process.kill(process.pid, 'SIGKILL');
      return done;
    };
    syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

const DATA = /\.parquet$/;
const LOG = /_flexetl_log.\d+\.json$/;
const DELTA = /_delta_log.\d+\.json$/;

const POINTS: readonly (readonly [string, Point, 'absent' | 'whole' | 'between'])[] = [
  ['wrote no file yet', { call: 'rename', name: DATA, nth: 1, when: 'before' }, 'absent'],
  ['is between its files', { call: 'rename', name: DATA, nth: 6, when: 'after' }, 'absent'],
  ['has all its files', { call: 'link', name: LOG, nth: 1, when: 'before' }, 'absent'],
  ['has committed', { call: 'link', name: LOG, nth: 1, when: 'after' }, 'between'],
  ['is between two Delta logs', { call: 'link', name: DELTA, nth: 4, when: 'before' }, 'between'],
  [
    'is about to write its last Delta log',
    { call: 'link', name: /trades.*_delta_log/, nth: 1, when: 'after' },
    'between',
  ],
];

const week = join(freshFolder(), 'set');
let paths: string[];
let before: Held;
let whole: Held;
let wholeFromNothing: Held;

describe('SIGKILL while a load into Parquet', () => {
  beforeAll(async () => {
    paths = writeInputs(freshFolder(), [activity(), NEXT]);
    await load([paths[0]!], `parquet:${week}`);
    before = await held(week);
    const copy = copyOfWeek();
    await load([paths[1]!], `parquet:${copy}`);
    whole = await held(copy);
    const empty = join(freshFolder(), 'set');
    await load([paths[1]!], `parquet:${empty}`);
    wholeFromNothing = await held(empty);
  });

  it.each(POINTS)('%s', async (_, point, then) => {
    await killed(copyOfWeek(), point, then, { before, whole });
  });

  it.each(POINTS.slice(1, 5))('%s, into a new dataset', async (_, point, then) => {
    await killed(join(freshFolder(), 'set'), point, then, { before: {}, whole: wholeFromNothing });
  });
});

function copyOfWeek(): string {
  const copy = join(freshFolder(), 'set');
  cpSync(week, copy, { recursive: true });
  return copy;
}

async function killed(
  dataset: string,
  point: Point,
  then: 'absent' | 'whole' | 'between',
  states: { before: Held; whole: Held },
): Promise<void> {
  const temporary = freshFolder();
  const env = { TMPDIR: temporary };
  const running = startLoad([paths[1]!], `parquet:${dataset}`, {
    env: { ...env, ...killedAtName(point) },
  });
  expect((await running.ended).signal).toBe('SIGKILL');
  const found = await held(dataset);
  if (then === 'absent') expect(found).toEqual(states.before);
  for (const [table, digest] of Object.entries(found)) {
    expect([states.before[table], states.whole[table]], table).toContain(digest);
  }
  const again = await load([paths[1]!], `parquet:${dataset}`, { env });
  expect([again.status, again.summary.status]).toEqual([
    0,
    then === 'absent' ? 'loaded' : 'already_loaded',
  ]);
  expect(await held(dataset)).toEqual(states.whole);
  // What the killed process had there is gone, too.
  expect(readdirSync(temporary)).toEqual([]);
}

describe('several processes that load into one Parquet dataset', () => {
  it('leave what one would have left', async () => {
    const files = writeInputs(freshFolder(), [
      activity({ rowsPerDay: 3 }),
      activity({
        from: '2024-03-06',
        to: '2024-03-12',
        rowsPerDay: 3,
        whenGenerated: '20240313;072104',
        restate: { day: '2024-03-07', salt: 2 },
      }),
      activity({ account: 'U1000002', rowsPerDay: 3 }),
    ]);
    const serial = join(freshFolder(), 'set');
    expect(await load(files, `parquet:${serial}`)).toMatchObject({ status: 0 });
    const shared = join(freshFolder(), 'set');
    const pairs = [files.slice(0, 2), files.slice(1), [files[2]!, files[0]!]];
    const all = await Promise.all(pairs.map((some) => load(some, `parquet:${shared}`)));
    expect(all.map(({ status }) => status)).toEqual([0, 0, 0]);
    // Counts of the ledger depend on the order; the rows do not.
    expect(await held(shared, ['tables'])).toEqual(await held(serial, ['tables']));
  });
});
