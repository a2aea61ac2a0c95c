/** The STATE of a stream: which inputs were sent. As a message, and as a file given back. */
import { readFileSync } from 'node:fs';
import { FlexError } from '../../errors.js';
import { destinationError } from '../../files/fs-errors.js';

/** One line. @param loaded digests of inputs, with the variant where it is not the default */
export function stateMessage(loaded: readonly string[]): string {
  const value = { bookmarks: { flexetl: { loaded } } };
  return `${JSON.stringify({ type: 'STATE', value })}\n`;
}

/**
 * What a target has given back: the value of a STATE, the last of the lines. A file that is not
 * there, or empty, is that of a stream that has not begun.
 * @throws FlexError FLEX_CONFIG for a file with anything else
 */
export function readState(path: string): readonly string[] {
  const lines = textOf(path)
    .split('\n')
    .filter((line) => line.trim() !== '');
  // Written over several lines it is one document; else each line is one, and the last counts.
  const value = parsed(lines.join('\n')) ?? parsed(lines.at(-1) ?? '{}');
  const loaded = loadedIn(value);
  if (loaded !== undefined) return loaded;
  throw new FlexError('FLEX_CONFIG', `${path} is no state of this stream.`, {
    advice: 'Give the last line that the target has printed, or remove the file to begin anew.',
  });
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw destinationError(thrown, path);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns undefined where it is not of that form */
function loadedIn(value: unknown): readonly string[] | undefined {
  if (!isObject(value)) return undefined;
  if (isEmpty(value)) return [];
  const { bookmarks } = value;
  // Where others have bookmarks and we have none, it is another tap's: to take it for a stream that
  // has not begun would send everything again.
  if (isObject(bookmarks) && isEmpty(bookmarks)) return [];
  const own = isObject(bookmarks) ? bookmarks['flexetl'] : undefined;
  const loaded = isObject(own) ? own['loaded'] : undefined;
  if (!Array.isArray(loaded)) return undefined;
  return loaded.every((each) => typeof each === 'string') ? loaded : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
