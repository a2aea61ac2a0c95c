/**
 * How often a row key has been seen in a statement. No I/O here: where the
 * memory must stay bounded, the caller hands in a counter that spills.
 */

/** Counts keys of one table of one statement. */
export interface OccurrenceCounter {
  /** @returns 1 for the first time that this 64-bit fingerprint is seen, 2 for the second … */
  next(high: number, low: number): number;
  /** Forgets everything: the statement has ended. */
  clear(): void;
}

const FIRST_SLOTS = 256;

/**
 * Fingerprints in an open-addressing table: 8 bytes a slot, at most two thirds
 * full. Two keys with one fingerprint (one chance in 10^19 for a pair) would
 * only make the second one look like a repetition: its key stays unique.
 */
export class MemoryOccurrences implements OccurrenceCounter {
  private slots = new Uint32Array(FIRST_SLOTS * 2);
  private used = 0;
  private repeated = new Map<string, number>();

  get size(): number {
    return this.used;
  }

  next(high: number, low: number): number {
    if (!this.add(high, low)) {
      const name = `${high}:${low}`;
      const count = (this.repeated.get(name) ?? 1) + 1;
      this.repeated.set(name, count);
      return count;
    }
    return 1;
  }

  /** Whether the fingerprint was new. 0:0 marks a free slot, so it is stored as 0:1. */
  add(high: number, low: number): boolean {
    const first = high >>> 0;
    const second = high === 0 && low === 0 ? 1 : low >>> 0;
    const { slots } = this;
    const mask = slots.length / 2 - 1;
    for (let slot = second & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 2;
      if (slots[at] === first && slots[at + 1] === second) return false;
      if (slots[at] === 0 && slots[at + 1] === 0) {
        slots[at] = first;
        slots[at + 1] = second;
        this.used++;
        if (this.used * 3 > (mask + 1) * 2) this.enlarge();
        return true;
      }
    }
  }

  clear(): void {
    if (this.slots.length > FIRST_SLOTS * 2) this.slots = new Uint32Array(FIRST_SLOTS * 2);
    else this.slots.fill(0);
    this.used = 0;
    this.repeated.clear();
  }

  private enlarge(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    this.used = 0;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] !== 0 || old[at + 1] !== 0) this.add(old[at]!, old[at + 1]!);
    }
  }
}

/** A 64-bit fingerprint of a short text, as two unsigned 32-bit halves in `out`. */
export function fingerprint(text: string, out: Uint32Array): void {
  let first = 0xdeadbeef ^ text.length;
  let second = 0x41c6ce57 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    first = Math.imul(first ^ code, 2654435761);
    second = Math.imul(second ^ code, 1597334677);
  }
  first =
    Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  second =
    Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  out[0] = first;
  out[1] = second;
}
