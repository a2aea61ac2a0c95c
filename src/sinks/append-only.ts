/**
 * Shared by the sinks without a database: counting rows that are kept side by side, the inputs of a
 * call, and the sink of a dry run. No output here.
 */
import type { Batch } from '../parser/batch.js';
import {
  noCounts,
  type Committed,
  type InputFacts,
  type InputTransaction,
  type Sink,
  type SinkOptions,
  type TableCounts,
} from './sink.js';

/** Counts of one input: every parsed row counts as inserted. */
export class AppendCounts {
  readonly tables = new Map<string, TableCounts>();

  add({ element, rowCount }: Batch): void {
    if (rowCount === 0) return;
    const counts = this.tables.get(element.table) ?? noCounts();
    counts.parsed += rowCount;
    counts.inserted += rowCount;
    this.tables.set(element.table, counts);
  }
}

/** The inputs that a call has committed; nothing is remembered between calls. */
export class InputsOfCall {
  private readonly loaded = new Set<string>();
  private readonly force: boolean;

  constructor({ force }: Pick<SinkOptions, 'force'>) {
    this.force = force;
  }

  /**
   * Whether the same bytes were committed in this call with the same options, unless --force was
   * given.
   */
  has({ sha256, variant }: InputFacts): boolean {
    return !this.force && this.loaded.has(`${sha256} ${variant}`);
  }

  add({ sha256, variant }: InputFacts): void {
    this.loaded.add(`${sha256} ${variant}`);
  }

  /** How many different inputs there are. */
  get count(): number {
    return this.loaded.size;
  }
}

/** Counts as the sink itself would, but writes nothing. */
export function dryRunSink(name: string, options: SinkOptions, ownsStdout = false): Sink {
  const inputs = new InputsOfCall(options);
  return {
    name,
    decimalLimit: undefined,
    ownsStdout,
    begin: (input) => Promise.resolve(inputs.has(input) ? 'already_loaded' : count(input, inputs)),
    close: () => Promise.resolve(),
  };
}

function count(input: InputFacts, inputs: InputsOfCall): InputTransaction {
  const counts = new AppendCounts();
  return {
    write(batch): Promise<void> {
      counts.add(batch);
      return Promise.resolve();
    },
    commit(): Promise<Committed> {
      inputs.add(input);
      return Promise.resolve({ tables: counts.tables });
    },
    rollback: () => Promise.resolve(),
  };
}
