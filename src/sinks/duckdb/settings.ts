/**
 * What may follow the question mark of `duckdb:PATH?…`, and what it means. Nothing
 * of DuckDB itself is imported here: it weighs 70 MB.
 */
import type { ErrorCode } from '../../errors.js';
import { tellIfLong, timeIn } from '../../time/long-wait.js';
import { withRetry, REAL_CLOCK } from '../../time/retry.js';
import type { WaitingToRead } from '../destination.js';

/** undefined is the default. */
export interface DuckdbSettings {
  /** Seconds to wait for another process to release the file; default 30. */
  readonly wait: number | undefined;
  /**
   * What DuckDB may take for its own work, as it writes amounts: `2GB`. Default: for a load, what
   * `loadingLimits` says, and else its own choice.
   */
  readonly memoryLimit: string | undefined;
  /** What it may take for a load, where the user does not say: at first, and where that fails. */
  readonly loadingLimits?: readonly string[];
}

/** How another process is waited for that holds the file. */
export interface Waiting extends WaitingToRead {
  /** Of the database, as messages have it. */
  readonly name: string;
}

export const DUCKDB_DEFAULTS: DuckdbSettings = { wait: undefined, memoryLimit: undefined };

/** @param settings as the record of this destination takes them */
export function duckdbSettings(settings: ReadonlyMap<string, string>): DuckdbSettings {
  const wait = settings.get('wait');
  return {
    wait: wait === undefined ? undefined : Number(wait),
    memoryLimit: settings.get('memory_limit'),
  };
}

/** The limit as a setting of DuckDB's. Where it is reached, rows are spilled beside the file. */
export function memoryLimits({ memoryLimit }: DuckdbSettings): Record<string, string> {
  return memoryLimit === undefined ? {} : { memory_limit: memoryLimit };
}

/** How long a process that holds the file is waited for, and how often is looked. */
const WAIT_SECONDS = 30;
const LOOKS_PER_SECOND = 2;

/** Opens the file once no other process holds it, or fails with FLEX_DEST_BUSY. */
export function whenReleased<T>(
  { wait = WAIT_SECONDS }: DuckdbSettings,
  open: () => Promise<T>,
  { name, signal, onWait }: Waiting,
): Promise<T> {
  const codes = new Set<ErrorCode>(['FLEX_DEST_BUSY']);
  const looks = wait * LOOKS_PER_SECOND;
  const pauses = new Array<number>(looks).fill(1000 / LOOKS_PER_SECOND);
  const until = timeIn(wait * 1000);
  return tellIfLong(
    withRetry({ codes, pauses, clock: REAL_CLOCK, signal }, open),
    onWait && (() => onWait(`Another process is using ${name}; waiting until ${until}.`)),
  );
}
