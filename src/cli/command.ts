/**
 * What a command is. A command is one file of commands/ and one line in commands/all.ts;
 * what it does is another module, loaded when it runs, so that help is there at once.
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
  /** The words that an operand can be, where there are only some. */
  readonly words?: readonly string[];
  readonly settings: S;
  /** Command lines that a reader can copy. */
  readonly examples: readonly string[];
  /** What the help says after the options, where they do not tell all. */
  readonly epilogue?: string;
  /** Imports what the command does. */
  run(): Promise<CommandModule<S>>;
}

/** What a command does, with all that it needs. */
export interface CommandModule<S extends Settings = Settings> {
  /** @returns the exit status */
  run(call: Call<S>): Promise<number>;
}

/** One call of a command, its settings read. */
export type Call<S extends Settings = Settings> = CallWith<Values<S>>;

/** The same for a module that names the values which it reads, and no definition. */
export interface CallWith<V> extends CommandContext {
  readonly operands: readonly string[];
  readonly settings: V & GlobalValues;
  /** Every command, for one that tells of them. */
  readonly commands: readonly CommandDefinition[];
  /** Where the value of a setting comes from. */
  sourceOf(name: keyof V & string): SettingSource;
  /**
   * The error for a setting whose value turned out not to be usable: a mistake
   * of usage on the command line, of configuration in the environment.
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
