/**
 * Random literals and names for fast-check, and the ways to write them in XML:
 * such as fit a column, such as nearly do, and such as somebody might trip over.
 */
import fc, { type Arbitrary } from 'fast-check';
import type { ColumnType } from '../../src/catalog/section.js';

export type Order = 'mdy' | 'dmy';

const HOSTILE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '_extra'];
export const NAMES = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,12}$/) },
  { weight: 2, arbitrary: fc.constantFrom('newAttribute', 'größe', 'a.b-c', 'x:y', 'ACCOUNTID') },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
);
/** Elements have no name that objects have: the other XML parser renames those. */
export const ELEMENT_NAMES = NAMES.filter(
  (name) => !HOSTILE.includes(name) && !/^(xml|Flex)/i.test(name),
);

/** Any text that XML can hold; the odd ones are those that a column might trip over. */
export const TEXTS = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[ -~]{0,20}$/) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 12 })
      // oxlint-disable-next-line no-control-regex -- what XML cannot hold
      .map((text) => text.replace(/[\x00-\x1f\x7f-\x9f\ufffe\uffff]/g, '')),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '--',
      '-',
      'N/A',
      'MULTI',
      '',
      ' ',
      '\u00a0',
      '\ufeff',
      'a\nb',
      'a\tb',
      'line\u2028separator',
      '"quoted"',
      "it's",
      '<b>&amp;</b>',
      ']]>',
      '{"json":1}',
      '\\N',
      '\\.',
      "'); DROP TABLE trades; --",
      'null',
      'NaN',
      'Infinity',
      '0x10',
      '1e400',
      '1,2,3',
    ),
  },
);

const digits = (least: number, most: number): Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const twoDigits = (least: number, most: number): Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));

const DECIMALS = fc.oneof(
  fc.integer().map(String),
  fc
    .tuple(fc.constantFrom('', '-', '+'), digits(0, 20), digits(0, 15))
    .map(([s, w, f]) => `${s}${w}.${f}`),
  fc.constantFrom(
    '-6,299.98',
    '1,234,567',
    '12,34',
    '-0',
    '-0.0',
    '007',
    '.5',
    '5.',
    '.',
    '-',
    '1e5',
  ),
  fc.tuple(digits(1, 4), fc.integer({ min: -1100, max: 1100 })).map(([d, e]) => `${d}E${e}`),
);
const TIMES = fc
  .tuple(twoDigits(0, 25), twoDigits(0, 61), twoDigits(0, 61), fc.constantFrom('', ':'))
  .map(([h, m, s, colon]) => [h, m, s].join(colon));
const ZONES = fc.constantFrom(
  ...['', '', '', ' EST', ' EDT', 'Z', ' UTC', '-05:00', ' +0530', ' AEST', ' US/Eastern'],
  ...[' Europe/Berlin', ' CST', ' Nowhere/AtAll', ' ?'],
);
const SEPARATORS = fc.constantFrom(';', ',', ', ', ' ', 'T', '');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Literals of one report, whose slash dates are all of one order. */
export class Literals {
  constructor(private readonly order: Order) {}

  private readonly dates: Arbitrary<string> = fc
    .tuple(
      fc.oneof(fc.integer({ min: 1990, max: 2035 }), fc.integer({ min: 1971, max: 2069 })),
      twoDigits(0, 13),
      twoDigits(0, 32),
      fc.nat(6),
    )
    .map(([year, month, day, form]) => this.dateText(String(year), month, day, form));

  private dateText(year: string, month: string, day: string, form: number): string {
    const [first, second] = this.order === 'mdy' ? [month, day] : [day, month];
    const valid = Number(month) >= 1 && Number(month) <= 12 && Number(day) > 0;
    // A day that cannot be tells the wrong order: such dates are not written with slashes.
    const slash = valid && Number(day) <= 28;
    switch (form) {
      case 0:
        return `${year}-${month}-${day}`;
      case 1:
        return slash ? `${first}/${second}/${year}` : `${year}${month}${day}`;
      case 2:
        return slash ? `${first}/${second}/${year.slice(2)}` : `${year}${month}${day}`;
      case 3:
        return `${day}-${MONTHS[Number(month) - 1] ?? 'Foo'}-${year.slice(2)}`;
      default:
        return `${year}${month}${day}`;
    }
  }

  private readonly datetimes: Arbitrary<string> = fc.oneof(
    this.dates,
    fc
      .tuple(this.dates, SEPARATORS, TIMES, fc.constantFrom('', '', '.5', '.123456'), ZONES)
      .map(([date, separator, time, fraction, zone]) => {
        const text = `${date}${separator}${time}`;
        return `${text}${time.includes(':') ? fraction : ''}${zone}`;
      }),
  );

  /** Of an attribute with such a column, or with none. */
  of(type: ColumnType | undefined): Arbitrary<string> {
    const fitting =
      type === 'decimal'
        ? DECIMALS
        : type === 'boolean'
          ? fc.constantFrom('Y', 'N', 'Yes', 'No', 'YES', 'NO', 'y', 'true', '1')
          : type === 'date' || type === 'datetime'
            ? this.datetimes
            : type === 'time'
              ? TIMES
              : TEXTS;
    return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: TEXTS });
  }
}

export type Escape = (text: string, quote: string) => string;

/** As the broker writes it. */
export const named: Escape = (text, quote) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(']]>', ']]&gt;')
    .replaceAll(quote, quote === '"' ? '&quot;' : '&apos;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#x9;');

/** As short as XML allows, as references by number, or with line breaks as they are. */
export const escapes: Arbitrary<Escape> = fc.constantFrom<Escape>(
  named,
  named,
  (text, quote) => named(text, quote).replaceAll('&#10;', '\n').replaceAll('&#x9;', '\t'),
  (text) => text.replace(/./gsu, (character) => `&#x${character.codePointAt(0)!.toString(16)};`),
  (text) => text.replace(/./gsu, (character) => `&#${character.codePointAt(0)!};`),
);
