import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutMemory } from '../../../src/parser/xml/fast-path.js';
import { cutAt, fixtures, plainRowsOf, read } from '../../fixtures.js';

/** A report with rows that are alike but for their values, with now and then one that is not. */
const oddity = fc.constantFrom(
  '<Trade accountId="U1000001" symbol="A&#38;B" quantity="1" />',
  '<Trade accountId="U1000001" symbol="A&ampB" quantity="1" />',
  '<Trade accountId="U1000001" symbol="A&amp;B" quantity="&amp;" />',
  '<Trade accountId="U1000001&amp;" symbol="A" quantity="1" newAttribute="&lt;" />',
  '<Trade accountId="U1000001&amp;" symbol="B" quantity="1" newAttribute="&lt;" />',
  "<Trade accountId='U1000001' symbol='X' quantity='1'/>",
  '<Trade accountId="U1000001" symbol="né" quantity="1" />',
  '<Trade symbol="X" accountId="U1000001" quantity="1" />',
  '<Trade accountId="U1000001"  symbol="X" quantity="1" />',
  '<Trade accountId="U1000001" symbol="X" quantity="1"></Trade>',
  '<Trade accountId="U1000001" symbol="X" quantity="1">text</Trade>',
  '<Order accountId="U1000001" symbol="X" quantity="1" />',
  '<Unknown accountId="U1000001" symbol="X" quantity="1" />',
  '<!-- <Trade accountId="U1000001" symbol="X" quantity="1" /> -->',
  '<?pi <Trade accountId="U1000001" symbol="X" quantity="1" /> ?>',
  'text',
  '<![CDATA[<Trade accountId="U1000001" symbol="X" quantity="1" />]]>',
  '<Trade accountId="U1000001" symbol="a>b" quantity="1" />',
  '<Trade accountId="U1000001" symbol="X" quantity="1" quantity="2" />',
  '<Trade accountId="U1000001" symbol="a<b" quantity="1" />',
  '<Trade accountId="U1000001" symbol="a&b" quantity="1" />',
  '<Trade accountId="U1000001" symbol="\u0001" quantity="1" />',
  '<Trade accountId="U1000001" symbol="a\tb" quantity="1" />',
  '<Trade accountId="U1000001" symbol="X" quantity="1" / >',
  '<Trade accountId="U1000001" symbol="X"quantity="1" />',
  '</Trades><Trades>',
  '</Trades><CashTransactions></CashTransactions><Trades>',
  '</Trades><RES><Trade accountId="U1000001" symbol="X" quantity="1" /></RES><Trades>',
);
const value = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-0',
    '1',
    '-1.5',
    '0.10',
    '007',
    '1,234.5',
    '1E3',
    '--',
    'x',
    '+1',
    '.5',
    '5.',
    '-',
    '12345678901234567890.123456789012345',
  ),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789.-,E+')), maxLength: 12 }),
);
const plain = fc
  .tuple(
    fc.constantFrom(
      'AAPL',
      '',
      "O'K ",
      '46090E103',
      'AT&amp;T',
      '&lt;&gt;&quot;&apos;',
      '&amp;amp;',
    ),
    value,
  )
  .map(
    ([symbol, quantity]) =>
      `<Trade accountId="U1000001" symbol="${symbol}" quantity="${quantity}" />`,
  );
const separator = fc.constantFrom('\n', '\r\n', '', '  ', '\n\n', '\r', '\t');
const rows = fc.array(fc.tuple(fc.oneof({ weight: 8, arbitrary: plain }, oddity), separator), {
  maxLength: 30,
});
const reportOf = (parts: readonly (readonly [string, string])[]): Buffer =>
  Buffer.from(
    `<FlexQueryResponse queryName="Q" type="AF">\n<FlexStatements count="1">\n<FlexStatement accountId="U1000001" fromDate="20240304" toDate="20240304" whenGenerated="20240305;080000">\n<Trades>\n${parts.flat().join('')}</Trades>\n</FlexStatement>\n</FlexStatements>\n</FlexQueryResponse>\n`,
  );

describe('the fast lane', () => {
  it('gives the same rows, problems and errors as the SAX parser alone', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.nat(4000), { maxLength: 6 }), (parts, cuts) => {
        const input = reportOf(parts);
        const alone = read([input], { everythingBySax: true });
        expect(read([input])).toEqual(alone);
        expect(read(cutAt(input, cuts))).toEqual(alone);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) },
    );
  });

  it('takes every row but the first of its kind', () => {
    const row = '<Trade accountId="U1000001" symbol="X" quantity="1" />';
    read([reportOf(Array.from({ length: 100 }, () => [row, '\n'] as const))]);
    expect(plainRowsOf.last).toBe(99);
  });

  it('takes the first row, too, of a kind that the report before had', () => {
    const row = (name: string): string => `<Trade accountId="U1000001" ${name}="X" quantity="1" />`;
    const all = (name: string): Buffer =>
      reportOf(Array.from({ length: 100 }, () => [row(name), '\n'] as const));
    const layouts: LayoutMemory = { layouts: [] };
    const taken = ['symbol', 'symbol', 'isin', 'isin', 'symbol'].map((name) => {
      const said = read([all(name)], { layouts });
      const { last } = plainRowsOf;
      expect(said).toEqual(read([all(name)], { everythingBySax: true }));
      return last;
    });
    // Those of reports before the last are forgotten.
    expect(taken).toEqual([99, 100, 99, 100, 99]);
  });

  it('learns nothing of a report that is broken', () => {
    const row = '<Trade accountId="U1000001" symbol="X" quantity="1" />';
    const whole = reportOf([[row, '']]);
    const layouts: LayoutMemory = { layouts: [] };
    read([whole.subarray(0, -30)], { layouts });
    expect(layouts.layouts).toEqual([]);
  });

  it.each([
    ['each on a line of its own', '\n'],
    ['all on one line', ''],
    ['with white space between them', ' \r\n\t '],
  ])('knows where a fault behind its rows is: rows %s', (_, space) => {
    const row = '<Trade accountId="U1000001" symbol="X" quantity="1" />';
    const before = reportOf(Array.from({ length: 20 }, () => [row, space] as const));
    const at = before.indexOf('</Trades>');
    const spoilt = (fault: Buffer): Buffer =>
      Buffer.concat([before.subarray(0, at), fault, before.subarray(at)]);
    const lines = before.subarray(0, at).toString().split('\n');
    const lastLine = lines.at(-1)!;
    expect(read([spoilt(Buffer.from('<Trade symbol=X />'))]).error).toEqual({
      code: 'FLEX_MALFORMED',
      message: 'Unquoted attribute value.',
      line: lines.length,
      column: lastLine.length + '<Trade symbol=X'.length,
    });
    expect(read([spoilt(Buffer.from('<Trade symbol="a\xffb" />', 'latin1'))]).error).toEqual({
      code: 'FLEX_ENCODING',
      message: `The byte at offset ${at + '<Trade symbol="a'.length} is not UTF-8.`,
      line: lines.length,
    });
  });

  it('gives the same with limited decimals', () => {
    fc.assert(
      fc.property(rows, (parts) => {
        const options = { decimalLimit: { precision: 6, scale: 2 } };
        const input = reportOf(parts);
        expect(read([input], options)).toEqual(
          read([input], { ...options, everythingBySax: true }),
        );
      }),
      { numRuns: 200 },
    );
  });

  it.each(fixtures())('gives the same for $name', ({ input }) => {
    expect(read([input])).toEqual(read([input], { everythingBySax: true }));
  });
});
