/** When a DuckDB file is made, and when not. What a kill or a full disk leaves is test/faults. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { REAL_CLOCK } from '../../../src/time/retry.js';
import { openDuckdbReading } from '../../../src/sinks/duckdb/engine.js';
import { DUCKDB_DEFAULTS } from '../../../src/sinks/duckdb/settings.js';
import { freshFolder } from '../../commands/run.js';

const HOLDS = `
  const { DuckDBInstance } = await import('@duckdb/node-api');
  await DuckDBInstance.create(process.argv[1]);
  process.stdout.write('held');
  setInterval(() => undefined, 1000);`;

it('is not made for somebody who reads, where it goes while it is waited for', async () => {
  const folder = freshFolder();
  const path = join(folder, 'warehouse.duckdb');
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDS, path]);
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  const waits = vi.spyOn(REAL_CLOCK, 'wait').mockImplementation(() => {
    rmSync(path);
    return Promise.resolve();
  });
  onTestFinished(() => waits.mockRestore());
  await expect(openDuckdbReading(path, DUCKDB_DEFAULTS)).rejects.toMatchObject({
    code: 'FLEX_CONFIG',
  });
  expect(waits).toHaveBeenCalledTimes(1);
  expect(readdirSync(folder)).toEqual([]);
});
