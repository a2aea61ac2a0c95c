/**
 * The rest of a chunk, kept for the next one: the beginning of a tag that was cut.
 *
 * The two are joined in memory that is used again. Fresh memory for every chunk
 * would be collected only when there are some thirty megabytes of it, which a
 * reading that makes no other garbage would then always hold.
 */
const EMPTY: Buffer = Buffer.alloc(0);

export class Carry {
  private left: Buffer = EMPTY;
  private room: Buffer = EMPTY;

  /** The rest, followed by the chunk. Lent: good until the next call. */
  join(chunk: Buffer): Buffer {
    const { left } = this;
    if (left.length === 0) return chunk;
    const length = left.length + chunk.length;
    if (this.room.length < length) this.room = Buffer.allocUnsafeSlow(length * 2);
    left.copy(this.room);
    chunk.copy(this.room, left.length);
    return this.room.subarray(0, length);
  }

  /** Keeps a copy of the bytes, which may lie in what `join` lent, in place of those before. */
  keep(rest: Buffer): void {
    this.left = rest.length === 0 ? EMPTY : Buffer.from(rest);
  }
}
