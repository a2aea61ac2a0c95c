/** `flexetl check`: tells whether a run would work. */
import { defineCommand } from '../cli/command.js';
import { DESTINATION_SETTING } from '../cli/general-settings.js';
import { ENDPOINT_SETTINGS, QUERY_SETTING } from '../cli/fetch-settings.js';
import { flag, text } from '../cli/settings.js';

export const check = defineCommand({
  name: 'check',
  summary: 'check that the token, query, destination and archive all work',
  operands: '',
  settings: {
    ...DESTINATION_SETTING,
    ...QUERY_SETTING,
    archive: text('PLACE', 'directory or s3://BUCKET/PREFIX of the raw XML'),
    ...ENDPOINT_SETTINGS,
    json: flag('print one JSON document'),
  },
  examples: [
    'flexetl check',
    'flexetl check --query 123456 --archive archive --to postgres://etl@db.example.com/warehouse',
  ],
  run: () => import('./check/run.js'),
});
