/** The SQL of the catalogue, run on DuckDB and read for Postgres. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Catalog } from '../../../src/catalog/catalog.js';
import {
  createTableSql,
  tablesSql,
  uniqueConstraintName,
} from '../../../src/catalog/formats/create-table.js';
import { COLUMN_TYPES, type RowElement } from '../../../src/catalog/section.js';
import {
  duckdbType,
  postgresType,
  quoteIdentifier,
  SQL_DIALECTS,
} from '../../../src/catalog/sql.js';
import { keyColumns, tableColumns } from '../../../src/catalog/table-columns.js';

const catalog = Catalog.load();

function table(name: string): RowElement {
  const element = catalog.table(name);
  if (element === undefined) throw new Error(`no table ${name}`);
  return element;
}

describe('types', () => {
  it('are these in Postgres', () => {
    expect(COLUMN_TYPES.map(postgresType)).toEqual([
      'text',
      'text',
      'text',
      'numeric',
      'boolean',
      'date',
      'time',
      'timestamptz',
      'jsonb',
    ]);
  });

  it('are these in DuckDB', () => {
    expect(COLUMN_TYPES.map(duckdbType)).toEqual([
      'VARCHAR',
      'VARCHAR',
      'VARCHAR',
      'DECIMAL(38,12)',
      'BOOLEAN',
      'DATE',
      'TIME',
      'TIMESTAMPTZ',
      'JSON',
    ]);
  });
});

describe('keys', () => {
  it('hold the account and the query, and neither for what is the same for all', () => {
    expect(keyColumns(table('trades'))).toEqual(['account_id', '_query', '_row_key']);
    expect(keyColumns(table('account_information'))).toEqual(['account_id', '_row_key']);
    expect(keyColumns(table('security_info'))).toEqual(['_row_key']);
  });
});

describe('identifiers', () => {
  it('are quoted so that nothing in them ends the quotation', () => {
    expect(quoteIdentifier('from')).toBe('"from"');
    expect(quoteIdentifier('a"b')).toBe('"a""b"');
  });

  it('all fit what Postgres keeps', () => {
    const names = catalog.elements.flatMap((element) => [
      element.table,
      uniqueConstraintName(element),
      ...tableColumns(element).map(({ name }) => name),
    ]);
    expect(names.filter((name) => Buffer.byteLength(name) > 63)).toEqual([]);
  });

  it('are cut with a mark where they do not fit', () => {
    const long: RowElement = { ...table('trades'), table: 't'.repeat(63) };
    expect(uniqueConstraintName(long)).toMatch(/^t{54}_[0-9a-f]{8}$/);
  });
});

describe('Postgres', () => {
  it('has the columns, then the lineage, then the key', () => {
    const [create, index, ...comments] = createTableSql(
      table('conversion_rates'),
      SQL_DIALECTS.postgres,
      '"flex"',
    );
    expect(create).toBe(`CREATE TABLE IF NOT EXISTS "flex"."conversion_rates" (
  "report_date" date,
  "from_currency" text,
  "to_currency" text,
  "rate" numeric,
  "_row_key" text NOT NULL,
  "_query" text NOT NULL,
  "_statement_id" text NOT NULL,
  "_row_number" bigint,
  "_load_id" text NOT NULL,
  "_generated_at" timestamptz,
  "_extra" jsonb,
  CONSTRAINT "conversion_rates_key" UNIQUE ("_row_key")
)`);
    expect(index).toBe(
      'CREATE INDEX IF NOT EXISTS "conversion_rates_statement" ON "flex"."conversion_rates" (_statement_id)',
    );
    expect(comments).toHaveLength(12);
    expect(comments).toContain(
      `COMMENT ON COLUMN "flex"."conversion_rates"."from_currency" IS 'Currency converted from. Attribute fromCurrency.'`,
    );
  });

  it('takes a quote in a comment', () => {
    const element = { ...table('trades'), doc: "It's one." };
    expect(createTableSql(element, SQL_DIALECTS.postgres, 'x')[2]).toContain(
      "IS 'It''s one. Trade of Trades",
    );
  });
});

describe('DuckDB', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
    await connection.run(tablesSql(catalog.elements, SQL_DIALECTS.duckdb, '"flex"'));
  });

  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  async function rows(sql: string): Promise<Record<string, unknown>[]> {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  }

  it('makes every table with its columns in order, commented', async () => {
    const made = await rows(
      `SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()
       WHERE schema_name = 'flex' ORDER BY table_name, column_index`,
    );
    for (const element of catalog.elements) {
      const columns = made.filter((row) => row['table_name'] === element.table);
      const expected = tableColumns(element);
      expect(columns.map((row) => row['column_name'])).toEqual(expected.map(({ name }) => name));
      expect(columns.map((row) => row['is_nullable'])).toEqual(
        expected.map(({ nullable }) => nullable),
      );
      expect(columns.filter((row) => row['comment'] === null)).toEqual([]);
    }
  });

  it('runs the same script again without harm', async () => {
    await connection.run(tablesSql(catalog.elements, SQL_DIALECTS.duckdb, '"flex"'));
    const [count] = await rows(
      `SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE schema_name = 'flex'`,
    );
    expect(count).toEqual({ n: catalog.elements.length });
  });

  it('holds the key', async () => {
    const insert = (account: string, query: string): Promise<unknown> =>
      connection.run(
        `INSERT INTO flex.trades (account_id, _row_key, _query, _statement_id, _load_id)
         VALUES ('${account}', 'k', '${query}', 's', 'l')`,
      );
    await insert('U1000001', 'Daily');
    await insert('U1000002', 'Daily');
    await insert('U1000001', 'Monthly');
    await expect(insert('U1000001', 'Daily')).rejects.toThrow(/[Dd]uplicate key/);
  });
});
