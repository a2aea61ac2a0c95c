import { expect, it } from 'vitest';
import { counted, more } from '../../src/text/numbers.js';

it.each([
  [0, '0 rows'],
  [1, '1 row'],
  [1204, '1,204 rows'],
])('counts %d', (value, expected) => expect(counted(value, 'row')).toBe(expected));

it('takes the plural that it is given', () => {
  expect([1, 2].map((value) => counted(value, 'file was', 'files were'))).toEqual([
    '1 file was',
    '2 files were',
  ]);
});

it('says what was left out, and nothing where nothing was', () => {
  expect([0, 1, 1204].map((count) => more(count, 'gap'))).toEqual([
    [],
    ['  … and 1 more gap'],
    ['  … and 1,204 more gaps'],
  ]);
  expect(more(3)).toEqual(['  … and 3 more']);
});
