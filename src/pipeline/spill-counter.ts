/**
 * Counts row keys in bounded memory, however many rows a statement has: a limited number of
 * fingerprints in memory, the rest in sorted runs on disk (spill-run.ts), behind a filter that
 * nearly always tells when a key is in none of them. All tables of a parse share one budget.
 * Synchronous, like the parser.
 */
import { tmpdir } from 'node:os';
import { FlexError } from '../errors.js';
import { isBefore, RunWriter, type Run, type RunReader } from './spill-run.js';
import { FingerprintCounts, HIGH_WORD } from '../parser/fingerprints.js';
import type { OccurrenceCounter } from '../parser/rows/occurrences.js';

export interface SpillOptions {
  /**
   * Fingerprints in memory, for all tables together. Default 2^17: 3 MiB, and 1 MiB to sort them.
   */
  readonly kept?: number;
  /** Bytes of the filter, a power of two; allocated when there are runs. Default 4 MiB. */
  readonly filterBytes?: number;
  /** How many runs of similar size are merged into one. Default 8. */
  readonly fanIn?: number;
  /** Where runs are written. Default: the temporary directory of the system. */
  readonly directory?: string;
}

/** The counters of one parse. Call `close` when the parse has ended, even after an error. */
export class OccurrenceSpill {
  private readonly kept: number;
  private readonly filterBytes: number;
  private readonly fanIn: number;
  private readonly directory: string;
  /** Full counts of recent keys: they override those of the runs. */
  private readonly recent = new FingerprintCounts();
  /** Runs by size, smallest first; within a size, oldest first. A smaller run is a newer one. */
  private levels: Run[][] = [];
  private filter: BloomFilter | undefined;
  /** Tables that have counted something and were not cleared. */
  private live = 0;
  /** How many tables there were since the counter was last empty. */
  private tables = 0;
  private closed = false;

  constructor(options: SpillOptions = {}) {
    this.kept = options.kept ?? 2 ** 17;
    this.filterBytes = options.filterBytes ?? 4 * 1024 * 1024;
    this.fanIn = options.fanIn ?? 8;
    this.directory = options.directory ?? tmpdir();
  }

  /** A counter for one table. */
  counter(): OccurrenceCounter {
    return new SpillingCounter(this);
  }

  /** The number of open files. */
  get runs(): number {
    return this.levels.reduce((sum, level) => sum + level.length, 0);
  }

  /** Frees files and memory. Counting after that is an error. */
  close(): void {
    this.closed = true;
    this.forget();
  }

  /** @returns the number of a table, which tells its fingerprints from those of others */
  enter(): number {
    this.live++;
    return this.tables++;
  }

  leave(): void {
    if (--this.live === 0) this.forget();
  }

  /** @throws FlexError FLEX_DEST_FULL, or FLEX_CONFIG if the temporary directory cannot be used */
  next(high: number, low: number): number {
    if (this.closed) throw new FlexError('FLEX_BUG', 'Row keys are counted after the end.');
    const { recent } = this;
    let place = recent.find(high, low);
    let count = recent.at(place);
    if (count === 0) {
      if (recent.size >= this.kept) {
        this.spill();
        place = recent.find(high, low);
      }
      count = this.spilled(high, low);
    }
    recent.put(place, high, low, count + 1);
    return count + 1;
  }

  /** The count in the runs: the newest run that has the fingerprint decides. */
  private spilled(high: number, low: number): number {
    if (this.filter?.mayHold(high, low) !== true) return 0;
    for (const level of this.levels) {
      for (let i = level.length - 1; i >= 0; i--) {
        const count = level[i]!.find(high, low);
        if (count > 0) return count;
      }
    }
    return 0;
  }

  /** Writes the fingerprints in memory to a new run. */
  private spill(): void {
    const { recent } = this;
    const filter = (this.filter ??= new BloomFilter(this.filterBytes));
    const run = this.write(recent.size, (writer) => {
      const words = new Uint32Array(recent.sorted().buffer);
      for (let at = 0; at < words.length; at += 2) {
        const high = words[at + HIGH_WORD]!;
        const low = words[at + 1 - HIGH_WORD]!;
        writer.append(high, low, recent.at(recent.find(high, low)));
        filter.add(high, low);
      }
    });
    recent.clear('kept');
    this.add(run, 0);
  }

  private add(run: Run, level: number): void {
    const runs = (this.levels[level] ??= []);
    runs.push(run);
    if (runs.length < this.fanIn) return;
    const merged = this.merge(runs);
    this.levels[level] = [];
    for (const old of runs) old.close();
    this.add(merged, level + 1);
  }

  /** @param runs oldest first: of equal fingerprints the last one counts */
  private merge(runs: readonly Run[]): Run {
    const most = runs.reduce((sum, { count }) => sum + count, 0);
    return this.write(most, (writer) => {
      const readers = runs.map((run) => run.reader());
      for (;;) {
        const first = firstOf(readers);
        if (first === undefined) return;
        const { high, low, count } = first;
        writer.append(high, low, count);
        for (const reader of readers) {
          if (!reader.ended && reader.high === high && reader.low === low) reader.advance();
        }
      }
    });
  }

  private write(most: number, fill: (writer: RunWriter) => void): Run {
    const writer = new RunWriter(this.directory, most);
    try {
      fill(writer);
      return writer.finish();
    } catch (thrown) {
      writer.abandon();
      throw thrown;
    }
  }

  private forget(): void {
    this.recent.clear('released');
    this.filter = undefined;
    for (const level of this.levels) for (const run of level) run.close();
    this.levels = [];
    this.tables = 0;
  }
}

/** Of the readers at the smallest fingerprint, the last one. */
function firstOf(readers: readonly RunReader[]): RunReader | undefined {
  let first: RunReader | undefined;
  for (const reader of readers) {
    if (reader.ended) continue;
    if (first === undefined || !isBefore(first.high, first.low, reader.high, reader.low)) {
      first = reader;
    }
  }
  return first;
}

/** The keys of one table, told from others by a pattern that is XORed onto its fingerprints. */
class SpillingCounter implements OccurrenceCounter {
  private entered = false;
  private highPattern = 0;
  private lowPattern = 0;

  constructor(private readonly spill: OccurrenceSpill) {}

  next(high: number, low: number): number {
    if (!this.entered) {
      const table = this.spill.enter();
      this.entered = true;
      this.highPattern = Math.imul(table, 0x9e3779b1);
      this.lowPattern = Math.imul(table, 0x85ebca6b);
    }
    return this.spill.next((high ^ this.highPattern) >>> 0, (low ^ this.lowPattern) >>> 0);
  }

  clear(): void {
    if (!this.entered) return;
    this.entered = false;
    this.spill.leave();
  }
}

/** Bits set by a fingerprint. */
const PROBES = 3;

/** Tells of a fingerprint that it was never added, or that it may have been. */
class BloomFilter {
  private readonly words: Uint32Array;
  private readonly mask: number;

  constructor(bytes: number) {
    this.words = new Uint32Array(bytes / 4);
    this.mask = bytes * 8 - 1;
  }

  add(high: number, low: number): void {
    const step = high | 1;
    for (let i = 0, bit = low; i < PROBES; i++, bit += step) {
      const at = bit & this.mask;
      this.words[at >>> 5]! |= 1 << (at & 31);
    }
  }

  mayHold(high: number, low: number): boolean {
    const step = high | 1;
    for (let i = 0, bit = low; i < PROBES; i++, bit += step) {
      const at = bit & this.mask;
      if ((this.words[at >>> 5]! & (1 << (at & 31))) === 0) return false;
    }
    return true;
  }
}
