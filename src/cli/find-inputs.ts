/**
 * The inputs of a call: its operands, those of a list, and of all these the share of one worker.
 * What an input stands for is sources/inputs.ts, whose share it is sources/shard.ts.
 */
import { FlexError } from '../errors.js';
import { readFileList } from '../sources/file-list.js';
import { expandInputs, isSource, type ExpandedInput } from '../sources/inputs.js';
import { shardOf } from '../sources/shard.js';
import type { INPUT_SETTINGS } from './input-settings.js';
import type { Values } from './settings.js';

/** A call of a command that takes inputs. */
export interface InputCall {
  readonly operands: readonly string[];
  readonly settings: Values<typeof INPUT_SETTINGS>;
}

/**
 * The inputs of a call, in the order of the operands and then of the list.
 * @throws FlexError FLEX_USAGE where none is named, or stdin is to be two things; what is wrong
 *   with the list
 * @param options of the object stores
 */
export async function findInputs(
  { operands, settings }: InputCall,
  options: Parameters<typeof expandInputs>[1] = {},
): Promise<ExpandedInput[]> {
  const { filesFrom, shard } = settings;
  if (filesFrom === undefined && operands.length === 0) {
    throw usage("Missing required argument 'INPUT': name inputs, or give --files-from.");
  }
  if (operands.includes('-')) refuseStdin(settings);
  const listed = filesFrom === undefined ? [] : await readFileList(filesFrom);
  const all = await expandInputs([...operands, ...listed], options);
  if (shard === undefined) return all;
  // What a person wrote and nothing answers to is wrong for every worker.
  const written = new Set(operands);
  return all.filter(
    (input) =>
      (!isSource(input) && written.has(input.name)) ||
      shardOf(input.name, shard.count) === shard.index,
  );
}

function refuseStdin({ filesFrom, shard }: InputCall['settings']): void {
  if (filesFrom === '-') throw usage('Stdin cannot be both an input and the list of inputs.');
  if (shard === undefined) return;
  throw usage('--shard chooses inputs by their names, and stdin has none: name files.');
}

/** The help of the command is named where it is told. */
function usage(message: string): FlexError {
  return new FlexError('FLEX_USAGE', message);
}
