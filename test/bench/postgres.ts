/**
 * `npm run bench:postgres`: how fast a statement is loaded into Postgres, in append, in merge,
 * and in merge over itself, beside `psql \copy` of the same rows as ready text into the same
 * tables, in one run. Starts a Postgres of its own; psql must be on the PATH.
 *
 *   npm run bench:postgres -- --rows 100000 --runs 3
 *   npm run bench:postgres -- --rows 10000 --statements 10000 --window day --runs 1
 *
 * What a load has stored is checked, by count and exact sum, before anything is said of it.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startCluster } from '../postgres/cluster.js';
import { connected } from '../postgres/server.js';
import { benchInput, units, type BenchInput } from './input.js';
import { measure, median } from './measure.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const CLI = join(ROOT, 'dist', 'cli.js');
const run = promisify(execFile);

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000' },
    statements: { type: 'string', default: '1' },
    window: { type: 'string', default: 'year' },
    runs: { type: 'string', default: '3' },
    directory: { type: 'string', default: join(ROOT, '.tmp', 'bench-files') },
  },
});

if (spawnSync('psql', ['--version']).error !== undefined) {
  throw new Error('psql is not on the PATH: install the Postgres client (CONTRIBUTING.md).');
}
const input = await benchInput(values.directory, {
  rows: Number(values.rows),
  statements: Number(values.statements),
  window: values.window === 'day' ? 'day' : 'year',
});
const total = Object.values(input.tables).reduce((sum, rows) => sum + rows, 0);
const folder = mkdtempSync(join(tmpdir(), 'flexetl-bench-'));
const cluster = await startCluster();
try {
  await compareLoads();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function compareLoads(): Promise<void> {
  const times = new Map<string, number[]>();
  let peak = 0;
  const note = (name: string, seconds: number): void => {
    times.set(name, [...(times.get(name) ?? []), seconds]);
  };
  for (let round = 0; round < Number(values.runs); round++) {
    const url = await cluster.createDatabase().then((name) => cluster.url(name));
    const load = async (name: string, to: string, ...args: string[]): Promise<void> => {
      const measured = await measure(CLI, ['load', input.path, ...args], { FLEXETL_TO: to });
      peak = Math.max(peak, measured.peak);
      note(name, measured.seconds);
    };
    await load('merge', url);
    await check(url, input.merged);
    note('psql \\copy', await copyByPsql(url));
    await load('merge over itself', url, '--force');
    await check(url, input.merged);
    const other = await cluster.createDatabase().then((name) => cluster.url(name));
    await load('append', other, '--mode', 'append');
    await check(other, input.tables);
  }
  const reference = times.get('psql \\copy')!;
  print(
    `${cpus()[0]?.model.trim() ?? '?'}, ${availableParallelism()} cores, Node ${process.version}, `,
  );
  print(
    `Postgres ${cluster.version}; ${total} rows, ${(input.bytes / 1e6).toFixed(0)} MB of XML\n`,
  );
  for (const [name, seconds] of times) {
    const ratio = median(seconds.map((one, i) => one / reference[i]!));
    const rate = (total / median(seconds)).toFixed(0);
    print(`${name.padEnd(20)}${median(seconds).toFixed(2).padStart(8)} s`);
    print(`${rate.padStart(9)} rows/s${ratio.toFixed(2).padStart(8)} x psql \\copy\n`);
  }
  print(`peak resident memory of flexetl: ${(peak / 1e6).toFixed(1)} MB\n`);
}

/** Counts and the exact sum of the cash of all trades. */
async function check(url: string, expected: BenchInput['tables']): Promise<void> {
  await connected(url, async (client) => {
    const query = async (sql: string): Promise<Record<string, unknown>[]> =>
      (await client.query<Record<string, unknown>>(sql)).rows;
    for (const [table, rows] of Object.entries(expected)) {
      const [row] = await query(`SELECT count(*)::text AS n FROM flex."${table}"`);
      if (Number(row?.['n']) !== rows) throw new Error(`${table} has not ${rows} rows.`);
    }
    const [row] = await query(`SELECT sum(net_cash)::text AS sum FROM flex.trades`);
    if (units(String(row?.['sum']), 6) !== input.netCash) throw new Error('net_cash differs.');
  });
}

/** Seconds that psql takes to read the text of every table into a table of the same shape. */
async function copyByPsql(url: string): Promise<number> {
  const tables = Object.keys(input.tables);
  const psql = (commands: readonly string[]): Promise<unknown> =>
    run('psql', [
      '-X',
      '-q',
      '-v',
      'ON_ERROR_STOP=1',
      ...commands.flatMap((one) => ['-c', one]),
      url,
    ]);
  const file = (table: string): string => join(folder, `${table}.txt`);
  await psql(tables.map((table) => `\\copy flex."${table}" to '${file(table)}'`));
  await psql([
    'CREATE SCHEMA copied',
    ...tables.map((table) => `CREATE TABLE copied."${table}" (LIKE flex."${table}" INCLUDING ALL)`),
  ]);
  const begun = process.hrtime.bigint();
  await psql(tables.map((table) => `\\copy copied."${table}" from '${file(table)}'`));
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

function print(text: string): void {
  process.stdout.write(text);
}
