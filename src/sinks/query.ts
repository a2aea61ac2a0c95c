/**
 * The interface of `flexetl query` to a destination, and the errors that all destinations share.
 * Nothing of a particular database.
 */
import { FlexError } from '../errors.js';

export interface QueryColumn {
  readonly name: string;
  /** Numbers are aligned to the right in a table. */
  readonly numeric: boolean;
}

/** One value, in the two forms in which it is printed. */
export interface QueryCell {
  /** For tables and CSV; null is NULL. */
  readonly text: string | null;
  /** A JSON value as text. Decimals are strings, so that no digit is lost; integers are numbers. */
  readonly json: string;
}

export interface QueryResult {
  readonly columns: readonly QueryColumn[];
  /** The rows, which can be read once. */
  rows(): AsyncIterable<readonly QueryCell[]>;
}

/** The author of a statement: flexetl's own only read. */
export type Author = 'a user' | 'flexetl';

/** A destination that was opened read-only. */
export interface QueryableDestination {
  /** For messages; without a password. */
  readonly name: string;
  /** The schema of the tables, not quoted. SQL finds the tables without it. */
  readonly schema: string;
  /**
   * Runs one statement. Its rows must be read before the next one is run.
   * @param author default: a user
   * @throws FlexError FLEX_QUERY_FAILED, here or while the rows are read
   */
  query(sql: string, author?: Author): Promise<QueryResult>;
  close(): Promise<void>;
}

/** Blanks, semicolons and comments at the beginning. */
const NOTHING = /^(?:[\s;]|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*/;

/** The SQL without leading blanks, semicolons and comments. */
export function withoutPreamble(sql: string): string {
  return sql.replace(NOTHING, '');
}

/** @throws FlexError FLEX_QUERY_FAILED if the SQL contains no statement */
export function refuseNothing(sql: string): void {
  if (withoutPreamble(sql) !== '') return;
  throw new FlexError('FLEX_QUERY_FAILED', 'There is no SQL.', {
    advice: 'Give a statement: `flexetl query "SELECT * FROM trades LIMIT 10"`.',
  });
}

/** The error of a missing file. */
export function noDatabase(path: string): FlexError {
  return new FlexError('FLEX_CONFIG', `There is no database ${path}.`, {
    advice: 'Load something first (`flexetl load`), or name the database with --to.',
  });
}

export const ONE_STATEMENT = { advice: 'Give one statement at a time.' };
export const READS_ONLY = {
  advice: '`flexetl query` only reads: it changes no data, files or settings.',
};

/** `1.500` is `1.5`; the columns of the warehouse hold twelve places. */
export function withoutNeedlessZeros(decimal: string): string {
  if (!decimal.includes('.')) return decimal;
  let end = decimal.length;
  while (decimal[end - 1] === '0') end--;
  return decimal.slice(0, decimal[end - 1] === '.' ? end - 1 : end);
}
