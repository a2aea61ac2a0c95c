/** For the tests of sources: a directory that is removed, reading whole, open descriptors. */
import { mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { FlexError } from '../../src/errors.js';
import type { Source } from '../../src/sources/source.js';

/** A fresh directory for each test; called while the tests are collected. */
export function useDirectory(): () => string {
  let directory = '';
  beforeEach(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), 'flexetl-sources-')));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });
  return () => directory;
}

export async function readAll(source: Source, onRead?: (bytes: number) => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source.open(onRead)) chunks.push(Buffer.from(chunk)); // it is lent
  return Buffer.concat(chunks);
}

/** Reads one chunk and stops, as a consumer does that has seen enough. */
export async function readFirst(source: Source): Promise<Buffer | undefined> {
  for await (const chunk of source.open()) return chunk;
  return undefined;
}

/** The FlexError with which the promise fails. */
export async function failureOf(promise: Promise<unknown>): Promise<FlexError> {
  try {
    await promise;
  } catch (thrown) {
    if (thrown instanceof FlexError) return thrown;
    throw thrown;
  }
  throw new Error('It did not fail.');
}

/** Whether descriptors can be listed here; only Linux says which file each is of. */
export const DESCRIPTORS_LISTED = process.platform === 'linux';

/** How many descriptors of this process are open on files whose path holds `part`. */
export function openDescriptors(part: string): number {
  let count = 0;
  for (const descriptor of readdirSync('/proc/self/fd')) {
    try {
      if (readlinkSync(`/proc/self/fd/${descriptor}`).includes(part)) count++;
    } catch {
      // The descriptor that listed the directory is gone by now.
    }
  }
  return count;
}
