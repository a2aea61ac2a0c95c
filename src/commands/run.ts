/** `flexetl run`: the daily step. Fetches, files, and loads what the destination does not have. */
import { flag } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { FETCH_SETTINGS, queriesOf, targetsOf } from '../cli/fetch-settings.js';
import { selectionOf, WRITING_SETTINGS } from '../cli/load-settings.js';

export const run = defineCommand({
  name: 'run',
  summary: 'fetch reports, file the raw XML, and load what the destination does not have',
  operands: '',
  settings: {
    ...FETCH_SETTINGS,
    ...WRITING_SETTINGS,
    force: flag('ask again for days that the archive has, and load again what was fetched'),
    dryRun: flag('fetch, file and do everything else, and write nothing to the destination'),
  },
  examples: [
    'flexetl run --query 123456 --archive archive',
    'flexetl run --query 123456 --archive archive --days 30 --to duckdb:warehouse.duckdb',
    'flexetl run --query 123456 --archive archive --from 2021-01-01',
  ],
  async run(call) {
    const targets = targetsOf(call, new Date());
    const [{ writeInputs }, { fetchTargets }, { Delivered }] = await Promise.all([
      import('../cli/load-session.js'),
      import('../cli/fetch-session.js'),
      import('./run/backlog.js'),
    ]);
    const { settings } = call;
    const delivered = new Delivered();
    return writeInputs(call, {
      fetches: true,
      find: async (course) => {
        const options = { force: settings.force, forLoading: true };
        const archive = await fetchTargets(call, course, targets, options);
        const selection = selectionOf(call, await call.catalog());
        return delivered.inputs(course, archive, queriesOf(call), { ...settings, selection });
      },
      advised: (name, error) => delivered.advised(name, error),
      loaded: (names) => delivered.loaded(names),
    });
  },
});
