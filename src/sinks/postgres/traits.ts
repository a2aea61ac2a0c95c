/**
 * Postgres's answers where databases differ: the members of its SqlEngine that are constants or
 * single statements, and queries of its catalogue. The connection is engine.ts.
 */
import { quoteIdentifier as quote, quoteLiteral, SQL_DIALECTS } from '../../catalog/sql.js';
import type { RowElement } from '../../catalog/section.js';
import { tableColumns } from '../../catalog/table-columns.js';
import type { AskRows, Spread } from '../destination.js';
import { columnsByTable, type ExistingColumn, type SqlValue } from '../sql/engine.js';
import type { PostgresPlace } from './url.js';

export abstract class PostgresTraits {
  abstract readonly schema: string;
  protected abstract readonly place: PostgresPlace;

  readonly dialect = SQL_DIALECTS.postgres;
  /** What `numeric` holds: 131,072 digits before the point and 16,383 after it. */
  readonly decimalLimit = { precision: 131_072 + 16_383, scale: 16_383 };
  readonly temporarySchema = 'pg_temp';
  readonly temporaryEnds = 'ON COMMIT DROP';
  /** A statement that fails spoils its transaction. */
  readonly savepoints = true;
  readonly sharesTurns = true;
  readonly insertsFasterWithoutConflict = false;
  /** It may also be a deadlock, or rows that another transaction has changed. */
  readonly conflictsAreOfKeys = false;
  readonly summableIntegerDigits = 131_000;

  rowDiffers(columns: readonly string[], left: string, right: string): string {
    const row = (alias: string): string =>
      `ROW(${columns.map((name) => `${alias}.${name}`).join(', ')})`;
    return `(${row(left)} IS DISTINCT FROM ${row(right)})`;
  }

  existingTables(): Promise<ReadonlyMap<string, readonly ExistingColumn[]>> {
    return tablesOf(this.asked, this.place.schema);
  }

  viewComments(): Promise<ReadonlyMap<string, string>> {
    return viewCommentsOf(this.asked, this.place.schema);
  }

  /**
   * Not CREATE SCHEMA IF NOT EXISTS: that requires a right which the owner of a schema may lack.
   */
  async makeSchema(): Promise<void> {
    const found = await hasSchema(this.asked, this.place.schema);
    if (!found) await this.run(`CREATE SCHEMA ${this.schema}`);
  }

  replacesWhole(element: RowElement): Promise<boolean> {
    const names = tableColumns(element).map(({ name }) => name);
    return isPlain(this.asked, this.place.schema, element.table, names);
  }

  /** Otherwise the planner assumes that a new table has few rows, and uses nested loops. */
  async analyze(relation: string, columns: readonly string[]): Promise<void> {
    await this.run(`ANALYZE ${relation} (${columns.map(quote).join(', ')})`);
  }

  abstract run(sql: string): Promise<number>;
  abstract rows(sql: string, parameters?: readonly SqlValue[]): ReturnType<Rows>;

  private readonly asked: Rows = (sql, parameters) => this.rows(sql, parameters);
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

/**
 * Whether a table has nothing that tells a row that is deleted and inserted anew from one that is
 * updated: no columns, triggers, rules, policies or references of others; and rows may be deleted.
 * @param schema not quoted
 */
async function isPlain(
  rows: Rows,
  schema: string,
  table: string,
  columns: readonly string[],
): Promise<boolean> {
  const found = await rows(
    `SELECT 1 AS plain FROM pg_catalog.pg_class c
     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind = 'r' AND NOT c.relrowsecurity
       AND has_table_privilege(c.oid, 'DELETE')
       AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid
         AND a.attnum > 0 AND NOT a.attisdropped AND a.attname NOT IN
         (SELECT unnest(string_to_array($3, ' '))))
       AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_trigger g
         WHERE g.tgrelid = c.oid AND NOT g.tgisinternal)
       AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid)
       AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint f
         WHERE f.confrelid = c.oid AND f.contype = 'f')
       AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i
         WHERE c.oid IN (i.inhparent, i.inhrelid))`,
    [schema, table, columns.join(' ')],
  );
  return found.length > 0;
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

/**
 * How the tables of a schema are spread over servers, as Citus tells it. How they should be is
 * catalog/formats/distribute.ts.
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
