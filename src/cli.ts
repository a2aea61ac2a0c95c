#!/usr/bin/env node
/** The executable. How a command line becomes an exit status is cli/main.ts. */
import * as nodeModule from 'node:module';
import { keepCompiledCode, type CompileCache } from './compile-cache.js';

// Before anything else is loaded, which can then be taken from there.
keepCompiledCode(process.env, nodeModule as CompileCache);
const { start } = await import('./start.js');
process.exit(await start());
