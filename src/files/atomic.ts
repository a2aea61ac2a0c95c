/**
 * Files and directories that become visible only when they are complete: the hidden siblings in
 * which they are prepared, how they get their final name, and leftovers of killed processes. No
 * format here. A sibling of `out` is `.out.<random>-<mark>.tmp`, where the mark identifies its
 * maker (maker.ts); while two directories change places the older one ends in `.old`.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { link, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FlexError } from '../errors.js';
import { destinationError, lacksHardLinks, mapErrors } from './fs-errors.js';
import { isAbandoned, isOfOurPlace, makerMark, parseMark, type Maker } from './maker.js';

type Ending = 'tmp' | 'old';

/** An unused name beside `path`. */
export function asidePath(path: string, ending: Ending = 'tmp'): string {
  const random = randomBytes(6).toString('hex');
  return join(dirname(path), `.${basename(path)}.${random}-${makerMark()}.${ending}`);
}

/** A name in the directory for a file whose final name is not known yet: `.flexetl.<random>-…`. */
export function temporaryPath(folder: string): string {
  return asidePath(join(folder, NAMELESS));
}

/** Used in place of the final name. */
const NAMELESS = 'flexetl';

/** Removes a sibling, file or directory, with all that is in it. */
export async function removeAside(aside: string): Promise<void> {
  await mapErrors(aside, () => rm(aside, { recursive: true, force: true }));
}

/**
 * Removes leftovers of killed runs beside `path`. An older destination that was moved aside is
 * moved back, if nothing has taken its place.
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

/** Removes leftovers of dead processes with such names. Never throws: the next call can do it. */
export async function clearTemporary(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const left = parseAside(name, NAMELESS);
    const path = join(folder, name);
    if (left?.ending === 'tmp' && (await isAbandoned(left.maker, path, now.getTime()))) {
      await rm(path, { force: true }).catch(() => undefined);
    }
  }
}

/**
 * Renames it, unless another process has moved it back or put something else there at the same
 * time.
 */
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
 * A directory is moved aside only for a moment: finding one means that its owner was killed or lost
 * the race.
 */
async function isLeftover({ maker, ending }: Left, aside: string): Promise<boolean> {
  if (ending === 'old' && !isOfOurPlace(maker)) return true;
  return isAbandoned(maker, aside, Date.now());
}

/** Status of the path, links followed; undefined if nothing is there. */
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

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export type Link = (existing: string, name: string) => Promise<void>;

/**
 * Gives a complete file its name, atomically, unless the name is taken.
 * @returns false if the name is taken: the existing file stays
 * @throws FlexError FLEX_DEST_FULL, FLEX_DEST_REFUSED, FLEX_DEST_FAILED
 */
export async function publish(
  temporary: string,
  path: string,
  make: Link = link,
): Promise<boolean> {
  return mapErrors(path, async () => {
    try {
      await make(temporary, path);
      await rm(temporary, { force: true });
      return true;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
      if (!lacksHardLinks(thrown)) throw thrown;
    }
    // Names contain the digest: another process between these two calls has the same content.
    if (await exists(path)) return false;
    await rename(temporary, path);
    return true;
  });
}

/**
 * The file to replace where a user names `path`: a link stays, and the file that it leads to is
 * replaced. /dev/stdout is such a link.
 * @throws FlexError FLEX_CONFIG for a link that leads nowhere, FLEX_DEST_REFUSED
 */
export function behindLinks(path: string): string {
  try {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return isLink ? realpathSync(path) : path;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw destinationError(thrown, path);
    throw new FlexError('FLEX_CONFIG', `${path} is a link that leads nowhere.`, {
      advice: 'Name a file, or remove the link.',
      cause: thrown,
    });
  }
}

/** Writes a small file atomically, replacing an existing one. */
export async function replaceText(path: string, text: string): Promise<void> {
  const temporary = temporaryPath(dirname(path));
  await mapErrors(path, async () => {
    try {
      await writeFile(temporary, text, { flag: 'wx', flush: true });
      await rename(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
  });
}

/**
 * The same, synchronously, for the end of a process. Throws errors of the file system.
 * @param mode of the file; undefined: the umask decides
 */
export function replaceTextSync(path: string, text: string, mode: number | undefined): void {
  const aside = asidePath(path);
  try {
    writeFileSync(aside, text, { flag: 'wx' });
    if (mode !== undefined) chmodSync(aside, mode);
    renameSync(aside, path);
  } catch (thrown) {
    rmSync(aside, { force: true });
    throw thrown;
  }
}
