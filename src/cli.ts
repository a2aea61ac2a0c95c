#!/usr/bin/env node
/**
 * The command line: the list of commands, what goes wrong before one runs, and
 * how the process ends. What a command does is its own file in commands/.
 */
import { setFlagsFromString } from 'node:v8';
import { Command as Program, CommanderError } from 'commander';
import { audit } from './commands/audit.js';
import { check } from './commands/check.js';
import {
  asOption,
  invalidSetting,
  offer,
  readGlobalSettings,
  readSettings,
  sourceOfSetting,
  type CommandDefinition,
} from './cli/command.js';
import { fakeService } from './commands/fake-service.js';
import { fetch } from './commands/fetch.js';
import { GLOBAL_SETTINGS } from './cli/common-settings.js';
import { inspect } from './commands/inspect.js';
import { load } from './commands/load.js';
import { query } from './commands/query.js';
import { run } from './commands/run.js';
import { schema } from './commands/schema.js';
import { status } from './commands/status.js';
import { openSurroundings, standardOutput, type Surroundings } from './cli/context.js';
import { verify } from './commands/verify.js';
import { asFlexError, ERROR_CODES, FlexError } from './errors.js';
import { oneLine } from './text/printable.js';
import { VERSION } from './version.js';

/** Every command there is, in the order of the help. */
const COMMANDS: readonly CommandDefinition[] = [
  load,
  fetch,
  run,
  inspect,
  schema,
  status,
  verify,
  audit,
  query,
  check,
  fakeService,
];

/**
 * V8 lets the space for new objects grow to 32 MB in any process that makes strings for long.
 * A load hardly keeps any, so that the size with which it begins does as well: the time is the
 * same (test/bench/FIGURES.md).
 */
function keepHeapYoung(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** What the process has, once it is known; an error before that makes its own. */
let surroundings: Surroundings | undefined;

/** The command that was called, also where its options are wrong. */
let called: string | undefined;

async function main(argv: readonly string[]): Promise<number> {
  keepHeapYoung();
  keepPrivate();
  let status = 0;
  const program = describeProgram();
  for (const definition of COMMANDS) {
    offer(program, definition, async (operands, parsed) => {
      status = await start(definition, operands, parsed);
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    return report(thrown instanceof CommanderError ? usageError(thrown) : thrown, program);
  }
}

/**
 * What is made holds somebody's finances: it is for its owner alone, unless --umask says
 * otherwise. Set for the whole process, before its first file: DuckDB makes its own files and
 * those beside them, in threads of its own.
 */
function keepPrivate(): void {
  const inherited = process.umask(0o077);
  process.umask(inherited | 0o077);
}

function describeProgram(): Program {
  const program = new Program('flexetl')
    .description(
      'Interactive Brokers Flex statements into a warehouse: streamed, typed, exactly once.',
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\n`flexetl COMMAND --help` tells more of a command.\n')
    .hook('preSubcommand', (_, command) => {
      called = command.name();
    });
  for (const [name, setting] of Object.entries(GLOBAL_SETTINGS)) {
    program.addOption(asOption(name, setting));
  }
  return program;
}

async function start(
  definition: CommandDefinition,
  operands: readonly string[],
  parsed: Program,
): Promise<number> {
  const global = readGlobalSettings(parsed);
  if (global.umask !== undefined) process.umask(global.umask);
  const around = (surroundings = await openSurroundings(global));
  return definition.run({
    ...around,
    operands,
    settings: { ...readSettings(definition.settings, parsed), ...global },
    sourceOf: (name) => sourceOfSetting(name, parsed),
    invalid: (name, problem, advice) =>
      invalidSetting(name, sourceOfSetting(name, parsed), problem, advice),
  });
}

/** What commander found wrong, as an error of ours. */
function usageError({ code, message }: CommanderError): FlexError {
  if (code === 'commander.help') {
    const names = COMMANDS.map(({ name }) => name).join(', ');
    return new FlexError('FLEX_USAGE', `No command was given; there are ${names}.`);
  }
  const said = oneLine(message.replace(/^error: /, ''));
  const text = said.charAt(0).toUpperCase() + said.slice(1);
  return new FlexError('FLEX_USAGE', /[.?)]$/.test(text) ? text : `${text}.`);
}

/** Who mistook a command is sent to the help of that one, unless there is better advice. */
function towardsItsHelp(error: FlexError): FlexError {
  const { code, message, at, advice, cause } = error;
  const general = code === 'FLEX_USAGE' && advice === ERROR_CODES.FLEX_USAGE.advice;
  if (!general || called === undefined) return error;
  return new FlexError(code, message, { at, cause, advice: `See \`flexetl ${called} --help\`.` });
}

/** Logs an error as one line. @returns the exit status */
async function report(thrown: unknown, program?: Program): Promise<number> {
  const error = towardsItsHelp(asFlexError(thrown));
  const { logError } = await import('./cli/log.js');
  surroundings ??= await openSurroundings(globalSettingsIfSound(program));
  surroundings.beforeLog.call();
  logError(surroundings.log, error);
  return error.exitStatus;
}

/** The error may be that of these very settings. */
function globalSettingsIfSound(
  program: Program | undefined,
): Partial<ReturnType<typeof readGlobalSettings>> {
  try {
    return program === undefined ? {} : readGlobalSettings(program);
  } catch {
    return {};
  }
}

let dying = false;

/** Something was thrown where nobody could catch it. */
async function die(thrown: unknown): Promise<void> {
  if (dying) return;
  dying = true;
  const error = asFlexError(thrown);
  const status = await report(error);
  await surroundings?.lastWords.call(error);
  process.exit(status);
}

/** What a library warns of, as a line of the log: Node would print it as it likes. */
function passOn({ name, message }: Error): void {
  surroundings?.log[name === 'DeprecationWarning' ? 'debug' : 'warn'](oneLine(message));
}

process.removeAllListeners('warning');
process.on('warning', passOn);
process.on('uncaughtException', (thrown) => void die(thrown));
process.on('unhandledRejection', (thrown) => void die(thrown));
// Whoever reads our output may stop doing so; see Output.
standardOutput();

process.exit(await main(process.argv.slice(2)));
