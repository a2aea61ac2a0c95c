/**
 * Fingerprints of 64 bits, and how often each was seen, in few bytes. No I/O here; what is
 * counted is the business of those who count.
 */

/** Words of a slot: the two halves of a fingerprint and its count, which is 0 where it is free. */
const SLOT = 3;
const FIRST_SLOTS = 256;
/** Slots that are emptied rather than given back. */
const KEPT_SLOTS = 4096;

/** Where in a 64-bit number the machine has the upper 32 bits: word 1, or word 0. */
export const HIGH_WORD = new Uint32Array(BigUint64Array.of(1n).buffer)[0] === 1 ? 1 : 0;

/** Counts by fingerprint in an open-addressing table: 12 bytes a slot, at most two thirds full. */
export class FingerprintCounts {
  private slots = new Uint32Array(FIRST_SLOTS * SLOT);
  private used = 0;

  /** Number of different fingerprints. */
  get size(): number {
    return this.used;
  }

  /** The place of a fingerprint, or the free one that it would take; good until the next `put`. */
  find(high: number, low: number): number {
    const first = high >>> 0;
    const second = low >>> 0;
    const { slots } = this;
    const mask = slots.length / SLOT - 1;
    for (let slot = second & mask; ; slot = (slot + 1) & mask) {
      const at = slot * SLOT;
      if (slots[at + 2] === 0) return at;
      if (slots[at] === first && slots[at + 1] === second) return at;
    }
  }

  /** The count at a place that `find` returned; 0 where it is free. */
  at(place: number): number {
    return this.slots[place + 2]!;
  }

  /** @param count at least 1 */
  put(place: number, high: number, low: number, count: number): void {
    const { slots } = this;
    const isNew = slots[place + 2] === 0;
    slots[place] = high;
    slots[place + 1] = low;
    slots[place + 2] = count;
    if (!isNew) return;
    this.used++;
    if (this.used * SLOT * 3 > slots.length * 2) this.enlarge();
  }

  /** The fingerprints, ascending: the upper half of one is its HIGH_WORD. */
  sorted(): BigUint64Array {
    const { slots } = this;
    const keys = new BigUint64Array(this.used);
    const words = new Uint32Array(keys.buffer);
    let to = 0;
    for (let at = 0; at < slots.length; at += SLOT) {
      if (slots[at + 2] === 0) continue;
      words[to + HIGH_WORD] = slots[at]!;
      words[to + 1 - HIGH_WORD] = slots[at + 1]!;
      to += 2;
    }
    return keys.sort();
  }

  /** @param room 'kept' where it will be as full again soon; else the memory is given back */
  clear(room: 'kept' | 'released'): void {
    if (room === 'released' && this.slots.length > KEPT_SLOTS * SLOT) {
      this.slots = new Uint32Array(FIRST_SLOTS * SLOT);
    } else if (this.used > 0) {
      this.slots.fill(0);
    }
    this.used = 0;
  }

  private enlarge(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    this.used = 0;
    for (let at = 0; at < old.length; at += SLOT) {
      const count = old[at + 2]!;
      if (count === 0) continue;
      this.put(this.find(old[at]!, old[at + 1]!), old[at]!, old[at + 1]!, count);
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
