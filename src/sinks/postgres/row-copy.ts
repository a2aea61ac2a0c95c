/**
 * The rows of one table as the text of COPY, bytes to bytes: of the columns that have values, in
 * runs. A run begins anew where a column first has one, so that columns that are empty cost
 * nothing. No I/O; what is escaped in a value, and how, is copy-text.ts.
 */
import { LINEAGE, type RowElement } from '../../catalog/section.js';
import { quoteIdentifier as quote } from '../../catalog/sql.js';
import { ByteWriter, FLUSH_AT, INTEGER_BYTES, writeInteger } from '../../files/byte-writer.js';
import {
  cellIndex,
  cellStart,
  DAY_CELL,
  EXTRA_CELL,
  KEY_CELL,
  NUMBER_CELL,
  type Batch,
} from '../../parser/batch.js';
import type { DirectLineage, RowLineage } from '../sql/engine.js';
import {
  copyCell,
  escape,
  escaped,
  LINE_FEED,
  PLAIN,
  TAB,
  writeCell,
  writeNull,
} from './copy-text.js';
import type { Step } from './script.js';

/** Rows of the same columns. */
interface Run {
  readonly columns: string;
  readonly pieces: Buffer[];
}

/** Rows that are staged have nothing before their keys. */
export type CopyLineage = RowLineage & Partial<DirectLineage>;

/** What staged rows have beside those of their table: see SqlEngine.stage. */
const STAGED = ['_day', '_place'];

export class RowCopy {
  private readonly plain: Uint8Array;
  private readonly account: number;
  /** 1 for the columns that have had a value. */
  private readonly used: Uint8Array;
  /** Their places, in order. */
  private places: number[] = [];
  private runs: Run[] = [];
  private run: Run | undefined;
  private readonly writer = new ByteWriter();
  /** Rows so far: a row's place among those that are staged. */
  private count = 0;
  private lineageOf: RowLineage | undefined;
  private beforeKey = Buffer.alloc(0);
  private source = Buffer.alloc(0);
  private load = Buffer.alloc(0);
  /** Bytes of the runs in hand. */
  private size = 0;

  /**
   * @param target quoted
   * @param way 'staged': with what staging needs beside the columns of the table
   */
  constructor(
    readonly element: RowElement,
    private readonly target: string,
    private readonly way: 'direct' | 'staged',
  ) {
    const { columns, ofAccount } = element;
    this.plain = Uint8Array.from(columns, ({ type }) => (PLAIN.has(type) ? 1 : 0));
    this.account = ofAccount ? columns.findIndex(({ attribute }) => attribute === 'accountId') : -1;
    this.used = new Uint8Array(columns.length);
    // It is never NULL: the account of a statement that names none is the empty text.
    if (this.account >= 0) this.use([this.account]);
  }

  /** @returns how many bytes it came to */
  add(batch: Batch, lineage: CopyLineage): number {
    if (this.lineageOf?.statementId !== lineage.statementId) {
      const { query, statementId, loadId, generatedAt, beforeKey = '' } = lineage;
      this.beforeKey = Buffer.from(escaped(beforeKey));
      this.source = Buffer.from(`${escaped(query)}\t${escaped(statementId)}\t`);
      this.load = Buffer.from(`\t${escaped(loadId)}\t${escaped(generatedAt)}\t`);
      this.lineageOf = lineage;
    }
    this.widenFor(batch);
    const before = this.held;
    for (let row = 0; row < batch.rowCount; row++) {
      this.row(batch, row);
      if (this.writer.length >= FLUSH_AT) this.cut();
    }
    return this.held - before;
  }

  /** What is in hand, as statements with their bytes; afterwards nothing is. */
  take(): Step[] {
    this.cut();
    const { runs, target } = this;
    this.runs = [];
    this.run = undefined;
    this.size = 0;
    return runs.map(({ columns, pieces }) => ({
      sql: `COPY ${target} (${columns}) FROM STDIN`,
      bytes: pieces,
    }));
  }

  /** Forgets what is in hand, and remembers which columns have had values. */
  clear(): void {
    this.runs = [];
    this.run = undefined;
    this.size = 0;
    this.lineageOf = undefined;
    this.writer.clear();
  }

  private use(columns: readonly number[]): void {
    for (const column of columns) this.used[column] = 1;
    this.places = [...this.used.keys()].filter((place) => this.used[place] === 1);
  }

  private widenFor({ ends, stride, rowCount }: Batch): void {
    const { used } = this;
    const came: number[] = [];
    for (let column = 0; column < used.length; column++) {
      if (used[column] === 1) continue;
      let row = 0;
      while (row < rowCount && ends[row * stride + column]! < 0) row++;
      if (row < rowCount) came.push(column);
    }
    if (came.length === 0) return;
    this.cut();
    this.run = undefined;
    this.use(came);
  }

  /** Bytes in hand. */
  private get held(): number {
    return this.size + this.writer.length;
  }

  /** Keeps what has been written as a piece of the run. */
  private cut(): void {
    const { writer } = this;
    if (writer.length === 0) return;
    this.run ??= this.newRun();
    this.run.pieces.push(Buffer.from(writer.view()));
    this.size += writer.length;
    writer.clear();
  }

  private newRun(): Run {
    const own = this.places.map((place) => this.element.columns[place]!.name);
    const all = [
      ...own,
      ...LINEAGE.map(({ name }) => name),
      ...(this.way === 'staged' ? STAGED : []),
    ];
    const run: Run = { columns: all.map(quote).join(', '), pieces: [] };
    this.runs.push(run);
    return run;
  }

  private row(batch: Batch, row: number): void {
    const { bytes, ends, stride } = batch;
    const { plain, places, beforeKey, source, load, writer } = this;
    const first = cellIndex(batch, row, 0);
    const size = cellStart(batch, first + stride) - cellStart(batch, first);
    // At worst every byte is escaped, and every cell is NULL with a tab.
    const constant = beforeKey.length + source.length + load.length;
    writer.reserve(2 * size + 3 * (stride + 1) + constant + INTEGER_BYTES);
    const out = writer.bytes;
    let at = writer.length;
    for (const column of places) {
      const end = ends[first + column]!;
      if (end >= 0) {
        let from = cellStart(batch, first + column);
        if (plain[column] === 1) while (from < end) out[at++] = bytes[from++]!;
        else at = escape(bytes, from, end, out, at);
      } else if (column !== this.account) {
        at = writeNull(out, at);
      }
      out[at++] = TAB;
    }
    const trailing = first + plain.length;
    const key = trailing + KEY_CELL;
    for (let from = 0; from < beforeKey.length; from++) out[at++] = beforeKey[from]!;
    at = escape(bytes, cellStart(batch, key), ends[key]!, out, at);
    out[at++] = TAB;
    for (let from = 0; from < source.length; from++) out[at++] = source[from]!;
    at = copyCell(batch, trailing + NUMBER_CELL, out, at);
    for (let from = 0; from < load.length; from++) out[at++] = load[from]!;
    at = writeCell(batch, trailing + EXTRA_CELL, out, at);
    if (this.way === 'staged') {
      out[at++] = TAB;
      at = writeCell(batch, trailing + DAY_CELL, out, at);
      out[at++] = TAB;
      at = writeInteger(++this.count, out, at);
    }
    out[at++] = LINE_FEED;
    writer.length = at;
  }
}
