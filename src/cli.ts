#!/usr/bin/env node
/** The executable. How a command line becomes an exit status is cli/main.ts. */
import { main } from './cli/main.js';
import { COMMANDS } from './commands/all.js';

process.exit(await main(COMMANDS, process.argv.slice(2)));
