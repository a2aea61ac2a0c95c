/**
 * Whether what was written is right: the rows of every table are as many as the
 * generator made, and the cash of the trades sums up to the last digit. Reads
 * the files with means of its own, none of flexetl's.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { units, type BenchInput } from './input.js';

interface Found {
  readonly tables: ReadonlyMap<string, number>;
  /** In millionths. */
  readonly netCash: bigint;
}

/** @throws Error that says what differs */
function compare(found: Found, input: BenchInput): void {
  for (const [table, rows] of Object.entries(input.tables)) {
    const there = found.tables.get(table) ?? 0;
    if (there !== rows) throw new Error(`${table} has ${there} rows and should have ${rows}.`);
  }
  if (found.netCash !== input.netCash) {
    throw new Error(`net_cash sums up to ${found.netCash}, not to ${input.netCash} millionths.`);
  }
}

/** What `inspect --json` has printed. It says no amounts. */
export function checkInspection(stdout: string, input: BenchInput): void {
  const { inputs } = JSON.parse(stdout) as {
    inputs: [{ statements: unknown[]; tables: { table: string; rows: number }[] }];
  };
  const [{ statements, tables }] = inputs;
  const rows = new Map(tables.map(({ table, rows: count }) => [table, count]));
  rows.set('flexetl_statements', statements.length);
  compare({ tables: rows, netCash: input.netCash }, input);
}

export async function checkCsv(directory: string, input: BenchInput): Promise<void> {
  const tables = new Map<string, number>();
  let netCash = 0n;
  for (const table of Object.keys(input.tables)) {
    const path = join(directory, `${table}.csv`);
    if (!existsSync(path)) throw new Error(`There is no ${path}.`);
    let rows = -1;
    let cash = -1;
    for await (const fields of records(path)) {
      if (rows++ < 0) cash = table === 'trades' ? fields.indexOf('net_cash') : -1;
      else if (cash >= 0) netCash += units(fields[cash]!, 6);
    }
    tables.set(table, rows);
  }
  compare({ tables, netCash }, input);
}

/** The records of an RFC 4180 file. */
async function* records(path: string): AsyncGenerator<string[], void, undefined> {
  let line = '';
  for await (const part of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    line = line === '' ? part : `${line}\n${part}`;
    // Inside of quotes a line break belongs to the field.
    if (line.split('"').length % 2 === 0) continue;
    yield line.includes('"') ? quotedFields(line) : line.split(',');
    line = '';
  }
}

function quotedFields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
  );
}

export async function checkNdjson(path: string, input: BenchInput): Promise<void> {
  const tables = new Map<string, number>();
  let netCash = 0n;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { table, row } = JSON.parse(line) as { table: string; row: Record<string, string> };
    tables.set(table, (tables.get(table) ?? 0) + 1);
    if (table === 'trades') netCash += units(row['net_cash']!, 6);
  }
  compare({ tables, netCash }, input);
}

export async function checkDuckdb(path: string, input: BenchInput): Promise<void> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  await checkRows(instance, (table) => `"${table}"`, input);
}

/** A dataset that one commit has made: every file is a part of it. */
export async function checkParquet(directory: string, input: BenchInput): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  await checkRows(instance, (table) => `read_parquet('${directory}/${table}/**/*.parquet')`, input);
}

/** @param relationOf SQL of the rows of a table */
async function checkRows(
  instance: DuckDBInstance,
  relationOf: (table: string) => string,
  input: BenchInput,
): Promise<void> {
  const connection = await instance.connect();
  try {
    const one = async (sql: string): Promise<string> => {
      const reader = await connection.runAndReadAll(sql);
      return String(reader.getRows()[0]![0]);
    };
    const tables = new Map<string, number>();
    for (const table of Object.keys(input.tables)) {
      tables.set(table, Number(await one(`SELECT count(*) FROM ${relationOf(table)}`)));
    }
    const sum = await one(`SELECT sum(net_cash)::varchar FROM ${relationOf('trades')}`);
    compare({ tables, netCash: units(sum, 6) }, { ...input, tables: input.merged });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
