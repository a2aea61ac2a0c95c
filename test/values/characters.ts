/**
 * Reports whose values hold every character that XML can write, and the pieces that some
 * format, driver or reader takes for something else. No assertions here.
 */
import fc, { type Arbitrary } from 'fast-check';

/** What a row says, apart from the number that identifies it. */
export interface Said {
  /** Of columns of text. */
  readonly description: string;
  readonly symbol: string;
  /** Of an attribute that no column has. */
  readonly note: string;
}

export interface ReportGiven {
  readonly version: '1.0' | '1.1';
  readonly query: string;
  readonly account: string;
  /** A row for each; its number is its place. */
  readonly rows: readonly Said[];
  /** Values in a section that nobody knows. */
  readonly novelties: readonly string[];
}

/** XML 1.0 has no other control characters; 1.1 has all of them but NUL, by reference. */
const CONTROLS = ['\t', '\n', '\r'];

const PIECES = [
  ...CONTROLS,
  ...['\r\n', '\n\n', '\n'.repeat(40), '\r'.repeat(40), ' ', '  ', '\u00a0', '\u3000'],
  ...[
    '"',
    '""',
    "'",
    ',',
    '","',
    '"\n"',
    '",\n',
    '\n,',
    ',,,,,,',
    ','.repeat(120),
    ';',
    '|',
    '\t\t',
  ],
  ...['\\', '\\\\', '\\N', '\\.', '\\n', '\\x41', '\\u0041', 'NULL', 'null', 'NaN', 'N/A', '--'],
  ...['{}', '{"a":1}', '[]', '[1,', '<a/>', '&amp;', ']]>', '$1', '%s', '#', '=1+1', "');"],
  ...['\ufeff', '\u0085', '\u2028', '\u2029', '\u200b', '\u200e', '\u202e', '\u0301', 'e\u0301'],
  ...['\u007f', '\u009f', '\ud7ff', '\ue000', '\ufffd', '\u{10000}', '\u{1ffff}', '\u{10ffff}'],
  ...['é', 'ß', '漢', '🙂', '👩‍👧', 'ا', 'a', 'Z', '0', 'DIVIDEND', 'n', 'r', 'd', 'e'],
];

function isOfXml(code: number, version: ReportGiven['version']): boolean {
  if (code < 0x20)
    return version === '1.1' ? code > 0 : CONTROLS.includes(String.fromCodePoint(code));
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

function characters(version: ReportGiven['version']): Arbitrary<string> {
  const any = (most: number): Arbitrary<string> =>
    fc
      .integer({ min: 1, max: most })
      .filter((code) => isOfXml(code, version))
      .map((code) => String.fromCodePoint(code));
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 2, arbitrary: any(0xff) },
    { weight: 1, arbitrary: any(0xffff) },
    { weight: 2, arbitrary: any(0x10ffff) },
  );
}

/**
 * The longest account and query that stand as they are in every row; of longer ones, rows have the
 * beginning and a mark, and the whole stands beside them.
 */
const LONGEST_ACCOUNT = 128;
const LONGEST_QUERY = 256;

/** Never empty: an empty attribute is NULL. */
function texts(version: ReportGiven['version'], most: number): Arbitrary<string> {
  return fc
    .array(characters(version), { minLength: 1, maxLength: most })
    .map((pieces) => pieces.join(''));
}

/** @param most rows */
export function reportsOf(most: number, longest = 30): Arbitrary<ReportGiven> {
  return fc.constantFrom('1.0' as const, '1.1' as const).chain((version) => {
    const text = texts(version, longest);
    const said = fc.record({ description: text, symbol: text, note: text });
    const name = (longest: number) => texts(version, 8).filter(({ length }) => length <= longest);
    return fc.record({
      version: fc.constant(version),
      query: name(LONGEST_QUERY),
      account: name(LONGEST_ACCOUNT),
      rows: fc.array(said, { minLength: 1, maxLength: most }),
      novelties: fc.array(text, { maxLength: 3 }),
    });
  });
}

/** The same report with its rows repeated until they are `count`. */
export function repeated(given: ReportGiven, count: number): ReportGiven {
  const { rows } = given;
  return { ...given, rows: Array.from({ length: count }, (_, n) => rows[n % rows.length]!) };
}

/** What is not plain is written by its number: white space as itself would become blanks. */
function written(text: string): string {
  return text.replace(
    /[^ !#-%'-;=-~\u00a1-\u1fff\u3001-\ud7ff\u{10000}-\u{1fffd}]/gu,
    (one) => `&#${one.codePointAt(0)};`,
  );
}

function* xmlOf({ version, query, account, rows, novelties }: ReportGiven) {
  yield `<?xml version="${version}" encoding="UTF-8"?>
<FlexQueryResponse queryName="${written(query)}" type="AF"><FlexStatements count="1">
<FlexStatement accountId="${written(account)}" fromDate="2024-03-01" toDate="2024-03-31" whenGenerated="2024-04-01;080000">
<CashTransactions>\n`;
  for (const [number, { description, symbol, note }] of rows.entries()) {
    yield `<CashTransaction transactionID="${number}" reportDate="2024-03-04" amount="${number}.25" description="${written(description)}" symbol="${written(symbol)}" note="${written(note)}" />\n`;
  }
  yield '</CashTransactions>\n<Novelties>\n';
  for (const [number, text] of novelties.entries()) {
    yield `<Novelty number="${number}" text="${written(text)}" />\n`;
  }
  yield '</Novelties>\n</FlexStatement></FlexStatements></FlexQueryResponse>\n';
}

export function bytesOf(given: ReportGiven): Buffer {
  return Buffer.concat(Array.from(xmlOf(given), (piece) => Buffer.from(piece)));
}
