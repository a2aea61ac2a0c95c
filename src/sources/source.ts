/**
 * A source: bytes that can be read more than once. Types only; see
 * file.ts and stream.ts.
 */

export interface Source {
  /** How messages and the summary name it: the path as given, or `-`. */
  readonly name: string;
  /** Size on disk in bytes, for progress; undefined where unknown. */
  readonly size: number | undefined;
  /**
   * The bytes from the beginning, unpacked if they are gzip (recognised by content). May be called
   * again: a file is read twice, once for the survey and once to parse.
   * @param onRead is called with the number of stored bytes read since its last call
   * @throws FlexError FLEX_INPUT_UNREADABLE
   */
  open(onRead?: (bytes: number) => void): AsyncIterable<Buffer>;
  /** Releases what the source holds (the spool of stdin). */
  close(): Promise<void>;
}
