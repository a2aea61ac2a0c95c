/**
 * What Postgres answers where databases differ: the constant members of its SqlEngine, and what its
 * catalogue says of a schema. Nothing is made or changed here; the connection is engine.ts.
 */
import { SQL_DIALECTS } from '../../catalog/sql.js';
import { columnsByTable, type ExistingColumn } from '../sql/engine.js';

export class PostgresTraits {
  readonly dialect = SQL_DIALECTS.postgres;
  /** What `numeric` holds: 131,072 digits before the point and 16,383 after it. */
  readonly decimalLimit = { precision: 131_072 + 16_383, scale: 16_383 };
  readonly temporarySchema = 'pg_temp';
  readonly temporaryEnds = 'ON COMMIT DROP';
  /** A statement that fails spoils its transaction. */
  readonly savepoints = true;
  readonly insertsFasterWithoutConflict = false;
  /** It may also be a deadlock, or rows that another transaction has changed. */
  readonly conflictsAreOfKeys = false;
  readonly summableIntegerDigits = 131_000;

  rowDiffers(columns: readonly string[], left: string, right: string): string {
    const row = (alias: string): string =>
      `ROW(${columns.map((name) => `${alias}.${name}`).join(', ')})`;
    return `(${row(left)} IS DISTINCT FROM ${row(right)})`;
  }
}

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
  return columnsByTable(columns, (row) => ({
    name: row['column_name']!,
    type: row['data_type']!,
    nullable: row['nullable'] === 't',
  }));
}

/** The comments of the views of a schema, by name. @param schema not quoted */
export async function viewCommentsOf(rows: Rows, schema: string): Promise<Map<string, string>> {
  const views = await rows(
    `SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS comment
     FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'v' AND n.nspname = $1`,
    [schema],
  );
  return new Map(views.map(({ name, comment }) => [name!, comment ?? '']));
}

/** @param schema not quoted */
export async function hasSchema(rows: Rows, schema: string): Promise<boolean> {
  const found = await rows('SELECT 1 AS found FROM pg_catalog.pg_namespace WHERE nspname = $1', [
    schema,
  ]);
  return found.length > 0;
}
