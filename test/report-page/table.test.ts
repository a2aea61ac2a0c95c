/** Tables of the page: what is told once, what is left out, what is folded and cut. */
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/report-page/document.js';
import { tableHtml } from '../../src/report-page/table.js';
import { HOSTILE } from './reports.js';

const COLUMNS: Table['columns'] = [
  { title: 'Account', kind: 'name' },
  { title: 'Symbol', kind: 'text' },
  { title: 'Realized', kind: 'amount' },
];
const shown = (table: Partial<Table>): string =>
  tableHtml({ caption: 'Profit', columns: COLUMNS, rows: [], ...table }).text;

describe('a table', () => {
  it('shows amounts rounded, with all digits in the tooltip', () => {
    const text = shown({ rows: [['A', 'X', '-1234.5678']] });
    expect(text).toContain('<td>X</td><td class="n" title="−1,234.5678">−1,234.57</td>');
    expect(shown({ rows: [['A', 'X', '1.50']] })).toContain('<td class="n">1.50</td>');
  });

  it('tells a name once where all rows have it', () => {
    const one = shown({
      rows: [
        ['A', 'X', '1'],
        ['A', 'Y', '2'],
      ],
    });
    expect(one).toContain('<span>Account <bdi>A</bdi></span>');
    expect(one).not.toContain('>Account</th>');
    const two = shown({
      rows: [
        ['A', 'X', '1'],
        ['B', 'Y', '2'],
      ],
    });
    expect(two).toContain('>Account</th>');
  });

  it('leaves out a column that no row has, and shows what one row lacks as a dash', () => {
    expect(shown({ rows: [['A', 'X', null]] })).not.toContain('Realized');
    const text = shown({
      rows: [
        ['A', 'X', null],
        ['A', '', '2'],
      ],
    });
    expect(text).toContain('<td>X</td><td class="n">–</td>');
    expect(text).toContain('<td>–</td><td class="n">2.00</td>');
  });

  it('says where it is cut, and how', () => {
    const rows = [['A', 'X', '1']];
    expect(shown({ rows, total: 1 })).not.toContain('cut');
    expect(shown({ rows, total: 1234, shown: 'the newest' })).toContain(
      'This list is cut: it shows the newest 1 of 1,234 rows, and leaves out 1,233.',
    );
  });

  it('is folded where it is long', () => {
    const rows = Array.from({ length: 41 }, (_, index) => ['A', `${index}`, '1']);
    expect(shown({ rows })).toContain('<summary>Profit: 41 rows</summary>');
    expect(shown({ rows: rows.slice(1) })).not.toContain('<details');
  });

  it('says by which column it is sorted', () => {
    const text = shown({ rows: [['A', 'X', '1']], sorted: [1, 'descending'] });
    expect(text).toContain('<th scope="col" aria-sort="descending">Symbol</th>');
    expect(text).toContain('<th scope="col" aria-sort="none" class="n">Realized</th>');
  });

  it('shows a number that is no decimal as it is', () => {
    expect(shown({ rows: [['A', 'X', '1e+20']] })).toContain('<td class="n">1e+20</td>');
    expect(shown({ rows: [['A', 'X', '<b>']] })).toContain('<td class="n">&lt;b&gt;</td>');
  });

  it('takes no markup from a value', () => {
    const text = shown({ rows: [[HOSTILE, HOSTILE, '1']] });
    expect(text).not.toMatch(/<img|<\/script|\u202e/);
    expect(text.split('&lt;img src=x')).toHaveLength(3);
  });
});
