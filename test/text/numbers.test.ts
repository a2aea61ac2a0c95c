import { expect, it } from 'vitest';
import { plural, andMore } from '../../src/text/numbers.js';

it.each([
  [0, '0 rows'],
  [1, '1 row'],
  [1204, '1,204 rows'],
])('counts %d', (value, expected) => expect(plural(value, 'row')).toBe(expected));

it('takes the plural that it is given', () => {
  expect([1, 2].map((value) => plural(value, 'file was', 'files were'))).toEqual([
    '1 file was',
    '2 files were',
  ]);
});

it('says what was left out, and nothing where nothing was', () => {
  expect([0, 1, 1204].map((count) => andMore(count, 'gap'))).toEqual([
    [],
    ['  … and 1 more gap'],
    ['  … and 1,204 more gaps'],
  ]);
  expect(andMore(3)).toEqual(['  … and 3 more']);
});
