/**
 * Reading an open file in chunks, one chunk ahead of whoever takes them.
 *
 * The descriptor belongs to the caller: it is neither opened nor closed here.
 */
import type { FileHandle } from 'node:fs/promises';

/** Large enough that a call costs nothing beside its bytes, small enough to forget. */
export const CHUNK_BYTES = 256 * 1024;

export interface ReadOptions {
  /**
   * 'current' reads on from where the descriptor stands, as a pipe must be read;
   * 'start' reads from the beginning and leaves that place alone.
   */
  readonly from: 'current' | 'start';
  readonly onRead?: ((bytes: number) => void) | undefined;
}

/** The bytes to the end. Each chunk is fresh memory: it may be kept. */
export async function* chunksOf(
  handle: FileHandle,
  { from, onRead }: ReadOptions,
): AsyncGenerator<Buffer, void, undefined> {
  let position = 0;
  const readNext = (): Promise<Buffer> => {
    const reading = readChunk(handle, from === 'start' ? position : null);
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
    // The caller will close the descriptor next, which must not happen under a read.
    await pending.catch(() => undefined);
  }
}

async function readChunk(handle: FileHandle, position: number | null): Promise<Buffer> {
  const memory = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  const { bytesRead } = await handle.read(memory, 0, CHUNK_BYTES, position);
  return memory.subarray(0, bytesRead);
}
