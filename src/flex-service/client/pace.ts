/** The pace of requests: its limits, its state, and the store of the state. Types and constants. */

/** How many requests are allowed. Times in milliseconds. */
export interface Pace {
  /** Between a request and the next. */
  readonly spacing: number;
  /** Requests in any `window`. */
  readonly most: number;
  readonly window: number;
}

/**
 * One request a second and ten a minute, polls included, plus a margin: requests are counted on
 * arrival, and some take longer than others.
 */
export const SERVICE_PACE: Pace = { spacing: 1_200, most: 10, window: 62_000 };

/** The state of a token. Times are milliseconds since 1970. */
export interface PaceState {
  /** The latest requests, oldest first. */
  readonly requests: readonly number[];
  /** No request before this time, because the service asked for a pause. */
  readonly notBefore: number;
  /** Requests before this time are refused. */
  readonly stoppedUntil: number;
}

export const NO_REQUESTS: PaceState = { requests: [], notBefore: 0, stoppedUntil: 0 };

/** Stores a state; several processes may do so for the same token. */
export interface PaceStore {
  /**
   * Changes the state atomically. `change` may be called several times; its last result counts.
   * Without `next`, the state stays the same.
   */
  update<T>(change: (state: PaceState) => { next?: PaceState; result: T }): Promise<T>;
}
