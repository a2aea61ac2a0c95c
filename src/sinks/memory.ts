/**
 * A sink that keeps rows as objects: the reference for the contract suite and the tests of the
 * pipeline. Not a destination of the command line.
 */
import type { Batch } from '../parser/batch.js';
import { InputsOfCall, AppendCounts } from './append-only.js';
import { ndjsonRows, type NdjsonRow } from './row.js';
import type { Committed, InputFacts, InputTransaction, Sink, SinkOptions } from './sink.js';

export interface MemorySink extends Sink {
  /** The rows of all committed inputs, in the order of writing. */
  readonly rows: readonly NdjsonRow[];
}

/**
 * Keeps the rows of each statement side by side, in every mode. The same bytes a second time are
 * `already_loaded`, unless `force`. A dry run counts and keeps nothing.
 * @param options of which `force` and `dryRun` matter; both are off by default
 */
export function memorySink(options: Partial<SinkOptions> = {}): MemorySink {
  const rows: NdjsonRow[] = [];
  const inputs = new InputsOfCall({ force: options.force ?? false });
  const publish = (input: InputFacts, loaded: readonly NdjsonRow[]): void => {
    inputs.add(input);
    if (options.dryRun !== true) for (const row of loaded) rows.push(row);
  };
  return {
    name: 'memory:',
    decimalLimit: undefined,
    ownsStdout: false,
    rows,
    begin: (input) =>
      Promise.resolve(
        inputs.has(input)
          ? 'already_loaded'
          : new MemoryLoading((loaded) => publish(input, loaded)),
      ),
    close: () => Promise.resolve(),
  };
}

class MemoryLoading implements InputTransaction {
  private readonly publish: (rows: readonly NdjsonRow[]) => void;
  private readonly counts = new AppendCounts();
  private rows: NdjsonRow[] = [];

  constructor(publish: (rows: readonly NdjsonRow[]) => void) {
    this.publish = publish;
  }

  write(batch: Batch): Promise<void> {
    this.counts.add(batch);
    for (const row of ndjsonRows(batch)) this.rows.push(row);
    return Promise.resolve();
  }

  commit(): Promise<Committed> {
    this.publish(this.rows);
    this.rows = [];
    return Promise.resolve({ tables: this.counts.tables });
  }

  rollback(): Promise<void> {
    this.rows = [];
    return Promise.resolve();
  }
}
