/**
 * The reference model of a load in mode merge: what the tables hold, as a
 * function of the set of statements ever loaded. The words are those of DESIGN's
 * "What a load means"; src/sinks/sql/publish.ts says the same in SQL. What a call
 * does to that set (modes, the ledger, refusals) is in ledger-model.ts.
 */
import type { RowElement } from '../../src/catalog/section.js';
import type { Statement } from '../../src/parser/statement.js';
import type { NdjsonRow } from '../../src/sinks/rows.js';

/** What one statement says of one element: all its rows, none where the section is empty. */
export interface Said {
  readonly element: RowElement;
  readonly statement: Statement;
  readonly rows: readonly NdjsonRow[];
  /**
   * Of the unmapped, who has one section says nothing of another; else undefined. Empty for
   * what stands outside of all sections, which nobody decides about.
   */
  readonly section?: string | undefined;
  /** Mode replace has emptied it; only remembered for what it had overtaken. */
  readonly emptied?: boolean;
}

/** A row as a table is to hold it. */
export interface Placed {
  readonly row: NdjsonRow;
  readonly element: RowElement;
  readonly statement: Statement;
}

/** The rows that no two can have in one place: at most one of them stands. */
export interface Place {
  /** Rows that no newer statement has decided about, the newest placement first. */
  readonly standing: readonly Placed[];
  /**
   * The known limit: the newest placement of all does not stand any more. What it
   * had overtaken is there or not, depending on the order in which files came.
   */
  readonly doubtful: boolean;
}

/** Rule 6: by time of generation, then digest. @returns positive where the first is the newer */
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
  const candidates = new Map<string, { placed: Placed; stands: boolean }[]>();
  for (const one of said) {
    const { element, statement } = one;
    for (const row of one.rows) {
      const identity = identityOf(element, statement.query, row);
      const day = dayOf(element, row);
      const stands =
        one.emptied !== true &&
        !said.some((other) => other.emptied !== true && overrules(other, one, day));
      const others = candidates.get(identity) ?? [];
      candidates.set(identity, [{ placed: { row, element, statement }, stands }, ...others]);
    }
  }
  return new Map(
    [...candidates].map(([identity, rows]): [string, Place] => {
      rows.sort((a, b) => compareAge(b.placed.statement, a.placed.statement));
      const standing = rows.filter(({ stands }) => stands).map(({ placed }) => placed);
      return [identity, { standing, doubtful: !rows[0]!.stands && standing.length > 0 }];
    }),
  );
}

/** What no two rows of a table have in common: rules 1, 4 and 5. */
export function identityOf(
  element: RowElement,
  query: string,
  row: Pick<NdjsonRow, 'key' | 'row'>,
): string {
  const account = element.ofAccount ? (row.row['account_id'] ?? '') : null;
  return JSON.stringify([account, element.grain === 'reference' ? null : query, row.key]);
}

/** Whether another statement decides in place of the own one about a row of that day. */
function overrules(other: Said, own: Said, day: string | undefined): boolean {
  const [newer, older] = [other.statement, own.statement];
  if (newer.account !== older.account || newer.query !== older.query) return false;
  if (other.section !== own.section || own.section === '') return false;
  if (compareAge(newer, older) <= 0) return false;
  const sameWindow = newer.from === older.from && newer.to === older.to;
  switch (own.element.grain) {
    case 'reference':
      return false;
    case 'snapshot':
      return newer.to === older.to;
    case 'window':
      return sameWindow;
    case 'event':
      // Without a date it is about the window; outside of its window only its key places it.
      return day === undefined ? sameWindow : covers(older, day) && covers(newer, day);
  }
}

function covers({ from, to }: Statement, day: string): boolean {
  return from !== null && to !== null && from <= day && day <= to;
}

/** The zone in which the instants of these tests are days. */
const ZONE = 'America/New_York';
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });

/** The day that places an event: what its date column holds, an instant in the zone. */
function dayOf({ grain, date, columns }: RowElement, { row }: NdjsonRow): string | undefined {
  const column = columns.find(({ attribute }) => attribute === date);
  if (grain !== 'event' || column === undefined) return undefined;
  const value = row[column.name] as string | undefined;
  if (value === undefined || column.type === 'date') return value;
  return calendar.format(new Date(value));
}
