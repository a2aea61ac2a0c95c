/**
 * What the parser says of a file beside its rows: the statements, and the
 * report of what was found. Types only.
 */
import { createHash } from 'node:crypto';
import type { RowElement } from '../catalog/section.js';
import type { Position } from '../errors.js';

/** Of the rows of one event element in one statement. */
export interface EventFacts {
  /** Digest of the names of their attributes: two statements that select the same have the same. */
  readonly attributes: string;
  /** The natural keys that they are known by, joined by commas; `#` for those known by content. */
  readonly keyedBy: string;
  /** How many have no date, and nothing that bounds it. */
  readonly undated: number;
  /** How many of these are known by content and have no day at all in any column. */
  readonly dateless: number;
  /** Whether the columns that bound the date of a row tell the day as the broker wrote it. */
  readonly bounded: boolean;
  /** The first and last day that bounds a row without a date; null where none is bounded. */
  readonly boundFrom: string | null;
  readonly boundTo: string | null;
  /** The first day that bounds any row, with a date or not; null where one has none. */
  readonly tradedFrom: string | null;
}

/** One FlexStatement. */
export interface Statement {
  /** Place in the file, from 0. */
  readonly index: number;
  /**
   * Identity by content: the query's name, the type and the digest. The same
   * statement has the same id in whatever file it comes.
   */
  readonly id: string;
  /** SHA-256 of the bytes from `<FlexStatement` to its end tag, in hex. */
  readonly digest: string;
  /** FlexStatement@accountId; '' where the file has none. */
  readonly account: string;
  /** The query's name, or the name given by --as-query. */
  readonly query: string;
  /** AF, TCF, or whatever the file says. */
  readonly type: string;
  /**
   * First and last day of the window, `2024-03-04`; null where the file does not say. A window
   * that is written the wrong way round is read the right way round.
   */
  readonly from: string | null;
  readonly to: string | null;
  readonly period: string;
  /** `2024-03-04T14:30:00Z`, or null. */
  readonly generatedAt: string | null;
  /**
   * The same for telling which of two statements is newer: the zone that the user reads times
   * in does not change it.
   */
  readonly rankedAt: string | null;
  /**
   * The tables that the statement speaks of, with the number of rows, also
   * where it is 0: a section that is present and empty. Complete when the
   * statement has ended.
   */
  readonly tables: Map<string, number>;
  /**
   * The sections that have rows in the table of the unmapped, by their names on the wire, with
   * the number of these rows; also sections without a schema that are present and empty, with 0.
   * The empty name is what stands outside of sections.
   */
  readonly unmapped: Map<string, number>;
  /** By table, of the events that the statement has rows of. Complete when the report has ended. */
  readonly events: Map<string, EventFacts>;
}

/** The statements of a file, in its order; an array will do. */
export interface StatementList extends Iterable<Statement> {
  readonly length: number;
}

/** A literal that did not fit its column. */
export interface Problem {
  readonly at: Position;
  readonly table: string;
  /** The literal, cut at 200 characters. */
  readonly literal: string;
  /** The expected form, in words. */
  readonly reason: string;
}

/** Findings of the parser in a file; complete when the file has ended. */
export interface ParseReport {
  readonly statements: StatementList;
  /** Rows by table. */
  readonly rows: ReadonlyMap<string, number>;
  readonly problemCount: number;
  /** The first problems, at most PROBLEMS_KEPT. */
  readonly problems: readonly Problem[];
  /** `Trade@newAttribute` with the number of times seen; at most DRIFT_KEPT names. */
  readonly driftAttributes: ReadonlyMap<string, number>;
  /** Sections and row elements without a schema, with the number of rows. */
  readonly driftSections: ReadonlyMap<string, number>;
  /** By the name of the query: elements of which rows have no report date. */
  readonly undated: ReadonlyMap<string, ReadonlySet<RowElement>>;
  /** Anything else worth telling: a wrong count, elements outside of statements. */
  readonly notices: readonly string[];
}

export const PROBLEMS_KEPT = 1000;
export const DRIFT_KEPT = 1000;

/** Which sections are wanted, by canonical name; an unwanted one counts as absent. */
export interface Selection {
  readonly only?: ReadonlySet<string> | undefined;
  readonly skip?: ReadonlySet<string> | undefined;
}

export interface Extent {
  /** In order, each once; without statements that name none. */
  readonly accounts: readonly string[];
  /** First and last day of all windows, `2024-03-04`; null where no statement says. */
  readonly from: string | null;
  readonly to: string | null;
}

export function extentOf(statements: Iterable<Pick<Statement, 'account' | 'from' | 'to'>>): Extent {
  const accounts = new Set<string>();
  let first: string | null = null;
  let last: string | null = null;
  for (const { account, from, to } of statements) {
    if (account !== '') accounts.add(account);
    if (from !== null && (first === null || from < first)) first = from;
    if (to !== null && (last === null || to > last)) last = to;
  }
  return { accounts: [...accounts].sort(), from: first, to: last };
}

/** The tables that any of the statements speaks of, also those that it says are empty. */
export function tablesSpokenOf(statements: Iterable<Statement>): Set<string> {
  const names = new Set<string>();
  for (const { tables } of statements) for (const name of tables.keys()) names.add(name);
  return names;
}

/** Characters that stand for an account, or the name of a query, in an index. */
export const MOST_ACCOUNT = 128;

const MOST_QUERY = 256;

/**
 * An account that an index can hold. A longer one is kept whole beside the row, in `_extra`.
 * @see MOST_KEY_BYTES in row-key.ts
 */
export function boundedAccount(account: string): string {
  return boundedName(account, MOST_ACCOUNT);
}

/** The name of a query that an index can hold; it stands whole in flexetl_statements. */
export function boundedQuery(query: string): string {
  return boundedName(query, MOST_QUERY);
}

/** A name as it is, or its beginning and a hash of the whole. */
function boundedName(name: string, most: number): string {
  if (name.length <= most) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 32);
  // No half of a character at the end.
  const kept = name.slice(0, most - mark.length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${kept}~${mark}`;
}

/** Whether slash dates are MM/dd or dd/MM. */
export type DateOrder = 'mdy' | 'dmy';
