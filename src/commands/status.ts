/** `flexetl status`: what the ledger of a destination says. */
import { defineCommand } from '../cli/command.js';
import { DESTINATION_SETTING, TIME_SETTINGS } from '../cli/general-settings.js';
import { flag } from '../cli/settings.js';

export const status = defineCommand({
  name: 'status',
  summary: 'tell what was loaded: the last load, days covered, gaps, problems',
  operands: '',
  settings: {
    ...DESTINATION_SETTING,
    json: flag('print one JSON document'),
    timezone: { ...TIME_SETTINGS.timezone, summary: 'zone in which times are shown' },
  },
  examples: ['flexetl status', 'flexetl status --json --to duckdb:warehouse.duckdb'],
  run: () => import('./status/run.js'),
});
