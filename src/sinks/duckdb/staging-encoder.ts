/**
 * Batches to the text that DuckDB reads them from, bytes to bytes: delimited, and without
 * quotes. No I/O; the query that reads it is staging.ts.
 *
 * DuckDB's reader lets several threads start in the middle of a file, and in CSV a line break or a
 * quote there may or may not be part of a value. It guesses, and then refuses some files or reads
 * them wrongly. Here a line feed always ends a row and 0x1F a field: in a value they are escaped,
 * so every place of the text is unambiguous.
 */
import type { ColumnType, RowElement } from '../../catalog/section.js';
import { tableColumns } from '../../catalog/table-columns.js';
import { FLUSH_AT, INTEGER_BYTES, writeInteger, type ByteWriter } from '../../files/byte-writer.js';
import {
  cellIndex,
  cellStart,
  DAY_CELL,
  EXTRA_CELL,
  KEY_CELL,
  NUMBER_CELL,
  type Batch,
} from '../../parser/batch.js';
import type { Statement } from '../../parser/statement.js';
import { RowMachine, type Field, type Measured, type RowTemplate } from '../encoding/machine.js';
import { COUNT, MEASURED, PLAIN, TEXT_WITHOUT_CONTROLS } from '../encoding/records.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
export const ESCAPE = 0x1a;
export const DELIMITER = 0x1f;
const MINUS = 0x2d;
const POINT = 0x2e;

/** What an escape stands for, by the letter after it; the bit tells that a field has one. */
export const ESCAPES: readonly {
  readonly code: number;
  readonly letter: string;
  readonly bit: number;
}[] = [
  { code: LINE_FEED, letter: 'n', bit: 1 },
  { code: CARRIAGE_RETURN, letter: 'r', bit: 2 },
  { code: DELIMITER, letter: 'd', bit: 4 },
  // The last one to be read back: its letter may be followed by one of the others.
  { code: ESCAPE, letter: 'e', bit: 8 },
];

const LETTERS = new Uint8Array(0x20);
const BITS = new Uint8Array(0x20);
for (const { code, letter, bit } of ESCAPES) {
  LETTERS[code] = letter.charCodeAt(0);
  BITS[code] = bit;
}

/** How the text of a cell becomes a field. */
const AS_TEXT = 0; // escaped where needed
const AS_PLAIN = 1; // canonical text that never needs it
const AS_DECIMAL = 2; // the same, its digits counted

/** The same, as compiled code has it. */
const COMPILED = [TEXT_WITHOUT_CONTROLS, PLAIN, MEASURED] as const;
/** A template is made for each statement: for fewer rows than these, that takes longer. */
const ROWS_BEFORE = 16;

const FORM: Partial<Record<ColumnType, number>> = {
  decimal: AS_DECIMAL,
  boolean: AS_PLAIN,
  date: AS_PLAIN,
  time: AS_PLAIN,
  datetime: AS_PLAIN,
};

/**
 * Encodes the rows of one table of one load. A row is its place in the input, the columns of
 * the table with the lineage, and the day that places it.
 */
export class StagingEncoder {
  private readonly forms: Uint8Array;
  private readonly loadId: string;
  private readonly omitted: readonly boolean[] | undefined;
  private readonly lineage: Readonly<Record<'key' | 'query' | 'extra', number>>;
  private places = 0;
  private statement: Statement | undefined;
  /** What stands between row key and row number. */
  private source: Buffer = Buffer.alloc(0);
  /** What stands between row number and extra attributes. */
  private load: Buffer = Buffer.alloc(0);
  private template: RowTemplate | undefined;
  /** Of the fields of the template, the columns. */
  private readonly fieldColumns: readonly number[];
  private readonly measured: Measured = (field, integer, fraction) =>
    this.widen(this.fieldColumns[field - 1]!, integer, fraction);
  /** Bytes of the longest row so far: a reader needs to know. */
  longestRow = 0;
  /** By column: the most digits that its decimals had before and after the point. */
  readonly integerDigits: Uint16Array;
  readonly fractionDigits: Uint16Array;
  /** By column of the table, lineage included: the bits of the escapes that it has. */
  readonly escapes: Uint8Array;

  /**
   * @param omitted by column: whether it has no field; such columns must be NULL in every row
   * @param machineFor what encodes many rows; by default compiled code, where it can be run
   */
  constructor(
    element: RowElement,
    loadId: string,
    omitted?: readonly boolean[],
    private readonly machineFor: (batch: Batch) => RowMachine | undefined = (batch) =>
      batch.rowCount < ROWS_BEFORE ? undefined : RowMachine.for(batch),
  ) {
    this.forms = Uint8Array.from(element.columns, ({ type }) => FORM[type] ?? AS_TEXT);
    this.loadId = loadId;
    this.omitted = omitted;
    const names = tableColumns(element).map(({ name }) => name);
    this.lineage = {
      key: names.lastIndexOf('_row_key'),
      query: names.lastIndexOf('_query'),
      extra: names.lastIndexOf('_extra'),
    };
    this.integerDigits = new Uint16Array(element.columns.length);
    this.fractionDigits = new Uint16Array(element.columns.length);
    this.escapes = new Uint8Array(names.length);
    this.fieldColumns = [...this.forms.keys()].filter((column) => omitted?.[column] !== true);
  }

  /**
   * Writes rows from `first` on, until the writer holds enough to be flushed.
   * @returns the row to go on with; `batch.rowCount` when all are written
   */
  encode(batch: Batch, first: number, writer: ByteWriter): number {
    if (batch.statement !== this.statement) this.begin(batch.statement);
    const machine = this.machineFor(batch);
    let row = first;
    while (row < batch.rowCount && writer.length < FLUSH_AT) {
      const next = machine === undefined ? row : this.pass(machine, batch, row, writer);
      if (next === row) this.row(batch, row++, writer);
      else row = next;
    }
    return row;
  }

  /** Lets the machine write rows. @returns the row to go on with */
  private pass(machine: RowMachine, batch: Batch, row: number, writer: ByteWriter): number {
    this.template ??= this.makeTemplate();
    const { measured } = this;
    const options = { enough: FLUSH_AT, count: this.places + 1, measured };
    const next = machine.encode(this.template, batch, row, writer, options);
    this.places += next - row;
    this.longestRow = Math.max(this.longestRow, machine.longestRow);
    return next;
  }

  /** What `row` writes. */
  private makeTemplate(): RowTemplate {
    const { forms, source, load } = this;
    const before = Buffer.of(DELIMITER);
    const trailing = forms.length;
    const columns = this.fieldColumns.map((cell): Field => {
      return { cell, form: COMPILED[forms[cell]!]!, before };
    });
    return {
      fields: [
        { cell: 0, form: COUNT },
        ...columns,
        { cell: trailing + KEY_CELL, form: TEXT_WITHOUT_CONTROLS, before },
        { cell: trailing + NUMBER_CELL, form: PLAIN, before: source },
        { cell: trailing + EXTRA_CELL, form: TEXT_WITHOUT_CONTROLS, before: load },
        { cell: trailing + DAY_CELL, form: PLAIN, before },
      ],
      end: Buffer.of(LINE_FEED),
      growth: 1,
    };
  }

  private begin(statement: Statement): void {
    const { query, id, generatedAt } = statement;
    const from = Buffer.from(query);
    const name = Buffer.alloc(2 * from.length);
    const end = this.text(this.lineage.query, from, 0, from.length, name, 0);
    const delimiter = Buffer.of(DELIMITER);
    const fields = [name.subarray(0, end), Buffer.from(id)];
    this.source = Buffer.concat(fields.flatMap((field) => [delimiter, field]).concat(delimiter));
    const texts = ['', this.loadId, generatedAt ?? '', ''];
    this.load = Buffer.from(texts.join(String.fromCharCode(DELIMITER)));
    this.statement = statement;
    this.template = undefined;
  }

  private row(batch: Batch, row: number, writer: ByteWriter): void {
    const { bytes, ends, stride } = batch;
    const forms = this.forms;
    const source = this.source;
    const load = this.load;
    const first = cellIndex(batch, row, 0);
    let start = cellStart(batch, first);
    const size = cellStart(batch, first + stride) - start;
    // At worst every byte is escaped.
    writer.reserve(2 * size + stride + source.length + load.length + INTEGER_BYTES + 4);
    const out = writer.bytes;

    // A number comes first: a text there may begin with what DuckDB takes for a byte order mark.
    let at = writeInteger(++this.places, out, writer.length);
    for (let column = 0; column < forms.length; column++) {
      const end = ends[first + column]!;
      if (end < 0 && this.omitted?.[column] === true) continue;
      out[at++] = DELIMITER;
      if (end < 0) continue;
      if (forms[column] === AS_TEXT) {
        at = this.text(column, bytes, start, end, out, at);
      } else {
        for (let from = start; from < end; from++) out[at++] = bytes[from]!;
        if (forms[column] === AS_DECIMAL) this.measure(column, bytes, start, end);
      }
      start = end;
    }
    out[at++] = DELIMITER;
    const trailing = first + forms.length;
    at = this.text(this.lineage.key, bytes, start, ends[trailing + KEY_CELL]!, out, at);
    out.set(source, at);
    at = plain(batch, trailing + NUMBER_CELL, out, at + source.length);
    out.set(load, at);
    at += load.length;
    const extra = trailing + EXTRA_CELL;
    if (ends[extra]! >= 0) {
      at = this.text(this.lineage.extra, bytes, cellStart(batch, extra), ends[extra]!, out, at);
    }
    out[at++] = DELIMITER;
    at = plain(batch, trailing + DAY_CELL, out, at);
    out[at++] = LINE_FEED;
    if (at - writer.length > this.longestRow) this.longestRow = at - writer.length;
    writer.length = at;
  }

  /** Copies a text, the bytes that mean something escaped. @returns where it ends */
  private text(
    column: number,
    bytes: Buffer,
    start: number,
    end: number,
    out: Buffer,
    begin: number,
  ) {
    let at = begin;
    for (let from = start; from < end; from++) {
      const byte = bytes[from]!;
      if (byte < 0x20 && BITS[byte] !== 0) {
        this.escapes[column]! |= BITS[byte]!;
        out[at++] = ESCAPE;
        out[at++] = LETTERS[byte]!;
      } else {
        out[at++] = byte;
      }
    }
    return at;
  }

  private measure(column: number, bytes: Buffer, start: number, end: number): void {
    let point = end;
    for (let at = start; at < end; at++) if (bytes[at] === POINT) point = at;
    const integer = point - start - (bytes[start] === MINUS ? 1 : 0);
    this.widen(column, integer, point === end ? 0 : end - point - 1);
  }

  private widen(column: number, integer: number, fraction: number): void {
    if (integer > this.integerDigits[column]!) this.integerDigits[column] = integer;
    if (fraction > this.fractionDigits[column]!) this.fractionDigits[column] = fraction;
  }
}

/** Copies a cell whose text never needs an escape; NULL is nothing. @returns where it ends */
function plain(batch: Batch, cell: number, out: Buffer, begin: number): number {
  const { bytes, ends } = batch;
  let at = begin;
  for (let from = cellStart(batch, cell); from < ends[cell]!; from++) out[at++] = bytes[from]!;
  return at;
}
