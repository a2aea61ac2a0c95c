/**
 * The data of a destination to audit: its tables with their columns, and which of them the
 * statements of each account and query have covered.
 */
import { quoteLiteral } from '../catalog/sql.js';
import type { Reader } from '../sinks/sql/ledger/reader.js';
import type { Need } from './identity.js';

export interface Book {
  readonly account: string;
  readonly query: string;
}

export interface Books {
  /** By account, then query. */
  readonly all: readonly Book[];
  /** Whether a statement of the book has covered the table; of a view, whether it exists. */
  cover(book: Book, need: Need): boolean;
}

/** The columns of the schema's tables and views, by table. */
export async function readTables(reader: Reader): Promise<ReadonlyMap<string, Set<string>>> {
  const rows = await reader.rows(
    `SELECT c.relname AS relation, a.attname AS name
     FROM pg_catalog.pg_class c
     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
     WHERE '"' || replace(n.nspname, '"', '""') || '"' = ${quoteLiteral(reader.schema)}
       AND a.attnum > 0`,
  );
  const tables = new Map<string, Set<string>>();
  for (const { relation, name } of rows) {
    const columns = tables.get(relation!) ?? new Set();
    tables.set(relation!, columns.add(name!));
  }
  return tables;
}

export async function readBooks(
  reader: Reader,
  relations: ReadonlyMap<string, unknown>,
): Promise<Books> {
  const rows = await reader.rows(
    `SELECT account_id, query, table_name FROM ${reader.schema}.flexetl_coverage
     GROUP BY account_id, query, table_name ORDER BY account_id, query, table_name`,
  );
  const covered = new Map<string, { readonly book: Book; readonly tables: Set<string> }>();
  for (const { account_id: account, query, table_name: table } of rows) {
    const book = { account: account!, query: query! };
    const entry = covered.get(nameOf(book)) ?? { book, tables: new Set() };
    entry.tables.add(table!);
    covered.set(nameOf(book), entry);
  }
  return {
    all: [...covered.values()].map(({ book }) => book),
    cover: (book, { table, view = false }) =>
      view ? relations.has(table) : (covered.get(nameOf(book))?.tables.has(table) ?? false),
  };
}

function nameOf({ account, query }: Book): string {
  return JSON.stringify([account, query]);
}
