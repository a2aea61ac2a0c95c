/**
 * Random reports of rows that are alike but for their values, as the lane wants them, with
 * values that it must decline, and with what may stand between rows.
 */
import fc from 'fast-check';
import type { Column, ColumnType, RowElement } from '../../../src/catalog/section.js';
import { catalog } from '../../fixtures.js';

/** Every grain, with and without natural keys, several of them, and an element without account. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  Trades: ['Trade', 'Order', 'Lot', 'SymbolSummary'],
  CashTransactions: ['CashTransaction'],
  OpenPositions: ['OpenPosition'],
  CashReport: ['CashReportCurrency'],
  EquitySummaryInBase: ['EquitySummaryByReportDateInBase'],
  FxTransactions: ['FxTransaction'],
  SecuritiesInfo: ['SecurityInfo'],
  ConversionRates: ['ConversionRate'],
  StmtFunds: ['StatementOfFundsLine'],
};

/** One of the words of a text. */
const among = (words: string): fc.Arbitrary<string> => fc.constantFrom(...words.split(' '));
const madeOf = (characters: string, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...characters.split('')), maxLength });
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));
const EMPTY = fc.constant('');

/** Values of a type: those that are usual, those that are rare or wrong. */
type Values = readonly [usual: fc.Arbitrary<string>, odd: fc.Arbitrary<string>];

const text: Values = [
  fc.oneof(EMPTY, among(`AAPL BUY 265598 0000e1a2.65f0 AT&amp;T O'K EXECUTION`)),
  fc.oneof(
    among('-- - N/A MULTI a>b &amp;amp; a|b#c/d:e\\f &lt;&gt;&quot;&apos; &#x26; &#38;'),
    fc.constantFrom(' x', 'x ', '\u007f', 'n\u00e9', '\u{1f600}', 'a\tb', 'a\nb'),
    madeOf('abc|#/:\\ -,', 80),
    fc.integer({ min: 1, max: 1100 }).map((length) => 'long|'.repeat(300).slice(0, length)),
  ),
];
const decimal: Values = [
  fc
    .tuple(fc.constantFrom('', '-'), fc.nat(99_999), fc.nat(99_999_999))
    .map(([sign, whole, fraction]) => `${sign}${whole}.${fraction}`),
  fc.oneof(
    EMPTY,
    among('0 -0 1 -1.5 0.10 007 -0.00 0.0 5. .5 - 1,234.5 1E3 -- x +1 1.2.3 1-2 -.5 00.5 : 1&amp;'),
    madeOf('0123456789.-', 28),
    joined(madeOf('0123456789', 24), fc.constant('.'), madeOf('0123456789', 24)),
    fc.constantFrom(`1${'0'.repeat(1100)}`, `0.${'1'.repeat(40)}`, `-${'0'.repeat(20)}`),
  ),
];
const day = among('20240304 2024-03-04 20240310 20241103 20231231 20240229 20240101');
const oddDay = fc.oneof(
  among('20240230 2024-3-04 00010101 99991231 19691231 20600102 00000101 20240304; 2024030a'),
  among('20240304x 202403041 04-Mar-24 31/12/2024 2024-03-04X -- MULTI - 2024-03:04'),
);
const clock = among('093000 09:30:00 023000 013000 235959 000000 19:00:00 200000');
const oddClock = fc.oneof(
  EMPTY,
  among('240000 09:30:00.5 0930 09:3000 093000Z 096000 09:30:60 093000, 0930000'),
);
const digitsAndMarks = madeOf('0123456789-:;, T', 20);
const date: Values = [
  day,
  fc.oneof(EMPTY, oddDay, digitsAndMarks, joined(day, fc.constant(' EST'))),
];
const datetime: Values = [
  joined(day, fc.constantFrom(';', ',', ', ', ' ', 'T'), clock),
  fc.oneof(
    ...[EMPTY, day, oddDay, digitsAndMarks, joined(day, fc.constant(';'), clock, among(' EST'))],
    joined(fc.oneof(day, oddDay), fc.constantFrom(';', '', '  ', ',;', ' T'), oddClock),
  ),
];
const boolean: Values = [
  fc.oneof(EMPTY, among('Y N Yes No')),
  among('YES NO y Ye Not YeS nO - true Y&amp; Nn'),
];
const time: Values = [clock, oddClock];
const json: Values = [EMPTY, fc.constantFrom('{}', '{', '[1]')];
const VALUES: Record<ColumnType, Values> = {
  ...{ text, decimal, date, datetime, boolean, time, json },
  ...{ enum: text, codes: text },
};
const account: Values = [
  fc.constantFrom('U1000001', 'U1000001', 'U1000001', ''),
  fc.constantFrom(
    'U1000002',
    '-',
    'U100000',
    'U1000001 ',
    'U1000001&amp;',
    'F'.repeat(200),
    'n\u00e9',
  ),
];

function valueOf(
  { attribute, type }: Pick<Column, 'attribute' | 'type'>,
  oddity: number,
): fc.Arbitrary<string> {
  const [usual, rare] = attribute === 'accountId' ? account : VALUES[type];
  return fc.oneof({ weight: oddity, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

/** Rows of one layout: a choice of the columns, in the order of the catalogue or another. */
function rowsOf(element: RowElement): fc.Arbitrary<string[]> {
  const { columns, keys, date: reported } = element;
  const wanted = new Set([...keys.flat(), 'accountId', reported, 'tradeDate', 'dateTime', 'conid']);
  const first = columns.filter(({ attribute }) => wanted.has(attribute));
  const others = columns.filter(({ attribute }) => !wanted.has(attribute));
  return fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: fc.constant(first) }, fc.subarray(first, { minLength: 1 })),
      fc.subarray(others, { maxLength: Math.min(8, others.length) }),
      fc.boolean(),
      fc.constantFrom(5, 30, 200),
      fc.constantFrom('/>', ' />'),
      fc.oneof(
        { weight: 8, arbitrary: fc.constant(null) },
        fc.constantFrom('brandNew', 'brand_new.2', 'größe'),
      ),
    )
    .chain(([known, more, turned, oddity, end, extra]) => {
      const chosen = turned ? [...known, ...more].reverse() : [...known, ...more];
      // One that has no column, in front.
      const unknown = extra === null ? [] : [{ attribute: extra, type: 'text' } as const];
      const all = [...unknown, ...chosen];
      const row = fc.tuple(...all.map((column) => valueOf(column, oddity)));
      return fc.array(
        row.map((values) => {
          const pairs = values.map((value, i) => ` ${all[i]!.attribute}="${value}"`);
          return `<${element.name}${pairs.join('')}${end}`;
        }),
        { maxLength: 14 },
      );
    });
}

const between = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('\n', '', '\r\n', '  ', '\n\n\t') },
  fc.constantFrom('\r', '<!-- x -->', 'text', '<Unknown a="1"/>', '<Unknown/>', '<?pi x?>'),
);

function sectionOf(name: string): fc.Arbitrary<string> {
  const elements = ELEMENTS[name]!.map((element) =>
    catalog.elements.find((one) => one.section === name && one.name === element)!,
  );
  return fc
    .array(
      fc.constantFrom(...elements).chain((element) => rowsOf(element)),
      { maxLength: 4 },
    )
    .chain((groups) => {
      const all = groups.flat();
      return fc
        .tuple(
          fc.boolean().chain((mixed) => (mixed ? shuffled(all) : fc.constant(all))),
          fc.array(between, { minLength: all.length, maxLength: all.length }),
          // Rows again: keys that repeat.
          fc.nat(all.length),
        )
        .map(([rows, gaps, again]) => {
          const parts = rows.map((row, i) => `${gaps[i]!}${row}`);
          return `<${name}>${parts.join('')}${parts.slice(0, again).join('')}</${name}>`;
        });
    });
}

function shuffled(rows: readonly string[]): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray([...rows], { minLength: rows.length });
}

const statement = fc
  .tuple(
    fc.constantFrom('U1000001', 'U1000001', 'U1000001', '', 'n\u00e9', 'L'.repeat(140)),
    fc.constantFrom(' fromDate="20240304" toDate="20240305"', ''),
    fc.array(
      fc.constantFrom(...Object.keys(ELEMENTS)).chain((name) => sectionOf(name)),
      { maxLength: 4 },
    ),
  )
  .map(
    ([id, window, sections]) =>
      `<FlexStatement accountId="${id}"${window} whenGenerated="20240306;080000">\n${sections.join('\n')}</FlexStatement>`,
  );

const MALFORMED = ['&amp', 'a&b', 'a<b', '\u0001', '&ltx', '&quot', '&aposx;', '" symbol="', '"'];
/** Which value is spoilt, and how. */
const fault = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  fc.tuple(fc.nat(2000), fc.constantFrom(...MALFORMED)),
);

/** Four of five are well-formed. */
export const documents: fc.Arbitrary<Buffer> = fc
  .tuple(fc.array(statement, { minLength: 1, maxLength: 3 }), fault)
  .map(([statements, spoilt]) => {
    const head = `<FlexQueryResponse queryName="Q" type="AF">\n<FlexStatements count="${statements.length}">`;
    const body = `${statements.join('\n')}\n</FlexStatements>\n</FlexQueryResponse>\n`;
    return Buffer.from(`${head}\n${spoilt === null ? body : spoil(body, ...spoilt)}`);
  });

function spoil(text: string, which: number, by: string): string {
  const values = [...text.matchAll(/="/g)];
  const at = values[which % values.length]!.index + 2;
  return text.slice(0, at) + by + text.slice(at);
}
