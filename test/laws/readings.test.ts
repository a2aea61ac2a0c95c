/**
 * The laws of reading again, on random histories: what the ledger says is loaded can be
 * verified, and an archive that is read in another zone stands as if it had always been.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CATALOG } from './catalog.js';
import { duckdb, postgres, type Engine, type Place } from './destinations.js';
import { files, histories, statements } from './histories.js';
import { callsOf, documentsOf, loadEach, parse, play, withoutLoads, type Call } from './play.js';
import { LONG, runs } from './runs.js';
import { NOT_LOADED, SAME, verify } from './verifying.js';
import { BROKER_TIMEZONE } from '../../src/time/days.js';

const AS_USUAL = { catalog: CATALOG, timezone: BROKER_TIMEZONE };

function laws(engine: Engine): void {
  const at = async (use: (place: Place) => Promise<void>): Promise<void> => {
    const place = await engine.place();
    try {
      await use(place);
    } finally {
      await place.drop();
    }
  };

  it(
    'verify: what the ledger says is loaded is there, in whatever way it came',
    () => {
      // Of one name: of files that call a statement's query by several, the last one's is kept.
      const named = histories.map((history) => {
        return { ...history, files: history.files.map((file) => ({ ...file, query: 'Monthly' })) };
      });
      const property = fc.asyncProperty(named, (history) =>
        at(async (place) => {
          const calls = callsOf(history);
          const model = await play(place, calls);
          for (const document of new Set(calls.flatMap(({ documents }) => documents))) {
            for (const asQuery of [undefined, 'Daily']) {
              const known = model.knows(await parse(document, { asQuery }), asQuery);
              const verdict = await verify(place.dest, document, { ...AS_USUAL, asQuery });
              expect(verdict).toEqual(known ? SAME : NOT_LOADED);
            }
          }
        }),
      );
      return fc.assert(property, runs(4, 1));
    },
    LONG,
  );

  it(
    'zones: an archive that is read in another zone stands as if it had always been',
    () => {
      const zones = fc.constantFrom('Asia/Tokyo', 'UTC', 'Pacific/Honolulu');
      const modes = fc.constantFrom<Call['mode']>('merge', 'merge', 'append');
      const property = fc.asyncProperty(
        statements,
        files,
        zones,
        modes,
        (pool, some, timezone, mode) =>
          at(async (place) => {
            const documents = documentsOf({ statements: pool, files: some });
            const before: Call = { documents, mode, allowOverlap: true };
            const after: Call = { ...before, timezone };
            await loadEach(place, [before, after]);
            await at(async (other) => {
              await loadEach(other, [after]);
              expect(withoutLoads(await place.read())).toEqual(withoutLoads(await other.read()));
            });
            for (const document of new Set(documents)) {
              const read = { ...AS_USUAL, timezone };
              expect(await verify(place.dest, document, read)).toEqual(SAME);
              expect(await verify(place.dest, document, AS_USUAL)).toEqual(NOT_LOADED);
            }
          }),
      );
      return fc.assert(property, runs(4, 1));
    },
    LONG,
  );
}

describe('on DuckDB', () => laws(duckdb()));
describe('on Postgres', () => laws(postgres()));
