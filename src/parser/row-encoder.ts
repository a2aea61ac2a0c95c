/**
 * One element's attributes into one row of a batch: literals to cells by the
 * column's type, what does not fit into the extra cell, then the row's key and
 * day. Knows nothing of XML events; identity is row-key.ts.
 */
import type { ColumnType, RowElement } from '../catalog/section.js';
import { plainLiteral, type Layout, type PlainRow } from './plain-rows.js';
import type { Report } from './report.js';
import { RowKeyMaker } from './row-key.js';
import type { RowWriter } from './row-writer.js';
import type { OccurrenceCounter } from './occurrences.js';
import type { Statement } from './statement.js';
import { canonicalBoolean, isNullMark } from './values/boolean.js';
import type { DateReader } from './values/dates.js';
import { canonicalDecimal, fitsDecimal, isCanonicalDecimal } from './values/decimal.js';

export interface EncodingOptions {
  readonly dates: DateReader;
  readonly decimalLimit: { readonly precision: number; readonly scale: number } | undefined;
  readonly report: Report;
  /** Name of the file, for problems. */
  readonly file: string | undefined;
}

/** The attributes of one element, in the order of the file; the arrays are used again. */
export interface Attributes {
  readonly names: string[];
  readonly literals: string[];
  count: number;
}

/** What each column type expects, in the words of a problem. */
const EXPECTED: Partial<Record<ColumnType, string>> = {
  decimal: 'a decimal number',
  boolean: 'Y, N, Yes or No',
  date: 'a date',
  time: 'a time of day',
  datetime: 'a date and time',
};

const UNKNOWN_ZONE = 'is unknown or one of several: name yours with --timezone';

/** How a value of the bytes becomes a cell: as it is, as it is when canonical, or by its type. */
const COPIED = 1;
const COPIED_IF_CANONICAL = 2;
const COPIED_TYPES: Partial<Record<ColumnType, number>> = {
  text: COPIED,
  enum: COPIED,
  codes: COPIED,
  json: COPIED,
  decimal: COPIED_IF_CANONICAL,
};

/** What the attributes of a layout are for this element. */
interface Plan {
  /** By column: the index of its attribute, or -1. */
  readonly sources: Int32Array;
  /** Attributes that are wanted as strings, with their columns; -1 for those that have none. */
  readonly named: readonly (readonly [number, number])[];
}

export class RowEncoder {
  private readonly slots = new Map<string, number>();
  private readonly accountSlot: number;
  private readonly dateSlot: number;
  private readonly keys: RowKeyMaker;
  /** Literals of the row in hand, by column. */
  private readonly literals: (string | undefined)[];
  /** Attribute order of the row before: most rows repeat it. */
  private lastNames: string[] = [];
  private lastSlots: number[] = [];
  private extra = '';
  private readonly copied: Uint8Array;
  private readonly plans = new Map<Layout, Plan>();

  constructor(
    readonly element: RowElement,
    private readonly options: EncodingOptions,
    occurrences: OccurrenceCounter,
  ) {
    element.columns.forEach((column, slot) => this.slots.set(column.attribute, slot));
    this.literals = new Array<string | undefined>(element.columns.length).fill(undefined);
    this.accountSlot = this.slots.get('accountId') ?? -1;
    this.dateSlot = element.date === undefined ? -1 : (this.slots.get(element.date) ?? -1);
    this.keys = new RowKeyMaker(element, this.slots, occurrences);
    this.copied = Uint8Array.from(element.columns, ({ type }) => COPIED_TYPES[type] ?? 0);
  }

  /** Forgets what concerned the statement that has ended. */
  endStatement(): void {
    this.keys.endStatement();
  }

  /**
   * Appends a row of which the SAX parser has read the attributes.
   * @param number its place in the document order of its statement
   */
  encode(writer: RowWriter, attributes: Attributes, line: number, number: number): void {
    const { columns } = this.element;
    const { literals } = this;
    this.extra = '';
    this.place(attributes);
    this.fillAccount(writer.statement);
    writer.beginRow();
    for (let slot = 0; slot < columns.length; slot++) {
      const literal = literals[slot];
      if (literal === undefined || literal === '') writer.null();
      else this.cell(writer, slot, literal, line);
    }
    this.finish(writer, number);
  }

  /** Appends a row that was cut out of the bytes; gives the same cells as `encode`. */
  encodePlain(writer: RowWriter, row: PlainRow, line: number, number: number): void {
    const { bytes, starts, ends, escaped, layout } = row;
    const plan = this.planOf(layout);
    const { columns } = this.element;
    this.extra = '';
    for (const [index, slot] of plan.named) {
      const literal = plainLiteral(row, index);
      if (slot >= 0) this.literals[slot] = literal;
      else this.unknown(layout.names[index]!, literal);
    }
    this.fillAccount(writer.statement);
    writer.beginRow();
    const { sources } = plan;
    for (let slot = 0; slot < columns.length; slot++) {
      const index = sources[slot]!;
      const start = index < 0 ? 0 : starts[index]!;
      const end = index < 0 ? 0 : ends[index]!;
      if (slot === this.accountSlot) {
        const account = this.literals[slot];
        if (account === undefined || account === '') writer.null();
        else writer.text(account);
      } else if (start === end) {
        writer.null();
      } else if (escaped[index] === 1) {
        this.cell(writer, slot, plainLiteral(row, index), line);
      } else if (this.copied[slot] === COPIED || this.fitsAsItIs(slot, bytes, start, end)) {
        writer.copy(bytes, start, end);
      } else {
        this.cell(writer, slot, bytes.toString('latin1', start, end), line);
      }
    }
    this.finish(writer, number);
  }

  /** A row that names no account belongs to that of its statement. */
  private fillAccount(statement: Statement): void {
    if (this.accountSlot < 0 || !this.element.ofAccount) return;
    const own = this.literals[this.accountSlot];
    if (own === undefined || own === '') this.literals[this.accountSlot] = statement.account;
  }

  /** Whether a value of the bytes is already the canonical text of its column. */
  private fitsAsItIs(slot: number, bytes: Buffer, start: number, end: number): boolean {
    return (
      this.copied[slot] === COPIED_IF_CANONICAL &&
      isCanonicalDecimal(bytes, start, end, this.options.decimalLimit)
    );
  }

  private planOf(layout: Layout): Plan {
    let plan = this.plans.get(layout);
    if (plan === undefined) {
      const sources = new Int32Array(this.element.columns.length).fill(-1);
      const named: [number, number][] = [];
      layout.names.forEach((name, index) => {
        const slot = this.slots.get(name) ?? -1;
        if (slot >= 0) sources[slot] = index;
        if (
          slot < 0 ||
          this.keys.needs(slot) ||
          slot === this.accountSlot ||
          slot === this.dateSlot
        ) {
          named.push([index, slot]);
        }
      });
      plan = { sources, named };
      this.plans.set(layout, plan);
    }
    return plan;
  }

  /** Key, extra attributes, day and number: what follows the columns. */
  private finish(writer: RowWriter, number: number): void {
    const { literals } = this;
    const day = this.day();
    if (day === undefined && this.dateSlot >= 0 && literals[this.dateSlot] === undefined) {
      this.options.report.undated(this.element);
    }
    const extra = this.extra === '' ? null : `{${this.extra}}`;
    writer.text(this.keys.make(writer, literals, this.account(writer.statement), day, extra));
    if (extra === null) writer.null();
    else writer.text(extra);
    if (day === undefined) writer.null();
    else writer.text(day);
    writer.integer(number);
    writer.endRow();
    literals.fill(undefined);
    this.options.report.row(writer.statement, this.element.table);
  }

  /** Puts each literal at its column; what has no column goes into the extra cell. */
  private place(attributes: Attributes): void {
    const { names, literals: given, count } = attributes;
    const { lastNames, lastSlots, literals } = this;
    for (let i = 0; i < count; i++) {
      const name = names[i]!;
      let slot = lastSlots[i] ?? -1;
      if (lastNames[i] !== name) {
        slot = this.slots.get(name) ?? -1;
        lastNames[i] = name;
        lastSlots[i] = slot;
      }
      if (slot >= 0) literals[slot] = given[i]!;
      else this.unknown(name, given[i]!);
    }
  }

  private unknown(name: string, literal: string): void {
    this.keep(name, literal);
    this.options.report.driftAttribute(this.element.element, name);
  }

  private cell(writer: RowWriter, slot: number, literal: string, line: number): void {
    const column = this.element.columns[slot]!;
    const { dates } = this.options;
    let canonical: string | undefined;
    switch (column.type) {
      case 'text':
      case 'enum':
      case 'codes':
      case 'json':
        writer.text(literal);
        return;
      case 'decimal': {
        canonical = canonicalDecimal(literal);
        const limit = this.options.decimalLimit;
        if (canonical !== undefined && limit !== undefined) {
          if (!fitsDecimal(canonical, limit.precision, limit.scale)) canonical = undefined;
        }
        break;
      }
      case 'boolean':
        canonical = canonicalBoolean(literal);
        break;
      case 'date':
        canonical = dates.date(literal);
        // The column holds the day; the literal says more, so it is kept too.
        if (canonical !== undefined && dates.hadTime) this.keep(column.attribute, literal);
        break;
      case 'time':
        canonical = dates.time(literal);
        break;
      case 'datetime':
        canonical = dates.datetime(literal);
        break;
    }
    if (canonical !== undefined) {
      writer.text(canonical);
      return;
    }
    writer.null();
    this.keep(column.attribute, literal);
    if (!isNullMark(literal)) this.misfit(column.attribute, column.type, literal, line);
  }

  private misfit(attribute: string, type: ColumnType, literal: string, line: number): void {
    const { element, section, table } = this.element;
    let expected = EXPECTED[type] ?? type;
    const limit = this.options.decimalLimit;
    if (type === 'decimal' && limit !== undefined && canonicalDecimal(literal) !== undefined) {
      expected += ` of at most ${limit.precision} digits, ${limit.scale} of them decimals`;
    }
    const zone = type.startsWith('date') ? this.options.dates.unknownZone(literal) : undefined;
    if (zone !== undefined) expected += `; the zone '${zone.slice(0, 40)}' ${UNKNOWN_ZONE}`;
    this.options.report.problem(
      { file: this.options.file, line, section, element, attribute },
      table,
      literal,
      `not ${expected}`,
    );
  }

  private keep(attribute: string, literal: string): void {
    const separator = this.extra === '' ? '' : ',';
    this.extra += `${separator}${JSON.stringify(attribute)}:${JSON.stringify(literal)}`;
  }

  /** The account that the row itself names. */
  private account(statement: Statement): string {
    return this.accountSlot < 0 ? statement.account : (this.literals[this.accountSlot] ?? '');
  }

  /** The day that places an event; undefined where the row does not say. */
  private day(): string | undefined {
    if (this.dateSlot < 0) return undefined;
    const literal = this.literals[this.dateSlot];
    return literal === undefined || literal === '' ? undefined : this.options.dates.date(literal);
  }
}
