/** Lines are broken between words, lose nothing, and fit where a word does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrap } from '../../src/text/wrap.js';

const word = fc.string({
  unit: fc.constantFrom('a', 'é', '🙂', '/', '.'),
  minLength: 1,
  maxLength: 45,
});

test('nothing is lost, and no line is longer than it must be', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 30, max: 60 }),
      fc.constantFrom('', '  ', '      '),
      (words, width, indent) => {
        const [first = '', ...others] = wrap(words.join(' '), width, indent);
        expect(others.every((line) => line.startsWith(indent))).toBe(true);
        const bare = [first, ...others.map((line) => line.slice(indent.length))];
        expect(bare.join(' ')).toBe(words.join(' '));
        for (const line of bare) {
          const fits = Array.from(line).length + indent.length <= width;
          expect(fits || !line.includes(' ')).toBe(true);
        }
      },
    ),
  );
});

test('a line takes as many words as it holds', () => {
  expect(wrap('one two three four five six seven eight', 30)).toEqual([
    'one two three four five six',
    'seven eight',
  ]);
});

test('no terminal is taken to be narrower than thirty characters', () => {
  expect(wrap('one two three four five six', 5)).toHaveLength(1);
});
