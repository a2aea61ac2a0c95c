/**
 * `npm run bench:start`: how long small calls take, each beside the least that a program could do:
 * `--help` beside Node that does nothing, and a small file into a new DuckDB file beside a program
 * that makes one table of one column in one. Pairs, each in processes of its own; medians.
 *
 *   npm run bench:start -- --runs 15
 *
 * What the calls say and store is checked in the first round, before anything is said of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { measure, median, type Measured } from './measure.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const CLI = join(ROOT, 'dist', 'cli.js');
const REFERENCE = join(import.meta.dirname, 'reference.js');
const STATEMENT = join(ROOT, 'fixtures', 'demo', 'input.xml');

interface Pair {
  readonly call: (folder: string) => readonly string[];
  readonly beside: (folder: string) => readonly string[];
  readonly check: (folder: string, stdout: string) => Promise<void> | void;
}

const PAIRS: Readonly<Record<string, Pair>> = {
  '--help': {
    call: () => ['--help'],
    beside: () => ['nothing'],
    check: (_, stdout) => {
      if (!stdout.startsWith('Usage: flexetl')) throw new Error('The help is no help.');
    },
  },
  'new DuckDB file': {
    call: (folder) => ['load', STATEMENT, '--to', `duckdb:${join(folder, 'load.duckdb')}`],
    beside: (folder) => ['new-file', join(folder, 'reference.duckdb')],
    check: checkFile,
  },
};

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);

print(
  `${cpus()[0]?.model.trim() ?? '?'}, ${availableParallelism()} cores, Node ${process.version}\n`,
);
print(`medians of ${runs} pairs: seconds, cpu s, peak MB, x the reference (cpu)\n\n`);
for (const [name, pair] of Object.entries(PAIRS)) await compare(name, pair);

async function compare(name: string, { call, beside, check }: Pair): Promise<void> {
  const calls: Measured[] = [];
  const references: Measured[] = [];
  for (let round = 0; round < runs; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'flexetl-bench-'));
    try {
      const called = await measure(CLI, call(folder));
      if (round === 0) await check(folder, called.stdout);
      calls.push(called);
      references.push(await measure(REFERENCE, beside(folder)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const ratio = median(calls.map(({ cpu }, i) => cpu / references[i]!.cpu));
  printRow(name, calls, ratio.toFixed(2));
  printRow('  reference', references, '1.00');
}

async function checkFile(folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(folder, 'load.duckdb'));
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll('SELECT CAST(count(*) AS INTEGER) FROM trades');
  connection.closeSync();
  instance.closeSync();
  if (reader.getRows()[0]?.[0] !== 36) throw new Error('trades has not 36 rows.');
}

function printRow(name: string, results: readonly Measured[], ratio: string): void {
  const of = (figure: (one: Measured) => number): number => median(results.map(figure));
  const cells = [
    of(({ seconds }) => seconds).toFixed(3),
    of(({ cpu }) => cpu).toFixed(3),
    (of(({ peak }) => peak) / 1e6).toFixed(0),
    ratio,
  ];
  print(`${name.padEnd(20)}${cells.map((cell) => cell.padStart(10)).join('')}\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}
