/** `flexetl check`: whether a run would find everything in order. */
import { defineCommand } from '../cli/command.js';
import { DESTINATION_SETTING } from '../cli/general-settings.js';
import { ENDPOINT_SETTINGS, QUERY_SETTING } from '../cli/fetch-settings.js';
import { flag, text } from '../cli/settings.js';

export const check = defineCommand({
  name: 'check',
  summary: 'try token, query, destination and archive, and say what is wrong',
  operands: '',
  settings: {
    ...DESTINATION_SETTING,
    ...QUERY_SETTING,
    archive: text('DIR', 'directory that raw XML is to be filed in'),
    ...ENDPOINT_SETTINGS,
    json: flag('print one JSON document'),
  },
  examples: [
    'flexetl check',
    'flexetl check --query 123456 --archive archive --to postgres://etl@db.example.com/warehouse',
  ],
  run: () => import('./check/run.js'),
});
