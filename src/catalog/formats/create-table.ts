/**
 * The catalogue as SQL: types, CREATE TABLE and COMMENT statements for Postgres
 * and DuckDB. Tables of rows only: the ledger is written by hand in sql/.
 */
import type { Catalog } from '../catalog.js';
import { boundedIdentifier } from '../resolve.js';
import { LINEAGE, type Column, type RowElement, type StoredType } from '../section.js';

export type SqlDialect = 'postgres' | 'duckdb';

/** The schema that Postgres destinations use where `?schema=` names no other. */
export const DEFAULT_SCHEMA = 'flex';

/** Lineage columns that every row has. */
const NEVER_NULL: ReadonlySet<string> = new Set([
  '_row_key',
  '_query',
  '_statement_id',
  '_load_id',
]);

/** Always quoted: attribute names give columns such as `from` and `value`. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function postgresType(type: StoredType): string {
  switch (type) {
    case 'decimal':
      return 'numeric';
    case 'datetime':
      return 'timestamptz';
    case 'json':
      return 'jsonb';
    case 'integer':
      return 'bigint';
    case 'boolean':
    case 'date':
    case 'time':
      return type;
    case 'text':
    case 'enum':
    case 'codes':
      return 'text';
  }
}

/** Twelve places, so that a product of two decimals still fits 38 digits. */
export function duckdbType(type: StoredType): string {
  switch (type) {
    case 'decimal':
      return 'DECIMAL(38,12)';
    case 'datetime':
      return 'TIMESTAMPTZ';
    case 'integer':
      return 'BIGINT';
    case 'json':
    case 'boolean':
    case 'date':
    case 'time':
      return type.toUpperCase();
    case 'text':
    case 'enum':
    case 'codes':
      return 'VARCHAR';
  }
}

/** A column of a table as SQL sees it: those of the catalogue, then the lineage. */
export interface TableColumn {
  readonly name: string;
  readonly type: StoredType;
  readonly doc: string;
  /** Name on the wire; undefined for lineage. */
  readonly attribute: string | undefined;
  readonly nullable: boolean;
}

/** All columns of a table, in their order. */
export function tableColumns(element: RowElement): TableColumn[] {
  const own = element.columns.map((column): TableColumn => {
    const { name, type, doc, attribute } = column;
    return { name, type, doc, attribute, nullable: !isAccount(element, column) };
  });
  const lineage = LINEAGE.map(({ name, type, doc }): TableColumn => {
    return { name, type, doc, attribute: undefined, nullable: !NEVER_NULL.has(name) };
  });
  return [...own, ...lineage];
}

/** The account of a row is filled from the statement where the row has none. */
function isAccount(element: RowElement, column: Column): boolean {
  return element.ofAccount && column.attribute === 'accountId';
}

/**
 * The columns that no two rows of a table have in common. Rows of reference
 * elements are the same whatever the query; all others belong to theirs.
 */
export function keyColumns(element: RowElement): string[] {
  return [
    ...(element.ofAccount ? ['account_id'] : []),
    ...(element.grain === 'reference' ? [] : ['_query']),
    '_row_key',
  ];
}

/** The name of the constraint over keyColumns. */
export function uniqueConstraintName(element: RowElement): string {
  return boundedIdentifier(`${element.table}_key`);
}

/**
 * The statements that make a table, in order, without semicolons: the table,
 * which stays as it is where there is one already, its index, and its comments.
 * @param schema as it stands in SQL, quoted where it must be: `"flex"`, `main`
 */
export function createTableSql(element: RowElement, dialect: SqlDialect, schema: string): string[] {
  const typeOf = dialect === 'postgres' ? postgresType : duckdbType;
  const columns = tableColumns(element).map(
    ({ name, type, nullable }) =>
      `${quoteIdentifier(name)} ${typeOf(type)}${nullable ? '' : ' NOT NULL'}`,
  );
  const key = keyColumns(element).map(quoteIdentifier).join(', ');
  const constraint = quoteIdentifier(uniqueConstraintName(element));
  const lines = [...columns, `CONSTRAINT ${constraint} UNIQUE (${key})`];
  const table = `${schema}.${quoteIdentifier(element.table)}`;
  return [
    `CREATE TABLE IF NOT EXISTS ${table} (\n  ${lines.join(',\n  ')}\n)`,
    ...(dialect === 'postgres' ? [statementIndexSql(element, table)] : []),
    ...commentSql(element, table),
  ];
}

/**
 * Rows that a newer statement replaces are found by their statement. Without an index a day
 * would take as long as all years before it. DuckDB reads that one column fast enough.
 */
function statementIndexSql(element: RowElement, table: string): string {
  const name = quoteIdentifier(boundedIdentifier(`${element.table}_statement`));
  return `CREATE INDEX IF NOT EXISTS ${name} ON ${table} (_statement_id)`;
}

function commentSql(element: RowElement, table: string): string[] {
  const columns = tableColumns(element).map((column) => {
    const wire = column.attribute === undefined ? [] : [`Attribute ${column.attribute}.`];
    const text = [column.doc, ...wire].filter((part) => part !== '').join(' ');
    return `COMMENT ON COLUMN ${table}.${quoteIdentifier(column.name)} IS ${quoteLiteral(text)}`;
  });
  return [`COMMENT ON TABLE ${table} IS ${quoteLiteral(tableComment(element))}`, ...columns];
}

/** `One execution. Trade of Trades; event, by reportDate.` */
function tableComment(element: RowElement): string {
  if (element.element === '') return element.doc;
  const day = element.date === undefined ? '' : `, by ${element.date}`;
  return `${element.doc} ${element.element} of ${element.section}; ${element.grain}${day}.`;
}

function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A script that makes these tables with their comments, and the schema first. */
export function tablesSql(
  elements: readonly RowElement[],
  dialect: SqlDialect,
  schema: string,
): string {
  const statements = elements.flatMap((element) => createTableSql(element, dialect, schema));
  return [`CREATE SCHEMA IF NOT EXISTS ${schema}`, ...statements]
    .map((statement) => `${statement};\n`)
    .join('');
}

/** The text of sql/tables.sql. */
export function tablesFile(catalog: Catalog): string {
  return (
    '-- Generated from schemas/ by `npm run generate`; do not edit.\n' +
    '-- The tables of a Postgres destination. flexetl makes what it needs by itself.\n\n' +
    tablesSql(catalog.elements, 'postgres', quoteIdentifier(DEFAULT_SCHEMA))
  );
}
