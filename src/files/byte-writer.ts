/**
 * A growable buffer that encoders fill and outputs empty. No I/O and no format
 * here.
 *
 * Encoders reserve room for a whole row, write into `bytes` themselves from
 * `length` on, and then set `length`: a call per cell would cost more than the
 * copying.
 */

/** An encoder stops after the row that reaches this many bytes. */
export const FLUSH_AT = 256 * 1024;

/** Initial size of a buffer: most tables of a report hold a few rows only. */
const SMALL = 8 * 1024;

export class ByteWriter {
  bytes: Buffer = Buffer.allocUnsafeSlow(SMALL);
  length = 0;

  /** Makes room for `count` more bytes. `bytes` may be another buffer afterwards. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** The bytes written so far; lent until the next write. */
  view(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  /** Empties it, and frees the room of an exceptionally long row. */
  clear(): void {
    this.length = 0;
    if (this.bytes.length > 4 * FLUSH_AT) this.bytes = Buffer.allocUnsafeSlow(SMALL);
  }
}

/** What writeInteger needs at most. */
export const INTEGER_BYTES = 16;

/** Writes a count as decimal digits. @returns where it ends */
export function writeInteger(count: number, out: Buffer, at: number): number {
  let end = at + 1;
  for (let rest = count; rest >= 10; rest = Math.floor(rest / 10)) end++;
  let rest = count;
  for (let digit = end - 1; digit >= at; digit--) {
    out[digit] = 0x30 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return end;
}
