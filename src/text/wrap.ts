/**
 * Breaks text into lines that fit a terminal: between words, never within one, so that paths and
 * names can be copied. Pure; for text without control characters.
 */

/** With less room than this, each line would be a single word. */
const NARROWEST = 30;

/**
 * @param width characters of a line
 * @param indent stands before each line but the first
 * @param used characters that stand before the first line already
 */
export function wrap(text: string, width: number, indent = '', used = indent.length): string[] {
  const room = Math.max(width, NARROWEST);
  const lines: string[] = [];
  let line = '';
  let length = used;
  for (const word of text.split(' ')) {
    const wordLength = Array.from(word).length;
    if (line !== '' && length + 1 + wordLength > room) {
      lines.push(line);
      line = indent + word;
      length = indent.length + wordLength;
    } else {
      length += wordLength + (line === '' ? 0 : 1);
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}
