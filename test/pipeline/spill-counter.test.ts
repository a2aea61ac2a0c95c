/** Counting beyond memory is counting: the same numbers as a Map, whatever goes to disk. */
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OccurrenceSpill, type SpillOptions } from '../../src/pipeline/spill-counter.js';
import { fingerprint } from '../../src/parser/fingerprints.js';
import { MemoryOccurrences } from '../../src/parser/rows/occurrences.js';
import { runs } from '../fuzz/runs.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'flexetl-spill-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** What every counter must do. */
class Model {
  private counts = new Map<string, number>();

  next(high: number, low: number): number {
    const key = `${high}:${low}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count;
  }

  clear(): void {
    this.counts.clear();
  }
}

/** Few values, so that they repeat, and those at the edges. */
const half = fc.oneof(fc.integer({ min: 0, max: 1 }), fc.constantFrom(0xffffffff, 0x80000000));
const TABLES = 3;
const step = fc.oneof(
  { weight: 20, arbitrary: fc.record({ table: fc.nat(TABLES - 1), high: half, low: half }) },
  { weight: 1, arbitrary: fc.record({ table: fc.nat(TABLES - 1), clear: fc.constant(true) }) },
);

/** `count` fingerprints of texts of which each `distinct`th is the same. */
function* prints(count: number, distinct: number): Generator<[high: number, low: number]> {
  const out = new Uint32Array(2);
  for (let i = 0; i < count; i++) {
    fingerprint(`key ${(i * 7919) % distinct}`, out);
    yield [out[0]!, out[1]!];
  }
}

describe('OccurrenceSpill', () => {
  it('counts what a Map counts, for each table apart', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 100, maxLength: 400 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 2, max: 4 }),
        fc.constantFrom(4, 64),
        (steps, kept, fanIn, filterBytes) => {
          const spill = new OccurrenceSpill({ kept, fanIn, filterBytes, directory });
          const tables = Array.from({ length: TABLES }, () => ({
            counter: spill.counter(),
            model: new Model(),
          }));
          try {
            for (const one of steps) {
              const { counter, model } = tables[one.table]!;
              if ('clear' in one) {
                counter.clear();
                model.clear();
              } else {
                expect(counter.next(one.high, one.low)).toBe(model.next(one.high, one.low));
              }
            }
          } finally {
            spill.close();
          }
        },
      ),
      runs(200),
    );
  });

  it.each<[string, SpillOptions]>([
    ['runs of many pages', { kept: 2000, fanIn: 3 }],
    ['runs merged again and again', { kept: 50, fanIn: 2 }],
    ['a filter that is full', { kept: 700, filterBytes: 4 }],
  ])('is exact with %s', (_, options) => {
    const spill = new OccurrenceSpill({ ...options, directory });
    const counter = spill.counter();
    const model = new Model();
    let most = 0;
    try {
      for (const [high, low] of prints(30_000, 6_100)) {
        const count = counter.next(high, low);
        if (count !== model.next(high, low)) expect.fail(`${high}:${low} was counted ${count}`);
        most = Math.max(most, spill.runs);
      }
    } finally {
      spill.close();
    }
    expect(most).toBeGreaterThan(1);
    // 30,000 rows in runs of 50 are 600 files where nothing is merged.
    expect(most).toBeLessThan(25);
  });

  it('writes nothing up to the threshold, for all tables together', () => {
    const nowhere = join(directory, 'missing');
    const spill = new OccurrenceSpill({ kept: 100, directory: nowhere });
    const [first, second] = [spill.counter(), spill.counter()];
    const all = [...prints(101, 101)];
    for (const [i, [high, low]] of all.slice(0, 100).entries()) {
      expect((i % 2 === 0 ? first : second).next(high, low)).toBe(1);
    }
    // A key that is known needs no more room.
    expect(first.next(...all[0]!)).toBe(2);
    expect(() => first.next(...all[100]!)).toThrow(
      expect.objectContaining({ code: 'FLEX_CONFIG' }),
    );
    spill.close();
  });

  it('leaves no name behind while it counts, and starts anew when all tables are cleared', () => {
    const spill = new OccurrenceSpill({ kept: 10, directory });
    const [first, second] = [spill.counter(), spill.counter()];
    for (const print of prints(35, 35)) first.next(...print);
    second.next(1, 1);
    expect(spill.runs).toBe(3);
    if (process.platform !== 'win32') expect(readdirSync(directory)).toEqual([]);
    first.clear();
    expect(second.next(1, 1)).toBe(2);
    expect(spill.runs).toBe(3);
    second.clear();
    expect(spill.runs).toBe(0);
    for (const print of prints(35, 35)) expect(first.next(...print)).toBe(1);
    spill.close();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('cannot be used after close', () => {
    const spill = new OccurrenceSpill({ kept: 10, directory });
    const counter = spill.counter();
    for (const print of prints(11, 11)) counter.next(...print);
    spill.close();
    spill.close();
    expect(spill.runs).toBe(0);
    expect(() => counter.next(1, 1)).toThrow(expect.objectContaining({ code: 'FLEX_BUG' }));
    expect(() => counter.clear()).not.toThrow();
  });

  // Elsewhere the system does not say which files a process has open.
  it.runIf(process.platform === 'linux')('holds no descriptor after clear, or after close', () => {
    const open = (): number =>
      readdirSync('/proc/self/fd').filter((name) => {
        try {
          return readlinkSync(`/proc/self/fd/${name}`).startsWith(directory);
        } catch {
          return false; // the one that listed them
        }
      }).length;
    const spill = new OccurrenceSpill({ kept: 10, fanIn: 3, directory });
    const counter = spill.counter();
    for (const end of ['clear', 'close'] as const) {
      for (const print of prints(255, 255)) counter.next(...print);
      expect(open()).toBe(spill.runs);
      expect(open()).toBeGreaterThan(1);
      if (end === 'clear') counter.clear();
      else spill.close();
      expect(open()).toBe(0);
    }
  });
});

describe('MemoryOccurrences', () => {
  it('counts what a Map counts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(half, half), { maxLength: 400 }), (pairs) => {
        const counter = new MemoryOccurrences();
        for (let round = 0; round < 2; round++) {
          const model = new Model();
          for (const [high, low] of pairs) {
            expect(counter.next(high, low)).toBe(model.next(high, low));
          }
          counter.clear();
        }
      }),
    );
  });

  it('gives every text a count of its own', () => {
    const counter = new MemoryOccurrences();
    const counts = new Set<number>();
    for (const [high, low] of prints(20_000, 20_000)) {
      counts.add(counter.next(high, low));
    }
    expect(counts).toEqual(new Set([1]));
  });
});
