/** The lane says what the fast path and saxes say: same cells, keys, counts, problems, places. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OccurrenceCounter } from '../../../src/parser/rows/occurrences.js';
import { MOST_KEY_BYTES } from '../../../src/parser/rows/row-key.js';
import { NULL_MARKS } from '../../../src/parser/values/boolean.js';
import { FlexError } from '../../../src/errors.js';
import type { LayoutMemory } from '../../../src/parser/xml/fast-path.js';
import { cutAt, fixtures } from '../../fixtures.js';
import { PATIENCE, runs } from '../../fuzz/runs.js';
import { documents } from './documents.js';
import { reading, type Reading } from './readings.js';

const LIMITS = fc.constantFrom(undefined, { precision: 38, scale: 12 }, { precision: 6, scale: 2 });
const CUTS = fc.array(fc.nat(30_000), { maxLength: 6 });
const bytesOf = (input: Buffer): Buffer[] =>
  Array.from({ length: input.length }, (_, at) => input.subarray(at, at + 1));

const TRADE = (symbol: string, more = ''): string =>
  `<Trade accountId="U1000001" reportDate="20240304" symbol="${symbol}" quantity="1" ${more}/>`;
const reportOf = (rows: readonly string[]): Buffer =>
  Buffer.from(
    `<FlexQueryResponse queryName="Q" type="AF">\n<FlexStatements count="1">\n<FlexStatement accountId="U1000001" fromDate="20240304" toDate="20240304" whenGenerated="20240305;080000">\n<Trades>\n${rows.join('\n')}\n</Trades>\n</FlexStatement>\n</FlexStatements>\n</FlexQueryResponse>\n`,
  );
/** All three ways, which agree. */
function agreed(input: Buffer): Reading {
  const lane = reading([input], 'lane');
  expect(lane.said).toEqual(reading([input], 'sax').said);
  expect(lane.said).toEqual(reading([input], 'plain').said);
  return lane;
}

/** Values that are read, and that are declined, in a row that is plain otherwise; by attribute. */
const HOSTILE: Readonly<Record<string, string>> = {
  transactionID: '- -- N/A MULTI A|B a#b a/b a:b a\\b 1 1 -- -- AT&amp;T é',
  ibExecID: '- -- N/A MULTI 0000e1a2.65f0 0000e1a2.65f0 &lt;&gt;&quot;&apos;&amp;',
  accountId: 'U1000001 U1000002 - U100000 U10000011 U1000001&amp;',
  reportDate: '20240304 2024-03-04 20240230 20240229 20230229 03/04/2024 20240304;093000 -- 0',
  tradeDate: '20240301 20231231 2024-02-28 -- MULTI 20240304;120000 00010101 99991231',
  dateTime: `20240310;013000 20240310;023000 20241103;013000 20231231;200000 20240229;235959
    20240228;190000 20240131;200000 20241231;235959 20240304;000000 20240304 2024-03-04,09:30:00
    2024-03-04T09:30:00 20240304093000 20240304;240000 20240304;093000.5 20240304;093000Z
    99991231;235959 00010101;000000 20240304;09:3000 20240304;0930000`,
  quantity: `0 -0 0.0 -0.00 1.50 -1.50 007 -007 1. .5 - . 1,234.5 1E3 +1 1.2.3 12345678901234567890
    1234567890123.4567890 0.000000000000100 -0.00000000000000000 1-1 123456789012345.0 9:9 9/9`,
  isAPIOrder: 'Y N Yes No YES NO y n Yep Not YE NOO true - -- N/A MULTI',
  brandNew: `1 - -- N/A MULTI a\\b \\ \\\\ &quot; &amp;amp; &lt;&apos;&gt; &#34; é a>b 'x' ~ {}
    ${'&quot;'.repeat(9)}x ${'\\'.repeat(17)}`,
};

const REFERENCE_OF: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' };

const PLAIN_ROW: Readonly<Record<string, string>> = {
  accountId: 'U1000001',
  reportDate: '20240304',
  tradeDate: '20240304',
  dateTime: '20240304;093000',
  quantity: '1',
  isAPIOrder: 'N',
  transactionID: '',
  ibExecID: '',
};

const rowOf = (values: Readonly<Record<string, string>>): string =>
  `<Trade${Object.entries(values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')} />`;

/** A row that is plain but for the value of one attribute, which may have no column. */
const rowWith = (attribute: string, value: string): string =>
  rowOf({ ...PLAIN_ROW, [attribute]: value });

/** What may have a meaning in a key: each printable character, the null marks, the longest keys. */
const KEY_VALUES: readonly string[] = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).map(
    (character) => `a${REFERENCE_OF[character] ?? character}b`,
  ),
  ...NULL_MARKS,
  ...Array.from({ length: 24 }, (_, i) => 'x'.repeat(MOST_KEY_BYTES - 20 + i)),
  ...Array.from({ length: 24 }, (_, i) => '|'.repeat(20) + 'x'.repeat(MOST_KEY_BYTES - 60 + i)),
];

describe('the lane', () => {
  it.each(Object.entries(HOSTILE))('says the same of each %s', (attribute, values) => {
    const row = (value: string): string => rowWith(attribute, value);
    const known = Array.from({ length: 4 }, () => row('7'));
    for (const value of values.split(/\s+/)) {
      agreed(reportOf([...known, row(value), row(''), row(value), ...known]));
    }
    const all = values.split(/\s+/).map(row);
    expect(agreed(reportOf([...known, ...all])).laneRows).toBeGreaterThan(0);
  });

  it.each(['transactionID', 'ibExecID'])('makes the same keys of each %s', (attribute) => {
    const known = Array.from({ length: 4 }, () => rowWith(attribute, '7'));
    const rows = KEY_VALUES.map((value) => rowWith(attribute, value));
    // Of each group of lengths, those of keys that are too long are declined.
    expect(agreed(reportOf([...known, ...rows])).laneRows).toBeGreaterThan(rows.length / 2);
  });

  it('says the same of random reports, at any cuts', { timeout: PATIENCE }, () => {
    let laneRows = 0;
    fc.assert(
      fc.property(documents, CUTS, LIMITS, (input, cuts, decimalLimit) => {
        const options = { decimalLimit };
        const alone = reading([input], 'sax', options);
        expect(reading([input], 'plain', options).said).toEqual(alone.said);
        const whole = reading([input], 'lane', options);
        laneRows += whole.laneRows;
        expect(whole.said).toEqual(alone.said);
        expect(reading(cutAt(input, cuts), 'lane', { ...options, batchBytes: 300 }).said).toEqual(
          alone.said,
        );
      }),
      runs(200),
    );
    expect(laneRows).toBeGreaterThan(0);
  });

  it('says the same after other reports, whose layouts it knows', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(fc.array(documents, { minLength: 2, maxLength: 4 }), CUTS, (inputs, cuts) => {
        const [plain, lane] = [{ layouts: [] }, { layouts: [] }] as LayoutMemory[];
        for (const input of inputs) {
          const alone = reading([input], 'sax').said;
          expect(reading([input], 'plain', { layouts: plain }).said).toEqual(alone);
          expect(reading(cutAt(input, cuts), 'lane', { layouts: lane }).said).toEqual(alone);
        }
      }),
      runs(30),
    );
  });

  it('says the same byte by byte', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(documents, (input) => {
        expect(reading(bytesOf(input), 'lane').said).toEqual(reading([input], 'sax').said);
      }),
      runs(30),
    );
  });

  it('says the same of the fixtures', () => {
    for (const { name, input } of fixtures()) {
      const alone = reading([input], 'sax').said;
      expect(reading([input], 'lane').said, name).toEqual(alone);
      expect(reading(cutAt(input, [100, 1000, 3000]), 'lane').said, name).toEqual(alone);
    }
  });

  it('reads every row but the first ones of a kind', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => TRADE(`A${i}`));
    expect(agreed(reportOf(rows)).laneRows).toBe(998);
  });

  it.each([
    ['null marks', { quantity: '--', tradeDate: 'MULTI', dateTime: '-', isAPIOrder: 'N/A' }],
    ['attributes without a column', { brandNew: 'a &quot;b&quot; \\', 'brand_new.2': '' }],
    [
      'dates with a time',
      { tradeDate: '20240304;093000', settleDateTarget: '2024-03-06, 00:00:00' },
    ],
    ['the day of a row with a time', { reportDate: '20240304 093000' }],
    ['all of these', { brandNew: '-', tradeDate: '20240304;093000', quantity: '-', symbol: '-' }],
  ])('reads %s', (_, values) => {
    const all = { ...PLAIN_ROW, ...values };
    // By content and by key; the same ones again, so that keys repeat.
    const rows = ['', '', '1', '2', '1', ''].map((transactionID) =>
      rowOf({ ...all, transactionID }),
    );
    const many = Array.from({ length: 20 }, () => rows).flat();
    const lane = agreed(reportOf(many));
    expect(lane.laneRows).toBe(many.length - 2);
    const unknown = Object.keys(values).filter((name) => name.startsWith('brand'));
    expect(lane.said).toMatchObject({
      problems: [0, []],
      drift: [new Map(unknown.map((name) => [`Trade@${name}`, many.length])), new Map()],
    });
  });

  it('says the column of an error in characters after attributes of other letters', () => {
    const row = TRADE('A', 'größe="1" ');
    const input = reportOf([row, row, `${row}${row}<Trade symbol="<"/>`]);
    expect(agreed(input).said).toMatchObject({
      code: 'FLEX_MALFORMED',
      at: { line: 7, column: 2 * row.length + '<Trade symbol="<'.length },
    });
  });

  it('leaves rows of which too much is kept to the other paths', () => {
    const lengths = [10, 30_000, 33_000, 60_000, 70_000, 10];
    const rows = lengths.map((length) => TRADE('A', `brandNew="${'\\'.repeat(length)}" `));
    const many = Array.from({ length: 12 }, () => rows).flat();
    const { laneRows } = agreed(reportOf(many));
    expect(laneRows).toBeGreaterThan(12);
    expect(laneRows).toBeLessThan(many.length / 2 + 1);
  });

  it('reads times in other zones than the one before', () => {
    const days = ['20240304', '20240301', '20230301', '20240101', '20240229', '20240501'];
    const times = days.flatMap((day) => [`${day};003000`, `${day};233000`]);
    const input = reportOf(times.map((time) => TRADE('A', `dateTime="${time}" `)));
    for (const timezone of ['America/New_York', 'Asia/Tokyo', 'UTC', 'America/New_York']) {
      const lane = reading([input], 'lane', { timezone });
      expect(lane.laneRows).toBe(times.length - 2);
      expect(lane.said).toEqual(reading([input], 'sax', { timezone }).said);
    }
  });

  it('leaves very long rows to the other paths, and goes on after them', () => {
    for (const length of [60_000, 120_000, 200_000, 300_000]) {
      const long = TRADE('x'.repeat(length));
      const rows = Array.from({ length: 300 }, (_, i) => (i % 60 === 59 ? long : TRADE(`A${i}`)));
      expect(agreed(reportOf(rows)).laneRows).toBeGreaterThan(280);
    }
  });

  it('gives a layout up that it declines again and again', () => {
    const other = Array.from({ length: 500 }, () =>
      TRADE('A').replace('accountId="U1000001"', 'accountId="U1000002"'),
    );
    const own = Array.from({ length: 10 }, () => TRADE('A'));
    expect(agreed(reportOf([...own, ...other, ...own])).laneRows).toBe(8);
  });

  it('says where a key could not be counted', () => {
    const input = reportOf(Array.from({ length: 40 }, (_, i) => TRADE(`A${i}`)));
    const failing = (): OccurrenceCounter => {
      let left = 25;
      return {
        next: () => {
          if (left-- > 0) return 1;
          throw new FlexError('FLEX_DEST_FULL', 'No space left.');
        },
        clear: () => undefined,
      };
    };
    const lane = reading([input], 'lane', { occurrences: failing });
    expect(lane.laneRows).toBeGreaterThan(20);
    expect(lane.said).toMatchObject({ code: 'FLEX_DEST_FULL', at: { line: 30 } });
    expect(lane.said).toEqual(reading([input], 'plain', { occurrences: failing }).said);
  });
});
