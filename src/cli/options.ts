/**
 * Settings as options of the command line: offered to commander, and read back from options and
 * environment. What a setting is, is settings.ts.
 */
import { Option, type Command as Commander } from 'commander';
import { ERROR_CODES, FlexError } from '../errors.js';
import { jsonText } from '../text/printable.js';
import type { CommandDefinition, SettingSource } from './command.js';
import { GLOBAL_SETTINGS, type GlobalValues } from './general-settings.js';
import {
  environmentName,
  optionName,
  type Setting,
  type Settings,
  type Values,
} from './settings.js';

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
    const alias = aliasOption(name, setting);
    if (alias !== undefined) command.addOption(alias);
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
    // Commander takes `--no-ddl` for the setting `ddl` turned off; here it is a plain flag.
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

/** The alias of a setting as an option, if it has one. */
function aliasOption(name: string, setting: Setting<unknown>): Option | undefined {
  const { alias } = setting;
  if (alias === undefined) return undefined;
  const option = asOption(alias, setting).hideHelp();
  option.attributeName = () => name;
  return option;
}

/** The value of a setting in the environment, and the variable that has it: of any of its names. */
function fromEnvironment(
  name: string,
  alias?: string,
): readonly [variable: string, text: string] | undefined {
  const names = alias === undefined ? [name] : [name, alias];
  return names
    .map(environmentName)
    .flatMap((variable) => {
      const text = process.env[variable];
      return text === undefined ? [] : [[variable, text] as const];
    })
    .at(0);
}

/**
 * The values of the settings. The command line overrides the environment. An empty variable is
 * refused: it stands where a template has found nothing, and the default is not what was meant.
 * @throws FlexError FLEX_USAGE or FLEX_CONFIG for an invalid value
 */
export function readSettings<S extends Settings>(settings: S, parsed: Commander): Values<S> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, readSetting(name, setting, parsed)]),
  ) as Values<S>;
}

export function readGlobalSettings(parsed: Commander): GlobalValues {
  return readSettings(GLOBAL_SETTINGS, parsed);
}

/** @param alias of the setting, where it has one */
export function sourceOfSetting(name: string, parsed: Commander, alias?: string): SettingSource {
  const source = parsed.getOptionValueSourceWithGlobals(name);
  if (source === 'cli') return 'command line';
  if (source !== 'env') return 'default';
  return fromEnvironment(name, alias) === undefined ? 'default' : 'environment';
}

function readSetting(name: string, setting: Setting<unknown>, parsed: Commander): unknown {
  const source = sourceOfSetting(name, parsed, setting.alias);
  if (source === 'default') return setting.absent;
  const texts =
    source === 'environment' ? [fromVariable(name, setting.alias)] : cliTexts(name, parsed);
  const value = setting.read(texts);
  if (value !== undefined) return value;
  const shown = jsonText(texts.at(-1) ?? '');
  const [code, written] = placeOf(name, source);
  throw new FlexError(code, `Invalid ${written} ${shown}: expected ${setting.expected}.`);
}

function fromVariable(name: string, alias?: string): string {
  const [variable, text] = fromEnvironment(name, alias)!;
  if (text.trim() !== '') return text;
  throw new FlexError('FLEX_CONFIG', `The variable ${variable} is set, but empty.`, {
    advice: 'Give it a value, or unset it.',
  });
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
  const [code, written] = placeOf(name, source);
  return new FlexError(code, `${written} ${problem}`, {
    advice: advice ?? ERROR_CODES[code].advice,
  });
}

/** The setting as the user wrote it, and the code of a mistake there. */
function placeOf(
  name: string,
  source: SettingSource,
): [code: 'FLEX_USAGE' | 'FLEX_CONFIG', written: string] {
  return source === 'environment'
    ? ['FLEX_CONFIG', environmentName(name)]
    : ['FLEX_USAGE', optionName(name)];
}
