/** `flexetl load` at work: loads what the operands name. */
import { findInputs, type InputCall } from '../../cli/find-inputs.js';
import { writeInputs } from '../../cli/load-session.js';
import type { WritingCall } from '../../cli/load-settings.js';
import { unlessAborted } from '../../pipeline/abort.js';

type LoadCall = WritingCall &
  InputCall & { readonly settings: { readonly jobs: number | undefined } };

/** @returns the exit status */
export async function run(call: LoadCall): Promise<number> {
  return writeInputs(call, {
    jobs: call.settings.jobs,
    find: ({ signal }) => unlessAborted(findInputs(call, { signal }), signal),
  });
}
