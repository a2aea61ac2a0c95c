/**
 * How often a row key has been seen in a statement. No I/O here: where the
 * memory must stay bounded, the caller hands in a counter that spills.
 */
import { FingerprintCounts } from '../fingerprints.js';

/** Counts keys of one table of one statement. */
export interface OccurrenceCounter {
  /** @returns 1 for the first time that this 64-bit fingerprint is seen, 2 for the second … */
  next(high: number, low: number): number;
  /** Forgets everything: the statement has ended. */
  clear(): void;
}

/**
 * Counts in memory, which grows with the number of different keys. Two keys with
 * one fingerprint (one chance in 10^19 for a pair) would only make the second one
 * look like a repetition: its key stays unique.
 */
export class MemoryOccurrences implements OccurrenceCounter {
  private readonly counts = new FingerprintCounts();

  next(high: number, low: number): number {
    const place = this.counts.find(high, low);
    const count = this.counts.at(place) + 1;
    this.counts.put(place, high, low, count);
    return count;
  }

  clear(): void {
    this.counts.clear('released');
  }
}
