/**
 * The lane for the rows of one report: gives the compiled code bytes, and its rows to the
 * batches. It reads only rows of layouts that the fast path has learned, within the section and
 * the statement that the reader stands in; what it declines, the fast path reads. The records are
 * those of layouts.ts, and how a row is read is assembly/.
 */
import type { RowElement } from '../../catalog/section.js';
import { TRAILING_CELLS } from '../batch.js';
import type { Batcher } from '../rows/batcher.js';
import type { RowEncoder } from '../rows/row-encoder.js';
import type { Statement } from '../statement.js';
import type { DecimalLimit } from '../values/canonical.js';
import type { DateReader } from '../values/dates.js';
import { LAYOUTS_KEPT, type FastPath, type Layout } from '../xml/fast-path.js';
import { elementRecord, keysOf, layoutRecord } from './layouts.js';
import { Machine, type LaneCode } from './machine.js';
import {
  ACCOUNT,
  ACCOUNT_BYTES,
  DECLINED,
  E_BASE,
  E_BOUND,
  E_CELL_COUNT,
  E_CELLS,
  E_KNOWN_BY,
  E_OUT,
  E_OUT_LENGTH,
  E_SCOPE,
  E_SCOPE_LENGTH,
  FULL,
  INPUT,
  INPUT_BYTES,
  L_ROWS,
  NO_BOUND,
  NO_OFFSET,
  PADDING,
  S_ACCOUNT_LENGTH,
  S_FRACTION_DIGITS,
  S_INTEGER_DIGITS,
  S_LAYOUT,
  S_LINE_START,
  S_LINES,
  S_NEXT,
  S_NUMBER,
  S_ROWS,
  S_STATUS,
  STATE,
} from './records.js';

const QUOTE = 0x22;
const SCOPE_BYTES = 64;
/** A layout is given up when more of its rows were declined than taken, and more than these. */
const DECLINED_KEPT = 64;
/** More digits than a row has. */
const ANY_DIGITS = 0x7fff_ffff;

interface Element {
  readonly element: RowElement;
  readonly encoder: RowEncoder;
  readonly record: number;
  readonly scope: number;
}

interface KnownLayout {
  readonly layout: Layout;
  readonly record: number;
  readonly element: Element;
  taken: number;
  declined: number;
}

/** The layouts of a section, and the list of their records. */
interface SectionLayouts {
  readonly list: number;
  readonly elements: Element[];
  layouts: KnownLayout[];
}

export interface LaneOptions {
  readonly batcher: Batcher;
  readonly plain: FastPath;
  readonly dates: DateReader;
  readonly decimalLimit: DecimalLimit;
  readonly code: LaneCode;
}

export class Lane {
  /** Of the run that was the last: rows taken, their bytes and line feeds, bytes after the last of these. */
  rows = 0;
  bytes = 0;
  lines = 0;
  column = 0;
  private readonly sections = new Map<string, SectionLayouts>();
  private readonly elements = new Map<RowElement, Element | undefined>();
  private readonly encoders: RowEncoder[] = [];
  private readonly seen = new Set<Layout>();
  private statement: Statement | undefined;
  /** Whether the lane can hold the account of the statement. */
  private isOpen = false;
  private input: Buffer | undefined;

  /** @returns undefined where the environment cannot run it */
  static open(options: LaneOptions): Lane | undefined {
    const machine = Machine.take(options.code);
    return machine === undefined ? undefined : new Lane(machine, options);
  }

  private constructor(
    private readonly machine: Machine,
    private readonly options: LaneOptions,
  ) {
    const { dates, decimalLimit: limit } = options;
    machine.host = {
      occurrence: (element, first, second) => this.encoders[element]!.keys.count(first, second),
      offset: (day) => dates.offsetOn(day) ?? NO_OFFSET,
    };
    const whole = limit === undefined ? ANY_DIGITS : limit.precision - limit.scale;
    machine.set(STATE + S_INTEGER_DIGITS, whole);
    machine.set(STATE + S_FRACTION_DIGITS, limit?.scale ?? ANY_DIGITS);
  }

  /** Takes rows from a place on. @returns where the last of them ends, or that place */
  run(bytes: Buffer, from: number, section: string, statement: Statement): number {
    this.rows = this.bytes = this.lines = this.column = 0;
    if (bytes.length > INPUT_BYTES) return from;
    const layouts = this.layoutsOf(section);
    if (layouts.layouts.length === 0) return from;
    if (statement !== this.statement) this.begin(statement);
    if (!this.isOpen) return from;
    this.enter(bytes);
    const { machine } = this;
    let at = INPUT + from;
    for (;;) {
      this.prepare(layouts);
      const begun = at;
      try {
        at = machine.run(begun, INPUT + bytes.length, layouts.list, layouts.layouts.length);
      } finally {
        this.count(begun);
      }
      this.takeOver(layouts);
      const status = machine.get(STATE + S_STATUS);
      if (status === DECLINED) this.decline(layouts);
      if (status !== FULL) return at - INPUT;
    }
  }

  /** The report has ended. */
  release(): void {
    Machine.giveBack(this.machine);
  }

  /** Adds up where the rows have led to, those of a run before it included. */
  private count(before: number): void {
    const { machine } = this;
    const next = machine.get(STATE + S_NEXT);
    const lines = machine.get(STATE + S_LINES);
    this.rows += machine.get(STATE + S_ROWS);
    this.bytes += next - before;
    this.column =
      lines > 0 ? next - machine.get(STATE + S_LINE_START) : this.column + next - before;
    this.lines += lines;
  }

  private layoutsOf(section: string): SectionLayouts {
    const { learned } = this.options.plain;
    if (learned.length > this.seen.size) for (const layout of learned) this.learn(layout);
    return this.sectionOf(section);
  }

  private learn(layout: Layout): void {
    if (this.seen.has(layout)) return;
    this.seen.add(layout);
    const element = this.elementOf(layout.element);
    if (element === undefined) return;
    const record = layoutRecord(this.machine, layout, element.record);
    if (record === undefined) return;
    const section = this.sectionOf(layout.element.section);
    if (!section.elements.includes(element)) section.elements.push(element);
    section.layouts.push({ layout, record, element, taken: 0, declined: 0 });
    this.list(section);
    // What the records name of the statement is not set yet.
    this.statement = undefined;
  }

  private sectionOf(name: string): SectionLayouts {
    let section = this.sections.get(name);
    if (section === undefined) {
      section = { list: this.machine.room(4 * LAYOUTS_KEPT), elements: [], layouts: [] };
      this.sections.set(name, section);
    }
    return section;
  }

  private elementOf(element: RowElement): Element | undefined {
    if (this.elements.has(element)) return this.elements.get(element);
    const { machine } = this;
    const encoder = this.options.batcher.encoder(element);
    const index = this.encoders.push(encoder) - 1;
    const record = elementRecord(machine, element, index, encoder.keys);
    const known =
      record === undefined
        ? undefined
        : { element, encoder, record, scope: machine.room(SCOPE_BYTES) };
    this.elements.set(element, known);
    return known;
  }

  private list({ list, layouts }: SectionLayouts): void {
    layouts.forEach(({ record }, index) => this.machine.set(list + 4 * index, record));
  }

  private begin(statement: Statement): void {
    const { machine } = this;
    this.statement = statement;
    const account = Buffer.from(statement.account);
    this.isOpen = account.length <= ACCOUNT_BYTES;
    if (!this.isOpen) return;
    account.copy(machine.bytes, ACCOUNT);
    machine.set(STATE + S_ACCOUNT_LENGTH, account.length);
    for (const known of this.elements.values()) {
      if (known === undefined) continue;
      const scope = Buffer.from(known.encoder.keys.scopeOf(statement));
      if (scope.length > SCOPE_BYTES) this.isOpen = false;
      else scope.copy(machine.bytes, known.scope);
      machine.set(known.record + E_SCOPE, known.scope);
      machine.set(known.record + E_SCOPE_LENGTH, scope.length);
    }
  }

  /** Puts the bytes where the compiled code reads them, once for all runs over them. */
  private enter(bytes: Buffer): void {
    if (this.input === bytes) return;
    const { machine } = this;
    bytes.copy(machine.bytes, INPUT);
    machine.bytes.fill(QUOTE, INPUT + bytes.length, INPUT + bytes.length + PADDING);
    this.input = bytes;
  }

  private prepare({ elements }: SectionLayouts): void {
    const { machine, options } = this;
    for (const { element, record } of elements) {
      machine.set(record + E_BASE, options.batcher.lengthOf(element));
    }
    machine.set(STATE + S_NUMBER, options.batcher.nextNumber);
  }

  /** Hands the rows that wait to the batches. */
  private takeOver(section: SectionLayouts): void {
    const { machine, options } = this;
    for (const { element, encoder, record } of section.elements) {
      const cells = machine.get(record + E_CELL_COUNT);
      if (cells === 0) continue;
      const out = machine.get(record + E_OUT);
      const firstCell = machine.get(record + E_CELLS) >> 2;
      const layouts = section.layouts
        .filter((known) => known.element.record === record)
        .map((known) => [known.layout, this.countRows(known)] as const)
        .filter(([, rows]) => rows > 0);
      options.batcher.takeRows(element, this.statement!, {
        bytes: machine.bytes.subarray(out, out + machine.get(record + E_OUT_LENGTH)),
        ends: machine.words.subarray(firstCell, firstCell + cells),
        count: cells / (element.columns.length + TRAILING_CELLS),
        layouts,
        knownBy: keysOf(machine.get(record + E_KNOWN_BY), encoder.keys),
        bound: machine.get(record + E_BOUND),
      });
      machine.set(record + E_CELL_COUNT, 0);
      machine.set(record + E_OUT_LENGTH, 0);
      machine.set(record + E_KNOWN_BY, 0);
      machine.set(record + E_BOUND, NO_BOUND);
    }
  }

  /** @returns how many rows of the layout have been taken since it was asked last */
  private countRows(known: KnownLayout): number {
    const rows = this.machine.get(known.record + L_ROWS);
    this.machine.set(known.record + L_ROWS, 0);
    known.taken += rows;
    if (rows > 0) this.options.plain.use(known.layout);
    return rows;
  }

  /** A layout most rows of which are declined costs more than it saves. */
  private decline(section: SectionLayouts): void {
    const record = this.machine.get(STATE + S_LAYOUT);
    const known = section.layouts.find((one) => one.record === record);
    if (known === undefined) return;
    known.declined++;
    if (known.declined <= Math.max(DECLINED_KEPT, known.taken)) return;
    section.layouts = section.layouts.filter((one) => one !== known);
    this.list(section);
  }
}
