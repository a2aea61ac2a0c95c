/**
 * A batch: rows of one table, of one statement, as canonical text.
 *
 * One byte buffer and one table of offsets, row-major, so that a sink can
 * encode its own bytes without making a string per value. No parsing, no
 * typing and no I/O here.
 */
import type { RowElement } from '../catalog/section.js';
import type { Statement } from './statement.js';

/** Cells that every row has after its columns, counted from the last column. */
export const KEY_CELL = 0;
export const EXTRA_CELL = 1;
export const DAY_CELL = 2;
export const NUMBER_CELL = 3;
/** How many there are. */
export const TRAILING_CELLS = 4;

/**
 * Canonical text, by column type: text as it is · decimal `-6299.98`, no
 * exponent, no plus, no needless zero · boolean `true`/`false` · date
 * `2024-03-04` · time `09:30:00` · datetime `2024-03-04T14:30:00Z` · json as
 * JSON. The empty string never occurs: an empty attribute is NULL.
 *
 * The trailing cells are the row key (never NULL), the extra attributes (a JSON
 * object of strings, or NULL), the day that places an event (or NULL), and the
 * row's place in the document order of its statement (never NULL), as digits.
 *
 * A batch is lent, not given: its buffers are written again when the next
 * batch is asked for.
 */
export interface Batch {
  readonly element: RowElement;
  readonly statement: Statement;
  readonly rowCount: number;
  /** Cells of a row: its columns and the trailing cells. */
  readonly stride: number;
  /** UTF-8; the cells one after the other, without separators. */
  readonly bytes: Buffer;
  /**
   * Where each cell ends in `bytes`; a cell begins where the one before it
   * ends. NULL is the complement (`~end`) of that place.
   */
  readonly ends: Int32Array;
}

/** Index into `ends` of a cell. */
export function cellIndex(batch: Batch, row: number, cell: number): number {
  return row * batch.stride + cell;
}

/** Where the cell with this index begins in `bytes`. */
export function cellStart(batch: Batch, index: number): number {
  if (index === 0) return 0;
  const end = batch.ends[index - 1]!;
  return end < 0 ? ~end : end;
}

/** The text of a cell, or null. For people and tests: it makes a string. */
export function cellText(batch: Batch, row: number, cell: number): string | null {
  const index = cellIndex(batch, row, cell);
  const end = batch.ends[index]!;
  return end < 0 ? null : batch.bytes.toString('utf8', cellStart(batch, index), end);
}

/** Bytes that the rows of a batch take. */
export function sizeOf({ bytes, ends }: Batch): number {
  return bytes.length + ends.byteLength;
}

/** The same rows in memory of their own, which stay when the next batch is asked for. */
export function heldBatch(batch: Batch): Batch {
  return { ...batch, bytes: Buffer.from(batch.bytes), ends: batch.ends.slice() };
}

/** One row as text, its columns and then the trailing cells. */
export function rowTexts(batch: Batch, row: number): (string | null)[] {
  const texts: (string | null)[] = [];
  for (let cell = 0; cell < batch.stride; cell++) texts.push(cellText(batch, row, cell));
  return texts;
}

/** One of the trailing cells of a row. */
export function trailingText(
  batch: Batch,
  row: number,
  which: typeof KEY_CELL | typeof EXTRA_CELL | typeof DAY_CELL | typeof NUMBER_CELL,
): string | null {
  return cellText(batch, row, batch.element.columns.length + which);
}
