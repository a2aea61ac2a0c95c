/**
 * The interface of an object store: whole objects by key. Types only. S3 is the one
 * implementation (s3.ts); it is opened by open.ts.
 *
 * Every method throws FlexError: FLEX_STORE_UNAVAILABLE or FLEX_STORE_BUSY after several tries,
 * FLEX_STORE_REFUSED, FLEX_STORE_FAILED, FLEX_DEST_FULL, FLEX_CONFIG if the bucket or the
 * credentials are missing; or the reason of its aborted signal.
 */

/** An object as a listing shows it. */
export interface StoredObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** Identifies the content under the key; '' if the store gives none. */
  readonly etag: string;
  /** Time of the write, in milliseconds since 1970; NaN if unknown. */
  readonly modified: number;
}

/** A local file of any size, which must not change during the upload. */
export interface LocalFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

export type Content = Buffer | LocalFile;

export interface ObjectStore {
  /** The address of a key, for people: `s3://BUCKET/KEY`. */
  addressOf(key: string): string;
  /** Undefined if there is no such object. */
  head(key: string): Promise<StoredObject | undefined>;
  /** A small object as a whole, of at most 8 MiB; undefined if there is none. */
  read(key: string): Promise<Buffer | undefined>;
  /**
   * The bytes of an object, in blocks of at most 8 MiB, of which two are held at a time.
   * @param object with an etag, all blocks are of that content
   * @throws FLEX_INPUT_NOT_FOUND; FLEX_INPUT_CHANGED if it was replaced meanwhile
   */
  open(object: Pick<StoredObject, 'key' | 'etag'>): AsyncIterable<Buffer>;
  /** The objects whose keys begin with the prefix, in the byte order of their keys; a page at a time. */
  pages(prefix: string): AsyncIterable<readonly StoredObject[]>;
  /** Writes an object over what is there. */
  put(key: string, content: Content): Promise<void>;
  /**
   * Creates an object, atomically (`If-None-Match: *`).
   * @returns false if the key exists: its object stays unchanged
   */
  putIfAbsent(key: string, content: Content): Promise<boolean>;
  /** No error if there is none. */
  delete(key: string): Promise<void>;
}
