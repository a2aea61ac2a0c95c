/**
 * Random reports for fast-check: sections known and unknown, row elements with
 * any of their attributes in any order, literals that fit and that do not, text,
 * nesting, several statements, and every way that XML has to write them. Well
 * formed always; whatever else is wrong with a report may be wrong with these.
 */
import fc, { type Arbitrary } from 'fast-check';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { RowElement, Section } from '../../src/catalog/section.js';
import { ELEMENT_NAMES, escapes, Literals, named, NAMES, TEXTS, type Order } from './literals.js';

/** A well-formed report as text. */
export function reports(catalog: Catalog): Arbitrary<string> {
  return fc
    .constantFrom<Order>('mdy', 'dmy')
    .chain((order) => new Documents(catalog, order).report);
}

class Documents {
  private readonly sections: readonly Section[];
  private readonly literals: Literals;

  constructor(
    catalog: Catalog,
    private readonly order: Order,
  ) {
    this.sections = catalog.sections;
    this.literals = new Literals(order);
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
          ...chosen.map(({ attribute, type }) => this.attribute(attribute, this.literals.of(type))),
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
        row.name,
        this.attributes(row.columns),
        fc.oneof(
          { weight: 6, arbitrary: this.nothing },
          { weight: 1, arbitrary: this.content(this.unknownElement, 1) },
        ),
      ),
    );
    return plain.length === 0 ? this.unknownElement : fc.oneof(...plain);
  }

  /** Rows as the broker writes them: one shape, one line each, mostly of plain characters. */
  private likeRows({ name, columns }: RowElement): Arbitrary<string> {
    const shapes = fc.tuple(
      fc.shuffledSubarray([...columns], { minLength: 1, maxLength: Math.min(12, columns.length) }),
      fc.boolean(),
      fc.integer({ min: 0, max: 3 }),
    );
    return shapes.chain(([chosen, drifted, odd]) => {
      const names = chosen.map(({ attribute }) => attribute);
      if (drifted) names.push('newAttribute');
      const texts = fc.tuple(...chosen.map(({ type }) => this.literals.of(type)), TEXTS);
      const plain = (text: string): string =>
        odd === 0 ? text : text.replace(/[^ -~]|["&<]/g, '');
      const row = texts.map((all) =>
        names.map((name, i) => ` ${name}="${named(plain(all[i]!), '"')}"`).join(''),
      );
      return fc
        .array(row, { minLength: 2, maxLength: 6 })
        .map((rows) => rows.map((attributes) => `<${name}${attributes} />\n`).join(''));
    });
  }

  private knownSection(section: Section): Arbitrary<string> {
    const rows = fc.oneof(
      { weight: 6, arbitrary: this.row(section) },
      { weight: 1, arbitrary: this.unknownElement },
      ...section.rows.map((row) => ({ weight: 2, arbitrary: this.likeRows(row) })),
      ...section.containers.map((name) => ({
        weight: 2,
        arbitrary: this.element(name, fc.constant(''), this.content(this.row(section), 3)),
      })),
    );
    const own = section.rows.find(({ name }) => name === section.ownRow);
    return fc
      .constantFrom(section.name, ...section.aliases)
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
