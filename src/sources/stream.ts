/**
 * Sources whose bytes come only once (stdin, a pipe, a stream of a library user), or are in memory
 * already. A source is read twice, so a stream is first written to a temporary file. That file is
 * private and unlinked before the first byte is written, so it disappears with the process, however
 * that ends.
 */
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { FlexError } from '../errors.js';
import { openUnnamed } from '../files/spool.js';
import { chunksOf } from './chunks.js';
import { inputError, systemCode, withInputErrors } from './errors.js';
import { unpacked } from './gzip.js';
import type { Source } from './source.js';

/** Standard input, named `-`. Nothing of it is read before the source is opened. */
export function stdinSource(stream: Readable = process.stdin): Source {
  return streamSource('-', stream);
}

/**
 * Bytes that come only once. The stream is read to its end, into a temporary
 * file of as many bytes, when the source is first opened; `close` removes it.
 *
 * `open` throws FlexError FLEX_INPUT_UNREADABLE where the stream fails,
 * FLEX_DEST_FULL where the temporary directory is full, and FLEX_CONFIG where
 * it cannot be written.
 * @param openSpool opens an empty file for reading and writing that has no name
 */
export function streamSource(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  openSpool: () => Promise<FileHandle> = openUnnamed,
): Source {
  let spool: Promise<FileHandle> | undefined;
  let settled = false;
  let closed = false;
  async function* stored(onRead?: (bytes: number) => void): AsyncGenerator<Buffer> {
    if (closed) throw new FlexError('FLEX_INPUT_UNREADABLE', 'The source is closed.');
    spool ??= written(name, stream, openSpool).finally(() => (settled = true));
    yield* chunksOf(await spool, { from: 'start', onRead });
  }
  return {
    name,
    size: undefined,
    open: (onRead) => withInputErrors(name, unpacked(stored(onRead))),
    close: async () => {
      if (closed) return;
      closed = true;
      const closing = spool?.then(
        (handle) => handle.close(),
        () => undefined,
      );
      // The writer of a pipe may never end it: do not wait for that.
      if (settled) await closing;
      else (stream as Partial<Readable>).destroy?.();
    },
  };
}

/** Bytes in memory. They are not copied and must not change. */
export function bytesSource(name: string, bytes: Uint8Array): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // oxlint-disable-next-line typescript/require-await -- a source gives async chunks
  async function* stored(onRead?: (bytes: number) => void): AsyncGenerator<Buffer> {
    onRead?.(buffer.length);
    if (buffer.length > 0) yield buffer;
  }
  return {
    name,
    size: buffer.length,
    open: (onRead) => withInputErrors(name, unpacked(stored(onRead))),
    close: () => Promise.resolve(),
  };
}

async function written(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  openSpool: () => Promise<FileHandle>,
): Promise<FileHandle> {
  const handle = await openSpool().catch((thrown: unknown) => {
    throw spoolError(thrown);
  });
  try {
    for await (const chunk of stream) {
      await writeAll(handle, Buffer.from(chunk)).catch((thrown: unknown) => {
        throw spoolError(thrown);
      });
    }
    return handle;
  } catch (thrown) {
    await handle.close();
    throw inputError(name, thrown);
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten;
  }
}

/** The input is sound; the place for its temporary copy is not. */
function spoolError(thrown: unknown): FlexError {
  const code = systemCode(thrown) ?? 'unknown reason';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new FlexError(
      'FLEX_DEST_FULL',
      `The temporary directory ${tmpdir()} has no space left for the bytes of a stream (${code}).`,
      { cause: thrown, advice: 'Free space, set TMPDIR to another directory, or load a file.' },
    );
  }
  return new FlexError(
    'FLEX_CONFIG',
    `The temporary directory ${tmpdir()} cannot be used for the bytes of a stream (${code}).`,
    { cause: thrown, advice: 'Set TMPDIR to a writable directory, or load a file.' },
  );
}
