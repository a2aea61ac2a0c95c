/**
 * What the parser says of a file beside its rows: the statements, and the
 * report of what was found. Types only.
 */
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
  /** What was expected, in words. */
  readonly reason: string;
}

/** What the parser found in a file; complete when the file has ended. */
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
  /** What a person should be told beside all that: a wrong count, elements outside of statements. */
  readonly notices: readonly string[];
}

export const PROBLEMS_KEPT = 1000;
export const DRIFT_KEPT = 1000;
