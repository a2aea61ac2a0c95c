/** Makes the directories of an archive, and says what is in the way. Files are made elsewhere. */
import { dirname } from 'node:path';
import { FlexError } from '../errors.js';
import { makeFolders } from './directories.js';
import { syncFolder } from './atomic.js';
import { mapErrors } from './output.js';

/**
 * Makes the directory, and those above it, unless they are there; durably.
 * @throws FlexError FLEX_CONFIG where a file has the name, and of the file system
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeFolders(folder, { made: (made) => syncFolder(dirname(made)) });
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
