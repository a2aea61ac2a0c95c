/**
 * Cells of a batch as members of a JSON object, bytes to bytes: for every destination whose rows are
 * JSON. No string is made for a row. No I/O; what stands around the cells is the destination's.
 */
import type { ColumnType, RowElement } from '../catalog/section.js';
import { cellStart, type Batch } from '../parser/batch.js';

export const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const SPACE = 0x20;
/** The longest escape of a byte is `\u001f`. */
export const LONGEST_ESCAPE = 6;

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

/** What is constant for the rows of a table. */
export interface CellPlan {
  /** `"trade_price":` with the opening quote where the value is a string. */
  readonly names: readonly Buffer[];
  readonly forms: Uint8Array;
  /** The bytes of a row beside its cells and the head. */
  readonly fixed: number;
}

/** The plans of elements, each made once. */
export class CellPlans {
  private readonly known = new WeakMap<RowElement, CellPlan>();

  /** @param json whether JSON is a value of its own, or the text of a string */
  constructor(private readonly json: 'value' | 'text') {}

  of(element: RowElement): CellPlan {
    const known = this.known.get(element);
    if (known !== undefined) return known;
    const plan = cellPlanOf(element, this.json);
    this.known.set(element, plan);
    return plan;
  }
}

function cellPlanOf(element: RowElement, json: 'value' | 'text'): CellPlan {
  const forms = Uint8Array.from(element.columns, ({ type }) =>
    type === 'json' && json === 'text' ? AS_STRING : FORM[type],
  );
  const names = element.columns.map(({ name }, index) =>
    Buffer.from(`${JSON.stringify(name)}:${forms[index]! <= AS_PLAIN_STRING ? '"' : ''}`),
  );
  // Each name adds a comma before it and a quote after its value.
  const fixed = names.reduce((sum, name) => sum + name.length + 2, 64);
  return { names, forms, fixed };
}

/**
 * Writes the cells of a row that are not NULL as members of an object.
 * @param first index of the first cell
 * @param follows whether a member stands before them
 */
export function encodeCells(
  batch: Batch,
  first: number,
  plan: CellPlan,
  out: Buffer,
  begin: number,
  follows = false,
): number {
  const { bytes, ends } = batch;
  const { names, forms } = plan;
  let at = begin;
  let start = cellStart(batch, first);
  for (let column = 0; column < names.length; column++) {
    const end = ends[first + column]!;
    if (end < 0) continue; // NULL: the next cell begins where this one would have
    if (follows || at !== begin) out[at++] = COMMA;
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

export function place(text: Buffer, out: Buffer, at: number): number {
  // Not `for…of`: an iterator for each of the names of a row costs more than the row.
  const { length } = text;
  for (let from = 0; from < length; from++) out[at++] = text[from]!;
  return at;
}

/** JSON is copied as it is, except for line breaks between tokens, which would end the line. */
export function json(bytes: Buffer, start: number, end: number, out: Buffer, at: number): number {
  for (let from = start; from < end; from++) {
    const byte = bytes[from]!;
    out[at++] = byte < SPACE ? SPACE : byte;
  }
  return at;
}

/** The inside of a JSON string. */
export function escaped(
  bytes: Buffer,
  start: number,
  end: number,
  out: Buffer,
  at: number,
): number {
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
