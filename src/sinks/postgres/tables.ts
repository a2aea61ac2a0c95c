/** What a schema of Postgres holds, read from its catalogue. Nothing is made or changed here. */
import type { ExistingColumn } from '../sql/engine.js';

type Rows = (
  sql: string,
  parameters: readonly string[],
) => Promise<Record<string, string | null>[]>;

/** Tables and views of a schema with their columns, in order. @param schema not quoted */
export async function tablesOf(rows: Rows, schema: string): Promise<Map<string, ExistingColumn[]>> {
  const columns = await rows(
    `SELECT c.relname AS table_name, a.attname AS column_name,
       format_type(a.atttypid, a.atttypmod) AS data_type,
       (NOT a.attnotnull OR a.atthasdef OR a.attidentity <> '') AS nullable
     FROM pg_catalog.pg_class c
     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'f', 'v')
     ORDER BY c.relname, a.attnum`,
    [schema],
  );
  const tables = new Map<string, ExistingColumn[]>();
  for (const row of columns) {
    const table = tables.get(row['table_name']!) ?? [];
    tables.set(row['table_name']!, table);
    table.push({
      name: row['column_name']!,
      type: row['data_type']!,
      nullable: row['nullable'] === 't',
    });
  }
  return tables;
}

/** @param schema not quoted */
export async function hasSchema(rows: Rows, schema: string): Promise<boolean> {
  const found = await rows('SELECT 1 AS found FROM pg_catalog.pg_namespace WHERE nspname = $1', [
    schema,
  ]);
  return found.length > 0;
}
