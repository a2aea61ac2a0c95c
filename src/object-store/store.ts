/**
 * What a bucket is to the rest of flexetl: whole objects by key. Types only. S3 is the one
 * implementation (s3.ts); it is opened by open.ts.
 *
 * Every method throws FlexError: FLEX_STORE_UNAVAILABLE and FLEX_STORE_BUSY when several tries
 * have failed, FLEX_STORE_REFUSED, FLEX_STORE_FAILED, FLEX_DEST_FULL, FLEX_CONFIG where there is no
 * such bucket or there are no credentials; or the reason of its aborted signal.
 */

/** An object as a listing shows it. */
export interface StoredObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** Tells this content from another one under the same key; '' where the store names none. */
  readonly etag: string;
  /** When it was written, in milliseconds since 1970; NaN where the store does not say. */
  readonly modified: number;
}

/** A local file that must not change meanwhile; one of any size is sent, in parts. */
export interface LocalFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

export type Content = Buffer | LocalFile;

export interface ObjectStore {
  /** The address of a key, for people: `s3://BUCKET/KEY`. */
  addressOf(key: string): string;
  /** Undefined where there is no such object. */
  head(key: string): Promise<StoredObject | undefined>;
  /** A small object as a whole, of at most 8 MiB; undefined where there is none. */
  read(key: string): Promise<Buffer | undefined>;
  /**
   * The bytes of an object, in blocks of at most 8 MiB, of which two are held at a time.
   * @param object of whose content every block is, where it has an etag
   * @throws FLEX_INPUT_NOT_FOUND; FLEX_INPUT_CHANGED where it was replaced meanwhile
   */
  open(object: Pick<StoredObject, 'key' | 'etag'>): AsyncIterable<Buffer>;
  /** The objects whose keys begin with the prefix, in the byte order of their keys; a page at a time. */
  pages(prefix: string): AsyncIterable<readonly StoredObject[]>;
  /** Writes an object over what is there. */
  put(key: string, content: Content): Promise<void>;
  /**
   * Writes an object where there is none, in one step of the store (`If-None-Match: *`).
   * @returns false where there is one: it stays as it is
   */
  putIfAbsent(key: string, content: Content): Promise<boolean>;
  /** No error where there is none. */
  delete(key: string): Promise<void>;
}
