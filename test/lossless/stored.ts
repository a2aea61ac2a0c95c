/**
 * Rows as file and database destinations hold them, brought back for the
 * comparison. Which row is which is told by statement and key.
 */
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { NdjsonRow } from '../../src/sinks/row.js';
import type { SeenRow } from '../sinks/contract.js';
import { seenRow } from '../sinks/stored.js';

export const identityOf = ({
  table,
  statement,
  key,
}: Pick<NdjsonRow, 'table' | 'statement' | 'key'>): string => `${table} ${statement} ${key}`;

/** A row as its statement has it: side by side, keys begin with the statement. */
export function sideBySide(row: SeenRow): SeenRow {
  const prefix = `${row.statement}/`;
  return row.key.startsWith(prefix) ? { ...row, key: row.key.slice(prefix.length) } : row;
}

/** Every row of every table of the catalogue in a DuckDB file. */
export async function rowsOfDuckdb(path: string, catalog: Catalog): Promise<SeenRow[]> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const query = async (sql: string): Promise<Record<string, string | null>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjects() as Record<string, string | null>[];
  try {
    await connection.run(`SET TimeZone = 'UTC'`);
    const tables = new Set((await query('SHOW TABLES')).map((row) => row['name']));
    const rows: SeenRow[] = [];
    for (const element of catalog.elements.filter(({ table }) => tables.has(table))) {
      for (const row of await query(`SELECT COLUMNS(*)::VARCHAR FROM "${element.table}"`)) {
        rows.push(seenRow(element, row));
      }
    }
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The rows of an NDJSON file. */
export function rowsOfNdjson(path: string): NdjsonRow[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as NdjsonRow);
}
