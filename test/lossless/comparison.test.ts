/**
 * The comparison is what the other tests of this folder rest on: here rows are
 * spoilt in every way that a loader could, and each has to be noticed. The
 * independent reading is held to XML.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIXTURES } from '../fixtures.js';
import type { NdjsonRow } from '../../src/sinks/row.js';
import { differences } from './comparison.js';
import { judge } from './oracles.js';
import type { ExpectedRow } from './placement.js';
import { readTree } from './reading.js';
import { expectedOf, loadIntoMemory } from './witness.js';

describe('the comparison notices', () => {
  let expected: ExpectedRow[];
  let rows: readonly NdjsonRow[];
  beforeAll(async () => {
    const input = readFileSync(join(FIXTURES, 'null-marks', 'input.xml'));
    expected = expectedOf(input);
    ({ rows } = await loadIntoMemory(input));
    expect(differences(expected, rows)).toEqual([]);
  });

  const spoilt = (table: string, change: (row: NdjsonRow) => NdjsonRow): readonly string[] => {
    const at = rows.findIndex((row) => row.table === table);
    expect(at).not.toBe(-1);
    return differences(
      expected,
      rows.map((row, i) => (i === at ? change(row) : row)),
    );
  };
  const cell = (name: string, value: string | undefined) => (row: NdjsonRow) => {
    const { [name]: before, ...rest } = row.row;
    expect(before).not.toBe(value);
    return { ...row, row: value === undefined ? rest : { ...rest, [name]: value } };
  };
  const extra = (change: Record<string, string | undefined>) => (row: NdjsonRow) => {
    const all = Object.entries({ ...row.extra, ...change });
    const kept = all.filter((entry): entry is [string, string] => entry[1] !== undefined);
    return { ...row, extra: Object.fromEntries(kept) };
  };

  it.each([
    ['a text that is gone', cell('symbol', undefined)],
    ['a text with another case', cell('symbol', 'aapl')],
    ['a decimal that went through a float', cell('trade_price', '175.25000000000001')],
    ['a decimal with another sign', cell('quantity', '-100')],
    ['a date moved by a day', cell('trade_date', '2024-03-03')],
    ['an instant moved by an hour', cell('date_time', '2024-03-04T16:15:30Z')],
    [
      'a boolean turned round',
      (row: NdjsonRow) => ({ ...row, row: { ...row.row, is_api_order: true } }),
    ],
    ['a column that was not there', cell('cusip', '037833100')],
    ['a column that no catalogue has', cell('_oracle', 'x')],
    ['an account of another', cell('account_id', 'U1000009')],
    ['an attribute from nowhere', extra({ surprise: 'x' })],
    ['a literal kept although its column has it', extra({ quantity: '100' })],
    ['another statement', (row: NdjsonRow) => ({ ...row, statement: 'ffff' })],
    ['another section', (row: NdjsonRow) => ({ ...row, section: 'TradeConfirms' })],
    ['another element', (row: NdjsonRow) => ({ ...row, element: 'Order' })],
  ])('%s', (_, change) => {
    expect(spoilt('trades', change)).not.toEqual([]);
  });

  it('a null mark that is gone, or another one', () => {
    expect(spoilt('trade_symbol_summaries', extra({ reportDate: undefined }))).not.toEqual([]);
    expect(spoilt('trade_symbol_summaries', extra({ reportDate: '--' }))).not.toEqual([]);
  });

  it('a row that is gone, doubled, or changed places with another', () => {
    const trade = rows.find((row) => row.table === 'trades')!;
    expect(
      differences(
        expected,
        rows.filter((row) => row !== trade),
      ),
    ).not.toEqual([]);
    expect(differences(expected, [...rows, trade])).not.toEqual([]);
    expect(differences(expected.slice(1), rows)).not.toEqual([]);
  });
});

describe('the independent reading', () => {
  const attributesOf = (tag: string): Record<string, string> =>
    Object.fromEntries(readTree(tag).attributes);

  it('resolves references, and white space as XML says', () => {
    expect(
      attributesOf(`<a b="&lt;&amp;amp;&#65;&#x1F600;" c='"&apos;>' d="x\n\ty&#10;z"/>`),
    ).toEqual({
      b: '<&amp;A\u{1F600}',
      c: `"'>`,
      d: 'x  y\nz',
    });
  });

  it('tells text, CDATA and elements apart and keeps their order', () => {
    expect(readTree('<a>1<b/>2<!-- no -->3<![CDATA[<4>]]><?p i?></a>').children).toEqual([
      { text: '1' },
      { name: 'b', attributes: new Map(), children: [] },
      { text: '2' },
      { text: '3' },
      { text: '<4>' },
    ]);
  });

  it('has names that objects have as names like any other', () => {
    expect([...readTree('<a __proto__="1" constructor="2" toString="3"/>').attributes]).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
  });
});

describe('the oracles', () => {
  const limits = { timezone: 'America/New_York', decimal: undefined };

  it.each([
    ['decimal', '-6,299.980', '-6299.98'],
    ['decimal', '1.5e3', '1500'],
    ['boolean', 'No', 'false'],
    ['time', '093000', '09:30:00'],
    ['date', '04-Mar-24', '2024-03-04'],
    ['datetime', '20240304;093000', '2024-03-04T14:30:00Z'],
    ['datetime', '2024-03-04 09:30:00 EDT', '2024-03-04T13:30:00Z'],
    ['datetime', '20240310;023000', '2024-03-10T07:30:00Z'],
    ['datetime', '20241103;013000', '2024-11-03T05:30:00Z'],
    ['datetime', '20240304', '2024-03-04T05:00:00Z'],
  ] as const)('read %s %s as %s and as nothing else', (type, literal, canonical) => {
    expect(judge(type, literal, canonical, limits)).toEqual({ reading: 'whole', wrong: undefined });
    const other = canonical.replace(/\d(?=\D*$)|false/, (last) =>
      last === 'false' ? 'true' : String((Number(last) + 1) % 10),
    );
    expect(judge(type, literal, other, limits).wrong).toBe(`is ${other}`);
  });

  it.each([
    ['decimal', '1,23'],
    ['decimal', '0x10'],
    ['boolean', 'true'],
    ['time', '240000'],
    ['date', '20230229'],
    ['datetime', 'MULTI'],
  ] as const)('see nothing in %s %s', (type, literal) => {
    expect(judge(type, literal, undefined, limits).reading).toBe('none');
  });

  it('know what a destination has no digits for', () => {
    const decimal = { precision: 38, scale: 12 };
    const reading = (literal: string): string =>
      judge('decimal', literal, undefined, { ...limits, decimal }).reading;
    expect(reading('0.1234567890120')).toBe('whole');
    expect(reading('0.1234567890123')).toBe('none');
    expect(reading(`${'9'.repeat(26)}.5`)).toBe('whole');
    expect(reading(`1${'0'.repeat(26)}`)).toBe('none');
  });
});
