/**
 * One element's attributes into one row of a batch: literals to cells by the
 * column's type, what does not fit into the extra cell, then the row's key and
 * day. Knows nothing of XML events; identity is row-key.ts.
 */
import type { RowElement } from '../../catalog/section.js';
import { boundedAccount, MOST_ACCOUNT, type Statement } from '../statement.js';
import { isNullMark } from '../values/boolean.js';
import { canonicalText } from '../values/canonical.js';
import { isCanonicalDecimal } from '../values/decimal.js';
import { plainLiteral, type Layout, type PlainRow } from '../xml/fast-path.js';
import { COPIED, COPIED_IF_CANONICAL, shapeOf } from './element-shape.js';
import { EventFactsCollector } from './event-facts.js';
import { Misfits, type EncodingOptions } from './misfits.js';
import type { OccurrenceCounter } from './occurrences.js';
import { RowKeyMaker } from './row-key.js';
import type { LaneRows, RowWriter } from './row-writer.js';

/** The attributes of one element, in the order of the file; the arrays are used again. */
export interface Attributes {
  readonly names: string[];
  readonly literals: string[];
  count: number;
}

/** The attributes of a layout, resolved for its element. */
interface Plan {
  /** By column: the index of its attribute, or -1. */
  readonly sources: Int32Array;
  /** Attributes that are wanted as strings, with their columns; -1 for those that have none. */
  readonly named: readonly (readonly [number, number])[];
}

const PLANS = new WeakMap<Layout, Plan>();

export class RowEncoder {
  private readonly slots: ReadonlyMap<string, number>;
  private readonly accountSlot: number;
  private readonly dateSlot: number;
  private readonly facts: EventFactsCollector | undefined;
  /** The row in hand where it was cut out of the bytes, with what its attributes are. */
  private plainRow: PlainRow | undefined;
  private plainPlan: Plan | undefined;
  private readonly misfits: Misfits;
  private statement: Statement | undefined;
  readonly keys: RowKeyMaker;
  /** Literals of the row in hand, by column. */
  private readonly literals: (string | undefined)[];
  /** Attribute order of the row before: most rows repeat it. */
  private lastNames: string[] = [];
  private lastSlots: number[] = [];
  private lastCount = -1;
  private extra = '';
  private readonly copied: Uint8Array;

  constructor(
    readonly element: RowElement,
    private readonly options: EncodingOptions,
    occurrences: OccurrenceCounter,
  ) {
    const { slots, accountSlot, dateSlot, copied } = shapeOf(element);
    this.slots = slots;
    this.accountSlot = accountSlot;
    this.dateSlot = dateSlot;
    this.copied = copied;
    this.literals = new Array<string | undefined>(element.columns.length).fill(undefined);
    this.facts =
      element.grain === 'event'
        ? new EventFactsCollector(element, options.dates, (slot) => this.literalAt(slot))
        : undefined;
    this.misfits = new Misfits(element, options);
    this.keys = new RowKeyMaker(element, occurrences);
  }

  /** Forgets what concerned the statement that has ended. */
  endStatement(): void {
    this.keys.endStatement();
    if (this.facts !== undefined) {
      this.statement?.events.set(this.element.table, this.facts.end());
    }
    this.statement = undefined;
  }

  /**
   * Appends a row of which the SAX parser has read the attributes.
   * @param number its place in the document order of its statement
   */
  encode(writer: RowWriter, attributes: Attributes, line: number, number: number): void {
    const { columns } = this.element;
    const { literals } = this;
    this.extra = '';
    this.plainRow = undefined;
    const same = this.place(attributes);
    this.facts?.sees(attributes.names, attributes.count, same);
    this.fillAccount(writer.statement, line);
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
    this.plainRow = row;
    this.plainPlan = plan;
    this.facts?.seesLayout(layout);
    for (const [index, slot] of plan.named) {
      const literal = plainLiteral(row, index);
      if (slot >= 0) this.literals[slot] = literal;
      else this.unknown(layout.names[index]!, literal);
    }
    this.fillAccount(writer.statement, line);
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

  /** Appends rows that the lane has encoded. */
  takeRows(writer: RowWriter, rows: LaneRows): void {
    writer.append(rows);
    this.facts?.takeRows(rows);
    if (this.facts !== undefined) this.statement = writer.statement;
    const { report } = this.options;
    report.row(writer.statement, this.element.table, rows.count);
    for (const [{ names }, count] of rows.layouts) {
      const unknown = names.filter((name) => !this.slots.has(name));
      for (const name of unknown) report.driftAttribute(this.element.name, name, count);
    }
  }

  /** A row that names no account belongs to that of its statement. */
  private fillAccount(statement: Statement, line: number): void {
    const { accountSlot: slot, literals } = this;
    if (slot < 0 || !this.element.ofAccount) return;
    const own = literals[slot] ?? '';
    if (own === '') literals[slot] = statement.account;
    else if (own.length > MOST_ACCOUNT) this.boundAccount(own, line);
  }

  /** An account that no index could hold is told, and kept whole beside the row. */
  private boundAccount(account: string, line: number): void {
    const { attribute } = this.element.columns[this.accountSlot]!;
    this.keep(attribute, account);
    this.literals[this.accountSlot] = boundedAccount(account);
    this.misfits.problem(attribute, account, `longer than ${MOST_ACCOUNT} characters`, line);
  }

  /** Whether a value is already the canonical text of its column. */
  private fitsAsItIs(slot: number, bytes: Buffer, start: number, end: number): boolean {
    return (
      this.copied[slot] === COPIED_IF_CANONICAL &&
      isCanonicalDecimal(bytes, start, end, this.options.decimalLimit)
    );
  }

  private planOf(layout: Layout): Plan {
    let plan = PLANS.get(layout);
    if (plan === undefined) {
      const sources = new Int32Array(this.element.columns.length).fill(-1);
      const named: [number, number][] = [];
      layout.names.forEach((name, index) => {
        const slot = this.slots.get(name) ?? -1;
        if (slot >= 0) sources[slot] = index;
        const isOwn = slot === this.accountSlot || slot === this.dateSlot;
        if (slot < 0 || isOwn || this.keys.needs(slot)) named.push([index, slot]);
      });
      plan = { sources, named };
      PLANS.set(layout, plan);
    }
    return plan;
  }

  /** Key, extra attributes, day and number: what follows the columns. */
  private finish(writer: RowWriter, number: number): void {
    const { literals } = this;
    const day = this.day();
    const extra = this.extra === '' ? null : `{${this.extra}}`;
    writer.text(this.keys.make(writer, literals, this.account(writer.statement), extra));
    if (this.facts !== undefined) {
      this.statement = writer.statement;
      const { knownBy, dateless } = this.keys;
      this.facts.row(writer, knownBy, day !== undefined, dateless);
      if (day === undefined) {
        this.options.report.isUndated(writer.statement.query, this.element);
      }
    }
    if (extra === null) writer.null();
    else writer.text(extra);
    if (day === undefined) writer.null();
    else writer.text(day);
    writer.integer(number);
    writer.endRow();
    literals.fill(undefined);
    this.options.report.row(writer.statement, this.element.table);
  }

  private literalAt(slot: number): string | undefined {
    const literal = this.literals[slot];
    if (literal !== undefined || this.plainRow === undefined) return literal;
    const index = this.plainPlan!.sources[slot]!;
    return index < 0 ? undefined : plainLiteral(this.plainRow, index);
  }

  /**
   * Puts each literal at its column; what has no column goes into the extra cell.
   * @returns whether the names are those of the row before
   */
  private place(attributes: Attributes): boolean {
    const { names, literals: given, count } = attributes;
    const { lastNames, lastSlots, literals } = this;
    let same = count === this.lastCount;
    this.lastCount = count;
    for (let i = 0; i < count; i++) {
      const name = names[i]!;
      let slot = lastSlots[i] ?? -1;
      if (lastNames[i] !== name) {
        same = false;
        slot = this.slots.get(name) ?? -1;
        lastNames[i] = name;
        lastSlots[i] = slot;
      }
      if (slot >= 0) literals[slot] = given[i]!;
      else this.unknown(name, given[i]!);
    }
    return same;
  }

  private unknown(name: string, literal: string): void {
    this.keep(name, literal);
    this.options.report.driftAttribute(this.element.name, name);
  }

  private cell(writer: RowWriter, slot: number, literal: string, line: number): void {
    const column = this.element.columns[slot]!;
    const { dates, decimalLimit } = this.options;
    const canonical = canonicalText(column.type, literal, dates, decimalLimit);
    // The column holds the day; the literal says more, so it is kept too.
    if (column.type === 'date' && canonical !== undefined && dates.hadTime) {
      this.keep(column.attribute, literal);
    }
    if (canonical !== undefined) {
      writer.text(canonical);
      return;
    }
    writer.null();
    this.keep(column.attribute, literal);
    if (!isNullMark(literal)) this.misfits.tell(column, literal, line);
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
