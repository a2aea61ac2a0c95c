import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { often } from '../brief.js';
import { cutAt, expectedOf, fixtures, read } from '../fixtures.js';

const all = fixtures();

/** Drafts an expected.json where there is none, to be reviewed by hand: `DRAFT=1 vitest run`. */
const drafting = process.env['DRAFT'] === '1';

describe.each(all)('fixture $name', (fixture) => {
  const { input } = fixture;

  it('gives what expected.json says', () => {
    const expected = expectedOf(fixture);
    const result = read([input]);
    if (expected === undefined && drafting) {
      const path = join(fixture.folder, 'expected.json');
      writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
      expect.fail(`${path} is a draft: review it line by line, and run this again.`);
    }
    expect(expected, 'expected.json is missing').toBeDefined();
    if (expected?.error !== undefined) expect(result.error).toMatchObject(expected.error);
    else expect(result).toEqual(expected);
  });

  it('gives the same byte by byte', () => {
    const bytes = Array.from(input, (_, at) => input.subarray(at, at + 1));
    expect(read(bytes)).toEqual(read([input]));
  });

  it('gives the same at random cuts and batch sizes', () => {
    const whole = read([input]);
    fc.assert(
      fc.property(
        fc.array(fc.nat(input.length), { maxLength: 12 }),
        fc.constantFrom(1, 300, 5000),
        (cuts, batchBytes) => {
          const cut = read(cutAt(input, cuts), { batchBytes });
          expect(cut).toEqual(whole);
        },
      ),
      { numRuns: often(15, 5) },
    );
  });
});
