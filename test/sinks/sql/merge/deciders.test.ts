/**
 * The prefilter that asks whether anything competes must be implied by the rule that decides:
 * over all windows of a few days, ends unknown included, and all places of a row.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { GRAINS, type Grain } from '../../../../src/catalog/section.js';
import { covers, mayCover, mayCoverByGrain } from '../../../../src/sinks/sql/merge/deciders.js';
import { sharedDatabase } from '../../../postgres/database.js';

/** A day of a week, or unknown. */
type Day = number | undefined;

const DAYS: readonly Day[] = [undefined, 1, 2, 3, 4];

/** Windows come in the right way round: see identity.ts. */
const WINDOWS = DAYS.flatMap((from) =>
  DAYS.filter((to) => from === undefined || to === undefined || from <= to).map(
    (to): readonly Day[] => [from, to],
  ),
);

/** Day and bound of a row: only one without a day has a bound. The last day is outside of all windows. */
const PLACES: readonly (readonly Day[])[] = [
  ...[1, 2, 3, 4, 5].map((day) => [day, undefined]),
  ...[undefined, 1, 2, 3, 4, 5].map((bound) => [undefined, bound]),
];

const values = (rows: readonly (readonly Day[])[]): string =>
  `(VALUES ${rows
    .map((row) => `(${row.map((day) => `CAST(${date(day)} AS date)`).join(', ')})`)
    .join(', ')})`;

const date = (day: Day): string => (day === undefined ? 'NULL' : `'2024-03-0${day}'`);

/** In one row: cases, those decided about, those that may be, and those decided about that may not. */
function counting(grain: Grain, filter: string): string {
  const decided = `coalesce(${covers(grain, 'n', 'o', 'd')}, FALSE)`;
  const may = `coalesce(${filter}, FALSE)`;
  return `SELECT count(*), count(*) FILTER (WHERE ${decided}), count(*) FILTER (WHERE ${may}),
      count(*) FILTER (WHERE ${decided} AND NOT ${may})
    FROM (SELECT '${grain}' AS grain, w.* FROM ${values(WINDOWS)} w (window_from, window_to)) n
    CROSS JOIN (SELECT '${grain}' AS grain, w.* FROM ${values(WINDOWS)} w (window_from, window_to)) o
    CROSS JOIN ${values(PLACES)} d (day, bound)`;
}

type Query = (sql: string) => Promise<number[]>;

function laws(query: Query): void {
  it.each(GRAINS)('implies that something may compete: %s', async (grain) => {
    for (const filter of [mayCover(grain, 'n', 'o'), mayCoverByGrain('n', 'o')]) {
      const [cases, decided, may, missed] = await query(counting(grain, filter));
      expect(missed).toBe(0);
      expect(cases).toBe(WINDOWS.length ** 2 * PLACES.length);
      // Neither nothing nor everything is decided about, and the filter leaves something out.
      if (grain === 'reference') expect([decided, may]).toEqual([0, 0]);
      else expect(decided).toBeGreaterThan(100);
      expect(may).toBeLessThan(cases!);
    }
  });

  it('covers what a plain reading of the rules covers', async () => {
    const [, decided] = await query(counting('event', 'TRUE'));
    expect(decided).toBe(expectedEvents());
  });
}

/** Rule 1, day by day. */
function expectedEvents(): number {
  let decided = 0;
  for (const [newFrom, newTo] of WINDOWS) {
    for (const [oldFrom, oldTo] of WINDOWS) {
      for (const [day, bound] of PLACES) {
        const inNewer = (one: number): boolean =>
          newFrom !== undefined && newTo !== undefined && newFrom <= one && one <= newTo;
        if (day !== undefined) {
          const inOwn = (oldFrom ?? day) <= day && day <= (oldTo ?? day);
          if (inOwn && inNewer(day)) decided++;
          continue;
        }
        if (oldFrom === undefined || oldTo === undefined) continue;
        const first = bound !== undefined && bound >= oldFrom && bound <= oldTo ? bound : oldFrom;
        const days = Array.from({ length: oldTo - first + 1 }, (_, past) => first + past);
        if (days.every(inNewer)) decided++;
      }
    }
  }
  return decided;
}

describe('the rule, in DuckDB,', () =>
  laws(async (sql) => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const [row] = (await connection.runAndReadAll(sql)).getRows();
    connection.closeSync();
    instance.closeSync();
    return row!.map(Number);
  }));

describe('the rule, in Postgres,', () => {
  const database = sharedDatabase();
  laws(async (sql) => (await database().texts(sql))[0]!.map(Number));
});
