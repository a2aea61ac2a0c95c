/** Makes directories, and nothing else: what an error means is told by whoever asked. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes the directory, and those above it, unless they are there. Step by step: Node's own
 * recursive mkdir goes round in circles for ever where a file system denies that a directory
 * which is there is there (an automounter whose server is gone), and takes one that cannot be
 * written for one that is not there.
 * @param made is told of each directory that was made, the topmost first
 * @throws what the file system says of the first that cannot be made
 */
export async function makeFolders(
  folder: string,
  { mode, made }: { mode?: number; made?: (folder: string) => Promise<void> | void } = {},
): Promise<void> {
  const failed = await tryToMake(folder, mode);
  if (failed === 'there') return;
  if (failed === 'made') return made?.(folder);
  const above = dirname(folder);
  if (failed.code !== 'ENOENT' || above === folder) throw failed;
  // Also where the one above is there by now: another process may have made it since.
  await makeFolders(above, { ...(mode === undefined ? {} : { mode }), ...(made && { made }) });
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
