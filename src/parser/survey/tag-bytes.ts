/**
 * Reading one tag as bytes: its name, its quotes, its end.
 *
 * For the survey, which looks at few tags and passes over the others.
 */
const GREATER = 0x3e;
const SLASH = 0x2f;

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

export function isQuote(byte: number | undefined): boolean {
  return byte === 0x22 || byte === 0x27;
}

/** Whether the name at `at` is exactly `name`: a longer name is another one. */
export function isNamed(bytes: Buffer, at: number, name: Buffer): boolean {
  const end = at + name.length;
  if (end >= bytes.length || !endsName(bytes[end]!)) return false;
  return bytes.compare(name, 0, name.length, at, end) === 0;
}

/** The name at `at`, or undefined where the bytes end before it does. */
export function nameAt(bytes: Buffer, at: number): string | undefined {
  let end = at;
  while (end < bytes.length && !endsName(bytes[end]!)) end++;
  return end === bytes.length ? undefined : bytes.toString('utf8', at, end);
}

function endsName(byte: number): boolean {
  return byte === GREATER || byte === SLASH || isSpace(byte);
}

/**
 * From a place outside of quotes, the next quote that opens a value, or the end
 * of the tag; `end` where neither comes before it.
 */
export function nextQuoteOrEnd(bytes: Buffer, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (bytes[at] === GREATER || isQuote(bytes[at])) return at;
  }
  return end;
}

/** The place after the quote that closes the one at `quote`; `end` where none does. */
export function afterValue(bytes: Buffer, quote: number, end: number): number {
  const close = bytes.indexOf(bytes[quote]!, quote + 1);
  return close < 0 || close >= end ? end : close + 1;
}

/** Where the tag that begins at `open` has its `>`, which may also stand in a value; else -1. */
export function tagEnd(bytes: Buffer, open: number, end: number): number {
  let at = nextQuoteOrEnd(bytes, open, end);
  while (at < end && isQuote(bytes[at])) {
    at = nextQuoteOrEnd(bytes, afterValue(bytes, at, end), end);
  }
  return at < end ? at : -1;
}

/** Counting lines in bytes. */

/** How many newlines stand in [from, to). */
export function countNewlines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  let at = bytes.indexOf(0x0a, from);
  while (at >= 0 && at < to) {
    count++;
    at = bytes.indexOf(0x0a, at + 1);
  }
  return count;
}
