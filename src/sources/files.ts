/** A file as a source. Which files there are is decided in inputs.ts. */
import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { chunksOf } from './descriptor.js';
import { unpacked } from './gzip.js';
import { withInputErrors } from './input-error.js';
import type { Source } from './source.js';

/**
 * The file at `path`, unpacked where its bytes are gzip. Nothing is opened
 * before `open`'s first chunk is asked for, and the descriptor is closed when
 * the bytes end, when they fail, and when whoever reads them stops early.
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

/** The stored bytes of what `path` names, also where that is a pipe or a device. */
export async function* fileChunks(
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

/** Only for progress: what is wrong with the file, `open` will say. */
function sizeOf(path: string): number | undefined {
  try {
    return statSync(path).size;
  } catch {
    return undefined;
  }
}
