/** The command line as a whole: the list of commands, and the program that runs one of them. */
import { main } from './cli/main.js';
import { COMMANDS } from './commands/all.js';

/** @returns the exit status of the process */
export function start(): Promise<number> {
  return main(COMMANDS, process.argv.slice(2));
}
