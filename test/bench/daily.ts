/**
 * `npm run bench:daily`: how long an archive of daily files takes, one statement of one day each,
 * loaded by one call into Postgres, DuckDB and a Parquet dataset, beside psql running a transaction a file of
 * the same rows as ready text. Starts a Postgres of its own; psql must be on the PATH.
 *
 *   npm run bench:daily -- --days 200
 *   npm run bench:daily -- --days 2520 --only postgres
 *
 * What is stored is checked, by count and exact sum, before anything is said of it.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startCluster } from '../postgres/cluster.js';
import { connected } from '../postgres/server.js';
import { businessDays, compact, dayNumber, dayOf } from './calendar.js';
import { generateStatement } from './generate.js';
import { units } from './input.js';
import { measure, type Measured } from './measure.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const CLI = join(ROOT, 'dist', 'cli.js');
const run = promisify(execFile);
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '200' },
    only: { type: 'string', default: 'postgres,duckdb,parquet' },
  },
});
const LAST = '2024-12-31';

interface Archive {
  readonly directory: string;
  readonly bytes: number;
  readonly trades: number;
  readonly netCash: bigint;
}

if (spawnSync('psql', ['--version']).error !== undefined) {
  throw new Error('psql is not on the PATH: install the Postgres client (CONTRIBUTING.md).');
}
const folder = mkdtempSync(join(tmpdir(), 'flexetl-bench-'));
try {
  const archive = generate(Number(values.days));
  const cpu = `${cpus()[0]?.model.trim() ?? '?'}, ${availableParallelism()} cores, Node ${process.version}`;
  print(`${cpu}; ${values.days} files, ${(archive.bytes / 1e6).toFixed(1)} MB of XML`);
  if (values.only.includes('postgres')) await intoPostgres(archive);
  for (const [name, to] of [
    ['DuckDB', `duckdb:${join(folder, 'bench.duckdb')}`],
    ['Parquet', `parquet:${join(folder, 'dataset')}`],
  ] as const) {
    if (values.only.includes(name.toLowerCase())) await intoFile(name, to, archive);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A file for each business day, the last of them LAST; every element that the generator has. */
function generate(count: number): Archive {
  const directory = join(folder, 'archive');
  mkdirSync(directory);
  const begin = dayOf(dayNumber(LAST) - Math.ceil(count * 1.5) - 10);
  const totals = { bytes: 0, trades: 0, netCash: 0n };
  for (const day of businessDays(begin, LAST).slice(-count)) {
    const file = { seed: 1, account: 'U1000001', query: 'Daily', from: day, to: day };
    const whenGenerated = `${compact(day)};235959`;
    const chunks = [...generateStatement({ ...file, whenGenerated, rowsPerDay: 12 })].join('');
    for (const [, amount] of chunks.matchAll(/^<Trade [^>]*? netCash="([^"]*)"/gm)) {
      totals.netCash += units(amount!, 6);
      totals.trades++;
    }
    totals.bytes += chunks.length;
    writeFileSync(join(directory, `${day}.xml`), chunks);
  }
  return { directory, ...totals };
}

async function intoPostgres(archive: Archive): Promise<void> {
  const cluster = await startCluster();
  try {
    const url = await cluster.createDatabase().then((name) => cluster.url(name));
    const first = await measure(CLI, ['load', archive.directory], { FLEXETL_TO: url });
    await connected(url, async (client) => {
      const { rows } = await client.query<{ trades: string; cash: string }>(
        'SELECT count(*)::text AS trades, sum(net_cash)::text AS cash FROM flex.trades',
      );
      check(archive, Number(rows[0]!.trades), rows[0]!.cash);
    });
    const again = await measure(CLI, ['load', archive.directory], { FLEXETL_TO: url });
    tell('psql', await byPsql(url));
    tell(`Postgres ${cluster.version}`, first);
    tell('the same again', again);
  } finally {
    await cluster.stop();
  }
}

async function intoFile(name: string, destination: string, archive: Archive): Promise<void> {
  const to = { FLEXETL_TO: destination };
  const first = await measure(CLI, ['load', archive.directory], to);
  const sql = 'SELECT count(*) AS trades, CAST(sum(net_cash) AS VARCHAR) AS cash FROM trades';
  const { stdout } = await measure(CLI, ['query', sql, '--json'], to);
  const [row] = JSON.parse(stdout) as { trades: number | string; cash: string }[];
  check(archive, Number(row!.trades), row!.cash);
  tell(name, first);
  tell('the same again', await measure(CLI, ['load', archive.directory], to));
}

function check({ trades, netCash }: Archive, count: number, cash: string): void {
  if (count !== trades) throw new Error(`${count} trades are there, and ${trades} should be.`);
  if (units(cash, 6) !== netCash) throw new Error(`The cash of all trades is ${cash}.`);
}

/** Seconds that one psql takes to read the rows of each statement, a transaction each. */
async function byPsql(url: string): Promise<{ seconds: number }> {
  const files: string[] = [];
  const tables: string[] = [];
  await connected(url, async (client) => {
    const found = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'flex' AND relkind = 'r' AND EXISTS (SELECT 1 FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attname = '_statement_id') ORDER BY 1`,
    );
    tables.push(...found.rows.map(({ name }) => name));
    const ids = await client.query<{ id: string }>(
      'SELECT _statement_id AS id FROM flex.flexetl_statements ORDER BY from_date',
    );
    await client.query('CREATE SCHEMA copied');
    for (const table of tables) {
      await client.query(`CREATE TABLE copied."${table}" (LIKE flex."${table}" INCLUDING ALL)`);
    }
    files.push(...ids.rows.map(({ id }) => id));
  });
  const text = (id: string, table: string): string => join(folder, `${id}-${table}.txt`);
  const write = files.flatMap((id) =>
    tables.map(
      (table) =>
        `\\copy (SELECT * FROM flex."${table}" WHERE _statement_id = '${id}') to '${text(id, table)}'`,
    ),
  );
  const read = files.flatMap((id) => [
    'BEGIN;',
    ...tables.map((table) => `\\copy copied."${table}" from '${text(id, table)}'`),
    'COMMIT;',
  ]);
  const psql = async (name: string, lines: readonly string[]): Promise<void> => {
    const script = join(folder, name);
    writeFileSync(script, `${lines.join('\n')}\n`);
    await run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', script, url]);
  };
  await psql('write.sql', write);
  const begun = process.hrtime.bigint();
  await psql('read.sql', read);
  return { seconds: Number(process.hrtime.bigint() - begun) / 1e9 };
}

function tell(name: string, { seconds, ...more }: { seconds: number } & Partial<Measured>): void {
  const files = Number(values.days);
  const each = ((seconds * 1000) / files).toFixed(1).padStart(8);
  const peak = more.peak === undefined ? '' : `${(more.peak / 1e6).toFixed(0).padStart(6)} MB peak`;
  const cpu = more.cpu === undefined ? '' : `${more.cpu.toFixed(1).padStart(8)} s of CPU`;
  print(`${name.padEnd(20)}${seconds.toFixed(2).padStart(8)} s${each} ms a file${cpu}${peak}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
