/**
 * Batches to NDJSON, bytes to bytes: strings are made for each statement and table, never for a
 * row. No I/O.
 */
import { UNMAPPED_TABLE, type ColumnType, type RowElement } from '../../catalog/section.js';
import { cellIndex, cellStart, EXTRA_CELL, KEY_CELL, type Batch } from '../../parser/batch.js';
import type { Statement } from '../../parser/statement.js';
import { FLUSH_AT, type ByteWriter } from '../../files/byte-writer.js';
import { wireNames } from '../row.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const SPACE = 0x20;
/** The longest escape of a byte is `\u001f`. */
const LONGEST_ESCAPE = 6;

const ROW_OPENS = Buffer.from(',"row":{');
const EXTRA_OPENS = Buffer.from('},"extra":');
const EMPTY_OBJECT = Buffer.from('{}');
const LINE_ENDS = Buffer.from('}\n');

/** How the text of a cell becomes a JSON value. */
const AS_STRING = 0; // text of any kind: quoted, and escaped where needed
const AS_PLAIN_STRING = 1; // canonical text that cannot need an escape
const AS_LITERAL = 2; // true and false
const AS_JSON = 3; // JSON already

const FORM: Record<ColumnType, number> = {
  text: AS_STRING,
  enum: AS_STRING,
  codes: AS_STRING,
  decimal: AS_PLAIN_STRING,
  boolean: AS_LITERAL,
  date: AS_PLAIN_STRING,
  time: AS_PLAIN_STRING,
  datetime: AS_PLAIN_STRING,
  json: AS_JSON,
};

interface Plan {
  /** `"trade_price":` with the opening quote where the value is a string. */
  readonly names: readonly Buffer[];
  readonly forms: Uint8Array;
  /** The bytes of a row beside its cells and the head. */
  readonly fixed: number;
}

function planOf(element: RowElement): Plan {
  const forms = Uint8Array.from(element.columns, ({ type }) => FORM[type]);
  const names = element.columns.map(({ name }, index) =>
    Buffer.from(`${JSON.stringify(name)}:${forms[index]! <= AS_PLAIN_STRING ? '"' : ''}`),
  );
  // Each name adds a comma before it and a quote after its value.
  const fixed = names.reduce((sum, name) => sum + name.length + 2, 64);
  return { names, forms, fixed };
}

/** The line up to and including the quote that opens the key. */
function headOf(batch: Batch, row: number): Buffer {
  const { table } = batch.element;
  const { account, id } = batch.statement;
  const head = JSON.stringify({ table, ...wireNames(batch, row), account, statement: id });
  return Buffer.from(`${head.slice(0, -1)},"key":"`);
}

/** Keeps what is constant for an element, and for one of its statements. */
export class NdjsonEncoder {
  private readonly plans = new WeakMap<RowElement, Plan>();
  private element: RowElement | undefined;
  private statement: Statement | undefined;
  private head: Buffer = EMPTY_OBJECT;

  /**
   * Writes rows from `first` on, until the writer is ready to be flushed.
   * @returns the next row; `batch.rowCount` when all are written
   */
  encode(batch: Batch, first: number, writer: ByteWriter): number {
    const { element, statement } = batch;
    const plan = this.planOf(element);
    const headPerRow = element.table === UNMAPPED_TABLE;
    let row = first;
    while (row < batch.rowCount && writer.length < FLUSH_AT) {
      if (headPerRow || element !== this.element || statement !== this.statement) {
        this.head = headOf(batch, row);
        this.element = element;
        this.statement = statement;
      }
      encodeRow(batch, row, plan, this.head, writer);
      row++;
    }
    return row;
  }

  private planOf(element: RowElement): Plan {
    const known = this.plans.get(element);
    if (known !== undefined) return known;
    const plan = planOf(element);
    this.plans.set(element, plan);
    return plan;
  }
}

function encodeRow(batch: Batch, row: number, plan: Plan, head: Buffer, writer: ByteWriter): void {
  const { bytes, ends, stride } = batch;
  const columns = plan.names.length;
  const first = cellIndex(batch, row, 0);
  const rowStart = cellStart(batch, first);
  const rowEnd = cellStart(batch, first + stride);
  writer.reserve(head.length + plan.fixed + LONGEST_ESCAPE * (rowEnd - rowStart));
  const out = writer.bytes;

  const key = first + columns + KEY_CELL;
  let at = place(head, out, writer.length);
  at = escaped(bytes, cellStart(batch, key), ends[key]!, out, at);
  out[at++] = QUOTE;
  at = place(ROW_OPENS, out, at);
  at = encodeCells(batch, first, plan, out, at);
  at = place(EXTRA_OPENS, out, at);
  const extra = first + columns + EXTRA_CELL;
  at =
    ends[extra]! < 0
      ? place(EMPTY_OBJECT, out, at)
      : json(bytes, cellStart(batch, extra), ends[extra]!, out, at);
  writer.length = place(LINE_ENDS, out, at);
}

function encodeCells(batch: Batch, first: number, plan: Plan, out: Buffer, begin: number): number {
  const { bytes, ends } = batch;
  const { names, forms } = plan;
  let at = begin;
  let start = cellStart(batch, first);
  for (let column = 0; column < names.length; column++) {
    const end = ends[first + column]!;
    if (end < 0) continue; // NULL: the next cell begins where this one would have
    if (at !== begin) out[at++] = COMMA;
    at = place(names[column]!, out, at);
    switch (forms[column]!) {
      case AS_STRING:
        at = escaped(bytes, start, end, out, at);
        out[at++] = QUOTE;
        break;
      case AS_PLAIN_STRING:
        for (let from = start; from < end; from++) out[at++] = bytes[from]!;
        out[at++] = QUOTE;
        break;
      case AS_LITERAL:
        for (let from = start; from < end; from++) out[at++] = bytes[from]!;
        break;
      default:
        at = json(bytes, start, end, out, at);
    }
    start = end;
  }
  return at;
}

function place(text: Buffer, out: Buffer, at: number): number {
  // Not `for…of`: an iterator for each of the names of a row costs more than the row.
  const { length } = text;
  for (let from = 0; from < length; from++) out[at++] = text[from]!;
  return at;
}

/** JSON is copied as it is, except for line breaks between tokens, which would end the line. */
function json(bytes: Buffer, start: number, end: number, out: Buffer, at: number): number {
  for (let from = start; from < end; from++) {
    const byte = bytes[from]!;
    out[at++] = byte < SPACE ? SPACE : byte;
  }
  return at;
}

function escaped(bytes: Buffer, start: number, end: number, out: Buffer, at: number): number {
  for (let from = start; from < end; from++) {
    const byte = bytes[from]!;
    if (byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH) out[at++] = byte;
    else at = escape(byte, out, at);
  }
  return at;
}

function escape(byte: number, out: Buffer, at: number): number {
  const text = JSON.stringify(String.fromCharCode(byte)).slice(1, -1);
  return at + out.write(text, at, 'latin1');
}
