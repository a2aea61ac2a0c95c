/**
 * Creates directories: either so that they can be removed again, or durably for an archive; and
 * checks whether one is writable. Files are created elsewhere.
 */
import { mkdir, stat, open, rmdir, access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FlexError } from '../errors.js';
import { mapErrors, destinationError } from './fs-errors.js';

/**
 * Creates the directory and its missing parents. Step by step, because Node's recursive mkdir loops
 * forever if a file system denies an existing directory (an automounter whose server is gone), and
 * mistakes one that is not writable for a missing one.
 * @param made is called with each directory that was created, the topmost first
 * @throws the error of the first that cannot be created
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
  // Even if the parent exists by now: another process may have created it since.
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

/** Creates the directory and its missing parents. */
export async function makeDirectoryWithUndo(folder: string): Promise<{
  /** Removes again what was created, as far as it is empty. */
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

/** Makes renames in a directory durable, if the system supports that. */
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

/** @param named the path for messages: the directory, or a file to be created in it */
export async function mustBeWritable(folder: string, named: string): Promise<void> {
  await access(folder, constants.W_OK | constants.X_OK).catch((thrown: unknown) => {
    throw destinationError(thrown, named);
  });
}

/** The directory, or its nearest existing parent. */
export async function nearestDirectory(folder: string): Promise<string> {
  const stats = await stat(folder).catch((thrown: unknown) => {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  });
  if (stats === undefined && dirname(folder) !== folder) return nearestDirectory(dirname(folder));
  if (stats?.isDirectory() === true) return folder;
  throw new FlexError('FLEX_CONFIG', `${folder} is not a directory.`, {
    advice: 'Choose a directory, or a path where one can be created.',
  });
}

/**
 * Creates the directory and its missing parents; durably.
 * @throws FlexError FLEX_CONFIG if a file has the name, and of the file system
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
    throw new FlexError('FLEX_CONFIG', `${folder} cannot be created: ${what} is not a directory.`, {
      advice: 'Move the file elsewhere, or choose another archive.',
      cause: failed,
    });
  }
  return mapErrors(folder, () => Promise.reject(failed));
}
