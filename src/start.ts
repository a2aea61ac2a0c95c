/** The command line as a whole: the commands that there are, and how one of them is run. */
import { main } from './cli/main.js';
import { COMMANDS } from './commands/all.js';

/** @returns the exit status, by which the process is to end */
export function start(): Promise<number> {
  return main(COMMANDS, process.argv.slice(2));
}
