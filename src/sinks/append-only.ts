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

/** The inputs that a call has committed, and those that it was told are committed. */
export class InputsOfCall {
  private readonly loaded: Set<string>;
  private readonly before: number;
  private readonly force: boolean;

  /** @param before inputs of earlier calls, as `names` gives them */
  constructor({ force }: Pick<SinkOptions, 'force'>, before: Iterable<string> = []) {
    this.force = force;
    this.loaded = new Set(before);
    this.before = this.loaded.size;
  }

  /**
   * Whether the same bytes were committed in this call with the same options, unless --force was
   * given.
   */
  has({ sha256, variant }: InputFacts): boolean {
    return !this.force && this.loaded.has(nameOf(sha256, variant));
  }

  add({ sha256, variant }: InputFacts): void {
    this.loaded.add(nameOf(sha256, variant));
  }

  /** How many inputs the call has added. */
  get count(): number {
    return this.loaded.size - this.before;
  }

  /**
   * All of them, and one that is about to be added: the digest, and the variant where it is not
   * the default.
   */
  names(next?: InputFacts): readonly string[] {
    const { loaded } = this;
    return [
      ...(next === undefined ? loaded : new Set(loaded).add(nameOf(next.sha256, next.variant))),
    ];
  }
}

const nameOf = (sha256: string, variant: string): string => `${sha256} ${variant}`.trimEnd();

/** Where they are not those of most. */
interface DryRunTraits {
  readonly inputs?: InputsOfCall;
  readonly decimalLimit?: Sink['decimalLimit'];
}

/** Counts as the sink itself would, but writes nothing. */
export function dryRunSink(
  name: string,
  options: SinkOptions,
  ownsStdout = false,
  { inputs = new InputsOfCall(options), decimalLimit }: DryRunTraits = {},
): Sink {
  return {
    name,
    decimalLimit,
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
