/** A clock that goes on only when somebody waits: then at once. */
import type { Clock } from '../../../src/time/retry.js';

export class ManualClock implements Clock {
  /** What was waited for, in milliseconds. */
  readonly waits: number[] = [];
  private time: number;

  /** @param start milliseconds since 1970 */
  constructor(start = Date.UTC(2024, 6, 2)) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
    this.waits.push(milliseconds);
    this.time += milliseconds;
    return Promise.resolve();
  }

  /** Time passes by itself. */
  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}
