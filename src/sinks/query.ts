/** What `flexetl query` asks of a destination that can be queried. Types only. */

export interface QueryColumn {
  readonly name: string;
  /** Numbers stand at the right of a table. */
  readonly numeric: boolean;
}

/** One value, in the two forms that are printed. */
export interface QueryCell {
  /** For tables and CSV; null is NULL. */
  readonly text: string | null;
  /** A JSON value as text. Decimals are strings, so that no digit is lost; integers are numbers. */
  readonly json: string;
}

export interface QueryResult {
  readonly columns: readonly QueryColumn[];
  /** The rows, once, as they come. */
  rows(): AsyncIterable<readonly QueryCell[]>;
}

/** A destination opened so that nothing can be written. */
export interface QueryableDestination {
  /**
   * Runs one statement.
   * @throws FlexError FLEX_QUERY_FAILED, here or while the rows are read
   */
  query(sql: string): Promise<QueryResult>;
  close(): Promise<void>;
}
