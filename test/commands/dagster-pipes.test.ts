/**
 * A load that Dagster starts: what it writes into the file of messages, and that nothing about that
 * file changes the load or its exit status. The real Dagster is in test/ecosystem/dagster.test.ts.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { encoded, environmentOf, stepOf } from '../orchestrators/dagster-pipes/environment.js';
import { messagesOf, type Message } from '../orchestrators/dagster-pipes/reader.js';
import { report } from './reports.js';
import { freshFolder, lastLine, logLines, run, type Ran } from './run.js';

const CHECKS = ['no_problems', 'no_drift', 'control_totals', 'no_gaps'];

interface Loaded extends Ran {
  readonly folder: string;
  readonly messages: readonly Message[];
}

async function load(
  context: Record<string, unknown>,
  options: { readonly xml?: string; readonly args?: readonly string[] } = {},
): Promise<Loaded> {
  const { xml = report(), args = ['load', 'report.xml'] } = options;
  const folder = freshFolder({ 'report.xml': xml });
  const path = join(folder, 'messages');
  const ran = await run(args, { cwd: folder, env: environmentOf(context, { path }) });
  const messages = existsSync(path) ? messagesOf(readFileSync(path, 'utf8')) : [];
  return { ...ran, folder, messages };
}

const of = (messages: readonly Message[], method: string): Message['params'][] =>
  messages.filter((each) => each.method === method).map(({ params }) => params);

/** Rows of trades, and what the ledger says of the orchestrator. */
async function ledgerOf(folder: string): Promise<{ rows: number; orchestrator: string | null }> {
  const instance = await DuckDBInstance.create(join(folder, 'flexetl.duckdb'));
  const connection = await instance.connect();
  const answer = await connection.runAndReadAll(
    `SELECT (SELECT count(*) FROM trades)::INTEGER AS n, orchestrator FROM flexetl_loads`,
  );
  const [[rows, orchestrator]] = answer.getRows() as [[number, string | null]];
  connection.closeSync();
  instance.closeSync();
  return { rows, orchestrator };
}

describe('a load that succeeds', () => {
  it('materializes the table of each asset', async () => {
    const assets = ['flex/trades', 'flex/cash_transactions', 'flex/elsewhere'];
    const { status, messages, stderr } = await load(stepOf(assets));
    expect(status).toBe(0);
    const told = of(messages, 'report_asset_materialization');
    expect(told.map((each) => each['asset_key'])).toEqual(assets.slice(0, 2));
    expect(told[0]).toMatchObject({
      data_version: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
      metadata: {
        status: { type: 'text', raw_value: 'loaded' },
        rows_parsed: { type: 'int', raw_value: 2 },
        rows_inserted: { type: 'int', raw_value: 2 },
        windows: {
          type: 'json',
          raw_value: [{ query: 'Daily', from: '2024-03-04', to: '2024-03-04', accounts: 1 }],
        },
        'dagster/table_name': { type: 'text', raw_value: 'flexetl.main.trades' },
      },
    });
    expect(told[1]).toMatchObject({ metadata: { rows_parsed: { type: 'int', raw_value: 0 } } });
    expect(stderr).toContain('flex/elsewhere names no table');
  });

  it('is told as a whole to an asset alone that names no table', async () => {
    const { messages, stdout } = await load(stepOf(['everything']));
    const [told] = of(messages, 'report_asset_materialization');
    expect(told).toMatchObject({
      asset_key: 'everything',
      metadata: {
        rows_inserted: { raw_value: 2 },
        tables: { type: 'json', raw_value: { trades: { inserted: 2 } } },
      },
    });
    const [payload] = of(messages, 'report_custom_message');
    expect(payload).toEqual({ payload: JSON.parse(lastLine(stdout)) as unknown });
  });

  it('reports no asset where the step has none', async () => {
    const { messages } = await load(stepOf(null));
    expect(messages.map(({ method }) => method)).toEqual([
      'opened',
      'log',
      'report_custom_message',
      'closed',
    ]);
  });

  it('knows columns, and where in the report they are from', async () => {
    const { messages } = await load(stepOf(['trades']));
    const [{ metadata }] = of(messages, 'report_asset_materialization') as [
      { metadata: Record<string, { raw_value: Record<string, unknown> }> },
    ];
    const { columns } = metadata['dagster/column_schema']!.raw_value;
    expect(columns).toContainEqual(
      expect.objectContaining({ name: 'ib_exec_id', type: 'text', tags: {} }),
    );
    const lineage = metadata['dagster/column_lineage']!.raw_value['deps_by_column'];
    expect(lineage).toMatchObject({
      ib_exec_id: [{ asset_key: ['ibkr_flex', 'Trades', 'Trade'], column_name: 'ibExecID' }],
    });
  });

  it('keeps the run in the ledger', async () => {
    const { folder } = await load(stepOf(['trades']));
    const { rows, orchestrator } = await ledgerOf(folder);
    expect(rows).toBe(2);
    expect(JSON.parse(orchestrator!)).toEqual({
      dagster: {
        run_id: 'f1f1f1f1-0000-4000-8000-000000000001',
        job_name: 'daily',
        partition_key: '2024-03-04',
        retry_number: 0,
      },
    });
  });
});

describe('checks', () => {
  it('are reported only where they are asked for', async () => {
    const { messages } = await load(stepOf(['trades']));
    expect(of(messages, 'report_asset_check')).toEqual([]);
  });

  it('pass where all is well', async () => {
    const { messages } = await load(stepOf(['trades', 'all/of'], { flexetl_checks: CHECKS }));
    const checks = of(messages, 'report_asset_check');
    expect(checks.map((each) => [each['asset_key'], each['check_name'], each['passed']])).toEqual(
      CHECKS.map((name) => ['trades', name, true]),
    );
  });

  it('pass for a whole load', async () => {
    const { messages } = await load(stepOf(['all'], { flexetl_checks: ['control_totals'] }));
    expect(of(messages, 'report_asset_check')).toMatchObject([
      { passed: true, metadata: { read: { raw_value: 2 }, settled: { raw_value: 2 } } },
    ]);
  });

  it('fail for what they are about', async () => {
    const xml = report({ extra: 'newName="1" netCash="nothing"' });
    const asked = CHECKS.map((name) => [['flex', 'trades'], name]);
    const step = stepOf(['flex/trades'], { flexetl_checks: asked });
    const { status, messages } = await load(step, { xml });
    expect(status).toBe(0);
    expect(
      of(messages, 'report_asset_check').map(({ check_name: name, passed, severity }) => [
        name,
        passed,
        severity,
      ]),
    ).toEqual([
      ['no_problems', false, 'ERROR'],
      ['no_drift', false, 'WARN'],
      ['control_totals', true, 'ERROR'],
      ['no_gaps', true, 'ERROR'],
    ]);
  });

  it('find the days that are missing', async () => {
    const folder = freshFolder({
      'a.xml': report({ day: '20240304' }),
      'b.xml': report({ day: '20240313' }),
    });
    const path = join(folder, 'messages');
    const context = stepOf(['trades'], { flexetl_checks: 'no_gaps' });
    const env = environmentOf(context, { path });
    await run(['load', 'a.xml', 'b.xml'], { cwd: folder, env });
    expect(of(messagesOf(readFileSync(path, 'utf8')), 'report_asset_check')).toMatchObject([
      {
        passed: false,
        metadata: {
          missing_days: { raw_value: 6 },
          gaps: { raw_value: [{ query: 'Daily', from: '2024-03-05', to: '2024-03-12' }] },
        },
      },
    ]);
  });

  it('that nobody knows are named in the log', async () => {
    const { messages, stderr } = await load(stepOf(['trades'], { flexetl_checks: ['fresh'] }));
    expect(of(messages, 'report_asset_check')).toEqual([]);
    expect(stderr).toContain('flexetl_checks asks for');
  });
});

describe('a load that does not succeed', () => {
  it('ends the session with its error, and reports no asset', async () => {
    const step = stepOf(['trades'], { flexetl_checks: CHECKS });
    const { status, messages } = await load(step, { xml: '<FlexQueryResponse' });
    expect(status).toBe(65);
    expect(of(messages, 'report_asset_materialization')).toEqual([]);
    expect(of(messages, 'report_asset_check')).toEqual([]);
    expect(of(messages, 'closed')).toMatchObject([
      { exception: { name: 'FLEX_TRUNCATED', stack: [], cause: null, context: null } },
    ]);
  });

  it('is closed even where a setting is wrong', async () => {
    const args = ['load', 'report.xml', '--only', 'Trads'];
    const { status, messages } = await load(stepOf(['trades']), { args });
    expect(status).toBe(2);
    expect(of(messages, 'closed')).toMatchObject([{ exception: { name: 'FLEX_USAGE' } }]);
  });
});

describe('nothing about Pipes changes a load:', () => {
  const context = stepOf(['trades']);
  const good = { DAGSTER_PIPES_CONTEXT: encoded({ data: context }) };
  const cases: Record<string, (folder: string) => Record<string, string>> = {
    'a context that is not base64': () => ({ DAGSTER_PIPES_CONTEXT: '%%%' }),
    'a context that is not zlib': () => ({ DAGSTER_PIPES_CONTEXT: 'aGVsbG8=' }),
    'a context in a bucket': () => ({
      DAGSTER_PIPES_CONTEXT: encoded({ bucket: 'b', key: 'k' }),
    }),
    'a context without a run': () => ({
      DAGSTER_PIPES_CONTEXT: encoded({ data: { asset_keys: ['trades'] } }),
    }),
    'a file of the context that is gone': (folder) => ({
      DAGSTER_PIPES_CONTEXT: encoded({ path: join(folder, 'gone') }),
    }),
    'a file of the context that is another': (folder) => {
      writeFileSync(join(folder, 'other'), 'hunter-22 is not told');
      return { DAGSTER_PIPES_CONTEXT: encoded({ path: join(folder, 'other') }) };
    },
    'no messages': () => good,
    'messages to stdout': () => ({ ...good, DAGSTER_PIPES_MESSAGES: encoded({ stdio: 'stdout' }) }),
    'messages into a folder': (folder) => ({
      ...good,
      DAGSTER_PIPES_MESSAGES: encoded({ path: folder }),
    }),
    'messages to a full disk': () => ({
      ...good,
      DAGSTER_PIPES_MESSAGES: encoded({ path: '/dev/full' }),
    }),
  };

  it.each(Object.entries(cases))('%s', async (_, variables) => {
    const folder = freshFolder({ 'report.xml': report() });
    const ran = await run(['load', 'report.xml'], { cwd: folder, env: variables(folder) });
    expect(ran.status).toBe(0);
    const warnings = logLines(ran.stderr);
    expect(ran.stderr).not.toContain('hunter');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({
      level: 'warn',
      msg: expect.stringMatching(
        /^Dagster Pipes is not told of this call, which goes on: /,
      ) as string,
    });
    expect(JSON.parse(lastLine(ran.stdout))).toMatchObject({ status: 'loaded', exitCode: 0 });
    expect((await ledgerOf(folder)).rows).toBe(2);
  });
});

it('messages go to stderr, where Dagster reads that', async () => {
  const folder = freshFolder({ 'report.xml': report() });
  const env = environmentOf(stepOf(['trades']), { stdio: 'stderr' });
  const { status, stderr } = await run(['load', 'report.xml'], { cwd: folder, env });
  expect(status).toBe(0);
  expect(messagesOf(stderr).map(({ method }) => method)).toContain('report_asset_materialization');
});
