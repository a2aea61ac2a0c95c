/**
 * Batches to the text format of Postgres' COPY, bytes to bytes. No I/O.
 *
 * A field ends with a tab, a row with a line feed; NULL is `\N`; backslash,
 * tab, line feed and carriage return are escaped by a backslash. NUL cannot
 * occur: XML has none.
 */
import type { RowElement } from '../../catalog/section.js';
import {
  cellIndex,
  cellStart,
  DAY_CELL,
  EXTRA_CELL,
  KEY_CELL,
  NUMBER_CELL,
  type Batch,
} from '../../parser/batch.js';
import { FLUSH_AT, INTEGER_BYTES, writeInteger, type ByteWriter } from '../../files/byte-writer.js';
import type { RowLineage } from '../sql/engine.js';
import {
  BACKSLASH,
  CAPITAL_N,
  copyCell,
  escape,
  escaped,
  LINE_FEED,
  PLAIN,
  TAB,
} from './copy-text.js';

/** Encodes the rows of one table for staging: columns, lineage, day, and place in the input. */
export class CopyEncoder {
  private readonly plain: Uint8Array;
  private readonly account: number;
  private places = 0;
  private lineageOf: RowLineage | undefined;
  /** What stands between row key and row number, and between that and the extra attributes. */
  private source = Buffer.alloc(0);
  private load = Buffer.alloc(0);

  constructor(element: RowElement) {
    this.plain = Uint8Array.from(element.columns, ({ type }) => (PLAIN.has(type) ? 1 : 0));
    this.account = element.ofAccount
      ? element.columns.findIndex(({ attribute }) => attribute === 'accountId')
      : -1;
  }

  /**
   * Writes rows from `first` on, until the writer holds enough to be flushed.
   * @returns the row to go on with; `batch.rowCount` when all are written
   */
  encode(batch: Batch, lineage: RowLineage, first: number, writer: ByteWriter): number {
    if (this.lineageOf?.statementId !== lineage.statementId) {
      const { query, statementId, loadId, generatedAt } = lineage;
      this.source = Buffer.from(`\t${escaped(query)}\t${escaped(statementId)}\t`);
      this.load = Buffer.from(`\t${escaped(loadId)}\t${escaped(generatedAt)}\t`);
      this.lineageOf = lineage;
    }
    let row = first;
    while (row < batch.rowCount && writer.length < FLUSH_AT) this.row(batch, row++, writer);
    return row;
  }

  private row(batch: Batch, row: number, writer: ByteWriter): void {
    const { bytes, ends, stride } = batch;
    const { plain, source, load } = this;
    const first = cellIndex(batch, row, 0);
    let start = cellStart(batch, first);
    const size = cellStart(batch, first + stride) - start;
    // At worst every byte is escaped, and every cell is NULL with a tab.
    writer.reserve(2 * size + 3 * stride + source.length + load.length + INTEGER_BYTES);
    const out = writer.bytes;
    let at = writer.length;
    for (let column = 0; column < plain.length; column++) {
      const end = ends[first + column]!;
      if (end < 0) {
        if (column !== this.account) {
          out[at++] = BACKSLASH;
          out[at++] = CAPITAL_N;
        }
      } else {
        if (plain[column] === 1)
          for (let from = start; from < end; from++) out[at++] = bytes[from]!;
        else at = escape(bytes, start, end, out, at);
        start = end;
      }
      out[at++] = TAB;
    }
    const trailing = first + plain.length;
    at = escape(bytes, start, ends[trailing + KEY_CELL]!, out, at);
    for (let from = 0; from < source.length; from++) out[at++] = source[from]!;
    at = copyCell(batch, trailing + NUMBER_CELL, out, at);
    for (let from = 0; from < load.length; from++) out[at++] = load[from]!;
    for (const cell of [trailing + EXTRA_CELL, trailing + DAY_CELL]) {
      if (ends[cell]! < 0) {
        out[at++] = BACKSLASH;
        out[at++] = CAPITAL_N;
      } else {
        at = escape(bytes, cellStart(batch, cell), ends[cell]!, out, at);
      }
      out[at++] = TAB;
    }
    at = writeInteger(++this.places, out, at);
    out[at++] = LINE_FEED;
    writer.length = at;
  }
}
