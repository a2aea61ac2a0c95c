/**
 * Expands the inputs of a command: files, directories, globs, stdin, and addresses of an object
 * store, which objects.ts looks up.
 *
 * Looks at names and kinds only. The content of a file is judged when it is read.
 */
import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { FlexError } from '../errors.js';
import { isAddress } from '../object-store/address.js';
import type { StoreOptions } from '../object-store/open.js';
import { fileSource, onceChunks } from './file.js';
import { inputError, noSuchFile, systemCode } from './errors.js';
import type { ObjectInputs } from './objects.js';
import type { Source } from './source.js';
import { stdinSource, streamSource } from './stream.js';

/** An input, or a part of one, that cannot be read. */
export interface UnusableInput {
  readonly name: string;
  readonly error: FlexError;
}

export type ExpandedInput = Source | UnusableInput;

export function isSource(input: ExpandedInput): input is Source {
  return 'open' in input;
}

/**
 * The sources that the inputs name, in the order of the inputs:
 *
 * - a file is taken, whatever its name; a pipe or a device is read once, into a
 *   temporary file;
 * - a directory stands for the files in it and below it, in the byte order of
 *   their paths, whose names end in `.xml` or `.gz` (in either case) and do not
 *   begin with a dot. So unfinished files (`.tmp`, `.part`, `.partial`), the
 *   `.json` beside an archived report, and directories whose names begin with a
 *   dot are passed over. Symbolic links are followed, each directory once;
 * - a glob, where no file has that very name, stands for its matches in byte
 *   order; one that ends in `*` takes files as a directory does, one that
 *   spells the end of a name (`*.txt`) takes what it spells;
 * - `s3://BUCKET/KEY` is an object; a prefix is a directory, and a glob stands for its matches
 *   there, too;
 * - `-` is stdin.
 *
 * A file that is named twice, also under two names, is taken once. An input that names
 * nothing, and a file or directory below one that cannot be looked at, comes
 * back with its error in its place: the others can still be loaded. Never throws.
 * @param options of the object stores
 */
export async function expandInputs(
  inputs: readonly string[],
  options: StoreOptions = {},
): Promise<ExpandedInput[]> {
  const expansion = new Expansion(options);
  for (const input of inputs) await expansion.add(input);
  return expansion.found;
}

type TakeFile = (name: string) => boolean;

const anyName: TakeFile = () => true;
const reportName: TakeFile = (name) => /^[^.].*\.(xml|gz)$/is.test(name);

class Expansion {
  readonly found: ExpandedInput[] = [];
  /** Real paths of the files taken, and addresses of objects. */
  private readonly taken = new Set<string>();
  private stdinTaken = false;
  private objects: ObjectInputs | undefined;

  constructor(private readonly options: StoreOptions) {}

  async add(input: string): Promise<void> {
    if (input === '-') {
      if (!this.stdinTaken) this.found.push(stdinSource());
      this.stdinTaken = true;
      return;
    }
    try {
      if (isAddress(input)) {
        await this.addObjects(input);
        return;
      }
      const stats = await statOrAbsent(input);
      if (stats === undefined) await this.addGlob(input);
      else if (stats.isDirectory()) await this.addDirectory(input);
      else await this.addFile(input, stats);
    } catch (thrown) {
      this.refuse(input, inputError(input, thrown));
    }
  }

  private refuse(name: string, error: FlexError): void {
    this.found.push({ name, error });
  }

  private async addFile(path: string, stats: Stats): Promise<void> {
    const real = await realpath(path).catch(() => path);
    if (this.taken.has(real)) return;
    this.taken.add(real);
    this.found.push(
      stats.isFile() ? fileSource(path) : streamSource(path, onceChunks(path, stats)),
    );
  }

  private async addObjects(address: string): Promise<void> {
    const { ObjectInputs } = await import('./objects.js');
    this.objects ??= new ObjectInputs(this.options);
    for await (const source of this.objects.find(address, reportName)) {
      if (this.taken.has(source.name)) continue;
      this.taken.add(source.name);
      this.found.push(source);
    }
  }

  private async addDirectory(directory: string): Promise<void> {
    const walk = new Walk(reportName);
    await walk.into(directory);
    if (!(await this.addWalked(walk))) {
      this.refuse(
        directory,
        notFound(directory, 'The directory has no file whose name ends in .xml or .gz.'),
      );
    }
  }

  private async addGlob(pattern: string): Promise<void> {
    const { glob, isDynamicPattern } = await import('tinyglobby');
    if (!isDynamicPattern(pattern)) {
      this.refuse(pattern, noSuchFile(pattern));
      return;
    }
    const matches = await glob(pattern, {
      expandDirectories: false,
      onlyFiles: false,
      absolute: isAbsolute(pattern),
    });
    const walk = new Walk(pattern.endsWith('*') ? reportName : anyName);
    for (const match of matches.map(withoutLastSlash).sort(byBytes)) await walk.visit(match);
    if (!(await this.addWalked(walk))) {
      this.refuse(pattern, notFound(pattern, 'The glob matches no file that could be a report.'));
    }
  }

  /** @returns whether there was anything */
  private async addWalked(walk: Walk): Promise<boolean> {
    const names = [...walk.files.keys(), ...walk.failures.keys()].sort(byBytes);
    for (const name of names) {
      const failure = walk.failures.get(name);
      if (failure !== undefined) this.refuse(name, failure);
      else await this.addFile(name, walk.files.get(name)!);
    }
    return names.length > 0;
  }
}

/** Files below a directory. */
class Walk {
  readonly files = new Map<string, Stats>();
  readonly failures = new Map<string, FlexError>();
  /** Real paths: a link to a parent directory must not be followed endlessly. */
  private readonly entered = new Set<string>();

  constructor(private readonly takes: TakeFile) {}

  async into(directory: string): Promise<void> {
    const real = await realpath(directory);
    if (this.entered.has(real)) return;
    this.entered.add(real);
    for (const name of (await readdir(directory)).sort(byBytes)) {
      if (!name.startsWith('.')) await this.visit(join(directory, name));
    }
  }

  /** A file that is taken, or a directory; anything else is skipped. */
  async visit(path: string): Promise<void> {
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) await this.into(path);
      else if (stats.isFile() && this.takes(basename(path))) this.files.set(path, stats);
    } catch (thrown) {
      // A broken link to something that would not be taken anyway is no loss.
      if (systemCode(thrown) === 'ENOENT' && !this.takes(basename(path))) return;
      this.failures.set(path, inputError(path, thrown));
    }
  }
}

async function statOrAbsent(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (thrown) {
    const code = systemCode(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw thrown;
  }
}

function notFound(file: string, message: string): FlexError {
  return new FlexError('FLEX_INPUT_NOT_FOUND', message, { at: { file } });
}

/** The same order on every machine, whatever its language: that of the UTF-8 bytes. */
function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function withoutLastSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
