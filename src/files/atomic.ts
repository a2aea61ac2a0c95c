/**
 * Writing aside: the hidden siblings in which a destination is prepared until
 * it is whole, and what killed runs have left of them. No format here.
 *
 * A sibling of `out` is `.out.<random>-<mark>.tmp`, where the mark tells who made
 * it (maker.ts); while two directories change places the older one ends in `.old`.
 */
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { makeFolders } from './directories.js';
import { isAbandoned, isOfOurPlace, makerMark, parseMark, type Maker } from './maker.js';
import { destinationError, mapErrors } from './output.js';

type Ending = 'tmp' | 'old';

/** A name beside `path` that nothing has yet. */
export function asidePath(path: string, ending: Ending = 'tmp'): string {
  const random = randomBytes(6).toString('hex');
  return join(dirname(path), `.${basename(path)}.${random}-${makerMark()}.${ending}`);
}

/** Removes a sibling, file or directory, with all that is in it. */
export async function removeAside(aside: string): Promise<void> {
  await mapErrors(aside, () => rm(aside, { recursive: true, force: true }));
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
    if (left === undefined || !(await isLeftover(left, aside))) continue;
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
  readonly maker: Maker;
  readonly ending: Ending;
}

function parseAside(name: string, of: string): Left | undefined {
  if (!name.startsWith(`.${of}.`)) return undefined;
  const [, mark = '', ending] =
    /^[0-9a-f]{12}-([0-9a-f-]{1,60})\.(tmp|old)$/.exec(name.slice(of.length + 2)) ?? [];
  const maker = parseMark(mark);
  return maker === undefined ? undefined : { maker, ending: ending as Ending };
}

/**
 * What was moved aside in another place is needed for a moment only: that it is found means a
 * kill, or a process that is told that another one came between.
 */
async function isLeftover({ maker, ending }: Left, aside: string): Promise<boolean> {
  if (ending === 'old' && !isOfOurPlace(maker)) return true;
  return isAbandoned(maker, aside, Date.now());
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
