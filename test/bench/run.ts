/**
 * `npm run bench`: how fast flexetl reads a statement and writes it, in how much
 * memory, beside saxes alone, xmllint where it is installed (`xmllint --stream --noout`, of
 * Debian's libxml2-utils), and a plain copy of the same file.
 *
 *   npm run bench -- --rows 326000 --runs 1 --only csv,ndjson
 *
 *   --rows N        trades in the file (a row is some 3 kB of it); default 40000
 *   --statements N  statements among which they are divided; default 1
 *   --window W      year or day: what each of them is about; default year
 *   --runs N        rounds; the medians are printed; default 3
 *   --only A,B      of parse, csv, ndjson, duckdb, parquet; default all
 *   --directory DIR for the file, which is kept, and for what is written, which is not
 *
 * Beside `parquet` runs `recopy`: DuckDB alone reads the rows of the dataset and writes each table as
 * one Parquet file.
 *
 * What is written in the first round is checked before anything is said of it.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCsv, checkDuckdb, checkInspection, checkNdjson, checkParquet } from './check.js';
import { benchInput, type BenchInput } from './input.js';
import { measure, measureProgram, median, type Measured } from './measure.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const CLI = join(ROOT, 'dist', 'cli.js');
const REFERENCE = join(import.meta.dirname, 'reference.js');

interface Case {
  /** The program and what it is told, given the file and a place of its own to write to. */
  readonly command: (file: string, to: string) => readonly [string, ...string[]];
  readonly check?: (to: string, input: BenchInput, stdout: string) => Promise<void> | void;
  /** A program that is measured after it, upon what it has written; and its name. */
  readonly after?: readonly [name: string, command: Case['command']];
}

const REFERENCES: Readonly<Record<string, Case>> = {
  saxes: { command: (file) => [REFERENCE, 'saxes', file] },
  copy: { command: (file, to) => [REFERENCE, 'copy', file, to] },
};

const CASES: Readonly<Record<string, Case>> = {
  parse: {
    command: (file) => [CLI, 'inspect', '--json', file],
    check: (_, input, stdout) => checkInspection(stdout, input),
  },
  csv: {
    command: (file, to) => [CLI, 'load', file, '--to', `csv:${to}`],
    check: checkCsv,
  },
  ndjson: {
    command: (file, to) => [CLI, 'load', file, '--to', `ndjson:${to}`],
    check: checkNdjson,
  },
  duckdb: {
    command: (file, to) => [CLI, 'load', file, '--to', `duckdb:${to}`],
    check: checkDuckdb,
  },
  parquet: {
    command: (file, to) => [CLI, 'load', file, '--to', `parquet:${to}`],
    check: checkParquet,
    after: ['recopy', (dataset, to) => [REFERENCE, 'recopy', dataset, to]],
  },
};

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '40000' },
    statements: { type: 'string', default: '1' },
    window: { type: 'string', default: 'year' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: Object.keys(CASES).join(',') },
    directory: { type: 'string', default: join(ROOT, '.tmp', 'bench-files') },
  },
});

const runs = positive('runs');
const chosen = values.only.split(',').map((name): [string, Case] => {
  const one = CASES[name];
  if (one === undefined) throw new Error(`There is no case ${name}.`);
  return [name, one];
});
const window = values.window === 'day' ? 'day' : 'year';
if (values.window !== window) throw new Error('--window is year or day.');
const input = await benchInput(values.directory, {
  ...{ rows: positive('rows'), statements: positive('statements'), window },
});
const total = Object.values(input.tables).reduce((sum, rows) => sum + rows, 0);
print(`${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, `);
print(`${gigabytes(totalmem())} GB of memory; Node ${process.version}, ${process.platform}\n`);
print(
  `${total} rows in ${Object.keys(input.tables).length} tables, ${megabytes(input.bytes)} MB, `,
);
print(`${values.statements} statement(s); medians of ${runs} run(s)\n\n`);

const measured = new Map<string, Measured[]>();
for (let round = 0; round < runs; round++) {
  const xmllint = measureProgram('xmllint', ['--stream', '--noout', input.path]);
  if (xmllint !== undefined) {
    measured.set('xmllint', [...(measured.get('xmllint') ?? []), xmllint]);
  }
  for (const [name, one] of [...Object.entries(REFERENCES), ...chosen]) {
    await run(name, one, round === 0);
  }
}
printTable();

function positive(name: 'rows' | 'statements' | 'runs'): number {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a number from 1 on.`);
  return value;
}

function keep(name: string, result: Measured): void {
  measured.set(name, [...(measured.get(name) ?? []), result]);
}

async function run(name: string, { command, check, after }: Case, first: boolean): Promise<void> {
  const to = join(values.directory, `out-${process.pid}-${name}`);
  mkdirSync(values.directory, { recursive: true });
  try {
    const [script, ...args] = command(input.path, to);
    const result = await measure(script, args);
    if (first) await check?.(to, input, result.stdout);
    keep(name, result);
    if (after === undefined) return;
    const [program, ...rest] = after[1](to, `${to}-after`);
    keep(after[0], await measure(program, rest));
  } finally {
    for (const path of [to, `${to}-after`]) rmSync(path, { recursive: true, force: true });
  }
}

function printTable(): void {
  const beside = ['saxes', 'xmllint', 'copy'].filter((name) => measured.has(name));
  const figures = ['seconds', 'cpu s', 'rows/s', 'MB/s', 'peak MB'];
  printRow(['', ...figures, ...beside.map((name) => `x ${name}`)]);
  for (const [name, results] of measured) {
    const seconds = median(results.map((one) => one.seconds));
    printRow([
      name,
      seconds.toFixed(2),
      known(median(results.map(({ cpu }) => cpu)), (cpu) => cpu.toFixed(2)),
      (total / seconds).toFixed(0),
      (input.bytes / 1e6 / seconds).toFixed(1),
      known(median(results.map(({ peak }) => peak)), megabytes),
      ...beside.map((reference) => times(results, reference)),
    ]);
  }
}

function known(figure: number, print: (figure: number) => string): string {
  return Number.isNaN(figure) ? '' : print(figure);
}

/** How long it took beside the reference of the same round. */
function times(results: readonly Measured[], reference: string): string {
  const beside = measured.get(reference)!;
  return median(results.map(({ seconds }, i) => seconds / beside[i]!.seconds)).toFixed(2);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(0);
}

function printRow(cells: readonly string[]): void {
  print(`${cells.map((cell, i) => (i === 0 ? cell.padEnd(8) : cell.padStart(10))).join('')}\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}
