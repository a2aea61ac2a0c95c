/**
 * Batches to NDJSON, bytes to bytes: strings are made for each statement and table, never for a
 * row. No I/O.
 */
import { UNMAPPED_TABLE, type RowElement } from '../../catalog/section.js';
import { cellIndex, cellStart, EXTRA_CELL, KEY_CELL, type Batch } from '../../parser/batch.js';
import type { Statement } from '../../parser/statement.js';
import { FLUSH_AT, type ByteWriter } from '../../files/byte-writer.js';
import {
  CellPlans,
  encodeCells,
  escaped,
  json,
  LONGEST_ESCAPE,
  place,
  QUOTE,
  type CellPlan,
} from '../json-cells.js';
import { wireNames } from '../row.js';

const ROW_OPENS = Buffer.from(',"row":{');
const EXTRA_OPENS = Buffer.from('},"extra":');
const EMPTY_OBJECT = Buffer.from('{}');
const LINE_ENDS = Buffer.from('}\n');

/** The line up to and including the quote that opens the key. */
function headOf(batch: Batch, row: number): Buffer {
  const { table } = batch.element;
  const { account, id } = batch.statement;
  const head = JSON.stringify({ table, ...wireNames(batch, row), account, statement: id });
  return Buffer.from(`${head.slice(0, -1)},"key":"`);
}

/** Keeps what is constant for an element, and for one of its statements. */
export class NdjsonEncoder {
  private readonly plans = new CellPlans('value');
  private element: RowElement | undefined;
  private statement: Statement | undefined;
  private head: Buffer = EMPTY_OBJECT;

  /**
   * Writes rows from `first` on, until the writer is ready to be flushed.
   * @returns the next row; `batch.rowCount` when all are written
   */
  encode(batch: Batch, first: number, writer: ByteWriter): number {
    const { element, statement } = batch;
    const plan = this.plans.of(element);
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
}

function encodeRow(
  batch: Batch,
  row: number,
  plan: CellPlan,
  head: Buffer,
  writer: ByteWriter,
): void {
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
