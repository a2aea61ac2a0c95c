/**
 * Destinations that can be asked, opened so that nothing can be written: the
 * list of them, and the few questions about their tables that are asked in the
 * same words everywhere.
 */
import { existsSync } from 'node:fs';
import { quoteIdentifier as quote } from '../../../catalog/formats/create-table.js';
import { FlexError } from '../../../errors.js';
import { parseDestination } from '../../destinations.js';
import { duckdbSettings } from '../../duckdb/settings.js';
import type { QueryableDestination } from '../../query.js';
import type { SqlEngine } from '../engine.js';

export type Row = Readonly<Record<string, string | null>>;

/**
 * Opens a destination for reading. One more that can be queried is one case here.
 * @param timezone in which timestamps are shown and cast
 * @param signal ends the waiting for a process that holds the database
 * @throws FlexError FLEX_CONFIG for a destination without tables, or where there is no database;
 *   FLEX_DEST_BUSY where another process goes on holding it
 */
export async function openForReading(
  dest: string,
  timezone: string,
  signal?: AbortSignal,
): Promise<QueryableDestination> {
  const { scheme, path, settings } = parseDestination(dest);
  switch (scheme) {
    case 'duckdb': {
      const { openDuckdbQuery } = await import('../../duckdb/query.js');
      return openDuckdbQuery(path, timezone, duckdbSettings(settings), signal);
    }
    case 'postgres':
    case 'postgresql': {
      const { openPostgresQuery } = await import('../../postgres/query.js');
      return openPostgresQuery(dest, timezone);
    }
    default:
      throw new FlexError('FLEX_CONFIG', `A destination ${scheme}: cannot be queried.`, {
        advice: 'Query duckdb:PATH or postgres://…; load there what is to be queried.',
      });
  }
}

/**
 * Opens a destination so that rows can be staged beside its tables, and compared
 * with them. Nothing of it is kept.
 * @throws FlexError FLEX_CONFIG for a destination without tables, or where there is no database
 */
export async function openForComparing(dest: string): Promise<SqlEngine> {
  const { scheme, path, settings } = parseDestination(dest);
  switch (scheme) {
    case 'duckdb':
      return (await import('../../duckdb/engine.js')).openDuckdbReading(path, duckdbSettings(settings));
    case 'postgres':
    case 'postgresql': {
      const { PostgresEngine } = await import('../../postgres/engine.js');
      const { parsePostgresUrl } = await import('../../postgres/url.js');
      const engine = new PostgresEngine(parsePostgresUrl(dest));
      await engine.connect();
      return engine;
    }
    default:
      throw new FlexError('FLEX_CONFIG', `A destination ${scheme}: cannot be compared with.`, {
        advice: 'Verify duckdb:PATH or postgres://….',
      });
  }
}

/** Whether the destination is a database file that nothing has made yet. */
export function isNotMadeYet(dest: string): boolean {
  const { scheme, path } = parseDestination(dest);
  return scheme === 'duckdb' && !existsSync(path);
}

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
    const schema = this.destination.schema.replaceAll("'", "''");
    const rows = await this.rows(
      `SELECT c.relname AS name FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = '${schema}' AND c.relname = 'flexetl_loads'`,
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
      // The SQL is ours: what it does not find, somebody has changed.
      const message = `${this.name}: the ledger cannot be read: ${thrown.message}`;
      throw new FlexError('FLEX_DEST_ALTERED', message, { cause: thrown });
    }
    return all;
  }
}
