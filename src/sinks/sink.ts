/**
 * The interface of a destination: types, and the names of the counts. This page and
 * test/sinks/contract.ts are all you need to write one.
 *
 * Calls come in this order, never two at a time except interrupt: open, then for each input begin,
 * write*, then commit, putOff or rollback; at the end close. Inputs that were put off are settled
 * by `commitPutOff`: between two inputs, before a `commit`, or before `close`.
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
  /** Do everything but leave no trace; counts are still true. */
  readonly dryRun: boolean;
  readonly allowOverlap: boolean;
  readonly timezone: string;
  /** Databases: create and alter no schema, table or view. Default false. */
  readonly noDdl?: boolean;
  /** Called about waits of more than two seconds: for another process, for a server. */
  readonly onWait?: TellWait | undefined;
}

/** The facts about an input before its rows come. */
export interface InputFacts {
  readonly loadId: string;
  readonly name: string;
  /** SHA-256 of the unpacked bytes, in hex. */
  readonly sha256: string;
  /** Number of unpacked bytes. */
  readonly bytes: number;
  /** The name given by --as-query. */
  readonly asQuery: string | undefined;
  /** What the orchestrator says of the run, for the ledger: JSON. */
  readonly orchestrator?: string | undefined;
  /**
   * The options that shape the rows (sections, query name, time zone, date order), in one line; ''
   * if all are the defaults. The same bytes loaded with other options are another load.
   */
  readonly variant: string;
  /** Whether all sections are read, so that what the input does not say it does not hold. */
  readonly whole: boolean;
}

/**
 * What happened to the rows of one table: parsed = inserted + updated + unchanged + overruled.
 */
export interface TableCounts {
  parsed: number;
  inserted: number;
  updated: number;
  /** Already in the table with the same values. */
  unchanged: number;
  /**
   * Not in the table: another row of the input, or a newer statement, decides about their key or
   * day.
   */
  overruled: number;
  /** Rows of earlier loads that were removed. */
  deleted: number;
}

/** The counts, in the order in which they are shown. */
export const OUTCOMES = [
  ...(['parsed', 'inserted', 'updated', 'unchanged', 'overruled', 'deleted'] as const),
] as const satisfies readonly (keyof TableCounts)[];

/** The counts of a table without rows. */
export function noCounts(): TableCounts {
  return { parsed: 0, inserted: 0, updated: 0, unchanged: 0, overruled: 0, deleted: 0 };
}

export interface Committed {
  readonly tables: ReadonlyMap<string, TableCounts>;
  /** Notes about the destination for the user, although the input is completely loaded. */
  readonly notices?: readonly string[];
}

/** What a destination remembers of an input. */
export interface LoadedBefore {
  /** Accounts and window. */
  readonly extent: Extent;
  /** Names of the tables that it has rows for. */
  readonly tables: readonly string[];
}

/** The result of an input that was put off. */
export type Settled = Committed | 'already_loaded' | FlexError;

/** One input on its way into a destination. */
export interface InputTransaction {
  /**
   * Takes a batch. Resolves when the sink can take the next one: that is the back-pressure. The
   * batch must not be kept after that.
   */
  write(batch: Batch): Promise<void>;
  /**
   * Makes the input visible, completely. After an error the caller calls rollback; after
   * FLEX_DEST_CONFLICT it may load the input again, from begin on. The report is complete by then.
   * @returns 'already_loaded' if another process has loaded the input in the meantime
   */
  commit(report: ParseReport): Promise<Committed | 'already_loaded'>;
  /**
   * Called in place of commit when more inputs follow: the input is to be committed with them, by
   * `commitPutOff` of the sink. Absent if that gains nothing.
   * @returns false if it cannot be committed with those that wait; then call commit
   */
  putOff?(report: ParseReport): boolean;
  /** Undoes everything since begin; never throws for something that is already undone. */
  rollback(): Promise<void>;
}

export interface Sink {
  /** Its name in messages and in the ledger; without a password. */
  readonly name: string;
  /** Precision and scale of the decimals that the destination holds; undefined: any. */
  readonly decimalLimit: { readonly precision: number; readonly scale: number } | undefined;
  /** True when rows go to stdout, so that the summary must go to stderr. */
  readonly ownsStdout: boolean;
  /**
   * Begins an input.
   * @returns 'already_loaded' if the destination has these bytes
   */
  begin(input: InputFacts): Promise<InputTransaction | 'already_loaded'>;
  /** Whether inputs that were put off must be settled before this one begins. */
  settlesBefore?(input: InputFacts): boolean;
  /**
   * Commits the inputs that were put off: together, or one by one if that fails, so that each has
   * the result that it would have alone.
   * @returns the result of each, in order, errors included; those that the caller does not ask for
   *   are dropped
   */
  commitPutOff?(): AsyncGenerator<Settled, void, undefined>;
  /**
   * Of an input that begin has just reported as loaded. Absent or undefined if the destination does
   * not remember it.
   */
  loadedBefore?(input: InputFacts): Promise<LoadedBefore | undefined>;
  /**
   * Stops the current work, whatever it waits for, because the process is about to end: the pending
   * call rejects soon. No effect once a commit can no longer be cancelled.
   */
  interrupt?(): void;
  /**
   * Publishes what a call wrote, if that happens once for each call (csv), and releases everything.
   */
  close(outcome: 'done' | 'abandoned'): Promise<void>;
}
