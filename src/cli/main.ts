/**
 * From argv to an exit status: the command that is called, what goes wrong before one runs, and
 * how the process ends. What a command does is in commands/, which hands its list in here.
 */
import { Command as Program, CommanderError } from 'commander';
import { asFlexError, ERROR_CODES, FlexError } from '../errors.js';
import { oneLine } from '../text/printable.js';
import { VERSION } from '../version.js';
import type { CommandDefinition, SettingSource } from './command.js';
import { GLOBAL_SETTINGS, type GlobalValues } from './general-settings.js';
import { openContext, type CommandContext } from './context.js';
import { logError } from './log.js';
import {
  asOption,
  invalidSetting,
  offer,
  readGlobalSettings,
  readSettings,
  sourceOfSetting,
} from './options.js';
import { standardOutput } from './output.js';

/**
 * Runs the command that the arguments name. It is called once in a process, whose umask,
 * warnings and uncaught errors it takes over.
 * @returns the exit status; it throws nothing
 */
export async function main(
  commands: readonly CommandDefinition[],
  argv: readonly string[],
): Promise<number> {
  keepPrivate();
  const invocation = new Invocation(commands);
  process.removeAllListeners('warning');
  process.on('warning', (warning) => invocation.passOn(warning));
  process.on('uncaughtException', (thrown) => void invocation.die(thrown));
  process.on('unhandledRejection', (thrown) => void invocation.die(thrown));
  // The reader of our output may close it at any time; see Output.
  standardOutput();
  return invocation.run(argv);
}

/** For new objects, two halves of it. With half of that, 200 small files took a tenth more time. */
const YOUNG_HEAP_BYTES = 4 * 1024 * 1024;

/**
 * V8 lets the young generation grow to 32 MB in any process that makes strings for a while. A load
 * keeps hardly any of them, so a small one is enough (test/bench/FIGURES.md). V8 enlarges it by
 * what survives, so something survives here once; then the size stays.
 */
async function keepHeapYoung(): Promise<void> {
  const { getHeapSpaceStatistics, setFlagsFromString } = await import('node:v8');
  const size = (): number =>
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ??
    Infinity;
  const kept: unknown[] = [];
  while (size() < YOUNG_HEAP_BYTES && kept.length < 64) kept.push(new Array(8 * 1024));
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * The output is private financial data: files are readable by their owner alone, unless --umask
 * says otherwise. Set for the whole process before its first file, because DuckDB creates its files
 * in threads of its own.
 */
function keepPrivate(): void {
  const inherited = process.umask(0o077);
  process.umask(inherited | 0o077);
}

/** One invocation of the program. */
class Invocation {
  private readonly commands: readonly CommandDefinition[];
  private readonly program: Program;
  /** Once it is known; an error before that makes a context of its own. */
  private context: CommandContext | undefined;
  /** The name of the command, even if its options are wrong. */
  private called: string | undefined;
  private status = 0;
  private dying = false;

  constructor(commands: readonly CommandDefinition[]) {
    this.commands = commands;
    this.program = describeProgram().hook('preSubcommand', (_, command) => {
      this.called = command.name();
    });
    for (const definition of commands) {
      offer(this.program, definition, async (operands, parsed) => {
        this.status = await this.start(definition, operands, parsed);
      });
    }
  }

  /** @returns the exit status */
  async run(argv: readonly string[]): Promise<number> {
    try {
      if (argv.length === 0) this.program.help();
      await this.program.parseAsync(argv, { from: 'user' });
      return this.status;
    } catch (thrown) {
      if (!(thrown instanceof CommanderError)) return this.report(thrown);
      return thrown.exitCode === 0 ? 0 : this.report(this.usageError(thrown));
    }
  }

  /** Ends the process after an error that nothing could catch. */
  async die(thrown: unknown): Promise<void> {
    if (this.dying) return;
    this.dying = true;
    const error = asFlexError(thrown);
    const status = this.report(error);
    await this.context?.lastWords.call(error);
    process.exit(status);
  }

  /** A warning of a library becomes a log line; Node would print it in its own format. */
  passOn({ name, message }: Error): void {
    this.context?.log[name === 'DeprecationWarning' ? 'debug' : 'warn'](oneLine(message));
  }

  private async start(
    definition: CommandDefinition,
    operands: readonly string[],
    parsed: Program,
  ): Promise<number> {
    const global = readGlobalSettings(parsed);
    if (global.umask !== undefined) process.umask(global.umask);
    const context = (this.context = openContext(global));
    const sourceOf = (name: string): SettingSource =>
      sourceOfSetting(name, parsed, definition.settings[name]?.alias);
    const module = await definition.run();
    await keepHeapYoung();
    return module.run({
      ...context,
      operands,
      commands: this.commands,
      settings: { ...readSettings(definition.settings, parsed), ...global },
      sourceOf,
      invalid: (name, problem, advice) => invalidSetting(name, sourceOf(name), problem, advice),
    });
  }

  /** Logs an error as one line. @returns the exit status */
  private report(thrown: unknown): number {
    const error = this.towardsItsHelp(asFlexError(thrown));
    this.context ??= openContext(this.globalSettingsIfSound());
    this.context.beforeLog.call();
    logError(this.context.log, error);
    return error.exitStatus;
  }

  /** A usage error of commander as a FlexError. */
  private usageError({ code, message }: CommanderError): FlexError {
    if (code === 'commander.help') {
      const names = this.commands.map(({ name }) => name).join(', ');
      return new FlexError('FLEX_USAGE', `No command was given; there are ${names}.`);
    }
    const said = oneLine(message.replace(/^error: /, ''));
    const text = said.charAt(0).toUpperCase() + said.slice(1);
    if (code === 'commander.unknownOption' && /'--to'/.test(said) && this.takesDays()) {
      return new FlexError('FLEX_USAGE', "Unknown option '--to'.", {
        advice: 'For the last day of a period give --until.',
      });
    }
    return new FlexError('FLEX_USAGE', /[.?)]$/.test(text) ? text : `${text}.`);
  }

  /** Whether the command has options for a period. */
  private takesDays(): boolean {
    const definition = this.commands.find(({ name }) => name === this.called);
    return definition !== undefined && 'until' in definition.settings;
  }

  /** Points to the help of the command that was called, unless there is better advice. */
  private towardsItsHelp(error: FlexError): FlexError {
    const { code, advice } = error;
    const general = code === 'FLEX_USAGE' && advice === ERROR_CODES.FLEX_USAGE.advice;
    if (!general || this.called === undefined) return error;
    return error.with({ advice: `See \`flexetl ${this.called} --help\`.` });
  }

  /** The settings may themselves be the cause of the error. */
  private globalSettingsIfSound(): Partial<GlobalValues> {
    try {
      return readGlobalSettings(this.program);
    } catch {
      return {};
    }
  }
}

function describeProgram(): Program {
  const program = new Program('flexetl')
    .description(
      'Load Interactive Brokers Flex statements into a warehouse: streamed, typed, exactly once.',
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\n`flexetl COMMAND --help` shows the options of a command.\n');
  for (const [name, setting] of Object.entries(GLOBAL_SETTINGS)) {
    program.addOption(asOption(name, setting));
  }
  return program;
}
