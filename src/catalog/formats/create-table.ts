/**
 * The catalogue as SQL: types, CREATE TABLE and COMMENT statements for Postgres
 * and DuckDB. Tables of rows only: the ledger is written by hand in sql/.
 */
import type { Catalog } from '../catalog.js';
import { boundedIdentifier } from '../resolve.js';
import type { RowElement } from '../section.js';
import { quoteIdentifier, quoteLiteral, SQL_DIALECTS, type SqlDialect } from '../sql.js';
import { tableColumns, keyColumns } from '../table-columns.js';

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
  const columns = tableColumns(element).map(
    ({ name, type, nullable }) =>
      `${quoteIdentifier(name)} ${dialect.typeOf(type)}${nullable ? '' : ' NOT NULL'}`,
  );
  const key = keyColumns(element).map(quoteIdentifier).join(', ');
  const constraint = quoteIdentifier(uniqueConstraintName(element));
  const lines = [...columns, `CONSTRAINT ${constraint} UNIQUE (${key})`];
  const table = `${schema}.${quoteIdentifier(element.table)}`;
  return [
    `CREATE TABLE IF NOT EXISTS ${table} (\n  ${lines.join(',\n  ')}\n)`,
    ...(dialect.indexesStatements ? [statementIndexSql(element, table)] : []),
    ...commentSql(element, table),
  ];
}

/** Rows that a newer statement replaces are found by their statement. */
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
  if (element.name === '') return element.doc;
  const day = element.date === undefined ? '' : `, by ${element.date}`;
  return `${element.doc} ${element.name} of ${element.section}; ${element.grain}${day}.`;
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
    tablesSql(catalog.elements, SQL_DIALECTS.postgres, SQL_DIALECTS.postgres.schema)
  );
}
