/** Waits for others are told while they last: what is waited for, and until when. */
import { once } from 'node:events';
import { DuckDBInstance } from '@duckdb/node-api';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { load } from '../../src/library/load.js';
import { openPostgres } from '../../src/sinks/postgres/engine.js';
import { report } from '../commands/reports.js';
import { freshFolder } from '../commands/run.js';
import { connected } from '../postgres/server.js';
import { freshDatabase } from '../postgres/database.js';

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

test('the turn to publish into a schema', async () => {
  const database = await freshDatabase();
  const [first, second] = ['1', '2'].map((amount) =>
    Buffer.from(
      report({
        sections: `<CashTransactions><CashTransaction amount="${amount}" /></CashTransactions>`,
      }),
    ),
  );
  let told = '';
  let release = (): void => undefined;
  const options = {
    ...{ catalog: Catalog.load(), mode: 'append' as const, force: false, dryRun: false },
    ...{ allowOverlap: false, timezone: 'America/New_York' },
    onWait: (sentence: string) => {
      told = sentence;
      release();
    },
  } as const;
  const sink = await openPostgres(database.url, options, '0.0.0');
  await load({ source: first!, sink });
  await connected(database.url, async (holder) => {
    await holder.query(`BEGIN; UPDATE flex.flexetl_locks SET holder = 'a test'`);
    const released = new Promise<void>((resolve) => (release = resolve));
    const [[outcome]] = await Promise.all([
      load({ source: second!, sink }),
      released.then(() => holder.query('COMMIT')),
    ]);
    expect(outcome!.status).toBe('loaded');
  });
  await sink.close('done');
  expect(told).toMatch(/^Another load is publishing into .*; waiting for it\.$/);
});

test('a process that holds the file', async () => {
  const path = join(freshFolder(), 'held.duckdb');
  const instance = await DuckDBInstance.create(path);
  const child = spawn(
    process.execPath,
    [CLI, 'query', 'SELECT 1 AS one', '--json', '--log-level', 'info', '--to', `duckdb:${path}`],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stderr = '';
  let stdout = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString();
    if (stderr.includes('Another process is using')) instance.closeSync();
  });
  const [status] = (await once(child, 'close')) as [number];
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toEqual([{ one: 1 }]);
  expect(stderr).toMatch(/Another process is using duckdb:.*held\.duckdb; waiting until \d\d:/);
});
