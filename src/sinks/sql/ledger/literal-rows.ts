/**
 * Rows of the ledger as SQL without parameters, for statements that go in one message with others.
 * With parameters: insert-rows.ts.
 */
import { quoteLiteral } from '../../../catalog/sql.js';
import type { SqlValue } from '../engine.js';

/** Rows that one statement takes at most: bounds the text that is parsed at once. */
const ROWS_AT_ONCE = 500;

/** The statements that insert rows, each with all columns of the table in their order. */
export function insertsOf(table: string, rows: readonly (readonly SqlValue[])[]): string[] {
  const statements: string[] = [];
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    const some = rows.slice(first, first + ROWS_AT_ONCE);
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
