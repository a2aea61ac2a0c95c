/** `flexetl fetch` at work: fetches into the archive. */
import type { CallWith } from '../../cli/command.js';
import type { SUMMARY_SETTINGS, TIME_SETTINGS } from '../../cli/general-settings.js';
import { fetchTargets, openArchive } from '../../cli/fetch-session.js';
import { targetsOf, type FETCH_SETTINGS } from '../../cli/fetch-settings.js';
import { runWithSummary } from '../../cli/session.js';
import type { Values } from '../../cli/settings.js';

type FetchingCall = CallWith<
  Values<typeof FETCH_SETTINGS & typeof TIME_SETTINGS & typeof SUMMARY_SETTINGS> & {
    readonly force: boolean;
  }
>;

/** @returns the exit status */
export async function run(call: FetchingCall): Promise<number> {
  const targets = targetsOf(call, new Date());
  const { force } = call.settings;
  return runWithSummary(call, {
    perform: async (session) => {
      const archive = await openArchive(call, session);
      await fetchTargets(call, session, archive, targets, { force, forLoading: false });
    },
    result: () => ({ fetches: true, loads: false, rowsOnStdout: false, dryRun: false }),
  });
}
