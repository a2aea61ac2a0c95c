/**
 * Writing aside: the hidden siblings in which a destination is prepared until
 * it is whole, and what killed runs have left of them. No format here.
 *
 * A sibling of `out` is `.out.<pid>-<random>-<host>.tmp`; while two directories
 * change places the older one is `.out.<pid>-<random>-<host>.old`.
 */
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { makeFolders } from '../folders.js';
import { destinationError, mapErrors } from './file-output.js';

type Ending = 'tmp' | 'old';

/** The machine or container, as a part of a file's name. */
export const HOST = hostname().replace(/[^A-Za-z0-9-]/g, '-') || 'host';
/** Whether a process of another machine still lives cannot be told: its files are left this long. */
const FOREIGN_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The siblings of this process: a pid alone does not tell, containers begin anew at 1. */
const ours = new Set<string>();

/** A name beside `path` that nothing has yet. */
export function asidePath(path: string, ending: Ending = 'tmp'): string {
  const random = randomBytes(6).toString('hex');
  const aside = join(
    dirname(path),
    `.${basename(path)}.${process.pid}-${random}-${HOST}.${ending}`,
  );
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
    if (left === undefined || ours.has(aside) || !(await isLeftover(left, aside))) continue;
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

interface Left {
  readonly pid: number;
  readonly host: string;
  readonly ending: Ending;
}

/** A name that tells of no machine is of this one. */
function parseAside(name: string, of: string): Left | undefined {
  if (!name.startsWith(`.${of}.`)) return undefined;
  const rest = name.slice(of.length + 2);
  const [, pid, host = HOST, ending] =
    /^([0-9]+)-[0-9a-f]{12}(?:-([A-Za-z0-9-]+))?\.(tmp|old)$/.exec(rest) ?? [];
  return pid === undefined ? undefined : { pid: Number(pid), host, ending: ending as Ending };
}

/**
 * What was moved aside on another machine is needed for a moment only: that it is found means a
 * kill, or a process that is told that another one came between.
 */
async function isLeftover({ pid, host, ending }: Left, aside: string): Promise<boolean> {
  if (host !== HOST && ending === 'old') return true;
  return isAbandoned({ pid, host }, aside, Date.now());
}

/**
 * Whether the process that made the file is gone.
 * @param now milliseconds since 1970
 */
export async function isAbandoned(
  maker: { readonly pid: number; readonly host: string },
  path: string,
  now: number,
): Promise<boolean> {
  if (maker.host === HOST) return !isAlive(maker.pid);
  return stat(path).then(
    ({ mtimeMs }) => now - mtimeMs > FOREIGN_MILLISECONDS,
    () => false,
  );
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
