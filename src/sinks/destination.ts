/**
 * What a destination says of itself, in one record. Whoever wants to know something of a DEST asks
 * its record, and nobody asks for its scheme. The records are destination.ts of each folder; their
 * list, and how a DEST is read, is destinations.ts.
 *
 * Records are loaded with help and by every command, so they import what they open only when they
 * open it: DuckDB alone weighs 70 MB.
 */
import type { QueryableDestination } from './query.js';
import type { Sink, SinkOptions } from './sink.js';
import type { SqlEngine } from './sql/engine.js';
import type { TellWait } from '../time/long-wait.js';

/** What those can do that are files: see `abilities`. */
export const WRITES_ANEW =
  'Takes rows, statement by statement, without merging; each call writes anew';

/** A DEST of the command line, and the record that it is for. */
export interface Destination {
  /** All of it; may hold a password. */
  readonly dest: string;
  /** The part before the first colon: `duckdb`, `csv` … */
  readonly scheme: string;
  /** What stands between it and a question mark. */
  readonly path: string;
  /** As the record takes them. */
  readonly settings: ReadonlyMap<string, string>;
  readonly kind: DestinationKind;
}

/** What a setting may be. */
export interface SettingRule {
  readonly pattern: RegExp;
  /** The same in words: `The setting wait is` … */
  readonly is: string;
}

/** How a process that holds the database is waited for. */
export interface WaitingToRead {
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: TellWait | undefined;
}

interface AnyDestination {
  /** What may stand before the colon; the first is its name. */
  readonly schemes: readonly [string, ...string[]];
  /** In help, beside the others: `csv:DIR`. */
  readonly shortForm: string;
  /** All that may be written, for advice: `csv:DIR or csv:DIR?gzip=1`. */
  readonly form: string;
  /** By name, what may follow the question mark; 'any' where the driver reads the whole. */
  readonly settings: Readonly<Record<string, SettingRule>> | 'any';
  /** Refuses what no rule for one setting can. @throws FlexError FLEX_CONFIG */
  validate?(destination: Destination): void;
  /** When it shows what was written: each input as it is committed, or all of a call as it ends. */
  publishes(destination: Destination): 'per input' | 'per call';
  /** Whether it is there, as far as that is seen without opening it; if not, the first load makes it. */
  isMade(destination: Destination): boolean;
  /**
   * The file or directory that a load makes, replaces, or writes a log beside; undefined where
   * there is none. Directories above it are made where `makesDirectories` says so.
   */
  pathWritten(destination: Destination): string | undefined;
  readonly makesDirectories: boolean;
  /** What it can do, in words for `check`, which adds how exact decimals are. */
  readonly abilities: string;
  /** @param version of flexetl, for the ledger @throws FlexError where it cannot be opened */
  openToWrite(destination: Destination, options: SinkOptions, version: string): Promise<Sink>;
}

/** Has tables and a ledger, which can be asked. */
interface WithLedger extends AnyDestination {
  readonly hasLedger: true;
  /**
   * Opens it so that nothing can be written.
   * @param timezone in which timestamps are shown and cast
   * @param waiting for a process that holds the database: the signal ends it
   */
  openToQuery(
    destination: Destination,
    timezone: string,
    waiting?: WaitingToRead,
  ): Promise<QueryableDestination>;
  /** Opens it so that rows can be staged beside its tables; nothing of them is kept. */
  openToCompare(destination: Destination): Promise<SqlEngine>;
  /** What it is, by what `SELECT version()` says. */
  product(version: string): string;
}

/** Holds what one call loads, and remembers nothing. */
interface WithoutLedger extends AnyDestination {
  readonly hasLedger: false;
}

export type DestinationKind = WithLedger | WithoutLedger;
