/**
 * Makes untrusted text safe to show: it may contain terminal controls and line breaks. Pure;
 * redacting secrets is another file's job.
 */

/**
 * Characters that control a terminal or change the direction of text, so that a reader sees
 * something else: C0, DEL and C1, bidirectional marks, halves of surrogate pairs.
 */
const UNFIT =
  // oxlint-disable-next-line no-control-regex -- it is control characters that are meant
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;

/** Text that is safe for a terminal, on one line: a dot replaces each unsafe character. */
export function printable(text: string): string {
  return text.replace(UNFIT, '\u00b7');
}

/** Like `printable`, but line breaks stay, for stack traces. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** A value as JSON that is safe for a terminal, and the same value to a parser. */
export function jsonText(value: unknown, indent?: number): string {
  return escapeJson(JSON.stringify(value, null, indent));
}

/** The same for text that is JSON already. White space between its tokens stays. */
export function escapeJson(json: string): string {
  return json.replace(UNFIT, (character) =>
    /[\t\n\r]/.test(character)
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The most characters of a message: it may quote a literal or a server, which may be long. */
export const MESSAGE_KEPT = 2000;

/** The beginning of a text; a character is never cut in two. */
export function beginning(text: string, length = MESSAGE_KEPT): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Text on one line: messages of other programs may have several. */
export function oneLine(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
