/** `flexetl verify` at work: compares every input with the destination, and prints what differs. */
import type { Call } from '../../cli/command.js';
import { findInputs } from '../../cli/find-inputs.js';
import { guardPassword } from '../../cli/leak-guards.js';
import { logError } from '../../cli/log.js';
import { Interruption } from '../../cli/signals.js';
import { unlessAborted } from '../../pipeline/abort.js';
import { VerifyRun } from './compare.js';
import * as print from './print.js';
import type { VERIFYING_SETTINGS } from './settings.js';

/** @returns the exit status */
export async function run(call: Call<typeof VERIFYING_SETTINGS>): Promise<number> {
  const { settings, stdout, log } = call;
  guardPassword(call);
  const interruption = new Interruption({
    giveUp: (reason) => {
      logError(log, reason);
      process.exit(reason.exitStatus);
    },
  });
  const { signal } = interruption;
  const inputs = await unlessAborted(findInputs(call, { signal }), signal);
  const comparing = new VerifyRun(call, interruption.signal);
  const found = await comparing.compare(inputs);
  interruption.end();
  await stdout.write(settings.json ? print.verificationJson(found) : print.verificationText(found));
  const error = comparing.error();
  if (error !== undefined && !comparing.told(error)) logError(log, error);
  return error?.exitStatus ?? 0;
}
