/**
 * The queries about a destination's tables that are the same everywhere. How a destination is
 * opened read-only is in its record, see destinations.ts.
 */
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { FlexError } from '../../../errors.js';
import type { QueryableDestination } from '../../query.js';

export type Row = Readonly<Record<string, string | null>>;

/** Asks questions about the tables of one schema. */
export class Reader {
  readonly name: string;
  /** Of the tables, quoted. */
  readonly schema: string;

  constructor(private readonly destination: QueryableDestination) {
    this.name = destination.name;
    this.schema = quote(destination.schema);
  }

  /** Whether the schema has a ledger, so that something was loaded into it. */
  async hasLedger(): Promise<boolean> {
    const rows = await this.rows(
      `SELECT c.relname AS name FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ${quoteLiteral(this.destination.schema)} AND c.relname = 'flexetl_loads'`,
    );
    return rows.length > 0;
  }

  /**
   * All rows of a query, each value as text or null.
   * @throws FlexError FLEX_DEST_ALTERED where the ledger does not know what the query asks for
   */
  async rows(sql: string): Promise<Record<string, string | null>[]> {
    const all: Record<string, string | null>[] = [];
    try {
      const result = await this.destination.query(sql, 'flexetl');
      for await (const cells of result.rows()) {
        const names = result.columns.map(({ name }) => name);
        all.push(Object.fromEntries(cells.map(({ text }, index) => [names[index]!, text])));
      }
    } catch (thrown) {
      if (!(thrown instanceof FlexError) || thrown.code !== 'FLEX_QUERY_FAILED') throw thrown;
      // The SQL is ours: if it does not find something, the ledger was altered.
      const message = `${this.name}: the ledger cannot be read: ${thrown.message}`;
      throw new FlexError('FLEX_DEST_ALTERED', message, { cause: thrown });
    }
    return all;
  }
}
