/**
 * The rows of an input on their way into DuckDB, table by table: a few in memory, more as text in a
 * private temporary file. How DuckDB reads that text is staging.ts; nothing here talks to the
 * database.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RowElement } from '../../catalog/section.js';
import { tableColumns } from '../../catalog/table-columns.js';
import { FileOutput } from '../../files/output.js';
import { makeSpoolFolder } from '../../files/spool.js';
import { cellIndex, cellStart, type Batch } from '../../parser/batch.js';
import { StagingEncoder } from './staging-encoder.js';

/** The rows of a table stay in memory up to this many bytes of values and offsets. */
const HELD_BYTES = 1024 * 1024;

/** The collected rows of one table as text. */
export interface StagedText {
  readonly path: string;
  /** The one that wrote it, and so knows what it takes to read it. */
  readonly encoder: StagingEncoder;
  /** By column of the element: whether it is left out of the text, for it is NULL in all rows. */
  readonly omitted: readonly boolean[] | undefined;
}

/** Of one input; to be discarded before the next one comes. */
export class CollectedRows {
  private readonly tables = new Map<string, CollectedTable>();
  private folder: string | undefined;
  private files = 0;

  /** Whether all of them are in memory. */
  get inMemory(): boolean {
    return [...this.tables.values()].every((table) => table.inMemory);
  }

  /** The rows of several inputs as one: of all that are in memory. */
  static of(inputs: readonly CollectedRows[]): CollectedRows {
    const together = new CollectedRows();
    for (const { tables } of inputs) {
      for (const [name, rows] of tables) together.table(name, rows.element, rows.loadId).join(rows);
    }
    return together;
  }

  /** @throws FlexError FLEX_DEST_FULL and others of the file system */
  async add(batch: Batch, loadId: string): Promise<void> {
    const { element } = batch;
    await this.table(element.table, element, loadId).add(batch);
  }

  private table(name: string, element: RowElement, loadId: string): CollectedTable {
    let table = this.tables.get(name);
    if (table === undefined) {
      table = new CollectedTable(element, loadId, () => this.newFile());
      this.tables.set(name, table);
    }
    return table;
  }

  /** @returns undefined where no rows were collected */
  async textOf(element: RowElement): Promise<StagedText | undefined> {
    return this.tables.get(element.table)?.text();
  }

  /** Forgets all rows, and removes all files. */
  async discard(): Promise<void> {
    for (const [name, table] of this.tables) {
      this.tables.delete(name);
      await table.drop();
    }
    await this.removeFolder();
  }

  private async newFile(): Promise<FileOutput> {
    this.folder ??= await makeSpoolFolder();
    const output = await FileOutput.create(join(this.folder, `${this.files++}.txt`), 0o600);
    // A kill leaves no trades behind, except where DuckDB needs the name.
    await output.unlinkEarly();
    if (output.nameless) await this.removeFolder();
    return output;
  }

  private async removeFolder(): Promise<void> {
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
    this.folder = undefined;
  }
}

/**
 * What DuckDB does with a statement takes time for each column of it, and tables have hundreds of
 * which an input fills some. While rows are few, they are kept until it is known which.
 */
class CollectedTable {
  /** Bytes of values and their places. */
  bytes = 0;
  private few: Batch[] = [];
  private written: { encoder: StagingEncoder; output: FileOutput } | undefined;
  private omitted: readonly boolean[] | undefined;

  constructor(
    readonly element: RowElement,
    readonly loadId: string,
    private readonly newFile: () => Promise<FileOutput>,
  ) {}

  get inMemory(): boolean {
    return this.written === undefined;
  }

  /** Adds the rows of another input, which also keeps them. */
  join({ few, bytes }: CollectedTable): void {
    this.few.push(...few);
    this.bytes += bytes;
  }

  async add(batch: Batch): Promise<void> {
    this.bytes += sizeOf(batch);
    if (this.written === undefined && this.bytes <= HELD_BYTES) {
      this.few.push(copyOf(batch));
    } else {
      await this.write(undefined);
      await this.encode(batch);
    }
  }

  async text(): Promise<StagedText> {
    await this.write(emptyColumns(this.element, this.few));
    const { encoder, output } = this.written!;
    await output.settle();
    return { path: output.path, encoder, omitted: this.omitted };
  }

  async drop(): Promise<void> {
    this.few = [];
    if (this.written === undefined) return;
    const { output } = this.written;
    await output.abandon();
    if (!output.nameless) await rm(output.path, { force: true });
  }

  /** Starts to write, if that has not been done, beginning with the rows in memory. */
  private async write(omitted: readonly boolean[] | undefined): Promise<void> {
    if (this.written !== undefined) return;
    const encoder = new StagingEncoder(this.element, this.loadId, omitted);
    this.written = { encoder, output: await this.newFile() };
    this.omitted = omitted;
    for (const batch of this.few) await this.encode(batch);
    this.few = [];
  }

  private async encode(batch: Batch): Promise<void> {
    const { encoder, output } = this.written!;
    for (let row = 0; row < batch.rowCount;) {
      row = encoder.encode(batch, row, output.writer);
      await output.flushIfFull();
    }
  }
}

function sizeOf(batch: Batch): number {
  const cells = batch.rowCount * batch.stride;
  return cellStart(batch, cells) + cells * batch.ends.BYTES_PER_ELEMENT;
}

/** A copy of the batch: the one that is lent is overwritten. */
function copyOf(batch: Batch): Batch {
  const cells = batch.rowCount * batch.stride;
  const bytes = Buffer.from(batch.bytes.subarray(0, cellStart(batch, cells)));
  return { ...batch, bytes, ends: batch.ends.slice(0, cells) };
}

/** By column: whether it may be left out, for it is NULL in all rows. */
function emptyColumns(element: RowElement, batches: readonly Batch[]): boolean[] {
  // An account that is unknown has a text in the table.
  const empty = tableColumns(element)
    .slice(0, element.columns.length)
    .map(({ nullable }) => nullable);
  for (const batch of batches) {
    for (let row = 0; row < batch.rowCount; row++) {
      const first = cellIndex(batch, row, 0);
      for (let column = 0; column < empty.length; column++) {
        if (batch.ends[first + column]! >= 0) empty[column] = false;
      }
    }
  }
  return empty;
}
