/**
 * Creates a DuckDB file: aside, and under its name only when it is complete. DuckDB itself creates
 * the file first and fills it then; a kill or a full disk in between would leave a file that is no
 * database, and that no later load could use.
 */
import { link, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { openDatabaseFile } from './open.js';
import { asidePath, clearLeftovers, removeAside } from '../../files/atomic.js';
import { lacksHardLinks } from '../../files/fs-errors.js';

/** Of the name; the rest of the name aside takes about as many, and a file system bounds both. */
const STEM_BYTES = 120;

/**
 * Creates an empty database. If another process creates one at the same time, that one stays; on a
 * file system without hard links, DuckDB creates it when it is opened.
 * @throws Error of DuckDB if it cannot be created: a missing directory, a full disk
 */
export async function makeDatabase(path: string): Promise<void> {
  const place = await placeOf(path);
  const stem = stemOf(place);
  const aside = asidePath(stem);
  try {
    await clearLeftovers(stem).catch(() => undefined);
    await makeAside(aside, place);
    await link(aside, place).catch((thrown: unknown) => {
      const taken = (thrown as NodeJS.ErrnoException).code === 'EEXIST';
      if (!taken && !lacksHardLinks(thrown)) throw thrown;
    });
  } finally {
    await removeAside(aside).catch(() => undefined);
  }
}

async function makeAside(aside: string, place: string): Promise<void> {
  try {
    const { instance, connection } = await openDatabaseFile(aside, {});
    connection.closeSync();
    instance.closeSync();
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    throw new Error(thrown.message.replaceAll(aside, place), { cause: thrown });
  }
}

/** Where DuckDB would make the file: a symbolic link may name what is not there yet. */
async function placeOf(path: string, followed = 0): Promise<string> {
  const to = await readlink(path).catch(() => undefined);
  // A circle of links stays what it is, for DuckDB to refuse.
  if (to === undefined || followed > 40) return path;
  const folder = await realpath(dirname(path));
  return placeOf(resolve(folder, to), followed + 1);
}

/** The path as far as a name beside it can begin with it. */
function stemOf(path: string): string {
  let stem = basename(path);
  while (Buffer.byteLength(stem) > STEM_BYTES) stem = stem.slice(0, -1);
  return join(dirname(path), stem);
}

/** Which file a path names; undefined for none. */
export async function inodeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.ino;
}
