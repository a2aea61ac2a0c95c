/**
 * Other programs read what a load has written, and find the rows and sums that a load into a DuckDB
 * file has: decimals to the last digit. install-referees.sh installs them.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../../src/library/load.js';
import { freshFolder } from '../../commands/run.js';
import { activity } from '../../faults/inputs.js';
import { deltaTables } from './delta-reader.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PYTHON = join(ROOT, '.tmp/referees/bin/python');
const SCRIPT = join(ROOT, 'test/sinks/parquet/referees.py');
const run = promisify(execFile);

interface Seen {
  readonly values: number;
  readonly sum?: string;
  readonly first?: string;
  readonly last?: string;
}

type Report = Record<string, { readonly rows: number; readonly columns: Record<string, Seen> }>;

/** Several accounts, decimals of many digits, and days that a second report restates. */
const INPUTS = [
  ...['demo', 'decimals-long', 'literals-that-do-not-fit'].map((name) =>
    readFileSync(join(ROOT, 'fixtures', name, 'input.xml')),
  ),
  Buffer.from(activity({ account: 'U Söhne/50%', rowsPerDay: 3 })),
  Buffer.from(
    activity({
      account: 'U Söhne/50%',
      rowsPerDay: 3,
      whenGenerated: '20240310;072104',
      restate: { day: '2024-03-06', salt: 3 },
    }),
  ),
];

const folder = freshFolder();
const dataset = join(folder, 'set');
let expected: Report;

/** What each is called in the script, and what must be installed for it. */
const READERS: readonly (readonly [reader: string, module: string])[] = [
  ['deltalake', 'deltalake'],
  ['polars', 'polars'],
  ['pyarrow', 'pyarrow'],
  ['duckdb', 'duckdb'],
  ['spark', 'pyspark'],
];

/** Bound for Spark, which starts a session and reads some thirty tables. */
const READING = 600_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Why a reader cannot be asked; undefined where it can. */
function missing(module: string): string | undefined {
  if (!existsSync(PYTHON)) return 'test/sinks/parquet/install-referees.sh was not run';
  const { status } = spawnSync(PYTHON, ['-c', `import ${module}`]);
  return status === 0
    ? undefined
    : `${module} is not installed: see test/sinks/parquet/install-referees.sh`;
}

describe('a Parquet dataset', () => {
  beforeAll(async () => {
    if (READERS.every(([, module]) => missing(module) !== undefined)) return;
    const warehouse = join(folder, 'w.duckdb');
    for (const sink of [`duckdb:${warehouse}`, `parquet:${dataset}`]) {
      for (const source of INPUTS) {
        const [outcome] = await load({ source, sink, allowOverlap: true });
        expect(outcome!.error?.describe()).toBeUndefined();
      }
    }
    expected = await reportOf(warehouse);
  });

  it.for(READERS)(
    'is read by %s, to the rows and sums of a DuckDB file',
    { timeout: READING },
    async ([reader, module], { skip }) => {
      const why = missing(module);
      if (why !== undefined) skip(why);
      const { stdout } = await run(PYTHON, [SCRIPT, reader, dataset], { maxBuffer: MOST_OUTPUT });
      const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report;
      const names = deltaTables(dataset).map(({ name }) => name);
      expect(Object.keys(report).sort()).toEqual(names.sort());
      for (const name of names) {
        const wanted = expected[name]!;
        // Beside its columns, a reader has the partitions.
        const columns = Object.entries(report[name]!.columns).filter(
          ([column]) => column in wanted.columns,
        );
        const found = { rows: report[name]!.rows, columns: Object.fromEntries(columns) };
        expect({ name, ...found }).toEqual({ name, ...wanted });
      }
    },
  );
});

/** What the load itself says of itself, which no two have in common. */
const OF_THE_LOAD = /^(_load_id|load_id|started_at|finished_at|applied_at)$/;

/** The same of the tables of a DuckDB file, by SQL. */
async function reportOf(file: string): Promise<Report> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const query = async (sql: string): Promise<Record<string, string | null>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjects() as Record<string, string | null>[];
  const report: Report = {};
  await connection.run(`SET TimeZone = 'UTC'`);
  for (const { name } of await query('SELECT table_name AS name FROM duckdb_tables()')) {
    const [count] = await query(`SELECT count(*)::VARCHAR AS n FROM "${name}"`);
    const rows = Number(count!['n']);
    const columns = await query(
      `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = '${name}'`,
    );
    const kept = rows === 0 ? [] : columns.filter((column) => !OF_THE_LOAD.test(column['name']!));
    const seen: Record<string, Seen> = {};
    for (const column of kept) {
      const [row] = await query(
        `SELECT ${seenSql(`"${column['name']}"`, column['type']!)} FROM "${name}"`,
      );
      const { values, ...rest } = row!;
      const told = Object.entries(rest).filter(([, value]) => value !== null);
      seen[column['name']!] = { values: Number(values), ...Object.fromEntries(told) };
    }
    report[name!] = { rows, columns: seen };
  }
  connection.closeSync();
  instance.closeSync();
  return report;
}

function seenSql(column: string, type: string): string {
  const values = `count(${column})::VARCHAR AS values`;
  if (type.startsWith('DECIMAL')) {
    return `${values}, regexp_replace(sum(${column})::VARCHAR, '\\.?0+$', '') AS sum`;
  }
  switch (type) {
    case 'BIGINT':
    case 'BOOLEAN':
      return `${values}, sum(${column}::BIGINT)::VARCHAR AS sum`;
    case 'TIMESTAMP WITH TIME ZONE':
      return `${values}, sum(floor(epoch_us(${column}) / 1000000)::BIGINT)::VARCHAR AS sum`;
    default:
      return `${values}, min(${column}::VARCHAR) AS first, max(${column}::VARCHAR) AS last`;
  }
}
