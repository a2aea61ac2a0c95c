/** Prompts for the token on a terminal, without echo. */
import type { Readable, Writable } from 'node:stream';
import { FlexError } from '../../errors.js';

/** The part of a terminal's input that is needed here. */
export interface TerminalInput extends Readable {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
}

const ENTER = /[\r\n]/;
const END_OF_TRANSMISSION = '\u0004';
const INTERRUPT = '\u0003';
const RUB_OUT = /[\b\u007f]/;

/**
 * The prompt for readToken if `input` is a terminal; otherwise undefined.
 * @param output stream of the prompt: stderr, because stdout is for results
 */
export function tokenPrompt(
  input: TerminalInput,
  output: Writable,
): (() => Promise<string>) | undefined {
  if (input.isTTY !== true || input.setRawMode === undefined) return undefined;
  return () => promptUnseen(input, output);
}

/** @throws FlexError FLEX_INTERRUPTED at Ctrl-C */
async function promptUnseen(input: TerminalInput, output: Writable): Promise<string> {
  // Before the prompt: characters typed as soon as it appears must not be echoed either.
  input.setRawMode?.(true);
  output.write('Token of the Flex Web Service (hidden): ');
  input.setEncoding('utf8');
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = '';
      const done = (settle: () => void): void => {
        input.off('data', take);
        input.off('end', end);
        settle();
      };
      const end = (): void => done(() => resolve(typed));
      const take = (text: string): void => {
        for (const character of text) {
          if (ENTER.test(character) || character === END_OF_TRANSMISSION) {
            end();
            return;
          }
          if (character === INTERRUPT) {
            done(() => reject(new FlexError('FLEX_INTERRUPTED', 'Interrupted at the prompt.')));
            return;
          }
          typed = RUB_OUT.test(character) ? typed.slice(0, -1) : typed + character;
        }
      };
      input.on('data', take);
      input.on('end', end);
    });
  } finally {
    input.setRawMode?.(false);
    input.pause();
    output.write('\n');
  }
}
