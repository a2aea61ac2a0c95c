/**
 * Every command there is. To import the list loads what help needs and nothing else: a
 * command's definition is its file here, and what it does is loaded when it runs.
 */
import type { CommandDefinition } from '../cli/command.js';
import { audit } from './audit.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { fakeService } from './fake-service.js';
import { fetch } from './fetch.js';
import { init } from './init.js';
import { inspect } from './inspect.js';
import { load } from './load.js';
import { query } from './query.js';
import { report } from './report.js';
import { run } from './run.js';
import { schema } from './schema.js';
import { status } from './status.js';
import { verify } from './verify.js';
import { version } from './version.js';

/** In the order of the help. */
export const COMMANDS: readonly CommandDefinition[] = [
  load,
  fetch,
  run,
  inspect,
  schema,
  init,
  status,
  verify,
  audit,
  report,
  query,
  check,
  fakeService,
  completion,
  version,
];
