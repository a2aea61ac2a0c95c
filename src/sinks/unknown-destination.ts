/** The error for a DEST that is not a destination, with a guess at what was meant. */
import { FlexError } from '../errors.js';

/** Prefixes by file extension. */
const PREFIXES: readonly (readonly [end: RegExp, prefix: string])[] = [
  [/\.(?:duckdb|ddb|db)$/i, 'duckdb'],
  [/\.(?:ndjson|jsonl)$/i, 'ndjson'],
];

/**
 * @param dest is quoted only if it is a day or a path: otherwise it may contain a password
 * @param forms of the known destinations
 */
export function unknownDestination(dest: string, forms: readonly string[]): FlexError {
  if (/^\d{4}-?\d\d-?\d\d$/.test(dest)) {
    return new FlexError('FLEX_CONFIG', `${dest} is a day, not a destination.`, {
      advice: `For the last day of a period use --until ${dest}; --to is the destination of the rows.`,
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
