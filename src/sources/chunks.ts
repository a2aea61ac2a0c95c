/**
 * Reading an open file in chunks, one chunk ahead of the consumer.
 *
 * The descriptor belongs to the caller: it is neither opened nor closed here.
 */
import type { FileHandle } from 'node:fs/promises';

/** Large enough that the cost of a call is negligible. */
export const CHUNK_BYTES = 256 * 1024;

export interface ReadOptions {
  /**
   * 'current' reads on from the descriptor's position, as a pipe must be read; 'start' reads from
   * the beginning and does not move that position.
   */
  readonly from: 'current' | 'start';
  readonly onRead?: ((bytes: number) => void) | undefined;
}

/**
 * The bytes to the end. A chunk is lent: it is valid until the next one is asked for.
 *
 * Two buffers take turns, one with the reader and one being filled. Fresh memory for each chunk
 * would be collected only after some thirty megabytes.
 */
export async function* chunksOf(
  handle: FileHandle,
  { from, onRead }: ReadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  let position = 0;
  let free = takeBuffer();
  let lent = takeBuffer();
  const readNext = (): Promise<Buffer> => {
    const memory = free;
    [free, lent] = [lent, free];
    const reading = readChunk(handle, memory, from === 'start' ? position : null);
    // It is awaited one turn later; until then its failure must not count as unhandled.
    reading.catch(() => undefined);
    return reading;
  };
  let pending = readNext();
  try {
    for (;;) {
      const chunk = await pending;
      if (chunk.length === 0) return;
      position += chunk.length;
      pending = readNext();
      onRead?.(chunk.length);
      yield chunk;
    }
  } finally {
    // The caller will close the descriptor next, which must not happen during a read.
    await pending.catch(() => undefined);
    spare.push(free, lent);
    spare.splice(MOST_SPARE);
  }
}

/**
 * Buffers of finished files: otherwise each of thousands of small files would leave half a
 * megabyte.
 */
const spare: Buffer[] = [];
const MOST_SPARE = 4;

function takeBuffer(): Buffer {
  return spare.pop() ?? Buffer.allocUnsafeSlow(CHUNK_BYTES);
}

async function readChunk(
  handle: FileHandle,
  memory: Buffer,
  position: number | null,
): Promise<Buffer> {
  const { bytesRead } = await handle.read(memory, 0, memory.length, position);
  return memory.subarray(0, bytesRead);
}
