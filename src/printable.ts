/**
 * Text of strangers made fit to be shown: it may hold what drives a terminal, and go on for lines.
 * Pure; what is secret in it is another file's matter.
 */

/** Text as a terminal may show it: control characters of a file could drive the terminal. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- it is control characters that are meant
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\u00b7');
}

/** Text on one line: what other programs say may have several. */
export function oneLine(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
