/** A dataset in a directory. The log rests on hard links, which refuse to take a name twice. */
import {
  copyFile,
  link,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { FlexError } from '../../errors.js';
import { asidePath, exists, removeAside } from '../../files/atomic.js';
import { makeDirectoryDurably, syncDirectory } from '../../files/directories.js';
import { destinationError, lacksHardLinks, mapErrors } from '../../files/fs-errors.js';
import type { DatasetStorage, StoredFile } from './storage.js';

export class LocalStorage implements DatasetStorage {
  readonly name: string;
  readonly directory: string;
  readonly atOnce = Infinity;

  constructor(path: string) {
    this.name = `parquet:${path}`;
    this.directory = resolve(path);
  }

  async *list(folder: string): AsyncGenerator<StoredFile, void, undefined> {
    const top = this.pathOf(folder);
    const entries = await mapErrors(top, () =>
      unlessMissing(readdir(top, { recursive: true, withFileTypes: true }), []),
    );
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const found = await unlessMissing(stat(path), undefined);
      if (found === undefined) continue;
      const key = relative(this.directory, path).split(sep).join('/');
      yield { key, written: found.mtimeMs };
    }
  }

  read(key: string): Promise<Buffer | undefined> {
    const path = this.pathOf(key);
    return mapErrors(path, () => unlessMissing<Buffer | undefined>(readFile(path), undefined));
  }

  async putFile(key: string, from: string): Promise<void> {
    const path = this.pathOf(key);
    await makeDirectoryDurably(dirname(path));
    await mapErrors(path, async () => {
      await sync(from);
      await rename(from, path).catch(async (thrown: unknown) => {
        if ((thrown as NodeJS.ErrnoException).code !== 'EXDEV') throw thrown;
        await moveAcross(from, path);
      });
    });
    await syncDirectory(dirname(path));
  }

  async putIfAbsent(key: string, bytes: Uint8Array): Promise<boolean> {
    const path = this.pathOf(key);
    if (await exists(path)) return false;
    await makeDirectoryDurably(dirname(path));
    const aside = asidePath(path);
    try {
      await mapErrors(path, () => writeFile(aside, bytes, { flag: 'wx', flush: true }));
      await link(aside, path);
      await syncDirectory(dirname(path));
      return true;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw lacksHardLinks(thrown) ? this.withoutLinks(thrown) : destinationError(thrown, path);
    } finally {
      await removeAside(aside).catch(() => undefined);
    }
  }

  async delete(key: string): Promise<void> {
    const path = this.pathOf(key);
    await mapErrors(path, () => rm(path, { force: true }));
  }

  fetch(keys: readonly string[]): Promise<string[]> {
    return Promise.resolve(keys.map((key) => this.pathOf(key)));
  }

  release(): Promise<void> {
    return Promise.resolve();
  }

  interrupt(): void {
    // A file is moved at once.
  }

  private pathOf(key: string): string {
    return join(this.directory, key);
  }

  private withoutLinks(cause: unknown): FlexError {
    return new FlexError(
      'FLEX_CONFIG',
      `${this.directory}: the file system has no hard links, by which a commit is made safe.`,
      { cause, advice: 'Name a directory on another file system.' },
    );
  }
}

async function unlessMissing<T>(found: Promise<T>, missing: T): Promise<T> {
  try {
    return await found;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return missing;
    throw thrown;
  }
}

/** From the temporary directory to another file system: aside first, so that no half has the name. */
async function moveAcross(from: string, path: string): Promise<void> {
  const aside = asidePath(path);
  try {
    await copyFile(from, aside);
    await sync(aside);
    await rename(aside, path);
  } finally {
    await removeAside(aside).catch(() => undefined);
  }
  await rm(from, { force: true });
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
