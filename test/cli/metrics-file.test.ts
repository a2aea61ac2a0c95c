/** A metrics file that cannot be written any more when the work is done. */
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Logger } from '../../src/cli/log.js';
import { coverageAt, writeMetricsFile } from '../../src/cli/metrics-file.js';
import { buildSummary } from '../../src/summary/summary.js';
import { freshFolder } from '../commands/run.js';
import { call, counts, loaded } from '../outcomes.js';

it('is told, and fails nothing', () => {
  const error = vi.fn();
  const path = join(freshFolder(), 'gone', 'flexetl.prom');
  const summary = buildSummary(call([loaded('a.xml', { trades: counts(1) })]));
  writeMetricsFile(path, summary, undefined, { error } as unknown as Logger);
  expect(error).toHaveBeenCalledExactlyOnceWith(
    { path },
    expect.stringMatching(/The metrics could not be written to .*ENOENT/),
  );
});

it('lacks the days of a destination that cannot be asked, and says so', async () => {
  const warn = vi.fn();
  const folder = freshFolder({ 'a.duckdb': 'no database' });
  const to = `duckdb:${join(folder, 'a.duckdb')}`;
  expect(await coverageAt(to, { warn } as unknown as Logger)).toBeUndefined();
  expect(warn).toHaveBeenCalledOnce();
  expect(await coverageAt('csv:out', { warn } as unknown as Logger)).toBeUndefined();
  expect(warn).toHaveBeenCalledOnce();
});
