import { expect, it } from 'vitest';
import { andMore, formatNumber, plural } from '../../src/text/numbers.js';

it.each([
  [0, '0 rows'],
  [1, '1 row'],
  [1204, '1,204 rows'],
])('counts %d', (value, expected) => expect(plural(value, 'row')).toBe(expected));

it.each([0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 1_234_567_890, -1, -999, -1000])(
  'writes %d as English does',
  (value) => expect(formatNumber(value)).toBe(value.toLocaleString('en')),
);

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
