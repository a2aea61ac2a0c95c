/**
 * Writing aside: the hidden siblings in which a destination is prepared until
 * it is whole, and what killed runs have left of them. No format here.
 *
 * A sibling of `out` is `.out.<pid>-<random>.tmp`; while two directories change
 * places the older one is `.out.<pid>-<random>.old`.
 */
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { makeFolders } from '../folders.js';
import { destinationError, mapErrors } from './file-output.js';

type Ending = 'tmp' | 'old';

/** The siblings of this process: a pid alone does not tell, containers begin anew at 1. */
const ours = new Set<string>();

/** A name beside `path` that nothing has yet. */
export function asidePath(path: string, ending: Ending = 'tmp'): string {
  const random = randomBytes(6).toString('hex');
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}-${random}.${ending}`);
  ours.add(aside);
  return aside;
}

/** Removes a sibling, file or directory, with all that is in it. */
export async function removeAside(aside: string): Promise<void> {
  await mapErrors(aside, () => rm(aside, { recursive: true, force: true }));
  ours.delete(aside);
}

/**
 * Clears what killed runs left beside `path`. An older destination that was
 * moved aside when the run was killed is put back, if nothing took its place.
 */
export async function clearLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const left = parseAside(name, basename(path));
    const aside = join(folder, name);
    if (left === undefined || ours.has(aside) || isAlive(left.pid)) continue;
    const putBack =
      left.ending === 'old' &&
      (await statIfAny(path)) === undefined &&
      (await tookPlace(aside, path));
    if (!putBack) await removeAside(aside);
  }
}

/** Renames it, unless another process has put it back or something else there in the same moment. */
async function tookPlace(aside: string, path: string): Promise<boolean> {
  return mapErrors(path, async () => {
    try {
      await rename(aside, path);
      return true;
    } catch (thrown) {
      const { code = '' } = thrown as NodeJS.ErrnoException;
      if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(code)) return false;
      throw thrown;
    }
  });
}

function parseAside(name: string, of: string): { pid: number; ending: Ending } | undefined {
  if (!name.startsWith(`.${of}.`)) return undefined;
  const match = /^([0-9]+)-[0-9a-f]{12}\.(tmp|old)$/.exec(name.slice(of.length + 2));
  return match === null ? undefined : { pid: Number(match[1]), ending: match[2] as Ending };
}

/** Whether a process other than this one has the pid. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** What is at the path, links followed; undefined where there is nothing. */
export async function statIfAny(
  path: string,
): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw destinationError(error, path);
  }
}

/** Makes the directory and those above it. */
export async function makeFolder(folder: string): Promise<{
  /** Removes again what was made, as far as it is empty. */
  unmake(): Promise<void>;
}> {
  const made: string[] = [];
  await mapErrors(folder, () => makeFolders(folder, { made: (each) => void made.push(each) }));
  return {
    async unmake(): Promise<void> {
      for (const each of made.toReversed()) {
        try {
          await rmdir(each);
        } catch {
          return; // somebody else has put something there
        }
      }
    },
  };
}

/** Makes renames in a directory durable, where the system can do that. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows cannot open a directory; the rename itself is done.
  }
}
