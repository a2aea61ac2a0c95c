/**
 * The laws where all rows are staged, by statements that take tables spread over servers: what a
 * planner of Citus refuses is not said in any history, any mode, a dry run or a comparison. Rows
 * that are weighed are named one by one where they are few, and in tables where they are many:
 * both are held.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Scratch } from '../../src/sinks/sql/engine.js';
import { BROKER_TIMEZONE } from '../../src/time/days.js';
import { CATALOG } from './catalog.js';
import { duckdb, postgres, type Engine } from './destinations.js';
import { histories, type History } from './histories.js';
import { callsOf, loadAll, play } from './play.js';
import { LONG, runs } from './runs.js';
import { SpreadTables } from './spread.js';
import { verifyAll } from './verifying.js';

/** Plays it, planned before, and compared after it. */
async function playAll(engine: Engine, history: History): Promise<void> {
  const place = await engine.place();
  const calls = callsOf(history);
  for (const call of calls) await loadAll(place, { ...call, dryRun: true });
  await play(place, calls);
  const documents = calls.flatMap((call) => call.documents);
  await verifyAll(place.dest, documents, { catalog: CATALOG, timezone: BROKER_TIMEZONE });
  await place.drop();
}

/** Has more rows than these put into tables. */
function nameAtMost(rows: number): void {
  const usual = Scratch.mostNamed;
  Scratch.mostNamed = rows;
  onTestFinished(() => {
    Scratch.mostNamed = usual;
  });
}

describe('tables that are spread over servers', () => {
  const engine = postgres();
  let spread: SpreadTables;
  beforeAll(() => {
    spread = new SpreadTables(new Set(CATALOG.elements.map(({ table }) => table)));
  });
  afterAll(() => spread.restore());

  it.each([
    [500, []],
    [0, ['held', 'placed', 'met', 'same', 'found', 'standing']],
  ])(
    'hold what the model says, by statements that they take: %i rows named',
    async (most, tables) => {
      nameAtMost(most);
      spread.kinds.clear();
      const property = fc.asyncProperty(histories, async (history) => {
        await playAll(engine, history);
        spread.check();
      });
      const often = runs(10, 2);
      await fc.assert(property, often);
      const made = tables.map((name) => `CREATE flexetl_${name}`);
      const usual = ['INSERT', 'SELECT', 'CREATE flexetl_doomed', 'DELETE flexetl_doomed'];
      // A history has few of them.
      const all = often.numRuns < 10 ? ['INSERT', 'SELECT'] : [...usual, ...made];
      expect([...spread.kinds]).toEqual(expect.arrayContaining(all));
    },
    LONG,
  );
});

describe('DuckDB', () => {
  const engine = duckdb();

  it(
    'holds what the model says, with what is weighed in tables',
    async () => {
      nameAtMost(0);
      const property = fc.asyncProperty(histories, (history) => playAll(engine, history));
      await expect(fc.assert(property, runs(6, 1))).resolves.toBeUndefined();
    },
    LONG,
  );
});
