/** `flexetl load` at work: loads what the operands name. */
import { findInputs, type InputCall } from '../../cli/find-inputs.js';
import { writeInputs } from '../../cli/load-session.js';
import type { WritingCall } from '../../cli/load-settings.js';
import { unlessAborted } from '../../pipeline/abort.js';

/** @returns the exit status */
export async function run(call: WritingCall & InputCall): Promise<number> {
  return writeInputs(call, {
    find: ({ signal }) => unlessAborted(findInputs(call, { signal }), signal),
  });
}
