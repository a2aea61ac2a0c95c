/**
 * Rows that we have in hand into a table of the ledger, or one beside it, many to a statement of
 * SQL. Rows of a report go another way: they are collected and staged by the engine.
 */
import { quoteLiteral } from '../../../catalog/sql.js';
import type { SqlEngine, SqlValue } from '../engine.js';

/** Rows that a statement of INSERT takes at most: bounds the texts that are sent at once. */
const ROWS_AT_ONCE = 2_000;
/** The same where each value is a parameter of its own, of which there can be only so many. */
const VALUES_AT_ONCE = 100;
/** For as few rows, a list of values is as fast. */
const FEW_ROWS = 4;

/** Between the values of a column. XML cannot have it, and a name given by a user hardly. */
const SEPARATOR = '\x1f';
const NULL = '-';
const PRESENT = '=';

/** @param types of the columns, in order */
export async function insertRows(
  engine: Pick<SqlEngine, 'run'>,
  table: string,
  types: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const few = rows.length <= FEW_ROWS || rows.some((row) => row.some(isSeparated));
  const most = few ? VALUES_AT_ONCE : ROWS_AT_ONCE;
  for (let first = 0; first < rows.length; first += most) {
    const some = rows.slice(first, first + most);
    await (few ? insertValues : insertColumns)(engine, table, types, some);
  }
}

function isSeparated(value: SqlValue): boolean {
  return typeof value === 'string' && value.includes(SEPARATOR);
}

async function insertValues(
  engine: Pick<SqlEngine, 'run'>,
  table: string,
  types: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const places = rows.map((_, row) => {
    const cells = types.map((type, i) => `CAST($${row * types.length + i + 1} AS ${type})`);
    return `(${cells.join(', ')})`;
  });
  await engine.run(`INSERT INTO ${table} VALUES ${places.join(', ')}`, rows.flat());
}

/**
 * A column is one parameter, a text of all its values: DuckDB takes some milliseconds for each
 * dozen of parameters, whatever the rows.
 */
async function insertColumns(
  engine: Pick<SqlEngine, 'run'>,
  table: string,
  types: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Promise<void> {
  const texts = types.map((_, i) =>
    rows.map((row) => (row[i] === null ? NULL : PRESENT + String(row[i]))).join(SEPARATOR),
  );
  const lists = types.map(
    (_, i) => `unnest(string_to_array(CAST($${i + 1} AS text), chr(31))) AS c${i}`,
  );
  const cells = types.map(
    (type, i) => `CAST(CASE WHEN r.c${i} <> '${NULL}' THEN substr(r.c${i}, 2) END AS ${type})`,
  );
  await engine.run(
    `INSERT INTO ${table} SELECT ${cells.join(', ')} FROM (SELECT ${lists.join(', ')}) r`,
    texts,
  );
}

/** Rows that one statement takes at most: bounds the text that is parsed at once. */
const ROWS_OF_LITERALS = 500;

/**
 * The statements that insert rows without parameters, for one message with others.
 * @param rows each with all columns of the table, in their order
 */
export function insertsOf(table: string, rows: readonly (readonly SqlValue[])[]): string[] {
  const statements: string[] = [];
  for (let first = 0; first < rows.length; first += ROWS_OF_LITERALS) {
    const some = rows.slice(first, first + ROWS_OF_LITERALS);
    const values = some.map((row) => `(${row.map(literal).join(', ')})`);
    statements.push(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  }
  return statements;
}

/** A value as the column that it goes to reads it. */
function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? quoteLiteral(value) : String(value);
}

/** A list for IN. */
export function literalList(texts: readonly string[]): string {
  return `(${texts.map(quoteLiteral).join(', ')})`;
}
