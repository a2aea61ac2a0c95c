/**
 * Text of strangers made fit to be shown: it may hold what drives a terminal, and go on for lines.
 * Pure; what is secret in it is another file's matter.
 */

/**
 * Characters that drive a terminal, or turn the direction of what stands beside them, so that
 * one reads what is not there: C0, DEL and C1, bidirectional marks, halves of surrogate pairs.
 */
const UNFIT =
  // oxlint-disable-next-line no-control-regex -- it is control characters that are meant
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;

/** Text as a terminal may show it, on one line: a dot stands for what is not shown. */
export function printable(text: string): string {
  return text.replace(UNFIT, '\u00b7');
}

/** As `printable`, but lines stay lines, as those of a stack. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** A value as JSON that a terminal may show: the same value to a parser. */
export function jsonText(value: unknown, indent?: number): string {
  return escapeJson(JSON.stringify(value, null, indent));
}

/** The same for a text that is JSON already. Blanks and line ends between its tokens stay. */
export function escapeJson(json: string): string {
  return json.replace(UNFIT, (character) =>
    /[\t\n\r]/.test(character)
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Characters that a message has at most: it may cite a literal or a server, which may be long. */
export const MESSAGE_KEPT = 2000;

/** The beginning of a text; a character is never cut in two. */
export function beginning(text: string, length = MESSAGE_KEPT): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Text on one line: what other programs say may have several. */
export function oneLine(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
