/**
 * Waiting and retrying, with a clock that tests can replace. The code of an error tells whether a
 * retry is worth it.
 */
import { FlexError, type ErrorCode } from '../errors.js';

export interface Clock {
  /** Milliseconds since any origin. */
  now(): number;
  /** Resolves after N milliseconds; rejects with the signal's reason when it is aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const aborted = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', aborted);
        resolve();
      }, milliseconds);
      if (signal?.aborted === true) aborted();
      else signal?.addEventListener('abort', aborted, { once: true });
    }),
};

export interface RetryPolicy {
  /** Codes that are worth a retry. */
  readonly codes: ReadonlySet<ErrorCode>;
  /** The pauses before the second attempt, the third …, in milliseconds. */
  readonly pauses: readonly number[];
  readonly clock: Clock;
  /** No further attempt after this many milliseconds. Default: only the pauses limit it. */
  readonly within?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs it, and again after each pause while it fails with one of the codes; then throws its error.
 */
export async function withRetry<T>(patience: RetryPolicy, run: () => Promise<T>): Promise<T> {
  const began = patience.clock.now();
  for (const pause of patience.pauses) {
    try {
      return await run();
    } catch (thrown) {
      if (!(thrown instanceof FlexError) || !patience.codes.has(thrown.code)) throw thrown;
      if (patience.clock.now() - began >= (patience.within ?? Infinity)) throw thrown;
    }
    await patience.clock.wait(pause, patience.signal);
  }
  return run();
}
