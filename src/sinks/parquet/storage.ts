/**
 * Where a dataset is kept: all that is asked of a place, so that a directory and an object store
 * are the same to the rest of this folder. A key is a path with slashes. What the files mean is
 * dataset-log.ts and delta-log.ts; a directory is local-storage.ts, a bucket bucket-storage.ts.
 */

/** A file of the dataset, as it is listed. */
export interface StoredFile {
  readonly key: string;
  /** When it was written, in milliseconds since 1970. */
  readonly written: number;
}

export interface DatasetStorage {
  /** For messages: holds no password. */
  readonly name: string;
  /** The directory of the files that `fetch` gives, on this machine. */
  readonly directory: string;
  /** How many bytes of files may be fetched at a time, unless a single one has more. */
  readonly atOnce: number;
  /** All files below a folder, or below '', in any order; none where there is no such folder. */
  list(folder: string): AsyncIterable<StoredFile>;
  /** @returns undefined where there is no such file */
  read(key: string): Promise<Buffer | undefined>;
  /**
   * Takes a file of this machine, which may be moved. Durable when it resolves. The name tells
   * the content, so what has it already is the same.
   */
  putFile(key: string, path: string): Promise<void>;
  /**
   * Writes a small file unless there is one: of several that write it, one does, and it is never
   * seen in part. Durable when it resolves.
   * @returns false where there was one, which stays as it is
   */
  putIfAbsent(key: string, bytes: Uint8Array): Promise<boolean>;
  /** Also where there is none. */
  delete(key: string): Promise<void>;
  /**
   * Has data files on this machine, for DuckDB to read, until they are released.
   * @returns their paths, in the order of the keys
   */
  fetch(keys: readonly string[]): Promise<string[]>;
  /** Once for each time that a file was fetched. */
  release(keys: readonly string[]): Promise<void>;
  /** Ends what is being sent or fetched; entries of logs are still written. */
  interrupt(): void;
}
