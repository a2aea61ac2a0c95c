/** An archive in a directory: a hard link gives a complete file its name. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import {
  clearTemporary,
  exists,
  publish,
  replaceText,
  temporaryPath,
  type Link,
} from '../files/atomic.js';
import { makeDirectoryDurably, syncDirectory } from '../files/directories.js';
import { mapErrors } from '../files/fs-errors.js';
import { fileSource } from '../sources/file.js';
import type { Source } from '../sources/source.js';
import type { Shelf, Temporary } from './shelf.js';

export class FolderShelf implements Shelf {
  /** @param link creates a hard link. Default: that of the file system; for tests */
  constructor(
    private readonly folder: string,
    private readonly link?: Link,
  ) {}

  addressOf(path: string): string {
    return join(this.folder, path);
  }

  pathOf(address: string): string {
    return relative(this.folder, address).split(sep).join('/');
  }

  async prepare(folder: string, now: Date): Promise<void> {
    const place = this.addressOf(folder);
    await makeDirectoryDurably(place);
    await clearTemporary(place, now);
  }

  temporary(folder: string): Temporary {
    return { path: temporaryPath(this.addressOf(folder)), mode: undefined };
  }

  async keep(temporary: string, path: string): Promise<boolean> {
    const place = this.addressOf(path);
    const folder = dirname(place);
    await makeDirectoryDurably(folder);
    if (!(await publish(temporary, place, this.link))) return false;
    await syncDirectory(folder);
    await syncDirectory(dirname(folder));
    return true;
  }

  async keepText(path: string, text: string): Promise<boolean> {
    // `prepare` clears this folder.
    const temporary = temporaryPath(this.addressOf(path.split('/')[0]!));
    try {
      await mapErrors(temporary, () => writeFile(temporary, text, { flag: 'wx', flush: true }));
      return await this.keep(temporary, path);
    } finally {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  async replaceText(path: string, text: string): Promise<void> {
    const place = this.addressOf(path);
    await makeDirectoryDurably(dirname(place));
    await replaceText(place, text);
  }

  /** An unreadable file counts as missing: its content can be determined again. */
  async readText(path: string): Promise<string | undefined> {
    return readFile(this.addressOf(path), 'utf8').catch(() => undefined);
  }

  async has(path: string): Promise<boolean> {
    return exists(this.addressOf(path));
  }

  async remove(path: string): Promise<void> {
    const place = this.addressOf(path);
    await mapErrors(place, () => rm(place, { force: true }));
  }

  async *list(folder: string): AsyncGenerator<string> {
    for (const { name, isFile } of await entriesOf(this.addressOf(folder))) {
      const path = `${folder}/${name}`;
      if (isFile) yield path;
      // Possibly a link to a directory on another disk.
      else for (const below of await entriesOf(this.addressOf(path))) yield `${path}/${below.name}`;
    }
  }

  source(path: string): Source {
    return fileSource(this.addressOf(path));
  }
}

interface Entry {
  readonly name: string;
  readonly isFile: boolean;
}

/** Entries in byte order of the paths below them; empty if there is no such directory. */
async function entriesOf(folder: string): Promise<Entry[]> {
  return mapErrors(folder, async () => {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries
        .map((entry) => ({ name: entry.name, isFile: entry.isFile() }))
        .map((entry) => ({ ...entry, order: Buffer.from(entry.name + (entry.isFile ? '' : '/')) }))
        .sort((a, b) => Buffer.compare(a.order, b.order));
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return [];
      throw thrown;
    }
  });
}
