/**
 * The terms of an audit: identity, check, book, source. Types, and the pieces of SQL that
 * identities share; each identity is a file of its own, and audit.ts runs them.
 *
 *   identity  one equation that the books must satisfy: NAV by its parts
 *   check     one case of it: a window, a currency, a line; two figures that must be equal
 *   book      what is audited by itself: an account and a query; of rows that stand side
 *             by side (mode append), one statement
 */
import { columnName } from '../catalog/section.js';
import { isAppended } from '../sinks/sql/merge/keys.js';

/** The data that an identity needs. */
export interface Need {
  /** As Client Portal and the report name it: `ChangeInNAV`. */
  readonly section: string;
  readonly table: string;
  /** A view of flexetl, which no statement covers. */
  readonly view?: boolean;
}

export interface Identity {
  /** For programs: `nav_parts`. It keeps its meaning between releases. */
  readonly name: string;
  /** What must be equal, in one line. */
  readonly equation: string;
  /** Limits of the broker's figures, or of this comparison, in one paragraph. */
  readonly leavesOut: string;
  /** A difference up to this counts as the broker's rounding. `0`: to the last digit. */
  readonly tolerance: string;
  readonly needs: readonly Need[];
  /** The missing data if a book has the sections but no two figures to compare. */
  readonly otherwise: string;
  /** A query of the checks, with the columns of `CHECK_COLUMNS`. */
  checks(source: Source): string;
}

/**
 * The columns of a check: the book (`book` is the statement for rows of mode append, else empty);
 * its days (`since` is NULL for one day); its subject on that day (a currency, an instrument); the
 * two figures, NULL if absent; the missing data because of which a difference proves nothing (NULL:
 * none); and a note for readers of a difference.
 */
export const CHECK_COLUMNS = [
  'account_id',
  'query',
  'book',
  'since',
  'day',
  'subject',
  'expected',
  'found',
  'lacking',
  'note',
] as const;

/** The tables of a destination, as far as they exist. */
export class Source {
  constructor(
    /** Quoted. */
    private readonly schema: string,
    /** Columns by table. */
    private readonly tables: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  /** In SQL. The table must exist. */
  relation(table: string): string {
    return `${this.schema}.${table}`;
  }

  has(table: string, attribute?: string): boolean {
    const columns = this.tables.get(table);
    return columns !== undefined && (attribute === undefined || columns.has(columnName(attribute)));
  }

  /** The column of an attribute; NULL if the table has none, as if it were not selected. */
  column(alias: string, table: string, attribute: string, type = 'numeric(38, 12)'): string {
    return this.has(table, attribute)
      ? `${alias}.${columnName(attribute)}`
      : `CAST(NULL AS ${type})`;
  }

  /** Sum of attributes; absent ones count as zero. */
  sum(alias: string, table: string, attributes: readonly string[]): string {
    const there = attributes.filter((attribute) => this.has(table, attribute));
    if (there.length === 0) return '0';
    return there.map((attribute) => `coalesce(${alias}.${columnName(attribute)}, 0)`).join(' + ');
  }

  /** The windows of the statements that cover a table. */
  windows(table: string): string {
    return `(SELECT DISTINCT query, statement_id, window_from, window_to
      FROM ${this.relation('flexetl_coverage')} WHERE table_name = '${table}')`;
  }
}

/** Appended rows belong to their statement's book, all others to the account's. */
export function bookOf(alias: string): string {
  return `CASE WHEN ${isAppended(alias)} THEN ${alias}._statement_id ELSE '' END`;
}

/** Condition: two relations belong to the same book. */
export function sameBook(one: string, other: string): string {
  return ['account_id', 'query', 'book']
    .map((name) => `${one}.${name} = ${other}.${name}`)
    .join(' AND ');
}

/**
 * SQL of a list of missing data, NULL if nothing is missing.
 * @param cases condition, and what is missing then
 */
export function lackingList(
  cases: readonly (readonly [condition: string, what: string])[],
): string {
  const parts = cases.map(([condition, what]) => `CASE WHEN ${condition} THEN '${what}' END`);
  return parts.length === 0
    ? 'CAST(NULL AS text)'
    : `nullif(concat_ws(', ', ${parts.join(', ')}), '')`;
}

/** The most days between two business days: a weekend with holidays. */
export const LONGEST_BREAK = 5;

/** Relation `breaks` of the numbers of days from 1 to the longest break. */
export const BREAKS = `(VALUES ${Array.from({ length: LONGEST_BREAK }, (_, index) => `(${index + 1})`).join(', ')}) breaks (days)`;

/** Condition: a weekday lies between the two days, the earlier one first. */
export function weekdayBetween(earlier: string, later: string): string {
  const days = `(${later} - ${earlier})`;
  const weekday = `extract(isodow FROM ${earlier})`;
  return `NOT (${days} <= 1 OR (${weekday} = 5 AND ${days} <= 3) OR (${weekday} = 6 AND ${days} <= 2))`;
}
