/** What is said of a DEST that names no destination: what was meant, as far as it can be told. */
import { FlexError } from '../errors.js';

/** Prefixes by the end of a file's name. */
const PREFIXES: readonly (readonly [end: RegExp, prefix: string])[] = [
  [/\.(?:duckdb|ddb|db)$/i, 'duckdb'],
  [/\.(?:ndjson|jsonl)$/i, 'ndjson'],
];

/**
 * @param dest is cited only where it is a day or a path: else it may hold a password
 * @param forms of the destinations that there are
 */
export function unknownDestination(dest: string, forms: readonly string[]): FlexError {
  if (/^\d{4}-?\d\d-?\d\d$/.test(dest)) {
    return new FlexError('FLEX_CONFIG', `${dest} is a day, and no destination.`, {
      advice: `For the last day of a period give --until ${dest}; --to says where the rows go.`,
    });
  }
  const [scheme, ...rest] = dest.split(':');
  const prefix = PREFIXES.find(([end]) => rest.length === 0 && end.test(dest))?.[1];
  if (prefix !== undefined) {
    return new FlexError('FLEX_CONFIG', `The destination ${dest} needs a prefix.`, {
      advice: `Write ${prefix}:${dest}.`,
    });
  }
  const named =
    rest.length === 0 ? 'The destination has no scheme' : `There is no destination ${scheme}:`;
  return new FlexError('FLEX_CONFIG', `${named}.`, { advice: `Use ${forms.join(', ')}.` });
}
