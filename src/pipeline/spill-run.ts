/**
 * A run: fingerprints and their counts, ascending, in a temporary file of its own. Written once,
 * then searched and read through. When runs are written and merged is decided in spill-counter.ts.
 */
import { PrivateFile } from '../files/private-file.js';

/** Words of a record: the two halves of the fingerprint, and the count. */
const RECORD = 3;
/** Bytes read to find one record: 6 KiB. */
const PAGE_RECORDS = 512;
const PAGE_WORDS = PAGE_RECORDS * RECORD;
const PAGE_BYTES = PAGE_WORDS * 4;
/** How many first fingerprints of pages are kept in memory, however many pages there are. */
const FENCES = 1024;
/** Pages written or read at a time in a sequential pass. */
const PAGES_AT_A_TIME = 8;

/** Scratch space of `find`: nothing is kept in it between calls. */
const page = new Uint32Array(PAGE_WORDS);
const pageMemory = bytesOf(page);

/** Whether fingerprint a comes before b. */
export function isBefore(aHigh: number, aLow: number, bHigh: number, bLow: number): boolean {
  return aHigh < bHigh || (aHigh === bHigh && aLow < bLow);
}

/** Writes a run, record by record, ascending. Ends with `finish` or `abandon`. */
export class RunWriter {
  private readonly file: PrivateFile;
  private readonly words = new Uint32Array(PAGE_WORDS * PAGES_AT_A_TIME);
  private filled = 0;
  private count = 0;
  private readonly pagesPerFence: number;
  private readonly fences: number[] = [];

  /**
   * @param most the largest possible number of records
   * @throws FlexError FLEX_CONFIG if no file can be created in the directory
   */
  constructor(directory: string, most: number) {
    this.pagesPerFence = Math.max(1, Math.ceil(most / PAGE_RECORDS / FENCES));
    this.file = new PrivateFile(directory, 'count row keys in');
  }

  /** @throws FlexError FLEX_DEST_FULL if no space is left */
  append(high: number, low: number, count: number): void {
    if (this.count % (PAGE_RECORDS * this.pagesPerFence) === 0) this.fences.push(high, low);
    const { words, filled } = this;
    words[filled] = high;
    words[filled + 1] = low;
    words[filled + 2] = count;
    this.filled += RECORD;
    this.count++;
    if (this.filled === words.length) this.flush();
  }

  finish(): Run {
    this.flush();
    return new Run(this.file, this.count, Uint32Array.from(this.fences), this.pagesPerFence);
  }

  abandon(): void {
    this.file.close();
  }

  private flush(): void {
    this.file.append(bytesOf(this.words).subarray(0, this.filled * 4));
    this.filled = 0;
  }
}

export class Run {
  private readonly pages: number;

  constructor(
    private readonly file: PrivateFile,
    /** Number of records. */
    readonly count: number,
    private readonly fences: Uint32Array,
    private readonly pagesPerFence: number,
  ) {
    this.pages = Math.ceil(count / PAGE_RECORDS);
  }

  /** The count of a fingerprint; 0 if the run does not have it. */
  find(high: number, low: number): number {
    let from = this.fenceBefore(high, low) * this.pagesPerFence;
    if (from < 0) return 0;
    let to = Math.min(from + this.pagesPerFence, this.pages);
    while (from < to) {
      const middle = (from + to) >> 1;
      const records = this.file.read(pageMemory, middle * PAGE_BYTES) / 4 / RECORD;
      const last = (records - 1) * RECORD;
      if (isBefore(high, low, page[0]!, page[1]!)) to = middle;
      else if (isBefore(page[last]!, page[last + 1]!, high, low)) from = middle + 1;
      else return countIn(page, records, high, low);
    }
    return 0;
  }

  /** The records, from first to last. */
  reader(): RunReader {
    return new RunReader(this.file);
  }

  close(): void {
    this.file.close();
  }

  /** The last fence that is not beyond the fingerprint, or -1. */
  private fenceBefore(high: number, low: number): number {
    const { fences } = this;
    let from = 0;
    let to = fences.length / 2;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBefore(high, low, fences[middle * 2]!, fences[middle * 2 + 1]!)) to = middle;
      else from = middle + 1;
    }
    return from - 1;
  }
}

/** A position in a run. The fields are those of the record there, while `ended` is false. */
export class RunReader {
  high = 0;
  low = 0;
  count = 0;
  ended = false;
  private readonly words = new Uint32Array(PAGE_WORDS * PAGES_AT_A_TIME);
  private at = 0;
  private filled = 0;
  private position = 0;

  constructor(private readonly file: PrivateFile) {
    this.advance();
  }

  advance(): void {
    const { words } = this;
    if (this.at === this.filled) {
      this.filled = this.file.read(bytesOf(words), this.position) / 4;
      this.position += this.filled * 4;
      this.at = 0;
      this.ended = this.filled === 0;
      if (this.ended) return;
    }
    this.high = words[this.at]!;
    this.low = words[this.at + 1]!;
    this.count = words[this.at + 2]!;
    this.at += RECORD;
  }
}

function countIn(words: Uint32Array, records: number, high: number, low: number): number {
  let from = 0;
  let to = records;
  while (from < to) {
    const middle = (from + to) >> 1;
    const at = middle * RECORD;
    if (words[at] === high && words[at + 1] === low) return words[at + 2]!;
    if (isBefore(words[at]!, words[at + 1]!, high, low)) from = middle + 1;
    else to = middle;
  }
  return 0;
}

/** The same memory. */
function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
