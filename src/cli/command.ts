/**
 * What a command is. A command is one file of commands/ and one line in commands/all.ts; its
 * implementation is a module of its own, loaded when it runs, so that help appears at once.
 */
import type { FlexError } from '../errors.js';
import type { GlobalValues } from './general-settings.js';
import type { CommandContext } from './context.js';
import type { Settings, Values } from './settings.js';

export interface CommandDefinition<S extends Settings = Settings> {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** As commander writes them: `<INPUT...>`. */
  readonly operands: string;
  /** The values an operand can have, where they are a fixed set. */
  readonly words?: readonly string[];
  readonly settings: S;
  /** Command lines that can be copied. */
  readonly examples: readonly string[];
  /** Further help after the options. */
  readonly epilogue?: string;
  /** Imports the implementation. */
  run(): Promise<CommandModule<S>>;
}

/** The implementation of a command. */
export interface CommandModule<S extends Settings = Settings> {
  /** @returns the exit status */
  run(call: Call<S>): Promise<number>;
}

/** One call of a command, its settings read. */
export type Call<S extends Settings = Settings> = CallWith<Values<S>>;

/** The same for a module that lists only the values that it reads. */
export interface CallWith<V> extends CommandContext {
  readonly operands: readonly string[];
  readonly settings: V & GlobalValues;
  /** Every command, for `completion`. */
  readonly commands: readonly CommandDefinition[];
  /** Where the value of a setting comes from. */
  sourceOf(name: keyof V & string): SettingSource;
  /**
   * The error for a setting whose value turned out to be unusable: a usage error on the command
   * line, a configuration error in the environment.
   * @param problem completes "--only …": `names no section "Trads".`
   */
  invalid(name: keyof V & string, problem: string, advice?: string): FlexError;
}

export type SettingSource = 'command line' | 'environment' | 'default';

/** Only for its types: the module that runs reads no setting that the command does not have. */
export function defineCommand<const S extends Settings>(
  definition: Omit<CommandDefinition<S>, 'run'> & {
    readonly run: () => Promise<{ readonly run: (call: Call<S>) => Promise<number> }>;
  },
): CommandDefinition<S> {
  return definition;
}
