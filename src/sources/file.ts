/** A file, a pipe or a device as bytes. Which inputs there are is decided in inputs.ts. */
import { constants, openSync, statSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { Socket } from 'node:net';
import { chunksOf } from './chunks.js';
import { unpacked } from './gzip.js';
import { withInputErrors } from './errors.js';
import type { Source } from './source.js';

/**
 * The file at `path`, unpacked where its bytes are gzip. Nothing is opened
 * before `open`'s first chunk is asked for, and the descriptor is closed when
 * the bytes end, when they fail, and when the reader stops early.
 *
 * `open` throws FlexError FLEX_INPUT_NOT_FOUND or FLEX_INPUT_UNREADABLE, with
 * `at.file` the path as given.
 */
export function fileSource(path: string): Source {
  return {
    name: path,
    size: sizeOf(path),
    open: (onRead) => withInputErrors(path, unpacked(fileChunks(path, onRead))),
    close: () => Promise.resolve(),
  };
}

/**
 * The bytes of a pipe or a device, which come only once. Nothing is opened before the first
 * chunk is asked for. Iterating throws what the system does.
 */
export function onceChunks(path: string, stats: Stats): AsyncIterable<Buffer> {
  return process.platform === 'linux' && stats.isFIFO() ? pipeChunks(path) : fileChunks(path);
}

/**
 * A pipe, read only when it has bytes: a process cannot end during a blocking read, so a writer
 * that never ends would delay a signal forever. If there is no writer yet, Linux alone waits; other
 * systems report the end of the file.
 */
function pipeChunks(path: string): AsyncIterable<Buffer> & { destroy(): void } {
  let socket: Socket | undefined;
  return {
    async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void, undefined> {
      const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
      socket = new Socket({ fd, readable: true, writable: false });
      yield* socket as AsyncIterable<Buffer>;
    },
    destroy: () => socket?.destroy(),
  };
}

/** The stored bytes of what `path` names. */
async function* fileChunks(
  path: string,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  const handle = await open(path, 'r');
  try {
    yield* chunksOf(handle, { from: 'current', onRead });
  } finally {
    await handle.close();
  }
}

/** Only for progress: errors of the file are reported by `open`. */
function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch {
    return undefined;
  }
}
