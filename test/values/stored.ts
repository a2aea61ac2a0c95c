/**
 * What the destinations hold of such a report, read without flexetl and, from databases, as
 * the bytes that are stored: a driver may have a mind of its own about characters.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import type { FreshDatabase } from '../postgres/database.js';
import { rowsOfNdjson } from '../lossless/stored.js';
import { readDirectory } from '../sinks/csv-reader.js';
import type { ReportGiven } from './characters.js';

/** Number, query, account, description, symbol and note of each row, in order; then the novelties. */
export interface Stored {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly novelties: readonly (readonly (string | null)[])[];
}

export function expected({ query, account, rows, novelties }: ReportGiven): Stored {
  return {
    rows: rows.map(({ description, symbol, note }, number) => [
      `${number}`,
      query,
      account,
      description,
      symbol,
      note,
    ]),
    novelties: novelties.map((text, number) => [`${number}`, text]),
  };
}

type Values = Readonly<Record<string, unknown>>;

function ofRows(
  rows: readonly { table: string; row: Values; extra: Values; query: string }[],
): Stored {
  const of = (table: string) => rows.filter((row) => row.table === table);
  return {
    rows: of('cash_transactions').map(({ row, extra, query }) => [
      row['transaction_id'] as string,
      query,
      row['account_id'] as string,
      row['description'] as string,
      row['symbol'] as string,
      extra['note'] as string,
    ]),
    novelties: of('unmapped_rows').map(({ row }) => {
      const { number, text } = row['attributes'] as Record<string, string>;
      return [number!, text!];
    }),
  };
}

/** @param query is not told by the rows of files */
export function storedInNdjson(path: string, query: string): Stored {
  return ofRows(rowsOfNdjson(path).map((row) => ({ ...row, query })));
}

export function storedInCsv(directory: string, query: string): Stored {
  return ofRows(readDirectory(directory).map((row) => ({ ...row, query })));
}

const COLUMNS = ['transaction_id', '_query', 'account_id', 'description', 'symbol'];

/** @param hex the bytes of a text as hexadecimal digits */
function queries(schema: string, hex: (sql: string) => string, extra: string, attributes: string) {
  const columns = [...COLUMNS.map((name) => hex(`"${name}"`)), hex(extra)];
  const novelty = ['number', 'text'].map((name) => hex(`${attributes} ->> '${name}'`));
  return [
    `SELECT ${columns.join(', ')} FROM ${schema}.cash_transactions ORDER BY amount`,
    `SELECT ${novelty.join(', ')} FROM ${schema}.unmapped_rows ORDER BY _row_number`,
  ] as const;
}

const unhexed = (rows: readonly (readonly unknown[])[]): (string | null)[][] =>
  rows.map((row) =>
    row.map((hex) => (hex === null ? null : Buffer.from(hex as string, 'hex').toString('utf8'))),
  );

export async function storedInDuckdb(path: string): Promise<Stored> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const [rows, novelties] = queries(
    'main',
    (sql) => `hex(encode(${sql}))`,
    `(_extra ->> 'note')`,
    'attributes',
  );
  try {
    return {
      rows: unhexed((await connection.runAndReadAll(rows)).getRows()),
      novelties: unhexed((await connection.runAndReadAll(novelties)).getRows()),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export async function storedInPostgres(database: FreshDatabase, schema: string): Promise<Stored> {
  const [rows, novelties] = queries(
    schema,
    (sql) => `encode(convert_to(${sql}, 'UTF8'), 'hex')`,
    `(_extra ->> 'note')`,
    'attributes',
  );
  return {
    rows: unhexed(await database.texts(rows)),
    novelties: unhexed(await database.texts(novelties)),
  };
}
