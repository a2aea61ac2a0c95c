/**
 * Where sinks keep rows temporarily: a directory in the system's temporary directory. The sink
 * decides what is written there.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlexError } from '../errors.js';
import { destinationError } from './fs-errors.js';

/**
 * Creates a directory that no other user can read.
 * @throws FlexError FLEX_CONFIG, because it is not the destination's fault; FLEX_DEST_FULL
 */
export async function makeSpoolFolder(): Promise<string> {
  const parent = tmpdir();
  return mkdtemp(join(parent, 'flexetl-')).catch((thrown: unknown) => {
    const error = destinationError(thrown, parent);
    if (error.code === 'FLEX_DEST_FULL') throw error;
    const errno = (thrown as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new FlexError(
      'FLEX_CONFIG',
      `The temporary directory ${parent} cannot be used for temporary rows (${errno}).`,
      { cause: thrown, advice: 'Set TMPDIR to a writable directory.' },
    );
  });
}

export async function openUnnamed(): Promise<FileHandle> {
  const path = join(tmpdir(), `flexetl-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return handle;
}
