/** `flexetl run`: the daily step. Fetches, files, and loads what the destination does not have. */
import { flag } from '../settings.js';
import { defineCommand } from './command.js';
import { FETCH_SETTINGS, queriesOf, targetsOf } from './fetch-settings.js';
import { selectionOf, WRITING_SETTINGS } from './writing-settings.js';

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
    const [{ writeInputs }, { fetchTargets }, { backlog, fetchedPaths }, { expandInputs }] =
      await Promise.all([
        import('./writing.js'),
        import('./fetching.js'),
        import('./backlog.js'),
        import('../sources/inputs.js'),
      ]);
    const { settings } = call;
    return writeInputs(
      call,
      async (course) => {
        const archive = await fetchTargets(call, course, targets, settings);
        const { signal, fetched } = course;
        signal.throwIfAborted();
        const selection = selectionOf(call, await call.catalog());
        const left = await backlog(archive, queriesOf(call), { ...settings, selection, signal });
        const paths = new Set([...fetchedPaths(fetched), ...left.map(({ path }) => path)]);
        return paths.size === 0 ? [] : expandInputs([...paths].sort());
      },
      { fetches: true },
    );
  },
});
