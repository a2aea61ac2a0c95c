/** `flexetl run` at work: fetches into the archive, and loads what the destination does not have. */
import type { Archive } from '../../archive/archive.js';
import type { Call } from '../../cli/command.js';
import { fetchTargets, openArchive } from '../../cli/fetch-session.js';
import { queriesOf, targetsOf } from '../../cli/fetch-settings.js';
import { writeInputs } from '../../cli/load-session.js';
import { selectionOf } from '../../cli/load-settings.js';
import type { Session } from '../../cli/session.js';
import { Backlog } from './backlog.js';
import { CatchUp, checkCatchUp, type RunSettings } from './catch-up.js';

/** @returns the exit status */
export async function run(call: Call<RunSettings>): Promise<number> {
  const { settings } = call;
  const now = new Date();
  if (settings.catchUp) checkCatchUp(call);
  const targets = targetsOf(call, now);
  const delivered = new Backlog();
  let catchUp: CatchUp | undefined;
  const fetch = async (session: Session, archive: Archive): Promise<void> => {
    if (settings.catchUp) {
      catchUp = new CatchUp(call, session, archive, now);
      return catchUp.fetch();
    }
    const options = { force: settings.force, forLoading: true };
    await fetchTargets(call, session, archive, targets, options);
  };
  return writeInputs(call, {
    fetches: true,
    find: async (session) => {
      const archive = await openArchive(call, session);
      await fetch(session, archive);
      const selection = selectionOf(call, await call.catalog());
      return delivered.inputs(session, archive, queriesOf(call), { ...settings, selection });
    },
    notices: () => catchUp?.notices ?? [],
    advised: (name, error) => delivered.advised(name, error),
    loaded: (names) => delivered.loaded(names),
  });
}
