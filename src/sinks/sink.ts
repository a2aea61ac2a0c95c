/**
 * What a destination must do. Types, and the names of the counts: a stranger should be
 * able to write one from this page and test/sinks/contract.ts.
 *
 * Calls come in this order, never two at a time but for interrupt:
 *   open, then for each input: begin, write*, then commit, putOff or rollback; close.
 * Inputs that were put off are settled by `commitPutOff`, between two inputs, before a `commit` or before
 * `close`.
 */
import type { Catalog } from '../catalog/catalog.js';
import type { FlexError } from '../errors.js';
import type { Batch } from '../parser/batch.js';
import type { Extent, ParseReport } from '../parser/statement.js';
import type { TellWait } from '../time/long-wait.js';

export type Mode = 'merge' | 'append' | 'replace';

export interface SinkOptions {
  readonly catalog: Catalog;
  readonly mode: Mode;
  /** Load an input again although the destination has it. */
  readonly force: boolean;
  /** Do everything and leave no trace of it; counts are still true. */
  readonly dryRun: boolean;
  readonly allowOverlap: boolean;
  readonly timezone: string;
  /** Databases: make and change no table, schema or view. Default false. */
  readonly noDdl?: boolean;
  /** Is told of waits of more than two seconds: for another process, for a server. */
  readonly onWait?: TellWait | undefined;
}

/** What is known of an input before its rows come. */
export interface InputFacts {
  readonly loadId: string;
  readonly name: string;
  /** SHA-256 of the unpacked bytes, in hex. */
  readonly sha256: string;
  /** Number of unpacked bytes. */
  readonly bytes: number;
  /** The name given by --as-query. */
  readonly asQuery: string | undefined;
  /**
   * The options that shape the rows (sections chosen, name of the query, zone,
   * order of dates), in one line; '' where all are the defaults. The same bytes
   * loaded in another way are another load.
   */
  readonly variant: string;
  /** Whether all sections are read, so that what the input does not say it does not hold. */
  readonly whole: boolean;
}

/**
 * What became of the rows of one table: parsed = inserted + updated + unchanged + overruled.
 */
export interface TableCounts {
  parsed: number;
  inserted: number;
  updated: number;
  /** The table held them as they are. */
  unchanged: number;
  /** They do not stand: another row of the input, or a newer statement, has their key or day. */
  overruled: number;
  /** Rows of earlier loads that are gone. */
  deleted: number;
}

/** The counts, in the order in which they are shown. */
export const OUTCOMES = [
  ...(['parsed', 'inserted', 'updated', 'unchanged', 'overruled', 'deleted'] as const),
] as const satisfies readonly (keyof TableCounts)[];

/** Counts of a table of which nothing has been said yet. */
export function noCounts(): TableCounts {
  return { parsed: 0, inserted: 0, updated: 0, unchanged: 0, overruled: 0, deleted: 0 };
}

export interface Committed {
  readonly tables: ReadonlyMap<string, TableCounts>;
  /** What somebody should know of the destination, although the input is wholly there. */
  readonly notices?: readonly string[];
}

/** What became of an input that was put off. */
export type Settled = Committed | 'already_loaded' | FlexError;

/** One input on its way into a destination. */
export interface InputTransaction {
  /**
   * Takes a batch. Resolves when the sink can take the next one: that is the
   * back-pressure. The batch may not be kept after that.
   */
  write(batch: Batch): Promise<void>;
  /**
   * Makes the input visible, wholly. After an error the caller calls rollback; after
   * FLEX_DEST_CONFLICT it may load the input again, from begin on. The report is complete at that
   * time.
   * @returns 'already_loaded' where another process has loaded the input meanwhile
   */
  commit(report: ParseReport): Promise<Committed | 'already_loaded'>;
  /**
   * Called in place of commit where others follow: the input is to be committed with them, by
   * `commitPutOff` of the sink. Absent where that gains nothing.
   * @returns false where it cannot be committed with those that wait; commit is then to be called
   */
  putOff?(report: ParseReport): boolean;
  /** Undoes everything since begin; never throws for what is already undone. */
  rollback(): Promise<void>;
}

export interface Sink {
  /** How messages and the ledger name it; holds no password. */
  readonly name: string;
  /** Decimals that the destination holds: digits in all and after the point; undefined: any. */
  readonly decimalLimit: { readonly precision: number; readonly scale: number } | undefined;
  /** True when rows go to stdout, so that the summary must go to stderr. */
  readonly ownsStdout: boolean;
  /**
   * Begins an input.
   * @returns 'already_loaded' where the destination knows these bytes and need not be asked again
   */
  begin(input: InputFacts): Promise<InputTransaction | 'already_loaded'>;
  /** Whether inputs that were put off are to be settled before this one begins. */
  settlesBefore?(input: InputFacts): boolean;
  /**
   * Commits the inputs that were put off: together, and one by one where that fails, so that each
   * comes out as if it had been committed alone.
   * @returns what became of each, in their order, an error in its place; those that are not asked
   *   for are dropped
   */
  commitPutOff?(): AsyncGenerator<Settled, void, undefined>;
  /**
   * What an input is about that begin has just said to be known. Absent or undefined where the
   * destination does not remember.
   */
  extentOf?(input: InputFacts): Promise<Extent | undefined>;
  /**
   * Ends what is under way, whatever it waits for, because the process is to end: the call that
   * waits rejects soon. Without effect once a commit can no longer be called back.
   */
  interrupt?(): void;
  /** Shows what a call wrote, where that is done once a call (csv), and releases everything. */
  close(outcome: 'done' | 'abandoned'): Promise<void>;
}
