/** `flexetl run` at work: fetches into the archive, and loads what the destination does not have. */
import type { Call } from '../../cli/command.js';
import { fetchTargets } from '../../cli/fetch-session.js';
import { queriesOf, targetsOf, type FETCH_SETTINGS } from '../../cli/fetch-settings.js';
import { writeInputs } from '../../cli/load-session.js';
import { selectionOf, type WritingSettings } from '../../cli/load-settings.js';
import { Backlog } from './backlog.js';

/** @returns the exit status */
export async function run(call: Call<typeof FETCH_SETTINGS & WritingSettings>): Promise<number> {
  const targets = targetsOf(call, new Date());
  const { settings } = call;
  const delivered = new Backlog();
  return writeInputs(call, {
    fetches: true,
    find: async (session) => {
      const options = { force: settings.force, forLoading: true };
      const archive = await fetchTargets(call, session, targets, options);
      const selection = selectionOf(call, await call.catalog());
      return delivered.inputs(session, archive, queriesOf(call), { ...settings, selection });
    },
    advised: (name, error) => delivered.advised(name, error),
    loaded: (names) => delivered.loaded(names),
  });
}
