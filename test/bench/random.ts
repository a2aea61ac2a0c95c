/**
 * Numbers that look random and are a function of what they are asked for: the
 * same words always give the same sequence, on every machine. No Math.random.
 */

/** A 32-bit FNV-1a hash of the words. */
export function hash(...words: readonly (string | number)[]): number {
  let state = 0x811c9dc5;
  for (const word of words) {
    const text = String(word);
    for (let i = 0; i < text.length; i++) {
      state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
    }
    state = Math.imul(state ^ 0x1f, 0x01000193);
  }
  return state >>> 0;
}

/** A sequence (mulberry32) that begins where the words say. */
export class Random {
  private state: number;

  constructor(...words: readonly (string | number)[]) {
    this.state = hash(...words);
  }

  /** From 0 up to and without `limit`, which is at most 2^32. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  }

  /** From `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }
}
