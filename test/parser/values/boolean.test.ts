/** Booleans and null marks: every word, and near misses. */
import { expect, test } from 'vitest';
import { canonicalBoolean, isNullMark } from '../../../src/parser/values/boolean.js';

test.each(['Y', 'Yes', 'YES'])('%s is true', (literal) => {
  expect(canonicalBoolean(literal)).toBe('true');
});

test.each(['N', 'No', 'NO'])('%s is false', (literal) => {
  expect(canonicalBoolean(literal)).toBe('false');
});

test.each(['', 'y', 'n', 'yEs', 'true', 'false', '1', '0', 'Y ', ' N', 'N/A', '-'])(
  '%j is no boolean',
  (literal) => {
    expect(canonicalBoolean(literal)).toBeUndefined();
  },
);

test.each(['--', '-', 'N/A', 'MULTI'])('%s is a null mark', (literal) => {
  expect(isNullMark(literal)).toBe(true);
});

test.each(['', '---', '0', '-1', 'n/a', 'NA', 'Multi', 'MULTI ', ' --', 'null', 'None', 'abcde'])(
  '%j is no null mark',
  (literal) => {
    expect(isNullMark(literal)).toBe(false);
  },
);
