/**
 * Random reports for fast-check: sections known and unknown, row elements with
 * any of their attributes in any order, literals that fit and that do not, text,
 * nesting, several statements, and every way that XML has to write them. Well
 * formed always; whatever else is wrong with a report may be wrong with these.
 */
import fc, { type Arbitrary } from 'fast-check';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { ColumnType, RowElement, Section } from '../../src/catalog/section.js';

/** A well-formed report as text. */
export function reports(catalog: Catalog): Arbitrary<string> {
  return fc
    .constantFrom<Order>('mdy', 'dmy')
    .chain((order) => new Documents(catalog, order).report);
}

type Order = 'mdy' | 'dmy';

const HOSTILE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '_extra'];
const NAMES = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,12}$/) },
  { weight: 2, arbitrary: fc.constantFrom('newAttribute', 'größe', 'a.b-c', 'x:y', 'ACCOUNTID') },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
);
/** Elements have no name that objects have: the other XML parser renames those. */
const ELEMENT_NAMES = NAMES.filter((name) => !HOSTILE.includes(name) && !/^(xml|Flex)/i.test(name));

/** Any text that XML can hold; the odd ones are those that a column might trip over. */
const TEXTS = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[ -~]{0,20}$/) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 12 })
      // eslint-disable-next-line no-control-regex -- what XML cannot hold
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

class Documents {
  private readonly sections: readonly Section[];

  constructor(
    catalog: Catalog,
    private readonly order: Order,
  ) {
    this.sections = catalog.sections;
  }

  readonly dates: Arbitrary<string> = fc
    .tuple(
      fc.oneof(fc.integer({ min: 1990, max: 2035 }), fc.integer({ min: 1971, max: 2069 })),
      twoDigits(0, 13),
      twoDigits(0, 32),
      fc.nat(6),
    )
    .map(([year, month, day, form]) => this.dateText(String(year), month, day, form));

  private dateText(year: string, month: string, day: string, form: number): string {
    const [first, second] = this.order === 'mdy' ? [month, day] : [day, month];
    const valid = Number(month) in MONTHS && Number(month) > 0 && Number(day) > 0;
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

  readonly datetimes: Arbitrary<string> = fc.oneof(
    this.dates,
    fc
      .tuple(this.dates, SEPARATORS, TIMES, fc.constantFrom('', '', '.5', '.123456'), ZONES)
      .map(([date, separator, time, fraction, zone]) => {
        const text = `${date}${separator}${time}`;
        return `${text}${time.includes(':') ? fraction : ''}${zone}`;
      }),
  );

  private literals(type: ColumnType | undefined): Arbitrary<string> {
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

  /** ` name="literal"`, quoted and escaped in any way. */
  private attribute(name: string, literals: Arbitrary<string>): Arbitrary<string> {
    return fc
      .tuple(literals, fc.constantFrom('"', "'"), escapes, fc.constantFrom(' ', '\n', '  '))
      .map(
        ([text, quote, style, space]) => `${space}${name}=${quote}${style(text, quote)}${quote}`,
      );
  }

  private attributes(columns: RowElement['columns']): Arbitrary<string> {
    const known = fc
      .shuffledSubarray([...columns])
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map(({ attribute, type }) => this.attribute(attribute, this.literals(type))),
        ),
      );
    const names = new Set(columns.map(({ attribute }) => attribute));
    const unknown = fc
      .uniqueArray(
        NAMES.filter((name) => !names.has(name)),
        { maxLength: 3 },
      )
      .chain((chosen) => fc.tuple(...chosen.map((name) => this.attribute(name, TEXTS))));
    return fc.tuple(known, unknown).map(([first, second]) => [...first, ...second].join(''));
  }

  private element(
    name: string,
    attributes: Arbitrary<string>,
    content: Arbitrary<string>,
  ): Arbitrary<string> {
    return fc
      .tuple(attributes, content, fc.boolean())
      .map(([given, inner, short]) =>
        inner === '' && short ? `<${name}${given} />` : `<${name}${given}>${inner}</${name}>`,
      );
  }

  private readonly between: Arbitrary<string> = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('', '\n', '\r\n', ' ') },
    { weight: 1, arbitrary: fc.constantFrom('<!-- <Trade/> & -->', '<?note <Trade a="1"/> ?>') },
    {
      weight: 1,
      arbitrary: fc
        .tuple(TEXTS, escapes)
        .map(([text, style]) => style(text, '"').replaceAll('\u00a0', '&#160;')),
    },
    { weight: 1, arbitrary: TEXTS.map((text) => `<![CDATA[${text.replaceAll(']]>', ']]')}]]>`) },
  );

  private content(parts: Arbitrary<string>, most: number): Arbitrary<string> {
    return fc
      .tuple(this.between, fc.array(fc.tuple(parts, this.between), { maxLength: most }))
      .map(([first, rest]) => `${first}${rest.flat().join('')}`);
  }

  private readonly nothing = fc.constantFrom('', '', '', '\n');

  private readonly unknownElement: Arbitrary<string> = fc.letrec<{ element: string }>((tie) => ({
    element: ELEMENT_NAMES.chain((name) =>
      this.element(
        name,
        this.attributes([]),
        fc.oneof(
          { maxDepth: 2, depthSize: 'small' },
          this.nothing,
          this.content(tie('element'), 2),
        ),
      ),
    ),
  })).element;

  private row(section: Section): Arbitrary<string> {
    const plain = section.rows.map((row) =>
      this.element(
        row.element,
        this.attributes(row.columns),
        fc.oneof(
          { weight: 6, arbitrary: this.nothing },
          { weight: 1, arbitrary: this.content(this.unknownElement, 1) },
        ),
      ),
    );
    return plain.length === 0 ? this.unknownElement : fc.oneof(...plain);
  }

  private knownSection(section: Section): Arbitrary<string> {
    const rows = fc.oneof(
      { weight: 6, arbitrary: this.row(section) },
      { weight: 1, arbitrary: this.unknownElement },
      ...section.containers.map((name) => ({
        weight: 2,
        arbitrary: this.element(name, fc.constant(''), this.content(this.row(section), 3)),
      })),
    );
    const own = section.rows.find(({ element }) => element === section.ownRow);
    return fc
      .constantFrom(section.section, ...section.aliases)
      .chain((name) =>
        this.element(
          name,
          own === undefined ? fc.constant('') : this.attributes(own.columns),
          this.content(rows, own === undefined ? 4 : 1),
        ),
      );
  }

  private get statement(): Arbitrary<string> {
    const bare = this.sections.filter(({ bareRows }) => bareRows);
    const part = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(...this.sections).chain((one) => this.knownSection(one)),
      },
      { weight: 1, arbitrary: fc.constantFrom(...bare).chain((one) => this.row(one)) },
      { weight: 1, arbitrary: this.unknownElement },
    );
    return fc
      .tuple(fc.nat(3), this.attributes([]), this.content(part, 4))
      .map(([account, more, inner]) => {
        const window = `fromDate="20240304" toDate="20240304" whenGenerated="20240305;072104"`;
        const own = account === 0 ? '' : ` accountId="U100000${account}" ${window}`;
        return `<FlexStatement${own}${more}>${inner}</FlexStatement>`;
      });
  }

  /** A date that nobody could read the other way, so that the file says its order. */
  get report(): Arbitrary<string> {
    const sure = this.order === 'mdy' ? '01/31/2024' : '31/01/2024';
    const evidence = `<Dated reportDate="${sure}" />`;
    return fc
      .tuple(
        fc.constantFrom('', '\ufeff', '<?xml version="1.0" encoding="UTF-8"?>\n', '<!-- a -->'),
        this.attributes([]),
        this.content(this.unknownElement, 1),
        fc.array(fc.tuple(this.statement, this.content(this.unknownElement, 1)), {
          minLength: 1,
          maxLength: 3,
        }),
      )
      .map(([prolog, more, before, statements]) => {
        const inner = `${before}${evidence}${statements.flat().join('\n')}`;
        return `${prolog}<FlexQueryResponse queryName="Daily" type="AF"${more}><FlexStatements count="${statements.length}">${inner}</FlexStatements></FlexQueryResponse>\n`;
      });
  }
}

type Escape = (text: string, quote: string) => string;

const named: Escape = (text, quote) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(']]>', ']]&gt;')
    .replaceAll(quote, quote === '"' ? '&quot;' : '&apos;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#x9;');

/** As short as XML allows, as references by number, or with line breaks as they are. */
const escapes: Arbitrary<Escape> = fc.constantFrom<Escape>(
  named,
  named,
  (text, quote) => named(text, quote).replaceAll('&#10;', '\n').replaceAll('&#x9;', '\t'),
  (text) => text.replace(/./gsu, (character) => `&#x${character.codePointAt(0)!.toString(16)};`),
  (text) => text.replace(/./gsu, (character) => `&#${character.codePointAt(0)!};`),
);
