/**
 * `npm run bench:postgres`: how fast a statement is loaded into Postgres, in append, in merge, in
 * merge over itself, and restated (a newer statement of the same window, in which every deal has
 * another price), beside `psql \copy` of the same rows as ready text into the same tables, in one
 * run; and a statement of trades alone beside `psql \copy` into a bare table, without keys and
 * indexes. Starts a Postgres of its own; psql must be on the PATH.
 *
 *   npm run bench:postgres -- --rows 100000 --runs 3
 *   npm run bench:postgres -- --rows 10000 --statements 10000 --window day --runs 1
 *   npm run bench:postgres -- --bare-rows 0
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
import { benchInput, units, type BenchFile, type BenchInput } from './input.js';
import { measure, median } from './measure.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const CLI = join(ROOT, 'dist', 'cli.js');
const run = promisify(execFile);
const COPY = 'psql \\copy';

/** The seconds of what is compared, by its name, in rounds. */
class Times {
  private readonly seconds = new Map<string, number[]>();

  note(name: string, seconds: number): void {
    this.seconds.set(name, [...(this.seconds.get(name) ?? []), seconds]);
  }

  /** Medians, beside psql in the same round. */
  print({ tables, bytes }: BenchInput): void {
    const total = Object.values(tables).reduce((sum, rows) => sum + rows, 0);
    const reference = this.seconds.get(COPY)!;
    print(`${total} rows, ${(bytes / 1e6).toFixed(0)} MB of XML\n`);
    for (const [name, seconds] of this.seconds) {
      const ratio = median(seconds.map((one, i) => one / reference[i]!));
      const rate = (total / median(seconds)).toFixed(0);
      print(`${name.padEnd(20)}${median(seconds).toFixed(2).padStart(8)} s`);
      print(`${rate.padStart(9)} rows/s${ratio.toFixed(2).padStart(8)} x ${COPY}\n`);
    }
  }
}

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000' },
    statements: { type: 'string', default: '1' },
    window: { type: 'string', default: 'year' },
    runs: { type: 'string', default: '3' },
    // Of these 336 MB are made; 0 leaves them out.
    'bare-rows': { type: 'string', default: '204000' },
    directory: { type: 'string', default: join(ROOT, '.tmp', 'bench-files') },
  },
});

if (spawnSync('psql', ['--version']).error !== undefined) {
  throw new Error('psql is not on the PATH: install the Postgres client (CONTRIBUTING.md).');
}
const wanted: BenchFile = {
  rows: Number(values.rows),
  statements: Number(values.statements),
  window: values.window === 'day' ? 'day' : 'year',
};
const input = await benchInput(values.directory, wanted);
const restated = await benchInput(values.directory, { ...wanted, restated: true });
const bareRows = Number(values['bare-rows']);
const folder = mkdtempSync(join(tmpdir(), 'flexetl-bench-'));
const cluster = await startCluster();
const database = async (): Promise<string> => cluster.url(await cluster.createDatabase());
let peak = 0;
try {
  print(
    `${cpus()[0]?.model.trim() ?? '?'}, ${availableParallelism()} cores, Node ${process.version}, `,
  );
  print(`Postgres ${cluster.version}\n`);
  await compareLoads();
  if (bareRows > 0) await compareBare();
  print(`peak resident memory of flexetl: ${(peak / 1e6).toFixed(1)} MB\n`);
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Loads a file by a process of its own. @returns its seconds */
async function load(path: string, to: string, ...args: string[]): Promise<number> {
  const measured = await measure(CLI, ['load', path, ...args], { FLEXETL_TO: to });
  peak = Math.max(peak, measured.peak);
  return measured.seconds;
}

async function compareLoads(): Promise<void> {
  const times = new Times();
  for (let round = 0; round < Number(values.runs); round++) {
    const url = await database();
    times.note('merge', await load(input.path, url));
    await check(url, input, input.merged);
    times.note(COPY, await copyByPsql(url, input, 'INCLUDING ALL'));
    times.note('merge over itself', await load(input.path, url, '--force'));
    await check(url, input, input.merged);
    times.note('restated', await load(restated.path, url));
    const both = 2 * wanted.statements;
    await check(url, restated, { ...restated.merged, flexetl_statements: both });
    const other = await database();
    times.note('append', await load(input.path, other, '--mode', 'append'));
    await check(other, input, input.tables);
  }
  times.print(input);
}

async function compareBare(): Promise<void> {
  const trades = { rows: bareRows, statements: 1, window: 'trades' } as const;
  const bare = await benchInput(values.directory, trades);
  const times = new Times();
  for (let round = 0; round < Number(values.runs); round++) {
    const url = await database();
    times.note('trades alone', await load(bare.path, url));
    await check(url, bare, bare.merged);
    times.note(COPY, await copyByPsql(url, bare, ''));
  }
  print('Beside a bare table: ');
  times.print(bare);
}

/** Counts and the exact sum of the cash of all trades. */
async function check(
  url: string,
  { netCash }: BenchInput,
  expected: BenchInput['tables'],
): Promise<void> {
  await connected(url, async (client) => {
    const query = async (sql: string): Promise<Record<string, unknown>[]> =>
      (await client.query<Record<string, unknown>>(sql)).rows;
    for (const [table, rows] of Object.entries(expected)) {
      const [row] = await query(`SELECT count(*)::text AS n FROM flex."${table}"`);
      if (Number(row?.['n']) !== rows) throw new Error(`${table} has not ${rows} rows.`);
    }
    const [row] = await query(`SELECT sum(net_cash)::text AS sum FROM flex.trades`);
    if (units(String(row?.['sum']), 6) !== netCash) throw new Error('net_cash differs.');
  });
}

/**
 * Seconds that psql takes to read the text of every table into a table of the same columns.
 * @param like what else is the same: a clause of CREATE TABLE
 */
async function copyByPsql(url: string, input: BenchInput, like: string): Promise<number> {
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
    ...tables.map((table) => `CREATE TABLE copied."${table}" (LIKE flex."${table}" ${like})`),
  ]);
  const begun = process.hrtime.bigint();
  await psql(tables.map((table) => `\\copy copied."${table}" from '${file(table)}'`));
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

function print(text: string): void {
  process.stdout.write(text);
}
