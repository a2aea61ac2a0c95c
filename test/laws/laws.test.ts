/**
 * The laws of a load, on random histories and real databases. What the tables are
 * to hold is model.ts; single histories that went wrong once are cases.test.ts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadOutcome } from '../../src/library/load.js';
import { duckdb, parquet, postgres, type Engine, type Place, type Stored } from './destinations.js';
import { documentText, type StatementSpec } from './documents.js';
import { files, histories, statements } from './histories.js';
import { callsOf, documentsOf, loadAll, loadEach, play, withoutLoads, type Call } from './play.js';
import { LONG, runs } from './runs.js';

const merging = (documents: readonly string[], options: Partial<Call> = {}): Call => {
  return { mode: 'merge', allowOverlap: true, ...options, documents };
};

/** Rows with the ids of their loads: nothing at all may change. */
function everything({ tables, coverage, loaded }: Stored): unknown {
  const sorted = [...tables].map(([table, rows]) => [table, rows.map(lineOf).sort()]);
  return { tables: sorted, coverage, loaded };
}

const lineOf = (row: unknown): string => JSON.stringify(row, (_, value: unknown) => sorted(value));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What an outcome says of the tables. */
function told({ status, error, committed }: LoadOutcome) {
  return { status, code: error?.code, tables: committed?.tables };
}

function laws(engine: Engine): void {
  const at = async <T>(use: (place: Place) => Promise<T>): Promise<T> => {
    const place = await engine.place();
    try {
      return await use(place);
    } finally {
      await place.drop();
    }
  };
  const after = (calls: readonly Call[]): Promise<Record<string, unknown[]>> =>
    at(async (place) => {
      await loadEach(place, calls);
      return withoutLoads(await place.read());
    });

  it(
    'what the model says is there after every call, counted truly and in the ledger',
    () => {
      const property = fc.asyncProperty(histories, (history) =>
        at(async (place) => {
          await play(place, callsOf(history));
        }),
      );
      return fc.assert(property, runs(12, 2));
    },
    LONG,
  );

  it(
    'idempotence: what is loaded again changes no row',
    () => {
      const property = fc.asyncProperty(statements, files, (pool, some) =>
        at(async (place) => {
          const documents = documentsOf({ statements: pool, files: some });
          await loadEach(place, [merging(documents)]);
          const before = await place.read();
          await loadEach(place, [merging(documents)]);
          expect(everything(await place.read())).toEqual(everything(before));
          await loadEach(place, [merging(documents, { force: true })]);
          const { tables, coverage } = await place.read();
          expect(everything({ ...before, tables, coverage })).toEqual(everything(before));
        }),
      );
      return fc.assert(property, runs(5, 1));
    },
    LONG,
  );

  it(
    'dry run: tells of every input what the load then does, and writes nothing',
    () => {
      const property = fc.asyncProperty(histories, (history) =>
        at(async (place) => {
          for (const call of callsOf(history)) {
            const before = await place.read();
            const planned = (await loadAll(place, { ...call, dryRun: true })).map(told);
            expect(everything(await place.read())).toEqual(everything(before));
            const done = (await loadAll(place, call)).map(told);
            // With an input that fails goes what those before it would have left.
            const failed = done.findIndex(({ code }) => code !== undefined);
            const met = failed < 0 ? done.length : failed + 1;
            expect(planned.slice(0, met)).toEqual(done.slice(0, met));
          }
        }),
      );
      return fc.assert(property, runs(6, 1));
    },
    LONG,
  );

  it(
    'order: any order of the same files gives the same tables',
    () => {
      const property = fc.asyncProperty(statements, files, fc.gen(), async (pool, some, gen) => {
        const documents = documentsOf({ statements: pool, files: some });
        const whole = { minLength: documents.length };
        const shuffled = gen(fc.shuffledSubarray<string>, documents, whole);
        expect(await after([merging(shuffled)])).toEqual(await after([merging(documents)]));
      });
      return fc.assert(property, runs(6, 1));
    },
    LONG,
  );

  it(
    'files: it is all one in how many files and calls statements come',
    () => {
      const property = fc.asyncProperty(statements, async (pool) => {
        const document = (some: readonly StatementSpec[]): string => documentText('Daily', some);
        const apart = pool.map((one) => merging([document([one])]));
        expect(await after([merging([document(pool)])])).toEqual(await after(apart));
      });
      return fc.assert(property, runs(5, 1));
    },
    LONG,
  );
}

describe('on DuckDB', () => laws(duckdb()));
describe('on Postgres', () => laws(postgres()));
describe('on Parquet', () => laws(parquet()));
