/** `flexetl inspect` at work: reads every input through, and prints what is in it. */
import type { CallWith } from '../../cli/command.js';
import type { TIME_SETTINGS } from '../../cli/general-settings.js';
import { findInputs, type InputCall } from '../../cli/find-inputs.js';
import { logError } from '../../cli/log.js';
import type { Values } from '../../cli/settings.js';
import { asFlexError } from '../../errors.js';
import { inspectInput } from '../../pipeline/load-input.js';
import { isSource } from '../../sources/inputs.js';
import { overallError } from '../../summary/summary.js';
import { describeInspection } from './document.js';
import * as print from './print.js';

/** @returns the exit status */
export async function run(
  call: CallWith<InputCall['settings'] & Values<typeof TIME_SETTINGS> & { readonly json: boolean }>,
): Promise<number> {
  const { settings, stdout, log } = call;
  const catalog = await call.catalog();
  const failures = [];
  const document = settings.json ? new print.JsonDocument(stdout) : new print.Text(stdout);
  for (const input of await findInputs(call)) {
    const { name } = input;
    let told: Parameters<typeof document.add>[0];
    try {
      if (!isSource(input)) throw input.error;
      const { timezone, dateOrder } = settings;
      const options = { catalog, timezone, dateOrder, loadId: '', strict: false };
      const found = await inspectInput(input, options);
      told = describeInspection(name, catalog, dateOrder, found);
    } catch (thrown) {
      const error = asFlexError(thrown).within({ file: name });
      failures.push({ name, status: 'failed' as const, error });
      if (!stdout.isTerminal) logError(log, error);
      told = { name, error };
    } finally {
      if (isSource(input)) await input.close();
    }
    await document.add(told);
  }
  await document.end();
  const error = overallError({ outcomes: failures, notAttempted: [], error: undefined });
  return error?.exitStatus ?? 0;
}
