/**
 * The storage of an archive: a directory (folder-shelf.ts) or a prefix of a bucket
 * (bucket-shelf.ts). The archive decides on content and names. Types only.
 *
 * Paths are relative and begin with a query; their separator is `/` on every system. Every method
 * throws FlexError, of the file system or of the object store.
 */
import type { Source } from '../sources/source.js';

/** An unused name for a local file. */
export interface Temporary {
  readonly path: string;
  /** File mode; undefined: as the umask leaves it. */
  readonly mode: number | undefined;
}

export interface Shelf {
  /** The path as shown to people and accepted by `load`. */
  addressOf(path: string): string;
  /** The inverse of `addressOf`. */
  pathOf(address: string): string;
  /** Call it before writing to a folder; removes leftovers of killed processes. */
  prepare(folder: string, now: Date): Promise<void>;
  /** A name for a file to give to `keep`; the caller removes the file. */
  temporary(folder: string): Temporary;
  /**
   * Stores a complete file, atomically and durably.
   * @returns false if the path exists: its content stays unchanged
   */
  keep(temporary: string, path: string): Promise<boolean>;
  /** Stores a short text in the same way. */
  keepText(path: string, text: string): Promise<boolean>;
  /** Stores a short text, atomically, and replaces an existing one. */
  replaceText(path: string, text: string): Promise<void>;
  /** A short text; undefined if there is none. */
  readText(path: string): Promise<string | undefined>;
  has(path: string): Promise<boolean>;
  /** No error if the path does not exist. */
  remove(path: string): Promise<void>;
  /**
   * Paths of the files in a folder and in its subfolders, in byte order; a bucket also lists deeper
   * levels. Empty if there is no such folder.
   */
  list(folder: string): AsyncIterable<string>;
  /** The content at the path, which need not exist yet. */
  source(path: string): Source;
}
