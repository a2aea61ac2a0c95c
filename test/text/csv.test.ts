/** What people ask for as CSV: any text comes back, and NULL is told from the empty string. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines } from '../../src/text/csv.js';
import { readCsv } from '../sinks/csv-reader.js';

const cell = fc.option(
  fc.string({
    unit: fc.oneof(fc.constantFrom('"', ',', '\r', '\n', ' ', '\ufeff', "'"), fc.string()),
  }),
);

test('any text comes back', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 5 })
        .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }))),
      (rows) => {
        expect(readCsv(csvLines(rows))).toEqual(rows);
      },
    ),
  );
});

test.each([
  [['a', null, ''], 'a,,""\n'],
  [[null], '""\n'],
  [[''], '""\n'],
  [['a,b', 'c"d', 'e\nf', 'g\rh', ' i', 'j\t'], '"a,b","c""d","e\nf","g\rh"," i","j\t"\n'],
  [['=1+1', '-1', '\ufeff'], '=1+1,-1,\ufeff\n'],
])('%j is the line %j', (row, line) => {
  expect(csvLines([row])).toBe(line);
});

test('no rows are no lines', () => {
  expect(csvLines([])).toBe('');
});
