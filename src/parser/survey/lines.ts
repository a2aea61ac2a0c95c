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
