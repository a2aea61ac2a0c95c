/**
 * The reference model of a load in mode merge: what the tables hold, as a function
 * of the set of statements ever loaded. The rules are those of "What a load means"
 * (docs/merge-rules.md), by their numbers; src/sinks/sql says the same in SQL. What a call does
 * to that set (modes, the ledger, refusals) is in ledger-model.ts.
 */
import type { RowElement } from '../../src/catalog/section.js';
import type { Statement } from '../../src/parser/statement.js';
import type { NdjsonRow } from '../../src/sinks/row.js';
import { boundOf, covers, dayOf, mayHold, windowOf } from './days.js';

/** A row with its attributes as the file has them. */
export interface SaidRow extends NdjsonRow {
  readonly literals: ReadonlyMap<string, string>;
}

/** What one statement says of one element: all its rows, none where there are none (rule 6). */
export interface Said {
  readonly element: RowElement;
  readonly statement: Statement;
  readonly rows: readonly SaidRow[];
  /**
   * Of the unmapped, a statement that has one section says nothing of another; else undefined.
   * Empty for what stands outside of all sections, which no statement decides about.
   */
  readonly section?: string | undefined;
}

/** A row as a table is to hold it. */
export interface Placed {
  readonly row: SaidRow;
  readonly element: RowElement;
  readonly statement: Statement;
}

/**
 * What became of a key: its holder is the newest placement of all. Older ones do not
 * matter any more, also where the holder's row has been removed.
 */
export interface Place {
  readonly holder: Placed;
  readonly stands: boolean;
}

/** Rule 7: by time of generation, then digest. @returns positive where the first is the newer */
export function compareAge(one: Statement, other: Statement): number {
  const at = ({ rankedAt }: Statement): number =>
    rankedAt === null ? -Infinity : Date.parse(rankedAt);
  if (at(one) !== at(other)) return at(one) > at(other) ? 1 : -1;
  const text = ({ digest, id }: Statement): string => `${digest} ${id}`;
  return text(one) === text(other) ? 0 : text(one) > text(other) ? 1 : -1;
}

/**
 * Everything that was said of one table, as its places.
 * @param said in the order of loading, which decides only between a statement and itself
 */
export function placesOf(said: readonly Said[]): Map<string, Place> {
  const holders = new Map<string, { placed: Placed; own: Said }>();
  for (const own of said) {
    const { element, statement } = own;
    for (const row of own.rows) {
      const identity = identityOf(element, statement.query, row);
      const other = holders.get(identity)?.placed.statement;
      if (other !== undefined && compareAge(other, statement) > 0) continue;
      holders.set(identity, { placed: { row, element, statement }, own });
    }
  }
  return new Map(
    [...holders].map(([identity, { placed, own }]): [string, Place] => {
      const stands = !said.some((other) => decides(other, own, placed.row));
      return [identity, { holder: placed, stands }];
    }),
  );
}

/** The row that stands in a place. */
export function standingIn(place: Place | undefined): Placed | undefined {
  return place?.stands === true ? place.holder : undefined;
}

/** What no two rows of a table have in common: rules 1 to 5. */
export function identityOf(
  element: RowElement,
  query: string,
  row: Pick<NdjsonRow, 'key' | 'row'>,
): string {
  const account = element.ofAccount ? (row.row['account_id'] ?? '') : null;
  return JSON.stringify([account, element.grain === 'reference' ? null : query, row.key]);
}

/** Whether another statement decides about a row of the own one: it is newer, and covers it. */
function decides(other: Said, own: Said, row: SaidRow): boolean {
  const [newer, holder] = [other.statement, own.statement];
  if (newer.account !== holder.account || newer.query !== holder.query) return false;
  if (other.section !== own.section || own.section === '') return false;
  if (compareAge(newer, holder) <= 0) return false;
  const [window, held] = [windowOf(newer), windowOf(holder)];
  switch (own.element.grain) {
    case 'reference':
      return false; // Rule 4: nothing is removed.
    case 'snapshot':
      return window.to === held.to; // Rule 2.
    case 'window':
      return window.from === held.from && window.to === held.to; // Rule 3.
    case 'event':
      return decidesEvent(own, row, { window, held });
  }
}

type Windows = Readonly<Record<'window' | 'held', ReturnType<typeof windowOf>>>;

/** Rule 1. */
function decidesEvent({ element, rows }: Said, row: SaidRow, { window, held }: Windows): boolean {
  const day = dayOf(element, row);
  // Dated outside of its own window, it is placed by its key alone.
  if (day !== undefined) return mayHold(held, day) && covers(window, day);
  if (held.from === null || held.to === null) return false;
  // Undated, it lies on a day of its holder's window, and on none before its bound.
  const bound = boundOf(element, row, rows);
  const first = bound !== undefined && bound > held.from && bound <= held.to ? bound : held.from;
  return covers(window, first) && covers(window, held.to);
}
