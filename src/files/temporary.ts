/**
 * Files that become visible only when they are whole: temporary names, and what
 * dead processes have left under them. A temporary file is `.flexetl.<random>-<mark>.tmp`,
 * where the mark tells who made it; no replay takes such a name.
 */
import { randomBytes } from 'node:crypto';
import { link, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAbandoned, makerMark, parseMark } from './maker.js';
import { mapErrors } from './output.js';

const TEMPORARY = /^\.flexetl\.[0-9a-f]{12}-([0-9a-f-]{1,60})\.tmp$/;

/** A name in the directory that nothing has yet. */
export function temporaryPath(folder: string): string {
  const random = randomBytes(6).toString('hex');
  return join(folder, `.flexetl.${random}-${makerMark()}.tmp`);
}

/** Removes what dead processes left in the directory. Never throws: it can be done next time. */
export async function clearTemporary(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const maker = parseMark(TEMPORARY.exec(name)?.[1] ?? '');
    if (maker === undefined) continue;
    const path = join(folder, name);
    if (await isAbandoned(maker, path, now.getTime())) {
      await rm(path, { force: true }).catch(() => undefined);
    }
  }
}

/** What a file system says that has no hard links. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

export type Link = (existing: string, name: string) => Promise<void>;

/**
 * Gives a whole file its name, at once, unless something has it.
 * @returns false where the name is taken: what has it stays as it is
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
      const code = (thrown as NodeJS.ErrnoException).code ?? '';
      if (code === 'EEXIST') return false;
      if (!WITHOUT_LINKS.has(code)) throw thrown;
    }
    // Names hold the digest: whoever comes between these two has the same content.
    if (await exists(path)) return false;
    await rename(temporary, path);
    return true;
  });
}

/** Writes a small file at once, over what is there. */
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

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
