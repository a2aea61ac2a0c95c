/** What a shell needs to know about a command's options. Each shell's syntax has its own file. */
import type { CommandDefinition } from '../../cli/command.js';
import { GLOBAL_SETTINGS } from '../../cli/general-settings.js';
import { optionName, type Settings } from '../../cli/settings.js';

export interface CompletedOption {
  /** With its dashes: `--log-level`. */
  readonly name: string;
  readonly summary: string;
  /** Name of the value; undefined for a flag. */
  readonly value: string | undefined;
  /** The values it accepts; none where any value is, and may be a path. */
  readonly choices: readonly string[];
}

/** The options of a command, those of every command included. */
export function optionsOf({ settings }: CommandDefinition): CompletedOption[] {
  return [
    ...described({ ...settings, ...GLOBAL_SETTINGS }),
    { name: '--help', summary: 'show the help', value: undefined, choices: [] },
  ];
}

function described(settings: Settings): CompletedOption[] {
  return Object.entries(settings).map(([name, { summary, value, choices = [] }]) => ({
    name: optionName(name),
    summary,
    value,
    choices,
  }));
}
