/** `flexetl status`: what the ledger of a destination says. */
import { formSettings } from '../cli/answer-form.js';
import { defineCommand } from '../cli/command.js';
import { DESTINATION_SETTING, TIME_SETTINGS } from '../cli/general-settings.js';
import { integer } from '../cli/settings.js';

export const status = defineCommand({
  name: 'status',
  summary: 'show what was loaded: the last load, days covered, gaps, problems',
  operands: '',
  settings: {
    ...DESTINATION_SETTING,
    ...formSettings('one JSON document'),
    maxAge: integer(
      'DAYS',
      'exit with 65 if the newest covered day of any account is more than DAYS days ago',
      { min: 0, max: 36_500 },
    ),
    timezone: { ...TIME_SETTINGS.timezone, summary: 'zone in which times are shown' },
  },
  examples: [
    'flexetl status',
    'flexetl status --json --to duckdb:warehouse.duckdb',
    'flexetl status --csv > coverage.csv',
    'flexetl status --max-age 4',
  ],
  run: () => import('./status/run.js'),
});
