/**
 * The package as somebody else has it: packed, unpacked outside of the checkout
 * beside nothing but its dependencies, and used by a program in TypeScript.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../commands/reports.js';
import { ROOT, textOf } from './tree.js';

const PATIENCE = 60_000;

const PROGRAM = `
import { cellText, load, memorySink, openReport, type TradesRow } from 'flexetl';

const report = openReport('statement.xml');
const symbols: string[] = [];
for await (const { element, row, extra } of report.records('Trades')) {
  const account: string | null = row.account_id;
  if (element === 'Trade') symbols.push(\`\${account}:\${(row as TradesRow).symbol}:\${extra['brandNew']}\`);
  // @ts-expect-error -- no such column
  void row.no_such_column;
  // @ts-expect-error -- a column of the table, which a report that was not loaded does not have
  void row._load_id;
}
// @ts-expect-error -- no such section
const wrong = () => report.records('NoSuchSection');
void wrong;

let rows = 0;
for await (const batch of report.batches()) {
  if (batch.element.table === 'trades' && cellText(batch, 0, 0) !== null) rows += batch.rowCount;
}
const [outcome] = await load({ source: 'statement.xml', sink: 'duckdb:flexetl.duckdb' });
console.log(JSON.stringify({ symbols, rows, status: outcome?.status, memory: typeof memorySink }));
`;

let folder = '';
const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flexetl-packed-'));
  const pack = ['pack', '--offline', '--ignore-scripts', '--silent', '--pack-destination', folder];
  execFileSync('npm', pack, { cwd: ROOT });
  const [archive] = readdirSync(folder);
  const installed = join(folder, 'node_modules', 'flexetl');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['xzf', join(folder, archive!), '-C', installed, '--strip-components=1']);
  const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: object };
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'statement.xml'), report({ extra: 'brandNew="1"' }));
  writeFileSync(join(folder, 'program.ts'), PROGRAM);
}, PATIENCE);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is typed and runs as a library', { timeout: PATIENCE }, () => {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'node'];
  node(compiler, ...options, '--noUncheckedIndexedAccess', 'program.ts');
  expect(JSON.parse(node('program.js'))).toEqual({
    symbols: ['U1000001:AAPL:1', 'U1000001:AAPL:1'],
    rows: 2,
    status: 'loaded',
    memory: 'function',
  });
});

it('has the lane, which is compiled for it', () => {
  const reading = join(folder, 'node_modules', 'flexetl', 'dist', 'pipeline', 'read-input.js');
  const program = `import { laneCode } from ${JSON.stringify(pathToFileURL(reading))};
    process.stdout.write(String(WebAssembly.validate(laneCode())));`;
  expect(node('--input-type=module', '--eval', program)).toBe('true');
});

describe('as a command', () => {
  const cli = join('node_modules', 'flexetl', 'dist', 'cli.js');

  it('loads, and needs nothing of the checkout', { timeout: PATIENCE }, () => {
    const summary = node(cli, 'load', 'statement.xml', '--to', 'csv:out');
    expect(JSON.parse(summary)).toMatchObject({
      status: 'loaded',
      tables: { trades: { parsed: 2 } },
    });
    expect(readdirSync(join(folder, 'out'))).toContain('trades.csv');
    expect(node(cli, 'schema', 'trades')).toContain('fifo_pnl_realized');
  });

  it('fills a database, its views too, and queries it', { timeout: PATIENCE }, () => {
    const to = ['--to', 'duckdb:command.duckdb'];
    expect(JSON.parse(node(cli, 'load', 'statement.xml', ...to))).toMatchObject({
      status: 'loaded',
    });
    const rows = node(cli, 'query', 'SELECT count(*) AS n FROM trades_net', ...to, '--json');
    expect(JSON.parse(rows)).toEqual([{ n: 2 }]);
    expect(JSON.parse(node(cli, 'status', ...to, '--json'))).toMatchObject({
      loads: { inputs: 1 },
    });
  });

  it('takes schema files, which it checks', { timeout: PATIENCE }, () => {
    mkdirSync(join(folder, 'schemas'), { recursive: true });
    writeFileSync(join(folder, 'schemas', 'Parcels.json'), '{"section":"Parcels"}');
    const wrong = spawnSync(process.execPath, [cli, 'schema', '--schemas', 'schemas'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(wrong.stderr).toContain('FLEX_SCHEMA_INVALID');
  });

  it('tells its version', () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string };
    expect(node(cli, '--version').trim()).toBe(version);
  });

  it('is a bundle: what it is made of is not installed twice, and named with its licence', () => {
    const installed = join(folder, 'node_modules', 'flexetl');
    expect(existsSync(join(installed, 'dist', 'commands'))).toBe(false);
    const licences = readFileSync(join(installed, 'dist', 'command', 'LICENCES.txt'), 'utf8');
    expect(licences).toMatch(/^commander \S+: MIT$/m);
    expect(licences).toContain('Permission is hereby granted');
  });

  it('does without the packages that it holds', { timeout: PATIENCE }, () => {
    const held = ['commander', 'pg', 'saxes', '@duckdb/node-api', 'csv-stringify', 'tinyglobby'];
    for (const name of held) rmSync(join(folder, 'node_modules', name));
    const summary = node(cli, 'load', '*.xml', '--to', 'duckdb:alone.duckdb');
    expect(JSON.parse(summary)).toMatchObject({ status: 'loaded' });
  });
});
