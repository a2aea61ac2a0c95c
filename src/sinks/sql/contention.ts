/**
 * Which tables need their rows weighed at all: where nothing competes with the
 * input, its rows go straight into the table. How rows are weighed is publish.ts.
 */
import { keyColumns, quoteIdentifier as quote, tableColumns } from '../../catalog/ddl.js';
import type { RowElement } from '../../catalog/section.js';
import type { SqlEngine } from './engine.js';
import { NOW } from './publish.js';

/**
 * The tables of which a statement of this input has spoken in an earlier load. It
 * may have been read in another way then (zone, catalogue), and so with other keys.
 * Asked before the coverage of this input is recorded.
 */
export async function repeatedTables(engine: SqlEngine): Promise<Set<string>> {
  const rows = await engine.rows(
    `SELECT DISTINCT n.table_name FROM ${NOW} n
     JOIN ${engine.schema}.flexetl_coverage c
       ON c.account_id = n.account_id AND c.query = n.query AND c.table_name = n.table_name
      AND c.mode = n.mode AND c.statement_id = n.statement_id`,
  );
  return new Set(rows.map((row) => row['table_name']!));
}

/**
 * The tables for which another statement of the same account and query speaks
 * of days that this input speaks of, too. Only for these, and for reference
 * tables, must rows be weighed against each other; for the others it is enough
 * to insert, and nothing at all is done where the input has no rows.
 */
export async function contendedTables(engine: SqlEngine): Promise<Set<string>> {
  const rows = await engine.rows(
    `SELECT DISTINCT n.table_name FROM ${NOW} n
     JOIN ${engine.schema}.flexetl_coverage c
       ON c.account_id = n.account_id AND c.query = n.query AND c.table_name = n.table_name
      AND c.mode = 'merge' AND c.statement_id <> n.statement_id
     WHERE coalesce(c.window_from <= n.window_to AND c.window_to >= n.window_from, TRUE)`,
  );
  return new Set(rows.map((row) => row['table_name']!));
}

/**
 * Publishes rows that no other statement competes with, straight into the table.
 * @param rows relation of them
 * @returns how many were inserted; fewer than there are where keys collide, and
 *   then publishTable must decide about the rest
 */
export async function insertUncontended(
  engine: SqlEngine,
  element: RowElement,
  rows: string,
): Promise<number> {
  const names = tableColumns(element)
    .map(({ name }) => quote(name))
    .join(', ');
  return engine.run(
    `INSERT INTO ${engine.schema}.${quote(element.table)} (${names})
     SELECT ${names} FROM ${rows} s WHERE TRUE
     ON CONFLICT (${keyColumns(element).map(quote).join(', ')}) DO NOTHING`,
  );
}
