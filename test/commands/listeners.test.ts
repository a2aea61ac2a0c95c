/**
 * All who listen to a call at once: Dagster by a file of messages, OpenLineage on stderr or in a
 * file, and the ledger. Each by itself is in dagster-pipes.test.ts and openlineage.test.ts.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { environmentOf, stepOf } from '../orchestrators/dagster-pipes/environment.js';
import { messagesOf } from '../orchestrators/dagster-pipes/reader.js';
import { faultsOf } from '../orchestrators/openlineage/form.js';
import { freshDatabase } from '../postgres/database.js';
import { report } from './reports.js';
import { CLI, freshFolder, logLines, run, Running } from './run.js';
import { call, serve } from './service.js';

const CONSOLE = { OPENLINEAGE__TRANSPORT__TYPE: 'console' };

describe('a run with the service', () => {
  it('tells both', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const pipes = environmentOf(stepOf(['trades']), { path: join(cwd, 'messages') });
    const file = {
      OPENLINEAGE__TRANSPORT__TYPE: 'file',
      OPENLINEAGE__TRANSPORT__LOG_FILE_PATH: 'events',
      OPENLINEAGE__TRANSPORT__APPEND: 'true',
    };
    const { status, summary } = await call('run', cwd, service, [], { ...pipes, ...file });
    expect(status).toBe(0);
    const messages = messagesOf(readFileSync(join(cwd, 'messages'), 'utf8'));
    expect(
      messages.find(({ method }) => method === 'report_asset_materialization')?.params,
    ).toMatchObject({ asset_key: 'trades', metadata: { rows_inserted: { raw_value: 1 } } });
    const events = logLines(readFileSync(join(cwd, 'events'), 'utf8'));
    expect(events.map(faultsOf)).toEqual([[], []]);
    expect(events[1]).toMatchObject({
      eventType: 'COMPLETE',
      run: { runId: summary.loadId },
      job: { name: 'flexetl.run' },
      inputs: [{ name: join(cwd, summary.inputs[0]!.name) }],
    });
  });
});

describe('a load', () => {
  it('that is interrupted says so, and leaves nothing', async () => {
    const cwd = freshFolder();
    const path = join(cwd, 'messages');
    const env = { ...environmentOf(stepOf(['trades']), { path }), ...CONSOLE };
    // Its input does not end.
    const running = new Running(['load', '-'], { cwd, env });
    await running.untilStderr(/"eventType":"START"/);
    running.process.kill('SIGINT');
    const { status, stderr } = await running.ended;
    expect(status).toBe(130);
    expect(stderr).toMatch(/"eventType":"ABORT"/);
    const messages = messagesOf(readFileSync(path, 'utf8'));
    expect(messages.map(({ method }) => method)).not.toContain('report_asset_materialization');
    expect(messages.at(-1)).toMatchObject({
      method: 'closed',
      params: { exception: { name: 'FLEX_INTERRUPTED' } },
    });
    expect(existsSync(join(cwd, 'flexetl.duckdb'))).toBe(false);
  });

  it('keeps Airflow and the user in the ledger of Postgres', async () => {
    const database = await freshDatabase();
    const cwd = freshFolder({ 'a.xml': report() });
    const env = {
      FLEXETL_TO: database.url,
      AIRFLOW_CTX_DAG_ID: 'flex',
      AIRFLOW_CTX_TRY_NUMBER: '2',
      FLEXETL_ORCHESTRATOR: '{"host":"a","token":"hunter-22"}',
    };
    expect((await run(['load', 'a.xml'], { cwd, env })).status).toBe(0);
    expect(await database.texts('SELECT orchestrator::json::text FROM flex.flexetl_loads')).toEqual(
      [['{"airflow":{"dag_id":"flex","try_number":"2"},"user":{"host":"a","token":"***"}}']],
    );
  });

  it('keeps it in a Parquet dataset', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const env = { FLEXETL_TO: 'parquet:lake', FLEXETL_ORCHESTRATOR: 'by hand' };
    await run(['load', 'a.xml'], { cwd, env });
    const query = 'SELECT orchestrator AS said FROM flexetl_loads';
    const { stdout } = await run(['query', '--csv', query], { cwd, env });
    expect(stdout).toContain('by hand');
  });
});

it('a disk that is full in the middle leaves whole messages, and the load stands', async () => {
  const cwd = freshFolder({ 'a.xml': report() });
  const path = join(cwd, 'messages');
  // The shell limits the size of files to some thousand bytes: the results are longer.
  const script = `trap '' XFSZ; ulimit -f 8; exec "$0" "$1" load a.xml --to ndjson:-`;
  const { stdout, stderr } = await promisify(execFile)(
    'sh',
    ['-c', script, process.execPath, CLI],
    { cwd, env: { ...process.env, ...environmentOf(stepOf(['trades']), { path }) } },
  );
  expect(stdout.trimEnd().split('\n')).toHaveLength(3);
  const lines = logLines(stderr);
  expect(lines[0]).toMatchObject({
    level: 'warn',
    msg: expect.stringMatching(/^Dagster Pipes is not told .*EFBIG/) as string,
  });
  expect(lines.at(-1)).toMatchObject({ status: 'loaded', exitCode: 0 });
  const messages = messagesOf(readFileSync(path, 'utf8'));
  expect(messages.map(({ method }) => method)).toEqual(['opened', 'log']);
});
