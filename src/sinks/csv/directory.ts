/**
 * The directory that a call writes for `csv:DIR`: prepared beside DIR, one file for each table, and
 * moved into place when it is complete. The format of a field is in encoder.ts.
 */
import { chmod, mkdir, readdir, readFile, realpath, rename, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RowElement } from '../../catalog/section.js';
import { FlexError } from '../../errors.js';
import { asidePath, clearLeftovers, removeAside, statIfAny } from '../../files/atomic.js';
import { makeDirectoryWithUndo, syncDirectory } from '../../files/directories.js';
import { destinationError, mapErrors } from '../../files/fs-errors.js';
import { GzipOutput } from '../../files/gzip-output.js';
import { FileOutput } from '../../files/output.js';
import { csvHeader } from './encoder.js';
import {
  describeTable,
  filesOfSchema,
  mergeDigits,
  SCHEMA_FILE,
  schemaText,
  type CsvTable,
  type DecimalDigits,
} from './schema-file.js';

/** The file of a table. `new…` is what the current input has added so far. */
export interface CsvFile {
  readonly element: RowElement;
  readonly name: string;
  readonly output: FileOutput;
  readonly digits: DecimalDigits;
  rows: number;
  newDigits: DecimalDigits;
  newRows: number;
}

export class CsvFolder {
  private readonly dir: string;
  private readonly gzip: boolean;
  private readonly files = new Map<string, CsvFile>();
  private made: { unmake(): Promise<void> } | undefined;
  private aside: string | undefined;

  private constructor(dir: string, gzip: boolean) {
    this.dir = dir;
    this.gzip = gzip;
  }

  /**
   * @param clear removes leftovers of killed runs beside it
   * @throws FlexError FLEX_CONFIG if DIR is a file, or holds files that flexetl did not write
   */
  static async open(dir: string, gzip: boolean, clear: boolean): Promise<CsvFolder> {
    let path = resolve(dir);
    if ((await statIfAny(path)) !== undefined) {
      path = await mapErrors(path, () => realpath(path)); // a symbolic link stays a link
    }
    if (clear) await clearLeftovers(path);
    await checkReplaceable(path);
    return new CsvFolder(path, gzip);
  }

  /** The file of a table, with its header; created with its first row. */
  async file(element: RowElement): Promise<CsvFile> {
    const known = this.files.get(element.table);
    if (known !== undefined) return known;
    const name = `${element.table}.csv${this.gzip ? '.gz' : ''}`;
    const path = join(await this.folder(), name);
    const mode = await this.modeOf(name);
    const output = await (this.gzip
      ? GzipOutput.create(path, mode)
      : FileOutput.create(path, mode));
    output.writer.append(csvHeader(element));
    const digits: DecimalDigits = new Map();
    const file: CsvFile = {
      element,
      name,
      output,
      digits,
      rows: 0,
      newDigits: new Map(),
      newRows: 0,
    };
    this.files.set(element.table, file);
    return file;
  }

  has(table: string): boolean {
    return this.files.has(table);
  }

  /** Keeps what the current input has written, in every file or, on an error, in none. */
  async keep(): Promise<void> {
    for (const { output } of this.files.values()) await output.settle();
    for (const file of this.files.values()) {
      file.output.keep();
      file.rows += file.newRows;
      mergeDigits(file.digits, file.newDigits);
      forgetNew(file);
    }
  }

  /** Discards what the current input has written, including files that hold nothing else. */
  async undo(): Promise<void> {
    for (const [table, file] of this.files) {
      await file.output.undo();
      forgetNew(file);
      if (file.output.kept > 0) continue;
      this.files.delete(table);
      await file.output.abandon();
      await removeAside(file.output.path);
    }
  }

  /** Moves the directory into the place of DIR. */
  async publish(): Promise<void> {
    await this.undo();
    const aside = await this.folder();
    const tables = new Map<string, CsvTable>();
    for (const [table, { element, name, output, rows, digits }] of this.files) {
      await output.finish();
      tables.set(table, describeTable(element, name, rows, digits));
    }
    const mode = await this.modeOf(SCHEMA_FILE);
    const schema = await FileOutput.create(join(aside, SCHEMA_FILE), mode);
    schema.writer.append(Buffer.from(schemaText(tables, this.gzip)));
    await schema.settle();
    schema.keep();
    await schema.finish();
    await syncDirectory(aside);
    await checkReplaceable(this.dir); // another process may have written there
    await replaceDirectory(this.dir, aside);
    this.made = undefined;
  }

  /** Removes what is left beside DIR. */
  async discard(): Promise<void> {
    for (const { output } of this.files.values()) await output.abandon();
    this.files.clear();
    if (this.aside !== undefined) await removeAside(this.aside);
    await this.made?.unmake();
  }

  /** The permissions of the file that is replaced: its successor gets the same. */
  private async modeOf(name: string): Promise<number | undefined> {
    const found = await statIfAny(join(this.dir, name));
    return found === undefined ? undefined : Number(found.mode) & 0o777;
  }

  private async folder(): Promise<string> {
    if (this.aside !== undefined) return this.aside;
    this.made = await makeDirectoryWithUndo(dirname(this.dir));
    const aside = asidePath(this.dir);
    await mapErrors(aside, () => mkdir(aside));
    this.aside = aside;
    return aside;
  }
}

function forgetNew(file: CsvFile): void {
  file.newRows = 0;
  file.newDigits = new Map();
}

const NAME_ANOTHER = 'Choose an empty or a new directory: a call replaces it as a whole.';

type Found = Awaited<ReturnType<typeof statIfAny>>;

/**
 * Only an empty directory or one that flexetl wrote is replaced, so that a mistyped DIR costs no
 * files. If another process replaces DIR during the check, the listing mixes old and new; then it
 * is checked again.
 */
async function checkReplaceable(dir: string): Promise<void> {
  for (;;) {
    const found = await statIfAny(dir);
    try {
      if (found !== undefined) await checkFound(dir, found);
      return;
    } catch (thrown) {
      if ((await statIfAny(dir))?.ino === found?.ino) throw thrown;
    }
  }
}

async function checkFound(dir: string, found: NonNullable<Found>): Promise<void> {
  if (!found.isDirectory()) {
    throw new FlexError('FLEX_CONFIG', `${dir} is not a directory.`, { advice: NAME_ANOTHER });
  }
  const parent = await mapErrors(dir, () => stat(dirname(dir)));
  if (parent.dev !== found.dev) throw mountPoint(dir);
  const names = await mapErrors(dir, () => readdir(dir));
  if (names.length === 0) return;
  const schema = await readFile(join(dir, SCHEMA_FILE), 'utf8').catch(() => '');
  const ours = filesOfSchema(schema);
  if (ours === undefined) {
    throw new FlexError('FLEX_CONFIG', `${dir} is not empty and was not written by flexetl.`, {
      advice: NAME_ANOTHER,
    });
  }
  const strange = names.find((name) => !ours.has(name));
  if (strange === undefined) return;
  throw new FlexError('FLEX_CONFIG', `${dir} contains ${strange}, which flexetl did not write.`, {
    advice: 'Move it elsewhere: a call replaces the directory as a whole.',
  });
}

function mountPoint(dir: string, cause?: unknown): FlexError {
  return new FlexError('FLEX_CONFIG', `${dir} cannot be replaced: it is a mount point.`, {
    advice: 'Choose a directory inside it.',
    cause,
  });
}

/**
 * Between the two renames there is no DIR; after a kill at that moment the next call restores it.
 */
async function replaceDirectory(dir: string, by: string): Promise<void> {
  const found = await statIfAny(dir);
  const older = asidePath(dir, 'old');
  try {
    if (found !== undefined) {
      await chmod(by, Number(found.mode) & 0o777);
      await rename(dir, older);
    }
    await rename(by, dir);
  } catch (thrown) {
    if (found !== undefined) await putBack(older, dir);
    throw replaceError(thrown, dir, found);
  }
  await syncDirectory(dirname(dir));
  await removeAside(older);
}

/** If another process has put its own directory there, the older one is obsolete. */
async function putBack(older: string, dir: string): Promise<void> {
  await rename(older, dir).catch(async (thrown: unknown) => {
    const { code = '' } = thrown as NodeJS.ErrnoException;
    if (TAKEN.includes(code)) await removeAside(older).catch(() => undefined);
  });
}

/** Errors of a rename when the name is taken. */
const TAKEN: readonly string[] = ['ENOTEMPTY', 'EEXIST'];

function replaceError(thrown: unknown, dir: string, found: Found): FlexError {
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  if (['EBUSY', 'EXDEV'].includes(code)) return mountPoint(dir, thrown);
  // Another process has taken the name, or moved away what had it.
  const meanwhile = TAKEN.includes(code) || (code === 'ENOENT' && found !== undefined);
  if (!meanwhile) return destinationError(thrown, dir);
  return new FlexError('FLEX_DEST_BUSY', `Another process wrote ${dir} at the same time.`, {
    cause: thrown,
  });
}
