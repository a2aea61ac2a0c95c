/**
 * The batches in the making, one a table, and their hand-out. Keeps buffers for
 * the next batch. Knows rows and tables, not XML.
 */
import { STATEMENTS_TABLE, type RowElement } from '../../catalog/section.js';
import type { Batch } from '../batch.js';
import { MemoryOccurrences, type OccurrenceCounter } from './occurrences.js';
import type { PlainRow } from '../xml/fast-path.js';
import type { EncodingOptions } from './misfits.js';
import { RowEncoder, type Attributes } from './row-encoder.js';
import { RowWriter, type BatchBuffers, type LaneRows } from './row-writer.js';
import type { Statement } from '../statement.js';

export interface BatcherOptions extends EncodingOptions {
  readonly batchBytes: number | undefined;
  readonly occurrences: (() => OccurrenceCounter) | undefined;
}

/** Large enough that a batch costs nothing beside its rows; several tables are open at once. */
const BATCH_BYTES = 256 * 1024;
/** Buffers larger than this are not kept: they held one unusual row. */
const KEPT_BYTES = 4 * BATCH_BYTES;
/**
 * Bytes of all buffers that are kept: those of as many tables as are commonly open at once, or
 * many small ones, where a file has many statements of few rows.
 */
const KEPT_IN_ALL = 32 * BATCH_BYTES;

export class Batcher {
  private readonly encoders = new Map<string, RowEncoder>();
  private readonly writers = new Map<string, RowWriter>();
  private readonly finished: { batch: Batch; buffers: BatchBuffers }[] = [];
  private readonly spare: BatchBuffers[] = [];
  private spareBytes = 0;
  private readonly batchBytes: number;
  private readonly touched = new Set<RowEncoder>();
  /** How many rows of the statement there were; its own row comes first, as number 0. */
  private rows = 0;

  constructor(private readonly options: BatcherOptions) {
    this.batchBytes = options.batchBytes ?? BATCH_BYTES;
  }

  row(element: RowElement, statement: Statement, attributes: Attributes, line: number): void {
    if (element.table === STATEMENTS_TABLE) this.rows = 0;
    this.encoder(element).encode(this.writer(element, statement), attributes, line, this.rows++);
  }

  /** A row that is not wanted is counted all the same: numbers do not depend on what is chosen. */
  passOver(): void {
    this.rows++;
  }

  /**
   * A row from outside of all sections, as number 0: the same statement comes in other files with
   * something else around it, and its rows have the same numbers there.
   */
  outsideRow(
    element: RowElement,
    statement: Statement,
    attributes: Attributes,
    line: number,
  ): void {
    this.encoder(element).encode(this.writer(element, statement), attributes, line, 0);
  }

  plainRow(row: PlainRow, statement: Statement, line: number): void {
    const { element } = row.layout;
    this.encoder(element).encodePlain(this.writer(element, statement), row, line, this.rows++);
  }

  /** The number of the next row. */
  get nextNumber(): number {
    return this.rows;
  }

  /** Rows of one element that the lane has read, with the numbers that they have. */
  takeRows(element: RowElement, statement: Statement, rows: LaneRows): void {
    this.rows += rows.count;
    this.encoder(element).takeRows(this.writer(element, statement), rows);
  }

  /** Bytes of the batch in the making. */
  lengthOf(element: RowElement): number {
    return this.writers.get(element.table)?.length ?? 0;
  }

  /** Closes every batch of the statement that has ended. */
  endStatement(): void {
    for (const writer of this.writers.values()) this.finished.push(writer.finish());
    this.writers.clear();
    for (const encoder of this.touched) encoder.endStatement();
    this.touched.clear();
  }

  /**
   * Batches that are ready, one at a time; each is used up when the next is
   * asked for. 'full' leaves those that still have room.
   */
  *take(which: 'full' | 'all'): Generator<Batch, void, undefined> {
    for (const [table, writer] of this.writers) {
      if (which === 'full' && writer.length < this.batchBytes) continue;
      this.finished.push(writer.finish());
      this.writers.delete(table);
    }
    for (const { batch, buffers } of this.finished) {
      yield batch;
      this.keep(buffers);
    }
    this.finished.length = 0;
  }

  /** The encoder of an element, which takes part in the statement from now on. */
  encoder(element: RowElement): RowEncoder {
    let encoder = this.encoders.get(element.table);
    if (encoder === undefined) {
      const counter = this.options.occurrences?.() ?? new MemoryOccurrences();
      encoder = new RowEncoder(element, this.options, counter);
      this.encoders.set(element.table, encoder);
    }
    this.touched.add(encoder);
    return encoder;
  }

  private writer(element: RowElement, statement: Statement): RowWriter {
    let writer = this.writers.get(element.table);
    if (writer === undefined) {
      writer = new RowWriter(element, statement, this.reuse());
      this.writers.set(element.table, writer);
    }
    return writer;
  }

  private keep(buffers: BatchBuffers): void {
    const size = sizeOf(buffers);
    if (size > KEPT_BYTES || this.spareBytes + size > KEPT_IN_ALL) return;
    this.spare.push(buffers);
    this.spareBytes += size;
  }

  private reuse(): BatchBuffers | undefined {
    const buffers = this.spare.pop();
    if (buffers !== undefined) this.spareBytes -= sizeOf(buffers);
    return buffers;
  }
}

function sizeOf({ bytes, ends }: BatchBuffers): number {
  return bytes.length + ends.byteLength;
}
