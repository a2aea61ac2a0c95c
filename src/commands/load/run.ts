/** `flexetl load` at work: loads what the operands name. */
import { writeInputs } from '../../cli/load-session.js';
import type { WritingCall } from '../../cli/load-settings.js';
import { unlessAborted } from '../../pipeline/abort.js';
import { expandInputs } from '../../sources/inputs.js';

/** @returns the exit status */
export async function run(call: WritingCall): Promise<number> {
  return writeInputs(call, {
    find: ({ signal }) => unlessAborted(expandInputs(call.operands, { signal }), signal),
  });
}
