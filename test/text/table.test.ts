import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/text/printable.js';
import { columnsWithin, columnWidths, table, type TableColumn } from '../../src/text/table.js';

const columns: readonly TableColumn[] = [{ title: 'name' }, { title: 'count', align: 'right' }];

describe('a table', () => {
  it('aligns text left and numbers right', () => {
    expect(
      table(columns, [
        ['trades', '12'],
        ['😀', '1234567'],
      ]),
    ).toEqual(['name      count', '──────  ───────', 'trades       12', '😀       1234567']);
  });

  it('cuts text to the width, never numbers', () => {
    expect(table(columns, [['x'.repeat(50), '1234567890123']], 29)).toEqual([
      'name                    count',
      '──────────────  ─────────────',
      'xxxxxxxxxxxxx…  1234567890123',
    ]);
  });

  it('shows no control characters', () => {
    expect(table([{ title: 'a' }], [['\u001b[31m\n\u202e']])[2]).toBe('·[31m··');
  });

  it('fits where it can, and is no narrower than it must be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 200 }),
        (lengths, width) => {
          const row = lengths.map((length) => 'x'.repeat(length));
          const titles = lengths.map(() => ({ title: 'x' }));
          const gaps = 2 * (lengths.length - 1);
          const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, gaps);
          const widths = columnWidths(titles, [row], width);
          expect(widths.every((each, index) => each <= lengths[index]!)).toBe(true);
          const narrowest = sum(lengths.map((length) => Math.min(length, 12)));
          expect(sum(widths)).toBe(Math.max(Math.min(sum(lengths), width), narrowest));
        },
      ),
    );
  });

  it('tells how many columns fit', () => {
    expect(columnsWithin([10, 10, 10], 34)).toBe(3);
    expect(columnsWithin([10, 10, 10], 33)).toBe(2);
    expect(columnsWithin([50], 10)).toBe(1);
    expect(columnsWithin([50, 50], undefined)).toBe(2);
  });
});

describe('printable', () => {
  it('leaves letters of all languages alone', () => {
    expect(printable('Zürich 東京 😀')).toBe('Zürich 東京 😀');
  });
});
