/** `flexetl fetch`: reports of the Flex Web Service into the archive. */
import { defineCommand } from '../cli/command.js';
import { SUMMARY_SETTINGS, TIME_SETTINGS } from '../cli/general-settings.js';
import { FETCH_SETTINGS } from '../cli/fetch-settings.js';
import { flag } from '../cli/settings.js';

export const fetch = defineCommand({
  name: 'fetch',
  summary: 'fetch reports from the Flex Web Service and file the raw XML',
  operands: '',
  settings: {
    ...FETCH_SETTINGS,
    ...TIME_SETTINGS,
    force: flag('fetch again even if the archive has the days'),
    ...SUMMARY_SETTINGS,
  },
  examples: [
    'flexetl fetch --query 123456 --archive archive',
    'flexetl fetch --query 123456,234567 --archive archive --days 30',
    'flexetl fetch --query 123456 --archive archive --from 2021-01-01',
  ],
  run: () => import('./fetch/run.js'),
});
