/** Makes the directories of an archive, and says what is in the way. Files are made elsewhere. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FlexError } from '../errors.js';
import { syncFolder } from '../sinks/aside.js';
import { mapErrors } from '../sinks/file-output.js';
import { exists } from './temporary.js';

/**
 * Makes the directory, and those above it, unless they are there. Step by step: Node's own
 * recursive mkdir goes round in circles for ever where a file system denies that a directory
 * which is there is there (an automounter whose server is gone), and takes one that cannot be
 * written for one that is not there.
 * @throws FlexError FLEX_CONFIG where a file has the name, and of the file system
 */
export async function makeFolder(folder: string): Promise<void> {
  const failed = await tryToMake(folder);
  if (failed === undefined) return;
  const above = dirname(folder);
  if (failed.code === 'ENOENT' && above !== folder && !(await exists(above))) {
    await makeFolder(above);
    const again = await tryToMake(folder);
    if (again === undefined) return;
    await refuse(folder, again);
  }
  await refuse(folder, failed);
}

/** @returns what went wrong; undefined where the directory is there now */
async function tryToMake(folder: string): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await mkdir(folder);
  } catch (thrown) {
    return (await isFolder(folder)) ? undefined : (thrown as NodeJS.ErrnoException);
  }
  await syncFolder(dirname(folder));
  return undefined;
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

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
