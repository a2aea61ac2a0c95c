/**
 * Where an archive keeps what it holds: a directory (folder-shelf.ts) or a prefix of a bucket
 * (bucket-shelf.ts). What is kept, and under which names, is the business of the archive. Types only.
 *
 * Paths are relative, with `/` between their steps on every system, and begin with a query. Every
 * method throws FlexError, of the file system or of the object store.
 */
import type { Source } from '../sources/source.js';

/** A local file that is still to be written, under a name that nothing has. */
export interface Temporary {
  readonly path: string;
  /** Its mode; undefined: what the umask leaves. */
  readonly mode: number | undefined;
}

export interface Shelf {
  /** How people name what is at the path, and inputs of a load do. */
  addressOf(path: string): string;
  /** The path of an address that this shelf has given. */
  pathOf(address: string): string;
  /** To be called before anything is kept in a folder; clears what killed processes have left. */
  prepare(folder: string, now: Date): Promise<void>;
  /** A name for a file that `keep` can take; whoever writes it removes it. */
  temporary(folder: string): Temporary;
  /**
   * Gives a whole file its place, at once and durably, unless something has it.
   * @returns false where the path is taken: what has it stays as it is
   */
  keep(temporary: string, path: string): Promise<boolean>;
  /** The same for a short text. */
  keepText(path: string, text: string): Promise<boolean>;
  /** Writes a short text at once, over what is there. */
  replaceText(path: string, text: string): Promise<void>;
  /** A short text; undefined where there is none. */
  readText(path: string): Promise<string | undefined>;
  has(path: string): Promise<boolean>;
  /** No error where there is nothing. */
  remove(path: string): Promise<void>;
  /**
   * The paths of the files in a folder and in the folders in it, in byte order; a bucket gives also
   * what lies deeper. None where there is no such folder.
   */
  list(folder: string): AsyncIterable<string>;
  /** What is at the path, whether or not it is there. */
  source(path: string): Source;
}
