/** `flexetl run`: the daily step. Fetches, files, and loads what the destination does not have. */
import { flag } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { FETCH_SETTINGS } from '../cli/fetch-settings.js';
import { WRITING_SETTINGS } from '../cli/load-settings.js';

export const run = defineCommand({
  name: 'run',
  summary: 'fetch reports, file the raw XML, and load what the destination does not have',
  operands: '',
  settings: {
    ...FETCH_SETTINGS,
    catchUp: flag('fetch the days missing from the destination, up to the last business day'),
    ...WRITING_SETTINGS,
    force: flag('fetch again even if the archive has the days, and load the result again'),
    dryRun: flag('fetch and file, but write nothing to the destination'),
  },
  examples: [
    'flexetl run --query 123456 --archive archive',
    'flexetl run --query 123456 --archive archive --catch-up',
    'flexetl run --query 123456 --archive archive --days 30 --to duckdb:warehouse.duckdb',
    'flexetl run --query 123456 --archive archive --from 2021-01-01',
  ],
  run: () => import('./run/run.js'),
});
