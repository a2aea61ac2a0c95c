/**
 * Reports made by an adversary, small ones: each loads without a loss, or is
 * refused with the code that fits. The enormous ones are in enormous.test.ts.
 */
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/errors.js';
import { loadIntoMemory } from '../lossless/witness.js';
import { faults } from './verdict.js';

const statement = (inner: string): string =>
  `<FlexQueryResponse queryName="Daily" type="AF"><FlexStatements count="1"><FlexStatement accountId="U1000001" fromDate="20240304" toDate="20240304" whenGenerated="20240305;072104">${inner}</FlexStatement></FlexStatements></FlexQueryResponse>`;
const trade = (attributes: string): string => statement(`<Trades><Trade ${attributes} /></Trades>`);
const within = (text: string): string => statement(`<Trades>${text}</Trades>`);

const BOMB = `<!DOCTYPE l [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'b'.repeat(i + 1)} "${`&${i === 0 ? 'a' : 'b'.repeat(i)};`.repeat(10)}">`).join('')}]>`;

const REFUSED: readonly (readonly [string, string | Buffer, ErrorCode])[] = [
  ['a billion laughs', `${BOMB}${trade('symbol="&bbbbbbbbb;"')}`, 'FLEX_DOCTYPE'],
  ['an external entity', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${trade('')}`, 'FLEX_DOCTYPE'],
  ['a document type within the report', within('<!DOCTYPE x>'), 'FLEX_DOCTYPE'],
  ['an entity that nobody declared', trade('symbol="&nbsp;"'), 'FLEX_MALFORMED'],
  ['an entity with a name that objects have', trade('symbol="&toString;"'), 'FLEX_MALFORMED'],
  ['another', trade('symbol="&__proto__;"'), 'FLEX_MALFORMED'],
  ['a NUL byte in a value', trade('symbol="a\0b"'), 'FLEX_MALFORMED'],
  ['a NUL byte in text', within('a\0b'), 'FLEX_MALFORMED'],
  ['a control character', trade('symbol="a\u0008b"'), 'FLEX_MALFORMED'],
  ['a reference to a control character', trade('symbol="&#8;"'), 'FLEX_MALFORMED'],
  ['a reference to NUL', trade('symbol="&#0;"'), 'FLEX_MALFORMED'],
  ['a reference to half a character', trade('symbol="&#xD83D;&#xDE00;"'), 'FLEX_MALFORMED'],
  ['a reference beyond Unicode', trade('symbol="&#x110000;"'), 'FLEX_MALFORMED'],
  ['an enormous reference', trade(`symbol="&#${'9'.repeat(400)};"`), 'FLEX_MALFORMED'],
  ['U+FFFE', trade('symbol="\ufffe"'), 'FLEX_MALFORMED'],
  ['U+FFFF as a reference', trade('symbol="&#xFFFF;"'), 'FLEX_MALFORMED'],
  ['half a character in UTF-8', cut(trade('symbol="@"'), [0xed, 0xa0, 0xbd]), 'FLEX_ENCODING'],
  ['an overlong slash in UTF-8', cut(trade('symbol="@"'), [0xc0, 0xaf]), 'FLEX_ENCODING'],
  ['a byte beyond Unicode', cut(trade('symbol="@"'), [0xf5, 0x80, 0x80, 0x80]), 'FLEX_ENCODING'],
  [
    'two XML declarations',
    `<?xml version="1.0"?><?xml version="1.0"?>${trade('')}`,
    'FLEX_MALFORMED',
  ],
  ['an XML declaration within', within('<?xml version="1.0"?>'), 'FLEX_MALFORMED'],
  ['an XML declaration after a space', ` <?xml version="1.0"?>${trade('')}`, 'FLEX_MALFORMED'],
  [
    'another encoding that is declared',
    `<?xml version="1.0" encoding="UTF-16"?>${trade('')}`,
    'FLEX_ENCODING',
  ],
  ['the end of CDATA in text', within('a ]]> b'), 'FLEX_MALFORMED'],
  ['two hyphens in a comment', within('<!-- a -- b -->'), 'FLEX_MALFORMED'],
  ['an attribute twice', trade('symbol="A" symbol="A"'), 'FLEX_MALFORMED'],
  ['__proto__ twice', trade('__proto__="A" __proto__="B"'), 'FLEX_MALFORMED'],
  ['a bare ampersand', trade('symbol="A & B"'), 'FLEX_MALFORMED'],
  ['a statement within a statement', within('<FlexStatement />'), 'FLEX_MALFORMED'],
  ['a report within a report', within('<FlexQueryResponse></FlexQueryResponse>'), 'FLEX_MALFORMED'],
  ['a report after a report', trade('').repeat(2), 'FLEX_MALFORMED'],
  [
    'a root with a prefix',
    trade('').replaceAll('FlexQueryResponse', 'x:FlexQueryResponse'),
    'FLEX_WRONG_ROOT',
  ],
  [
    'a root that only begins right',
    trade('').replaceAll('FlexQueryResponse', 'FlexQueryResponseX'),
    'FLEX_WRONG_ROOT',
  ],
];

const LOADED: readonly (readonly [string, string])[] = [
  [
    'attributes with names that objects have',
    trade('__proto__="1" constructor="2" toString="3" __defineGetter__="4"'),
  ],
  [
    'attributes named like what flexetl adds',
    trade('_row_key="1" _query="2" _extra="{}" ROW_KEY="3" trade_id="4"'),
  ],
  ['a byte order mark in the middle', within('<Trade symbol="\ufeff" \ufeffx="1" />\ufeff')],
  ['a byte order mark at the beginning', `\ufeff${trade('symbol="A"')}`],
  ['CDATA that looks like rows', within('<![CDATA[<Trade tradeID="1" />]]>')],
  ['comments that look like statements', within('<!-- <FlexStatement> </FlexQueryResponse> -->')],
  ['instructions that look like statements', within('<?a <FlexStatement> ?>')],
  [
    'values that look like markup',
    trade(`symbol="/&gt;&lt;/Trades&gt;" notes='"/>' description="-->]]>?>"`),
  ],
  [
    'very long white space',
    within(`${' '.repeat(300_000)}<Trade ${'\n'.repeat(300_000)} symbol="A"/>`),
  ],
  ['a name of a megabyte', trade(`${'n'.repeat(1_000_000)}="1"`)],
  [
    'a value of a megabyte',
    trade(`symbol="${'v'.repeat(1_000_000)}" quantity="${'9'.repeat(100_000)}x"`),
  ],
  ['a value of a megabyte of references', trade(`symbol="${'&amp;'.repeat(200_000)}"`)],
  [
    '50 thousand attributes',
    trade(Array.from({ length: 50_000 }, (_, i) => `a${i}="${i}"`).join(' ')),
  ],
  [
    'names of all kinds',
    statement('<ä ö="1"/><a.b-c _="2"/><\u{20000} \u{20000}="3"><x:y x:z="4"/></\u{20000}>'),
  ],
];

/** The text with these bytes in place of its @. */
function cut(text: string, bytes: readonly number[]): Buffer {
  const [before, after] = text.split('@');
  return Buffer.concat([Buffer.from(before!), Buffer.from(bytes), Buffer.from(after!)]);
}

describe('is refused', () => {
  it.each(REFUSED)('%s', async (_, input, code) => {
    const bytes = typeof input === 'string' ? Buffer.from(input) : input;
    const { rows, error } = await loadIntoMemory(bytes);
    expect(error?.code, error?.describe()).toBe(code);
    expect(rows).toEqual([]);
  });
});

describe('loads without a loss', () => {
  it.each(LOADED)('%s', async (_, text) => {
    expect((await loadIntoMemory(Buffer.from(text))).error).toBeUndefined();
    expect(await faults(Buffer.from(text))).toEqual([]);
  });
});

// The other XML parser has no elements with these names, so it cannot be the witness.
describe.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'elements named %s',
  (name) => {
    const unmapped = async (inner: string): Promise<unknown[]> => {
      const { rows, error } = await loadIntoMemory(Buffer.from(statement(inner)));
      expect(error).toBeUndefined();
      return rows
        .filter(({ table }) => table === 'unmapped_rows')
        .map(({ section, element, row }) => [section, element, row['attributes']]);
    };
    const attributes = Object.fromEntries([[name, '1']]);

    it('are sections and rows like any other', async () => {
      expect(await unmapped(`<${name}><${name} ${name}="1" /><x ${name}="1" /></${name}>`)).toEqual(
        [
          [name, name, attributes],
          [name, 'x', attributes],
        ],
      );
      expect(await unmapped(`<Trades><${name} ${name}="1" /></Trades>`)).toEqual([
        ['Trades', name, attributes],
      ]);
      expect(await unmapped(`<${name} ${name}="1" />`)).toEqual([[name, name, attributes]]);
    });

    it('change nothing of what objects have', async () => {
      await unmapped(`<${name} ${name}="1"><${name} polluted="1"/></${name}>`);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(Object.prototype.toString.call([])).toBe('[object Array]');
    });
  },
);
