/** What a database that was loaded into says of itself: comments on all that flexetl has made. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { load } from '../../../src/library/load.js';
import { freshFolder } from '../../commands/run.js';
import { FIXTURES } from '../../fixtures.js';
import { freshDatabase } from '../../postgres/database.js';

const source = join(FIXTURES, 'trades-levels-of-detail', 'input.xml');

test('every table and column in Postgres carries a comment, those of the ledger too', async () => {
  const database = await freshDatabase();
  await load({ source, sink: database.url });
  const told = await database.query(
    `SELECT c.relname AS "table", a.attname AS "column"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
     WHERE c.relnamespace = 'flex'::regnamespace AND c.relkind = 'r'
       AND (obj_description(c.oid, 'pg_class') IS NULL OR col_description(c.oid, a.attnum) IS NULL)`,
  );
  expect(told).toEqual([]);
});

test('every table and column in DuckDB carries a comment, those of the ledger too', async () => {
  const file = join(freshFolder(), 'w.duckdb');
  await load({ source, sink: `duckdb:${file}` });
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const all = await connection.runAndReadAll(
    `SELECT t.table_name, c.column_name, t.comment IS NOT NULL AND c.comment IS NOT NULL AS told
     FROM duckdb_tables() t JOIN duckdb_columns() c USING (table_oid)`,
  );
  const rows = all.getRowObjects();
  connection.closeSync();
  instance.closeSync();
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(({ told }) => told !== true)).toEqual([]);
});
