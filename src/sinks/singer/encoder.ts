/**
 * Batches to RECORD messages, bytes to bytes; before the first row of a table its SCHEMA. Strings
 * are made for each statement and table, never for a row. No I/O.
 */
import type { RowElement } from '../../catalog/section.js';
import { FLUSH_AT, type ByteWriter } from '../../files/byte-writer.js';
import { cellIndex, cellStart, EXTRA_CELL, KEY_CELL, NUMBER_CELL } from '../../parser/batch.js';
import type { Batch } from '../../parser/batch.js';
import type { Statement } from '../../parser/statement.js';
import {
  CellPlans,
  encodeCells,
  escaped,
  LONGEST_ESCAPE,
  place,
  QUOTE,
  type CellPlan,
} from '../json-cells.js';
import { schemaMessage } from './schema-message.js';

const NUMBER_OPENS = Buffer.from('","_row_number":');
const EXTRA_OPENS = Buffer.from(',"_extra":"');
const LINE_ENDS = Buffer.from('}}\n');

/** The line up to and including the quote that opens the key. */
function headOf({ element, statement }: Batch, loadId: string): Buffer {
  const { query, id, generatedAt } = statement;
  const lineage = {
    _query: query,
    _statement_id: id,
    _load_id: loadId,
    ...(generatedAt === null ? {} : { _generated_at: generatedAt }),
  };
  const head = JSON.stringify({ type: 'RECORD', stream: element.table, record: lineage });
  return Buffer.from(`${head.slice(0, -2)},"_row_key":"`);
}

/** Of one input; keeps what is constant for an element, and for one of its statements. */
export class SingerEncoder {
  /** Tables whose SCHEMA the input has sent. */
  readonly announced = new Set<RowElement>();
  private readonly plans = new CellPlans('text');
  private element: RowElement | undefined;
  private statement: Statement | undefined;
  private head: Buffer = LINE_ENDS;

  /** @param known tables whose SCHEMA was sent before */
  constructor(
    private readonly loadId: string,
    private readonly known: ReadonlySet<RowElement>,
  ) {}

  /**
   * Writes rows from `first` on, until the writer is ready to be flushed.
   * @returns the next row; `batch.rowCount` when all are written
   */
  encode(batch: Batch, first: number, writer: ByteWriter): number {
    const { element, statement } = batch;
    if (!this.known.has(element) && !this.announced.has(element) && batch.rowCount > 0) {
      writer.append(Buffer.from(schemaMessage(element)));
      this.announced.add(element);
    }
    if (element !== this.element || statement !== this.statement) {
      this.head = headOf(batch, this.loadId);
      this.element = element;
      this.statement = statement;
    }
    const plan = this.plans.of(element);
    let row = first;
    while (row < batch.rowCount && writer.length < FLUSH_AT) {
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
  const size = cellStart(batch, first + stride) - cellStart(batch, first);
  writer.reserve(head.length + plan.fixed + LONGEST_ESCAPE * size);
  const out = writer.bytes;

  const key = first + columns + KEY_CELL;
  let at = place(head, out, writer.length);
  at = escaped(bytes, cellStart(batch, key), ends[key]!, out, at);
  at = place(NUMBER_OPENS, out, at);
  const number = first + columns + NUMBER_CELL;
  at = escaped(bytes, cellStart(batch, number), ends[number]!, out, at);
  at = encodeCells(batch, first, plan, out, at, true);
  const extra = first + columns + EXTRA_CELL;
  if (ends[extra]! >= 0) {
    at = place(EXTRA_OPENS, out, at);
    at = escaped(bytes, cellStart(batch, extra), ends[extra]!, out, at);
    out[at++] = QUOTE;
  }
  writer.length = place(LINE_ENDS, out, at);
}
