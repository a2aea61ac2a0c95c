/**
 * One element's attributes into one row of a batch: literals to cells by the
 * column's type, what does not fit into the extra cell, then the row's key and
 * day. Knows nothing of XML events; identity is row-key.ts.
 */
import type { ColumnType, RowElement } from '../catalog/section.js';
import type { Position } from '../errors.js';
import type { Report } from './report.js';
import { RowKeyMaker } from './row-key.js';
import type { RowWriter } from './row-writer.js';
import type { OccurrenceCounter } from './occurrences.js';
import type { Statement } from './statement.js';
import { canonicalBoolean, isNullMark } from './values/boolean.js';
import type { DateReader } from './values/dates.js';
import { canonicalDecimal, fitsDecimal } from './values/decimal.js';

export interface EncodingOptions {
  readonly dates: DateReader;
  readonly decimalLimit: { readonly precision: number; readonly scale: number } | undefined;
  readonly report: Report;
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
  }

  /** Forgets what concerned the statement that has ended. */
  endStatement(): void {
    this.keys.endStatement();
  }

  encode(writer: RowWriter, attributes: Attributes, at: Position): void {
    const { columns } = this.element;
    const { literals } = this;
    this.extra = '';
    this.place(attributes);
    if (this.accountSlot >= 0 && this.element.ofAccount) {
      const own = literals[this.accountSlot];
      if (own === undefined || own === '') literals[this.accountSlot] = writer.statement.account;
    }
    writer.beginRow();
    for (let slot = 0; slot < columns.length; slot++) {
      const literal = literals[slot];
      if (literal === undefined || literal === '') writer.null();
      else this.cell(writer, slot, literal, at);
    }
    const day = this.day();
    const extra = this.extra === '' ? null : `{${this.extra}}`;
    writer.text(this.keys.make(writer, literals, this.account(writer.statement), day, extra));
    if (extra === null) writer.null();
    else writer.text(extra);
    if (day === undefined) writer.null();
    else writer.text(day);
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
      if (slot >= 0) {
        literals[slot] = given[i]!;
      } else {
        this.keep(name, given[i]!);
        this.options.report.driftAttribute(this.element.element, name);
      }
    }
  }

  private cell(writer: RowWriter, slot: number, literal: string, at: Position): void {
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
    if (!isNullMark(literal)) this.misfit(column.attribute, column.type, literal, at);
  }

  private misfit(attribute: string, type: ColumnType, literal: string, at: Position): void {
    const { element, section, table } = this.element;
    let expected = EXPECTED[type] ?? type;
    const limit = this.options.decimalLimit;
    if (type === 'decimal' && limit !== undefined && canonicalDecimal(literal) !== undefined) {
      expected += ` of at most ${limit.precision} digits, ${limit.scale} of them decimals`;
    }
    this.options.report.problem(
      { ...at, section, element, attribute },
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
