/** The real Dagster starts flexetl, and has what it was told. `install.sh dagster` installs it. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/orchestrators/dagster-pipes/checks.js';
import { openPipes } from '../../src/orchestrators/dagster-pipes/session.js';
import { report } from '../commands/reports.js';
import { CLI, freshFolder } from '../commands/run.js';
import { blocksOf } from '../docs/documents.js';
import { environmentOf } from '../orchestrators/dagster-pipes/environment.js';
import { told as anyLoad } from '../orchestrators/dagster-pipes/summaries.js';
import { textOf } from '../repository/tree.js';
import { missing, python, ROOT } from './programs.js';

const SCRIPT = join(ROOT, 'test/ecosystem/dagster_runs.py');
/** The code of docs/dagster.md. */
const RECIPE = blocksOf(textOf('docs/dagster.md')).find(({ info }) => info === 'python')!.code;

interface Value {
  readonly kind: string;
  readonly value?: unknown;
  readonly columns?: unknown;
}

interface Told {
  readonly success: boolean;
  readonly failures: readonly string[];
  readonly materializations: readonly {
    readonly asset: string;
    readonly version: string | null;
    readonly metadata: Readonly<Record<string, Value>>;
  }[];
  readonly checks: readonly {
    readonly asset: string;
    readonly name: string;
    readonly passed: boolean;
    readonly severity: string;
  }[];
  readonly run_id: string;
  readonly custom: readonly Readonly<Record<string, unknown>>[];
  readonly log: readonly string[];
}

/** A folder whose `bin` has flexetl. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = freshFolder({ 'recipe.py': RECIPE, ...files });
  const shim = `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`;
  writeFileSync(join(folder, 'flexetl'), shim, { mode: 0o700 });
  return folder;
}

async function dagster<Answer = Told>(folder: string, task: object): Promise<Answer> {
  const { stdout } = await python('dagster', [SCRIPT, JSON.stringify(task)], {
    cwd: folder,
    env: {
      PATH: `${folder}:${process.env['PATH']}`,
      DAGSTER_HOME: '',
      FLEXETL_TO: `duckdb:${join(folder, 'flex.duckdb')}`,
      REPORTS: join(folder, 'report.xml'),
    },
  });
  // The command writes its summary to the same stdout.
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as Answer;
}

async function rowsIn(folder: string, sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(join(folder, 'flex.duckdb'));
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

describe.skipIf(missing('dagster') !== '')(`Dagster${missing('dagster')}`, () => {
  it('has the tables and checks of the recipe', async () => {
    const folder = folderWith({ 'report.xml': report() });
    const told = await dagster(folder, { recipe: 'recipe.py' });
    expect(told).toMatchObject({ success: true, failures: [] });
    expect(told.materializations.map(({ asset }) => asset).sort()).toEqual([
      'flex/cash_transactions',
      'flex/trades',
    ]);
    expect(told.checks.map(({ name, passed }) => `${name} ${passed}`).sort()).toEqual(
      [...CHECKS, ...CHECKS].map((name) => `${name} true`).sort(),
    );
    const { metadata, version } = told.materializations.find(
      ({ asset }) => asset === 'flex/trades',
    )!;
    expect(version).toMatch(/^sha256:/);
    expect(metadata).toMatchObject({
      rows_inserted: { kind: 'IntMetadataValue', value: 2 },
      windows: {
        kind: 'JsonMetadataValue',
        value: [{ query: 'Daily', from: '2024-03-04', to: '2024-03-04', accounts: 1 }],
      },
      'dagster/table_name': { kind: 'TextMetadataValue', value: 'flex.main.trades' },
      'dagster/column_schema': { kind: 'TableSchemaMetadataValue' },
      'dagster/column_lineage': {
        kind: 'TableColumnLineageMetadataValue',
        columns: { ib_exec_id: [[['ibkr_flex', 'Trades', 'Trade'], 'ibExecID']] },
      },
    });
    expect(metadata['dagster/column_schema']!.columns).toContainEqual(['ib_exec_id', 'text']);
  });

  it('takes a part of the assets', async () => {
    const folder = folderWith({ 'report.xml': report() });
    const told = await dagster(folder, { recipe: 'recipe.py', selection: 'flex/trades' });
    expect(told).toMatchObject({ success: true, failures: [] });
    expect(told.materializations.map(({ asset }) => asset)).toEqual(['flex/trades']);
    expect(told.checks.map(({ asset, name }) => `${asset} ${name}`).sort()).toEqual(
      CHECKS.map((name) => `flex/trades ${name}`).sort(),
    );
  });

  it('shows checks that fail, and the step stands', async () => {
    const xml = report({ extra: 'newName="1" netCash="nothing"' });
    const told = await dagster(folderWith({ 'report.xml': xml }), { recipe: 'recipe.py' });
    expect(told).toMatchObject({ success: true, failures: [] });
    const failed = told.checks.filter(({ asset, passed }) => asset === 'flex/trades' && !passed);
    expect(failed.map(({ name, severity }) => `${name} ${severity}`).sort()).toEqual([
      'no_drift WARN',
      'no_problems ERROR',
    ]);
  });

  it('hands its run to the ledger, and has the log and the summary', async () => {
    const folder = folderWith({ 'report.xml': report() });
    const command = ['flexetl', 'load', 'report.xml'];
    const told = await dagster(folder, { key: 'flex/whole', command });
    expect(told).toMatchObject({ success: true, failures: [] });
    expect(told.materializations).toMatchObject([
      { asset: 'flex/whole', metadata: { tables: { kind: 'JsonMetadataValue' } } },
    ]);
    expect(told.custom).toMatchObject([{ schema: 'flexetl/summary@1', status: 'loaded' }]);
    expect(told.log).toContain('report.xml: 2 rows.');
    const [[orchestrator]] = (await rowsIn(folder, 'SELECT orchestrator FROM flexetl_loads')) as [
      [string],
    ];
    expect(JSON.parse(orchestrator)).toMatchObject({
      dagster: { run_id: told.run_id, partition_key: '2024-03-04', retry_number: 0 },
    });
  });

  it('shows why a load failed', async () => {
    const folder = folderWith({ 'report.xml': '<FlexQueryResponse' });
    const command = ['flexetl', 'load', 'report.xml'];
    const told = await dagster(folder, { key: 'trades', command });
    expect(told.success).toBe(false);
    expect(told.materializations).toEqual([]);
    expect(told.failures.join()).toMatch(/FLEX_TRUNCATED: [\s\S]*failed with code 65/);
  });

  it('cancels a load, which leaves no row', async () => {
    const folder = folderWith({ 'report.xml': report() });
    // Its input never ends: a load at work, whatever the speed of the machine.
    const script =
      'mkfifo input; printf %s "$DAGSTER_PIPES_MESSAGES" > draft; mv draft place; exec flexetl load - <> input';
    const told = await dagster(folder, {
      key: 'trades',
      command: ['sh', '-c', script],
      interrupt_when: join(folder, 'place'),
    }).catch((failure: unknown) => (failure as { stderr?: string }).stderr ?? '');
    expect(JSON.stringify(told)).toMatch(/Interrupt/);
    expect(existsSync(join(folder, 'flex.duckdb'))).toBe(false);
  });

  it('takes whatever a load may bring', async () => {
    const folder = folderWith({});
    const loads = fc.sample(anyLoad, { numRuns: 25, seed: 42 });
    const replays: unknown[] = [];
    for (const [number, { context, beginning, ending, lines }] of loads.entries()) {
      const path = join(folder, `${number}`);
      const keys = context.assets.map(({ key }) => key);
      const env = environmentOf({ ...context, asset_keys: keys, extras: {} }, { path });
      const session = openPipes({ ...beginning, env }, () => undefined);
      for (const line of lines) session.log('info', line);
      await session.end({ ...ending, error: undefined });
      replays.push([path, keys, []]);
    }
    expect(replays.length).toBe(loads.length);
    const answers = await dagster<readonly Told[]>(folder, { replays });
    expect(answers.map(({ success, failures }) => ({ success, failures }))).toEqual(
      loads.map(() => ({ success: true, failures: [] })),
    );
  });
});
