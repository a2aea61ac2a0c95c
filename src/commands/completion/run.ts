/** `flexetl completion` at work: prints the script of one shell. */
import type { CallWith } from '../../cli/command.js';
import { FlexError } from '../../errors.js';
import { jsonText } from '../../text/printable.js';
import { bashScript } from './bash.js';
import { fishScript } from './fish.js';
import { zshScript } from './zsh.js';

const SCRIPTS = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
]);

/** @returns the exit status */
export async function run({ operands, commands, stdout }: CallWith<object>): Promise<number> {
  const [shell = ''] = operands;
  const script = SCRIPTS.get(shell);
  if (script === undefined) {
    throw new FlexError('FLEX_USAGE', `There is no completion for ${jsonText(shell)}.`, {
      advice: `Name ${[...SCRIPTS.keys()].join(', ')}.`,
    });
  }
  await stdout.write(script(commands));
  return 0;
}
