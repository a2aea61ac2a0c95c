/**
 * What a command is, and how it is offered to commander. A command is one file
 * beside this one and one line in ../cli.ts; it imports what is heavy only when
 * it runs, so that help is there at once.
 */
import { Option, type Command as Commander } from 'commander';
import { ERROR_CODES, FlexError } from '../errors.js';
import { jsonText } from '../text/printable.js';
import {
  environmentName,
  optionName,
  type Setting,
  type Settings,
  type Values,
} from './settings.js';
import { GLOBAL_SETTINGS, type GlobalValues } from './common-settings.js';
import type { Surroundings } from './context.js';

export interface CommandDefinition<S extends Settings = Settings> {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** As commander writes them: `<INPUT...>`. */
  readonly operands: string;
  readonly settings: S;
  /** Command lines that a reader can copy. */
  readonly examples: readonly string[];
  /** What the help says after the options, where they do not tell all. */
  readonly epilogue?: string;
  /** @returns the exit status */
  run(call: Call<S>): Promise<number>;
}

/** One call of a command, its settings read. */
export interface Call<S extends Settings = Settings> extends Surroundings {
  readonly operands: readonly string[];
  readonly settings: Values<S> & GlobalValues;
  /** Where the value of a setting comes from. */
  sourceOf(name: keyof S & string): SettingSource;
  /**
   * The error for a setting whose value turned out not to be usable: a mistake
   * of usage on the command line, of configuration in the environment.
   * @param problem completes "--only …": `names no section "Trads".`
   */
  invalid(name: keyof S & string, problem: string, advice?: string): FlexError;
}

export type SettingSource = 'command line' | 'environment' | 'default';

/** Only for its types: settings become values in `run`. */
export function defineCommand<const S extends Settings>(
  definition: CommandDefinition<S>,
): CommandDefinition<S> {
  return definition;
}

/** Adds a command to the program; `start` is given the call's operands and values. */
export function offer(
  program: Commander,
  definition: CommandDefinition,
  start: (operands: readonly string[], parsed: Commander) => Promise<void>,
): void {
  const command = program
    .command(definition.name)
    .summary(definition.summary)
    .description(definition.summary);
  if (definition.operands !== '') command.arguments(definition.operands);
  for (const [name, setting] of Object.entries(definition.settings)) {
    command.addOption(asOption(name, setting));
  }
  const examples = definition.examples.map((line) => `  $ ${line}\n`).join('');
  const epilogue = definition.epilogue === undefined ? '' : `\n${definition.epilogue}`;
  command.addHelpText('after', `${epilogue}\nExamples:\n${examples}`);
  command.action(async () => start(command.args, command));
}

/** A setting as an option of commander, with its environment variable. */
export function asOption(name: string, setting: Setting<unknown>): Option {
  const { value, choices, defaultText, repeatable, summary } = setting;
  const flags = value === undefined ? optionName(name) : `${optionName(name)} <${value}>`;
  const option = new Option(flags, summary).env(environmentName(name));
  if (option.negate) {
    // To commander `--no-ddl` is the setting `ddl`, turned off; here it is a flag like any other.
    option.negate = false;
    option.attributeName = () => name;
  }
  if (choices !== undefined) option.argChoices = [...choices];
  if (defaultText !== undefined) option.default(defaultText);
  if (repeatable) {
    option.argParser((text, before: unknown) => [
      ...(Array.isArray(before) ? (before as string[]) : []),
      text,
    ]);
  }
  return option;
}

/**
 * The values of the settings. The command line goes before the environment; an
 * empty variable is one that is not set.
 * @throws FlexError FLEX_USAGE or FLEX_CONFIG for a value that is not accepted
 */
export function readSettings<S extends Settings>(settings: S, parsed: Commander): Values<S> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, readSetting(name, setting, parsed)]),
  ) as Values<S>;
}

export function readGlobalSettings(parsed: Commander): GlobalValues {
  return readSettings(GLOBAL_SETTINGS, parsed);
}

/** An empty variable is one that is not set. */
export function sourceOfSetting(name: string, parsed: Commander): SettingSource {
  const source = parsed.getOptionValueSourceWithGlobals(name);
  if (source === 'cli') return 'command line';
  if (source !== 'env') return 'default';
  return (process.env[environmentName(name)] ?? '') === '' ? 'default' : 'environment';
}

function readSetting(name: string, setting: Setting<unknown>, parsed: Commander): unknown {
  const source = sourceOfSetting(name, parsed);
  if (source === 'default') return setting.absent;
  const texts =
    source === 'environment' ? [process.env[environmentName(name)]!] : cliTexts(name, parsed);
  const value = setting.read(texts);
  if (value !== undefined) return value;
  const shown = jsonText(texts.at(-1) ?? '');
  throw invalidSetting(name, source, `must be ${setting.expected}, and is ${shown}.`);
}

function cliTexts(name: string, parsed: Commander): string[] {
  const given: unknown = parsed.optsWithGlobals()[name];
  return Array.isArray(given) ? given.map(String) : [String(given)];
}

/** See Call.invalid. */
export function invalidSetting(
  name: string,
  source: SettingSource,
  problem: string,
  advice?: string,
): FlexError {
  const [code, written] =
    source === 'environment'
      ? (['FLEX_CONFIG', environmentName(name)] as const)
      : (['FLEX_USAGE', optionName(name)] as const);
  return new FlexError(code, `${written} ${problem}`, {
    advice: advice ?? ERROR_CODES[code].advice,
  });
}
