/**
 * The memory through which one thread gives bytes to another, and how it is laid out: slots that
 * are filled and emptied in turn. Both threads compile this file; it holds no work.
 */

/** As many bytes as a source gives at once. */
export const SLOT_BYTES = 256 * 1024;
export const SLOTS = 4;
export const DIGEST_BYTES = 32;

/** Slots that were filled so far, and emptied; each wakes who waits for the other. */
export const FILLED = 0;
export const EMPTIED = 1;
/** How many bytes each slot holds, or what stands there instead. */
export const LENGTHS = 2;
const WORDS = LENGTHS + SLOTS;

/** The bytes have ended: their digest is wanted. */
export const END = -1;
/** The bytes are not wanted any more: others follow. */
export const FORGET = -2;

const FIRST_SLOT = 1024;

export class Ring {
  readonly words: Int32Array;
  /** The digest that was asked for last. */
  readonly digest: Uint8Array;

  constructor(readonly memory = new SharedArrayBuffer(FIRST_SLOT + SLOTS * SLOT_BYTES)) {
    this.words = new Int32Array(memory, 0, WORDS);
    this.digest = new Uint8Array(memory, FIRST_SLOT - DIGEST_BYTES, DIGEST_BYTES);
  }

  /** The bytes of the slot whose turn it is. */
  slot(turn: number): Uint8Array {
    return new Uint8Array(this.memory, FIRST_SLOT + (turn % SLOTS) * SLOT_BYTES, SLOT_BYTES);
  }

  lengthAt(turn: number): number {
    return this.words[LENGTHS + (turn % SLOTS)]!;
  }

  /** Makes the slot whose turn it is known to the other thread. */
  fill(turn: number, length: number): void {
    this.words[LENGTHS + (turn % SLOTS)] = length;
    Atomics.store(this.words, FILLED, turn + 1);
    Atomics.notify(this.words, FILLED);
  }
}
