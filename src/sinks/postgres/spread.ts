/**
 * How the tables of a schema are spread over servers, as Citus tells it. How they should be is
 * catalog/formats/distribute.ts.
 */
import { quoteLiteral } from '../../catalog/sql.js';
import type { AskRows, Spread } from '../destination.js';

/**
 * @param ask runs a query
 * @param schema not quoted
 * @returns undefined where the database has no Citus
 */
export async function spreadOf(ask: AskRows, schema: string): Promise<Spread | undefined> {
  const [citus] = await ask(
    `SELECT extversion AS version FROM pg_catalog.pg_extension WHERE extname = 'citus'`,
  );
  if (citus === undefined) return undefined;
  const rows = await ask(
    `SELECT c.relname AS name, p.partmethod AS method, p.repmodel AS model,
       CASE WHEN p.partmethod = 'h' THEN column_to_column_name(p.logicalrelid, p.partkey) END AS by
     FROM pg_catalog.pg_class c
     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_catalog.pg_dist_partition p ON p.logicalrelid = c.oid
     WHERE n.nspname = ${quoteLiteral(schema)} AND c.relkind IN ('r', 'p')`,
  );
  const tables = rows.map((row): [string, string] => [row['name']!, wayOf(row)]);
  return { product: `Citus ${citus['version']}`, tables: new Map(tables) };
}

/** The columns of pg_dist_partition are NULL of a table that Citus does not know. */
function wayOf(row: Readonly<Record<string, string | null>>): string {
  if (row['method'] === 'h') return `by ${row['by']}`;
  return row['method'] === 'n' && row['model'] === 't' ? 'everywhere' : 'local';
}
