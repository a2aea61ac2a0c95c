/**
 * The laws where all rows are staged, by statements that take tables spread over servers: what a
 * planner of Citus refuses is not said in any history, any mode, a dry run or a comparison.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROKER_TIMEZONE } from '../../src/time/days.js';
import { CATALOG } from './catalog.js';
import { postgres, type Place } from './destinations.js';
import { histories } from './histories.js';
import { callsOf, loadAll, play } from './play.js';
import { LONG, runs } from './runs.js';
import { SpreadTables } from './spread.js';
import { verifyAll } from './verifying.js';

describe('tables that are spread over servers', () => {
  const engine = postgres();
  let spread: SpreadTables;
  beforeAll(() => {
    spread = new SpreadTables(new Set(CATALOG.elements.map(({ table }) => table)));
  });
  afterAll(() => spread.restore());

  const at = async (use: (place: Place) => Promise<void>): Promise<void> => {
    const place = await engine.place();
    await use(place);
    await place.drop();
    spread.check();
  };

  it(
    'hold what the model says, by statements that they take',
    async () => {
      const property = fc.asyncProperty(histories, (history) =>
        at(async (place) => {
          const calls = callsOf(history);
          for (const call of calls) await loadAll(place, { ...call, dryRun: true });
          await play(place, calls);
          const documents = calls.flatMap((call) => call.documents);
          await verifyAll(place.dest, documents, { catalog: CATALOG, timezone: BROKER_TIMEZONE });
        }),
      );
      await fc.assert(property, runs(10, 2));
      expect([...spread.kinds]).toEqual(
        expect.arrayContaining([
          ...['INSERT', 'SELECT', 'CREATE flexetl_doomed', 'DELETE flexetl_doomed'],
          ...['DELETE flexetl_beaten', 'DELETE flexetl_gone'],
          ...['CREATE flexetl_found', 'CREATE flexetl_standing'],
        ]),
      );
    },
    LONG,
  );
});
