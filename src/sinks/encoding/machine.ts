/**
 * Rows to text by compiled code, for destinations that take many rows as text: a template says
 * what the fields of a row are. It is the encoder of the destination once more, which does
 * what is not done here, and says what is right. What the code does is assembly/.
 */
import type { ByteWriter } from '../../files/byte-writer.js';
import { shippedCode } from '../../package-folder.js';
import { cellStart, type Batch } from '../../parser/batch.js';
import { compile, engine, PAGE_BYTES } from '../../webassembly.js';
import {
  CELL_BYTES,
  CELLS,
  ENDS,
  F_AFTER,
  F_AFTER_LENGTH,
  F_BEFORE,
  F_BEFORE_LENGTH,
  F_CELL,
  F_FORM,
  F_FRACTION,
  F_INTEGER,
  F_NULL,
  F_NULL_LENGTH,
  FIELD_BYTES,
  FIELDS,
  LITERAL_BYTES,
  LITERALS,
  MEMORY_BYTES,
  MOST_CELLS,
  MOST_FIELDS,
  OUT,
  S_BIAS,
  S_COUNT,
  S_END,
  S_END_LENGTH,
  S_ENOUGH,
  S_FIELD_COUNT,
  S_FIXED,
  S_GROWTH,
  S_LENGTH,
  S_LONGEST,
  S_MEASURED_FROM,
  S_ROWS,
  S_STRIDE,
  STATE,
} from './records.js';

/** Fewer rows are not worth the compiling. */
const ROWS_BEFORE = 64;
/** Vectors end behind a literal. */
const PADDING = 16;

/** A field of a row. */
export interface Field {
  /** Its cell, counted from the first of the row; not that of a COUNT. */
  readonly cell: number;
  /** One of the forms of records.ts. */
  readonly form: number;
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
  readonly whenNull?: Uint8Array;
}

/** What a row is as text. */
export interface RowTemplate {
  readonly fields: readonly Field[];
  /** What ends it. */
  readonly end: Uint8Array;
  /** What a byte of a cell becomes at most. */
  readonly growth: number;
  /** Length from which the digits of MEASURED values are counted. */
  readonly measuredFrom?: number;
}

/** Told of a field with MEASURED values the most digits before and after the point. */
export type Measured = (field: number, integer: number, fraction: number) => void;

const NOTHING = new Uint8Array(0);

/** undefined before it is needed, null where there is none. */
let only: RowMachine | null | undefined;

export class RowMachine {
  private readonly bytes: Buffer;
  private readonly words: Int32Array;
  /** The one whose records are in memory, if there is room for them. */
  private template: RowTemplate | undefined;
  private fits = false;
  /** Bytes of the longest row that was written last. */
  longestRow = 0;

  /** @returns undefined where the code is not there, cannot be run, or is not worth it for so few rows */
  static for(batch: Batch): RowMachine | undefined {
    if (only === undefined && batch.rowCount >= ROWS_BEFORE) only = RowMachine.make();
    return only ?? undefined;
  }

  private static make(): RowMachine | null {
    const module = compile(shippedCode('dist/sinks/encoding/rows.wasm'));
    if (module === null) return null;
    const memory = new engine!.Memory({ initial: MEMORY_BYTES / PAGE_BYTES });
    const { exports } = new engine!.Instance(module, { env: { memory } });
    return new RowMachine(memory.buffer, (exports as { encode: () => number }).encode);
  }

  private constructor(
    memory: ArrayBuffer,
    private readonly run: () => number,
  ) {
    this.bytes = Buffer.from(memory);
    this.words = new Int32Array(memory);
  }

  /**
   * Writes rows from `first` on, until the writer holds enough.
   * @param count the number of the row for a COUNT
   * @returns the row to go on with: `first` where that one is left to the encoder
   */
  encode(
    template: RowTemplate,
    batch: Batch,
    first: number,
    writer: ByteWriter,
    { enough, count = 0, measured }: { enough: number; count?: number; measured?: Measured },
  ): number {
    if (this.template !== template) this.begin(template);
    if (!this.fits) return first;
    let row = first;
    this.set(S_COUNT, count);
    this.set(S_LONGEST, 0);
    while (row < batch.rowCount && writer.length < enough) {
      const rows = this.enter(batch, row);
      if (rows === 0) break;
      this.set(S_ROWS, rows);
      this.set(S_ENOUGH, enough - writer.length);
      const done = this.run();
      writer.append(this.bytes.subarray(OUT, OUT + this.get(S_LENGTH)));
      row += done;
      if (done === 0) break;
    }
    this.longestRow = this.get(S_LONGEST);
    if (measured !== undefined) this.tell(template, measured);
    return row;
  }

  /** Writes the records of a template. */
  private begin(template: RowTemplate): void {
    const { fields, end, growth, measuredFrom = 0 } = template;
    this.template = template;
    const literals = [end, ...fields.flatMap((field) => Object.values(textsOf(field)))];
    const size = literals.reduce((sum, { length }) => sum + length + PADDING, 0);
    this.fits = fields.length <= MOST_FIELDS && size <= LITERAL_BYTES;
    if (!this.fits) return;
    let place = LITERALS;
    const put = (text: Uint8Array): number => {
      const at = place;
      this.bytes.set(text, at);
      place += text.length + PADDING;
      return at;
    };
    fields.forEach((field, index) => {
      const record = FIELDS + index * FIELD_BYTES;
      const set = (at: number, value: number): void => {
        this.words[(record + at) >> 2] = value;
      };
      const { before, after, whenNull } = textsOf(field);
      set(F_CELL, 4 * field.cell);
      set(F_FORM, field.form);
      set(F_BEFORE, put(before));
      set(F_BEFORE_LENGTH, before.length);
      set(F_AFTER, put(after));
      set(F_AFTER_LENGTH, after.length);
      set(F_NULL, put(whenNull));
      set(F_NULL_LENGTH, whenNull.length);
      set(F_INTEGER, 0);
      set(F_FRACTION, 0);
    });
    this.set(S_END, put(end));
    this.set(S_END_LENGTH, end.length);
    this.set(S_FIELD_COUNT, fields.length);
    this.set(S_GROWTH, growth);
    // Every field may have quotes of its own, and a vector end behind the row.
    this.set(S_FIXED, place - LITERALS + fields.length * PADDING + PADDING);
    this.set(S_MEASURED_FROM, measuredFrom);
  }

  /** Puts rows where the code reads them. @returns how many */
  private enter(batch: Batch, row: number): number {
    const { stride, rowCount, ends, bytes } = batch;
    const firstCell = row * stride;
    const start = cellStart(batch, firstCell);
    let rows = Math.min(rowCount - row, Math.floor(MOST_CELLS / stride));
    const size = (): number => cellStart(batch, firstCell + rows * stride) - start;
    while (rows > 0 && size() > CELL_BYTES) rows >>= 1;
    if (rows === 0) return 0;
    this.words[(ENDS >> 2) - 1] = start;
    this.words.set(ends.subarray(firstCell, firstCell + rows * stride), ENDS >> 2);
    this.bytes.set(bytes.subarray(start, start + size()), CELLS);
    this.set(S_BIAS, CELLS - start);
    this.set(S_STRIDE, stride);
    return rows;
  }

  private tell({ fields }: RowTemplate, measured: Measured): void {
    fields.forEach((_, index) => {
      const record = (FIELDS + index * FIELD_BYTES) >> 2;
      const integer = this.words[record + (F_INTEGER >> 2)]!;
      const fraction = this.words[record + (F_FRACTION >> 2)]!;
      if (integer === 0 && fraction === 0) return;
      measured(index, integer, fraction);
      this.words[record + (F_INTEGER >> 2)] = 0;
      this.words[record + (F_FRACTION >> 2)] = 0;
    });
  }

  private set(field: number, value: number): void {
    this.words[(STATE + field) >> 2] = value;
  }

  private get(field: number): number {
    return this.words[(STATE + field) >> 2]!;
  }
}

function textsOf({ before = NOTHING, after = NOTHING, whenNull = NOTHING }: Field): {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly whenNull: Uint8Array;
} {
  return { before, after, whenNull };
}
