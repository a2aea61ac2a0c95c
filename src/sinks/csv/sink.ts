/**
 * `csv:DIR`: one file for each table and `_schema.json`. The format of a field is in encoder.ts,
 * replacing the directory in directory.ts.
 */
import { STATEMENTS_TABLE } from '../../catalog/section.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Batch } from '../../parser/batch.js';
import { tablesSpokenOf, type ParseReport } from '../../parser/statement.js';
import { dryRunSink, InputsOfCall, AppendCounts } from '../append-only.js';
import { CsvEncoder } from './encoder.js';
import { CsvFolder } from './directory.js';
import type { Committed, InputFacts, InputTransaction, Sink, SinkOptions } from '../sink.js';

export interface CsvSettings {
  /** `.csv.gz` instead of `.csv`. */
  readonly gzip: boolean;
}

/**
 * Opens `csv:DIR`. Statements are kept side by side in every mode. DIR is written anew, and
 * replaces an older one at `close('done')` if anything was committed.
 * @throws FlexError FLEX_CONFIG if DIR is a file, or holds files that flexetl did not write
 */
export async function openCsv(
  dir: string,
  settings: CsvSettings,
  options: SinkOptions,
): Promise<Sink> {
  const name = `csv:${dir}${settings.gzip ? '?gzip=1' : ''}`;
  const folder = await CsvFolder.open(dir, settings.gzip, !options.dryRun);
  return options.dryRun ? dryRunSink(name, options) : new CsvSink(name, options, folder);
}

class CsvSink implements Sink {
  readonly name: string;
  /** Values are written in full; `_schema.json` is widened to fit them. */
  readonly decimalLimit = undefined;
  readonly ownsStdout = false;
  private readonly catalog: Catalog;
  private readonly folder: CsvFolder;
  private readonly inputs: InputsOfCall;
  private closed = false;

  constructor(name: string, options: SinkOptions, folder: CsvFolder) {
    this.name = name;
    this.catalog = options.catalog;
    this.folder = folder;
    this.inputs = new InputsOfCall(options);
  }

  begin(input: InputFacts): Promise<InputTransaction | 'already_loaded'> {
    if (this.inputs.has(input)) return Promise.resolve('already_loaded');
    const loading = new CsvLoading(this.folder, this.catalog, input.loadId, () =>
      this.inputs.add(input),
    );
    return Promise.resolve(loading);
  }

  async close(outcome: 'done' | 'abandoned'): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    try {
      if (outcome === 'done' && this.inputs.count > 0) await this.folder.publish();
    } finally {
      await this.folder.discard();
    }
  }
}

class CsvLoading implements InputTransaction {
  private readonly folder: CsvFolder;
  private readonly catalog: Catalog;
  private readonly loadId: string;
  private readonly committed: () => void;
  private readonly counts = new AppendCounts();
  private readonly encoders = new Map<string, CsvEncoder>();

  constructor(folder: CsvFolder, catalog: Catalog, loadId: string, committed: () => void) {
    this.folder = folder;
    this.catalog = catalog;
    this.loadId = loadId;
    this.committed = committed;
  }

  async write(batch: Batch): Promise<void> {
    const { element, rowCount } = batch;
    if (rowCount === 0) return;
    this.counts.add(batch);
    const file = await this.folder.file(element);
    const encoder = this.encoders.get(element.table) ?? new CsvEncoder(element, this.loadId);
    this.encoders.set(element.table, encoder);
    file.newRows += rowCount;
    let row = 0;
    while (row < rowCount) {
      row = encoder.encode(batch, row, file.output.writer, file.newDigits);
      await file.output.flushIfFull();
    }
  }

  /** A section that is present but empty has a file too, with only a header. */
  async commit(report: ParseReport): Promise<Committed> {
    for (const table of new Set([STATEMENTS_TABLE, ...tablesSpokenOf(report.statements)])) {
      const element = this.folder.has(table) ? undefined : this.catalog.table(table);
      if (element !== undefined) await this.folder.file(element);
    }
    await this.folder.keep();
    this.committed();
    return { tables: this.counts.tables };
  }

  async rollback(): Promise<void> {
    await this.folder.undo();
  }
}
