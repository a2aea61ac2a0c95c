/** `flexetl fetch`: reports of the Flex Web Service into the archive. */
import { flag } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { FETCH_SETTINGS, targetsOf } from '../cli/fetch-settings.js';
import { SUMMARY_SETTINGS, TIME_SETTINGS } from '../cli/load-settings.js';

export const fetch = defineCommand({
  name: 'fetch',
  summary: 'ask the Flex Web Service for reports, and file the raw XML',
  operands: '',
  settings: {
    ...FETCH_SETTINGS,
    ...TIME_SETTINGS,
    force: flag('ask again for days that the archive has'),
    ...SUMMARY_SETTINGS,
  },
  examples: [
    'flexetl fetch --query 123456 --archive archive',
    'flexetl fetch --query 123456,234567 --archive archive --days 30',
    'flexetl fetch --query 123456 --archive archive --from 2021-01-01',
  ],
  async run(call) {
    const targets = targetsOf(call, new Date());
    const [{ follow }, { fetchTargets }] = await Promise.all([
      import('../cli/session.js'),
      import('../cli/fetch-session.js'),
    ]);
    const { force } = call.settings;
    return follow(call, {
      perform: async (course) => {
        await fetchTargets(call, course, targets, { force, forLoading: false });
      },
      result: () => ({ fetches: true, loads: false, rowsOnStdout: false, dryRun: false }),
    });
  },
});
