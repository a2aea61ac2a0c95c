/**
 * Makes directories: plainly, so that they can be unmade, or durably for an archive; and tells
 * whether one can be written. Files are made elsewhere.
 */
import { mkdir, stat, open, rmdir, access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FlexError } from '../errors.js';
import { mapErrors, destinationError } from './fs-errors.js';

/**
 * Makes the directory, and those above it, unless they are there. Step by step: Node's own
 * recursive mkdir goes round in circles for ever where a file system denies that a directory
 * which is there is there (an automounter whose server is gone), and takes one that cannot be
 * written for one that is not there.
 * @param made is told of each directory that was made, the topmost first
 * @throws what the file system says of the first that cannot be made
 */
export async function makeDirectories(
  folder: string,
  { mode, made }: { mode?: number; made?: (folder: string) => Promise<void> | void } = {},
): Promise<void> {
  const failed = await tryToMake(folder, mode);
  if (failed === 'there') return;
  if (failed === 'made') return made?.(folder);
  const above = dirname(folder);
  if (failed.code !== 'ENOENT' || above === folder) throw failed;
  // Also where the one above is there by now: another process may have made it since.
  await makeDirectories(above, { ...(mode === undefined ? {} : { mode }), ...(made && { made }) });
  const again = await tryToMake(folder, mode);
  if (again === 'made') await made?.(folder);
  else if (again !== 'there') throw again;
}

async function tryToMake(
  folder: string,
  mode: number | undefined,
): Promise<'made' | 'there' | NodeJS.ErrnoException> {
  try {
    await mkdir(folder, mode);
    return 'made';
  } catch (thrown) {
    const there = await stat(folder).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    return there ? 'there' : (thrown as NodeJS.ErrnoException);
  }
}

/** Makes the directory and those above it. */
export async function makeDirectoryWithUndo(folder: string): Promise<{
  /** Removes again what was made, as far as it is empty. */
  unmake(): Promise<void>;
}> {
  const made: string[] = [];
  await mapErrors(folder, () => makeDirectories(folder, { made: (each) => void made.push(each) }));
  return {
    async unmake(): Promise<void> {
      for (const each of made.toReversed()) {
        try {
          await rmdir(each);
        } catch {
          return; // another process has put something there
        }
      }
    },
  };
}

/** Makes renames in a directory durable, where the system can do that. */
export async function syncDirectory(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows cannot open a directory; the rename itself is done.
  }
}

/** @param named what is to be made in the directory, or is the directory */
export async function mustBeWritable(folder: string, named: string): Promise<void> {
  await access(folder, constants.W_OK | constants.X_OK).catch((thrown: unknown) => {
    throw destinationError(thrown, named);
  });
}

/** The directory, or the first one above it that is there. */
export async function nearestDirectory(folder: string): Promise<string> {
  const stats = await stat(folder).catch((thrown: unknown) => {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  });
  if (stats === undefined && dirname(folder) !== folder) return nearestDirectory(dirname(folder));
  if (stats?.isDirectory() === true) return folder;
  throw new FlexError('FLEX_CONFIG', `${folder} is not a directory.`, {
    advice: 'Name a directory, or one that can be made.',
  });
}

/**
 * Makes the directory, and those above it, unless they are there; durably.
 * @throws FlexError FLEX_CONFIG where a file has the name, and of the file system
 */
export async function makeDirectoryDurably(folder: string): Promise<void> {
  try {
    await makeDirectories(folder, { made: (made) => syncDirectory(dirname(made)) });
  } catch (thrown) {
    await refuse(folder, thrown as NodeJS.ErrnoException);
  }
}

async function refuse(folder: string, failed: NodeJS.ErrnoException): Promise<never> {
  if (failed.code === 'EEXIST' || failed.code === 'ENOTDIR') {
    const what = failed.code === 'EEXIST' ? 'it' : 'a part of its path';
    throw new FlexError('FLEX_CONFIG', `${folder} cannot be made: ${what} is no directory.`, {
      advice: 'Move away what has the name, or name another archive.',
      cause: failed,
    });
  }
  return mapErrors(folder, () => Promise.reject(failed));
}
