/**
 * The growing batch of one table: cells are appended as canonical text.
 * No typing here: what a cell should be is decided in row-encoder.ts.
 */
import type { RowElement } from '../../catalog/section.js';
import { TRAILING_CELLS, type Batch } from '../batch.js';
import type { Statement } from '../statement.js';
import type { Layout } from '../xml/fast-path.js';

const FIRST_BYTES = 8 * 1024;
const FIRST_CELLS = 512;

/** The two buffers of a batch, kept for the next one when the batch has been used. */
export interface BatchBuffers {
  bytes: Buffer;
  ends: Int32Array;
}

/** Rows of an element that are ready to be taken over: as cells of a batch, but for their place. */
export interface LaneRows {
  readonly count: number;
  readonly bytes: Buffer;
  /** As those of a batch in which the rows follow what is written there. */
  readonly ends: Int32Array;
  /** Of which layouts they are, and how many of each. */
  readonly layouts: readonly (readonly [Layout, number])[];
  /** The natural keys that they are known by, or BY_CONTENT. */
  readonly knownBy: readonly string[];
  /** The first day that bounds a row, as yyyymmdd; 0 where one has none. */
  readonly bound: number;
}

export class RowWriter {
  readonly stride: number;
  rowCount = 0;
  /** Bytes written. */
  length = 0;
  private cells = 0;
  private bytes: Buffer;
  private ends: Int32Array;

  constructor(
    readonly element: RowElement,
    readonly statement: Statement,
    buffers?: BatchBuffers,
  ) {
    this.stride = element.columns.length + TRAILING_CELLS;
    this.bytes = buffers?.bytes ?? Buffer.allocUnsafeSlow(FIRST_BYTES);
    this.ends = buffers?.ends ?? new Int32Array(FIRST_CELLS);
  }

  /** Makes room for the cells of one more row. */
  beginRow(): void {
    this.makeRoom(this.stride);
  }

  private makeRoom(cells: number): void {
    const needed = this.cells + cells;
    if (needed <= this.ends.length) return;
    const larger = new Int32Array(Math.max(this.ends.length * 2, needed));
    larger.set(this.ends);
    this.ends = larger;
  }

  endRow(): void {
    this.rowCount++;
  }

  null(): void {
    this.ends[this.cells++] = ~this.length;
  }

  /** Appends a cell. Short ASCII is copied in place: a native call costs more than the copy. */
  text(text: string): void {
    const most = this.length + text.length * 3;
    if (most > this.bytes.length) this.grow(most);
    const { bytes } = this;
    let at = this.length;
    if (text.length <= 64) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code > 0x7f) {
          at += bytes.write(text.slice(i), at, 'utf8');
          break;
        }
        bytes[at++] = code;
      }
    } else {
      at += bytes.write(text, at, 'utf8');
    }
    this.length = at;
    this.ends[this.cells++] = at;
  }

  /** Appends a whole number that is not negative, as digits. */
  integer(value: number): void {
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    if (this.length + digits > this.bytes.length) this.grow(this.length + digits);
    this.length += digits;
    let rest = value;
    for (let at = this.length - 1; digits > 0; digits--, at--) {
      this.bytes[at] = 0x30 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.ends[this.cells++] = this.length;
  }

  /** Appends a cell that stands in other bytes as it is to be. */
  copy(source: Buffer, start: number, end: number): void {
    const most = this.length + end - start;
    if (most > this.bytes.length) this.grow(most);
    const { bytes } = this;
    let at = this.length;
    if (end - start > 48) source.copy(bytes, at, start, end);
    else for (let from = start; from < end; from++) bytes[at++] = source[from]!;
    this.length = most;
    this.ends[this.cells++] = most;
  }

  /** Appends rows that are written already. */
  append({ count, bytes, ends }: LaneRows): void {
    const most = this.length + bytes.length;
    if (most > this.bytes.length) this.grow(most);
    this.bytes.set(bytes, this.length);
    this.length = most;
    this.makeRoom(ends.length);
    this.ends.set(ends, this.cells);
    this.cells += ends.length;
    this.rowCount += count;
  }

  /** The bytes of a cell of the row being written, by its place in the row; undefined for NULL. */
  written(cell: number): Buffer | undefined {
    const index = this.rowCount * this.stride + cell;
    const end = this.ends[index]!;
    if (end < 0) return undefined;
    return this.bytes.subarray(this.startOf(index), end);
  }

  /** Bytes of a cell of the row being written; -1 for NULL. */
  writtenLength(cell: number): number {
    const index = this.rowCount * this.stride + cell;
    const end = this.ends[index]!;
    return end < 0 ? -1 : end - this.startOf(index);
  }

  /** Copies a cell of the row being written. No object is made of it: every cell of a row may be asked for. */
  copyWritten(cell: number, target: Buffer, at: number): void {
    const index = this.rowCount * this.stride + cell;
    const end = this.ends[index]!;
    const { bytes } = this;
    let to = at;
    for (let from = this.startOf(index); from < end; from++) target[to++] = bytes[from]!;
  }

  /** The batch, and the buffers to give to another writer when it has been used. */
  finish(): { batch: Batch; buffers: BatchBuffers } {
    const { element, statement, rowCount, stride, bytes, ends } = this;
    return {
      batch: {
        element,
        statement,
        rowCount,
        stride,
        bytes: bytes.subarray(0, this.length),
        ends: ends.subarray(0, this.cells),
      },
      buffers: { bytes, ends },
    };
  }

  private startOf(index: number): number {
    const before = index === 0 ? 0 : this.ends[index - 1]!;
    return before < 0 ? ~before : before;
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, needed));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
