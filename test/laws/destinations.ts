/**
 * The databases that the laws are held on: empty places to load into, and all
 * that they hold, in the words of the model.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.js';
import { tablesSql } from '../../src/catalog/formats/create-table.js';
import { distributeSql } from '../../src/catalog/formats/distribute.js';
import type { RowElement } from '../../src/catalog/section.js';
import { quoteIdentifier as quote, SQL_DIALECTS } from '../../src/catalog/sql.js';
import type { Json } from '../../src/sinks/row.js';
import { ledgerSql } from '../../src/sinks/sql/schema/migrations.js';
import { sharedDatabase } from '../postgres/database.js';
import { connected } from '../postgres/server.js';
import { inDelta } from '../sinks/parquet/delta-reader.js';
import { seenRow } from '../sinks/stored.js';
import { CATALOG } from './catalog.js';

type Texts = Readonly<Record<string, string | null>>;
type Query = (sql: string) => Promise<Texts[]>;

/** A row of a table, all that it holds. */
export interface StoredRow {
  readonly key: string;
  readonly query: string;
  readonly statement: string;
  readonly generatedAt: string | null;
  readonly row: Readonly<Record<string, Json>>;
  readonly extra: Readonly<Record<string, string>>;
  /** Which load wrote it: a new one each time, so that the model cannot know. */
  readonly loadId: string;
}

export interface Stored {
  readonly tables: ReadonlyMap<string, readonly StoredRow[]>;
  /** Lines as LedgerModel.coverage() has them. */
  readonly coverage: readonly string[];
  /** SHA-256 of the inputs. */
  readonly loaded: readonly string[];
}

/** A destination that nobody else uses, empty at first. */
export interface Place {
  /** As `--to` has it. */
  readonly dest: string;
  /** @param catalog that it was loaded with */
  read(catalog?: Catalog): Promise<Stored>;
  /** Removes it. */
  drop(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  place(): Promise<Place>;
}

/** Call it in a describe: some of what it makes lasts as long as that. */
export function duckdb(): Engine {
  const directory = mkdtempSync(join(tmpdir(), 'flexetl-laws-'));
  afterAll(() => rm(directory, { recursive: true, force: true }));
  let places = 0;
  const place = (): Promise<Place> => {
    const path = join(directory, `${places++}.duckdb`);
    return Promise.resolve({
      dest: `duckdb:${path}`,
      read: (catalog = CATALOG) => inDuckdb(path, (query) => readAll(query, 'main', catalog)),
      drop: () => rm(path, { force: true }),
    });
  };
  return { name: 'DuckDB', place };
}

/** Read as any reader of Delta would. */
export function parquet(): Engine {
  const directory = mkdtempSync(join(tmpdir(), 'flexetl-laws-'));
  afterAll(() => rm(directory, { recursive: true, force: true }));
  let places = 0;
  const place = (): Promise<Place> => {
    const path = join(directory, `set${places++}`);
    return Promise.resolve({
      dest: `parquet:${path}`,
      read: (catalog = CATALOG) => inDelta(path, (query) => readAll(query, 'main', catalog)),
      drop: () => rm(path, { recursive: true, force: true }),
    });
  };
  return { name: 'Parquet', place };
}

/** Each place is a schema of one database. */
export function postgres(): Engine {
  const database = sharedDatabase();
  let places = 0;
  const place = (): Promise<Place> =>
    Promise.resolve(schemaPlace(database().url, `place_${places++}`));
  return { name: 'Postgres', place };
}

/**
 * Each place is a schema of a database with Citus, its tables spread over the servers.
 * @param url of the coordinator
 */
export function citus(url: string): Engine {
  let places = 0;
  const place = async (): Promise<Place> => {
    const schema = `flexetl_place_${process.pid}_${places++}`;
    const quoted = quote(schema);
    await connected(url, async (client) => {
      await client.query(tablesSql(CATALOG.elements, SQL_DIALECTS.postgres, quoted));
      await client.query(ledgerSql(quoted, SQL_DIALECTS.postgres));
      for (const call of distributeSql(CATALOG.elements, quoted).split(/;\n/)) {
        if (/^SELECT /m.test(call.replaceAll(/^--.*$/gm, ''))) await client.query(call);
      }
    });
    return schemaPlace(url, schema);
  };
  return { name: 'Citus', place };
}

function schemaPlace(url: string, schema: string): Place {
  return {
    dest: `${url}${url.includes('?') ? '&' : '?'}schema=${schema}`,
    read: (catalog = CATALOG) =>
      connected(url, async (client) => {
        await client.query(`SET TimeZone = 'UTC'`);
        const types = { getTypeParser: () => (text: unknown) => text };
        const query: Query = async (text) => (await client.query<Texts>({ text, types })).rows;
        return readAll(query, schema, catalog);
      }),
    drop: () =>
      connected(url, async (client) => {
        await client.query(`DROP SCHEMA IF EXISTS ${quote(schema)} CASCADE`);
      }),
  };
}

async function inDuckdb<T>(path: string, use: (query: Query) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    await connection.run(`SET TimeZone = 'UTC'`);
    return await use(async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjects() as unknown as Texts[];
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function readAll(query: Query, schema: string, catalog: Catalog): Promise<Stored> {
  const found = await query(
    `SELECT CAST(table_name AS text) AS name FROM information_schema.tables
     WHERE table_schema = '${schema}'`,
  );
  const names = new Set(found.map(({ name }) => name));
  const tables = new Map<string, StoredRow[]>();
  for (const element of catalog.elements.filter(({ table }) => names.has(table))) {
    tables.set(element.table, await readTable(query, schema, element));
  }
  const ledger = async (table: string, columns: readonly string[]): Promise<Texts[]> => {
    if (!names.has(table)) return [];
    const texts = columns.map((name) => `CAST(${name} AS text) AS ${name}`);
    return query(`SELECT ${texts.join(', ')} FROM ${quote(schema)}.${table}`);
  };
  const coverage = await ledger('flexetl_coverage', COVERAGE);
  const loads = await ledger('flexetl_loads', ['sha256']);
  return {
    tables,
    coverage: coverage.map((row) => JSON.stringify(COVERAGE.map((name) => row[name]))).sort(),
    loaded: loads.map(({ sha256 }) => sha256!).sort(),
  };
}

const COVERAGE = [
  ...['account_id', 'query', 'table_name', 'statement_id', 'mode', 'grain'],
  ...['window_from', 'window_to', 'parsed'],
];

async function readTable(query: Query, schema: string, element: RowElement): Promise<StoredRow[]> {
  const names = [...element.columns.map(({ name }) => name), ...LINEAGE_NAMES].map(quote);
  const texts = names.map((name) => `CAST(${name} AS text) AS ${name}`);
  const rows = await query(
    `SELECT ${texts.join(', ')} FROM ${quote(schema)}.${quote(element.table)}`,
  );
  return rows.map((row) => {
    const { statement, key, row: columns, extra } = seenRow(element, row);
    const generated = row['_generated_at'] ?? null;
    return {
      key,
      query: row['_query'] ?? '',
      statement,
      generatedAt: generated?.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z') ?? null,
      row: columns,
      extra,
      loadId: row['_load_id'] ?? '',
    };
  });
}

const LINEAGE_NAMES = [
  '_row_key',
  '_query',
  '_statement_id',
  '_row_number',
  '_load_id',
  '_generated_at',
  '_extra',
];
