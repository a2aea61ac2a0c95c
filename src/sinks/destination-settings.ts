/**
 * The settings after the question mark of a DEST, held to the rules of its record. A name that
 * nobody heeds is refused: it may be a mistyped schema, or the encryption that the user counts on.
 */
import { FlexError } from '../errors.js';
import { didYouMean } from '../text/did-you-mean.js';
import type { SettingRule } from './destination.js';

/** The rules of one destination, and the words for messages about them. */
export interface SettingRules {
  /** `duckdb:` */
  readonly title: string;
  /** Advice where no known name is close. */
  readonly form: string;
  readonly rules: Readonly<Record<string, SettingRule>>;
}

/**
 * Reads `schema=flex&wait=5`.
 * @throws FlexError FLEX_CONFIG for an unknown or repeated name, or an invalid value
 */
export function readSettings(query: string, known: SettingRules): ReadonlyMap<string, string> {
  return checkSettings([...new URLSearchParams(query)], known);
}

/** The same for settings that are read already. @throws FlexError FLEX_CONFIG */
export function checkSettings(
  pairs: readonly (readonly [name: string, value: string])[],
  { title, form, rules }: SettingRules,
): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (!Object.hasOwn(rules, name)) throw unknownSetting(name, { title, form, rules });
    const { pattern, is } = rules[name]!;
    if (!pattern.test(value)) {
      throw new FlexError('FLEX_CONFIG', `The setting ${name} is ${is}, not ${value}.`);
    }
    if (settings.has(name)) {
      throw new FlexError(
        'FLEX_CONFIG',
        `The destination ${title} has the setting ${name} twice.`,
        {
          advice: 'Keep one of them.',
        },
      );
    }
    settings.set(name, value);
  }
  return settings;
}

function unknownSetting(name: string, { title, form, rules }: SettingRules): FlexError {
  if (!/^[A-Za-z]\w*$/.test(name)) {
    // It may be a piece of a password: it is not shown.
    return new FlexError('FLEX_CONFIG', `The destination ${title} has a setting without a name.`, {
      advice: `Use ${form}. In a user or password, write ? as %3F, & as %26, # as %23 and @ as %40.`,
    });
  }
  return new FlexError('FLEX_CONFIG', `The destination ${title} has no setting ${name}.`, {
    advice: didYouMean(name, Object.keys(rules), `Use ${form}.`),
  });
}
