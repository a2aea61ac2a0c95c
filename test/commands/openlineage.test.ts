/**
 * Events of OpenLineage that a load sends to a server, a file or stderr, and that nothing about them
 * changes the load or its exit status.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/orchestrators/openlineage/events.js';
import { faultsOf } from '../orchestrators/openlineage/form.js';
import { lineageServer } from './lineage-server.js';
import { report } from './reports.js';
import { freshFolder, lastLine, logLines, run, type Ran } from './run.js';

async function load(
  env: Readonly<Record<string, string>>,
  { xml = report(), args = [] }: { xml?: string; args?: readonly string[] } = {},
): Promise<Ran & { folder: string }> {
  const folder = freshFolder({ 'report.xml': xml });
  const ran = await run(['load', 'report.xml', ...args], { cwd: folder, env });
  return { ...ran, folder };
}

describe('a server', () => {
  it('has an event of the start and one of the end', async () => {
    const { url, received } = await lineageServer();
    const { status, stdout, folder } = await load({
      OPENLINEAGE_URL: url,
      OPENLINEAGE_API_KEY: 'key-of-lineage',
      OPENLINEAGE_NAMESPACE: 'flex',
      OPENLINEAGE_PARENT_ID: 'airflow/flex.load/0192f6c0-7b1e-7c3a-9d5e-0123456789ab',
    });
    expect(status).toBe(0);
    expect(received.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/api/v1/lineage', 'Bearer key-of-lineage'],
      ['/api/v1/lineage', 'Bearer key-of-lineage'],
    ]);
    const [start, end] = received.map(({ event }) => event) as [RunEvent, RunEvent];
    expect([faultsOf(start), faultsOf(end)]).toEqual([[], []]);
    expect([start.eventType, end.eventType]).toEqual(['START', 'COMPLETE']);
    const { loadId } = JSON.parse(lastLine(stdout)) as { loadId: string };
    expect([start.run.runId, end.run.runId]).toEqual([loadId, loadId]);
    expect(end.job).toMatchObject({ namespace: 'flex', name: 'flexetl.load' });
    expect(end.run.facets).toMatchObject({
      parent: { job: { namespace: 'airflow', name: 'flex.load' } },
      nominalTime: {
        nominalStartTime: '2024-03-04T00:00:00Z',
        nominalEndTime: '2024-03-05T00:00:00Z',
      },
    });
    expect(end.inputs).toMatchObject([
      {
        namespace: 'file',
        name: expect.stringMatching(/\/report\.xml$/) as string,
        inputFacets: { inputStatistics: { rowCount: 2, fileCount: 1 } },
      },
    ]);
    const trades = end.outputs.find(({ name }) => name === 'flexetl.main.trades');
    expect(trades).toMatchObject({
      namespace: expect.stringMatching(/^duckdb:\/\/\/.*\/flexetl\.duckdb$/) as string,
      outputFacets: { outputStatistics: { rowCount: 2 } },
      facets: {
        columnLineage: {
          fields: { ib_exec_id: { inputFields: [{ field: 'Trades.Trade.ibExecID' }] } },
        },
      },
    });
    expect(folder).not.toBe('');
  });

  it('hears of a failure', async () => {
    const { url, received } = await lineageServer();
    const { status } = await load({ OPENLINEAGE_URL: url }, { xml: '<FlexQueryResponse' });
    expect(status).toBe(65);
    const { event } = received[1]!;
    expect(faultsOf(event)).toEqual([]);
    expect(event).toMatchObject({
      eventType: 'FAIL',
      run: {
        facets: { errorMessage: { message: expect.stringMatching(/^FLEX_TRUNCATED/) as string } },
      },
    });
  });

  it('may take gzip', async () => {
    const { url, received } = await lineageServer();
    await load({
      OPENLINEAGE__TRANSPORT__TYPE: 'http',
      OPENLINEAGE__TRANSPORT__URL: url,
      OPENLINEAGE__TRANSPORT__COMPRESSION: 'gzip',
    });
    expect(received.map(({ event }) => event.eventType)).toEqual(['START', 'COMPLETE']);
  });

  it('hears of no output of a dry run', async () => {
    const { url, received } = await lineageServer();
    await load({ OPENLINEAGE_URL: url }, { args: ['--dry-run'] });
    expect(received.map(({ event }) => event.outputs)).toEqual([[], []]);
  });

  it('is told nothing where that is turned off', async () => {
    const { url, received } = await lineageServer();
    const { status } = await load({ OPENLINEAGE_URL: url, OPENLINEAGE_DISABLED: 'true' });
    expect([status, received]).toEqual([0, []]);
  });
});

describe('events go', () => {
  it('to stderr, and stdout is the summary', async () => {
    const { stdout, stderr } = await load({ OPENLINEAGE__TRANSPORT__TYPE: 'console' });
    const events = logLines(stderr);
    expect(events.map(faultsOf)).toEqual([[], []]);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it('to a file', async () => {
    const { folder } = await load({
      OPENLINEAGE__TRANSPORT__TYPE: 'file',
      OPENLINEAGE__TRANSPORT__LOG_FILE_PATH: 'events.jsonl',
      OPENLINEAGE__TRANSPORT__APPEND: 'true',
    });
    const events = logLines(readFileSync(join(folder, 'events.jsonl'), 'utf8'));
    expect(events.map(({ eventType }) => eventType)).toEqual(['START', 'COMPLETE']);
  });

  it('to a file each', async () => {
    const { folder } = await load({
      OPENLINEAGE__TRANSPORT__TYPE: 'file',
      OPENLINEAGE__TRANSPORT__LOG_FILE_PATH: 'event',
    });
    const files = readdirSync(folder).filter((name) => /^event-.*\.json$/.test(name));
    expect(files.map((name) => name.replace(/.*-/, '')).sort()).toEqual([
      'COMPLETE.json',
      'START.json',
    ]);
  });
});

describe('nothing about lineage changes a load:', () => {
  const cases: Record<string, () => Promise<Record<string, string>>> = {
    'no server': async () => {
      const server = await lineageServer();
      await server.stop();
      return { OPENLINEAGE_URL: server.url };
    },
    'a server that refuses': async () => ({ OPENLINEAGE_URL: (await lineageServer(500)).url }),
    'a server that redirects': async () => ({ OPENLINEAGE_URL: (await lineageServer(302)).url }),
    'a server that never answers': async () => {
      const { url } = await lineageServer('never');
      return { OPENLINEAGE_URL: url };
    },
    'an address that is none': () => Promise.resolve({ OPENLINEAGE_URL: 'lineage' }),
    'a transport that is not there': () =>
      Promise.resolve({ OPENLINEAGE__TRANSPORT__TYPE: 'kafka' }),
    'a file that cannot be written': () =>
      Promise.resolve({
        OPENLINEAGE__TRANSPORT__TYPE: 'file',
        OPENLINEAGE__TRANSPORT__LOG_FILE_PATH: '/nowhere/events',
      }),
  };

  it.each(Object.entries(cases))('%s', async (_, variables) => {
    const env = { ...(await variables()), OPENLINEAGE_API_KEY: 'key-of-lineage' };
    const { status, stdout, stderr } = await load(env);
    expect(status).toBe(0);
    expect(JSON.parse(lastLine(stdout))).toMatchObject({ status: 'loaded', exitCode: 0 });
    expect(logLines(stderr)).toMatchObject([
      { level: 'warn', msg: expect.stringMatching(/^OpenLineage is not told/) as string },
    ]);
    expect(stderr).not.toContain('key-of-lineage');
  });
});
