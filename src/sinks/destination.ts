/**
 * The record of a destination: everything that the rest of the program needs to know about it, so
 * that no other code depends on its scheme. Each folder has its record in destination.ts; the list
 * of records, and how a DEST is parsed, is destinations.ts. Records are loaded with the help and by
 * every command, so they import an implementation only when they open it: DuckDB alone has 70 MB.
 */
import type { QueryableDestination } from './query.js';
import type { Sink, SinkOptions } from './sink.js';
import type { SqlEngine } from './sql/engine.js';
import type { TellWait } from '../time/long-wait.js';

/** The abilities of file destinations: see `abilities`. */
export const WRITES_ANEW =
  'Takes rows, statement by statement, without merging; each call writes anew';

/** A DEST of the command line, and its record. */
export interface Destination {
  /** The whole text; may contain a password. */
  readonly dest: string;
  /** The part before the first colon: `duckdb`, `csv` … */
  readonly scheme: string;
  /** The part between the colon and a question mark. */
  readonly path: string;
  /** In the form that the record accepts. */
  readonly settings: ReadonlyMap<string, string>;
  readonly kind: DestinationKind;
}

/** The rule for the value of a setting. */
export interface SettingRule {
  readonly pattern: RegExp;
  /** The same in words, after `The setting wait is`. */
  readonly is: string;
}

/** How to wait for a process that holds the database. */
export interface WaitingToRead {
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: TellWait | undefined;
}

/** Runs a query and takes all its rows, each value as text or null. */
export type AskRows = (sql: string) => Promise<readonly Readonly<Record<string, string | null>>[]>;

/** How the tables of a destination are spread over servers. */
export interface Spread {
  /** What spreads them: `Citus 13.2-1`. */
  readonly product: string;
  /** By table: `by COLUMN`, `everywhere` or `local`. */
  readonly tables: ReadonlyMap<string, string>;
}

/** A table as lineage names it, by the rules of OpenLineage; holds no user and no password. */
export interface Dataset {
  /** `postgres://db.example.com:5432` */
  readonly namespace: string;
  /** `money.flex.trades` */
  readonly name: string;
}

/** How dbt reaches a destination. Holds no password. */
export interface DbtConnection {
  readonly adapter: 'duckdb' | 'postgres';
  /** By the names of dbt's profiles: `host`, `path`; absent where the adapter's default is meant. */
  readonly settings: Readonly<Record<string, string | undefined>>;
}

interface AnyDestination {
  /** The accepted schemes; the first is its name. */
  readonly schemes: readonly [string, ...string[]];
  /** For lists in the help: `csv:DIR`. */
  readonly shortForm: string;
  /** The full form, for advice: `csv:DIR or csv:DIR?gzip=1`. */
  readonly form: string;
  /** The settings after the question mark, by name. */
  readonly settings: Readonly<Record<string, SettingRule>>;
  /** Checks that go beyond the rules of single settings. @throws FlexError FLEX_CONFIG */
  validate?(destination: Destination): void;
  /**
   * When rows become visible: as each input is committed, or all together at the end of the call.
   */
  publishes(destination: Destination): 'per input' | 'per call';
  /**
   * Whether it exists, as far as can be seen without opening it; if not, the first load creates it.
   * @throws FlexError where a store has to be asked, and refuses
   */
  isMade(destination: Destination): boolean | Promise<boolean>;
  /**
   * The file or directory that a load creates, replaces, or writes a log beside; undefined if there
   * is none. `makesDirectories` says whether missing parent directories are created.
   */
  pathWritten(destination: Destination): string | undefined;
  readonly makesDirectories: boolean;
  /** What lineage calls one of its tables; undefined if that is nowhere to be found again. */
  datasetOf(destination: Destination, table: string): Dataset | undefined;
  /** The address of the prefix of a bucket that it writes to; absent where it never does. */
  bucketWritten?(destination: Destination): string | undefined;
  /** What it can do, in words for `check`, which adds the precision of decimals. */
  readonly abilities: string;
  /** @param version of flexetl, for the ledger @throws FlexError if it cannot be opened */
  openToWrite(destination: Destination, options: SinkOptions, version: string): Promise<Sink>;
}

/** Has tables and a ledger, which can be queried. */
interface WithLedger extends AnyDestination {
  readonly hasLedger: true;
  /**
   * Opens it read-only.
   * @param timezone in which timestamps are shown and cast
   * @param waiting for a process that holds the database, until the signal is aborted
   */
  openToQuery(
    destination: Destination,
    timezone: string,
    waiting?: WaitingToRead,
  ): Promise<QueryableDestination>;
  /** Opens it for a comparison: rows are staged beside its tables, and nothing of them is kept. */
  openToCompare(destination: Destination): Promise<SqlEngine>;
  /** Whether several inputs can be loaded at once, each over a sink of its own. Default: no. */
  readonly takesSeveral?: boolean;
  /** Whether several processes may load into it at a time instead. Default: no. */
  readonly takesProcesses?: boolean;
  /**
   * Says how its tables are spread over servers; undefined where they are on one. Absent where
   * there is only one.
   * @param schema not quoted
   */
  spreadOf?(ask: AskRows, schema: string): Promise<Spread | undefined>;
  /** Absent where dbt has no adapter that reads the tables. */
  dbtConnection?(destination: Destination): DbtConnection;
  /** Name and version of the product, from `SELECT version()`. */
  product(version: string): string;
}

/** Holds what one call loads, and keeps no ledger. */
interface WithoutLedger extends AnyDestination {
  readonly hasLedger: false;
  readonly takesSeveral?: false;
  readonly takesProcesses?: false;
}

export type DestinationKind = WithLedger | WithoutLedger;
