/**
 * The pace that the service allows a token, shared by all processes of a user on this machine. When
 * a request may be made is decided here; pace-folder.ts stores the state.
 */
import { FlexError } from '../../errors.js';
import { REAL_CLOCK, type Clock } from '../../time/retry.js';
import { NO_REQUESTS, SERVICE_PACE, type Pace, type PaceState, type PaceStore } from './pace.js';
import { openPaceFolder } from './pace-folder.js';
import type { Secret } from './token.js';

export interface Pacer {
  /**
   * Resolves when a request may be made, to its time: milliseconds since 1970. It counts from then
   * on, whether it is made or not.
   * @throws FlexError FLEX_SERVICE_BUSY if none may be made within that many milliseconds,
   *   FLEX_SERVICE_LOCKED after `stop`
   */
  turn(options?: TurnOptions): Promise<number>;
  /** No process makes a request with this token for this many milliseconds, at most 15 minutes. */
  slowDown(milliseconds: number): Promise<void>;
  /** The service has locked the token: every turn is refused for ten minutes. */
  stop(): Promise<void>;
}

export interface TurnOptions {
  /** Default: as long as it takes. */
  readonly within?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A clock that all processes agree on. */
export const WALL_CLOCK: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) => REAL_CLOCK.wait(milliseconds, signal),
};

/** The service says minutes; a lock may last longer, or be lifted by a person. */
const STOP = 10 * 60_000;
/** How often a state is read again at the latest: others change it, and clocks are adjusted. */
const LONGEST_NAP = 5_000;
/** A time further ahead is not a pause but a sign of a clock that was set back. */
const FARTHEST = 15 * 60_000;

export interface PacerOptions {
  readonly token: Secret;
  /** Must give the time since 1970. Default: the real time. */
  readonly clock?: Clock;
  /** Default: SERVICE_PACE. */
  readonly pace?: Pace;
  /** Decides where the state is stored: XDG_STATE_HOME, HOME. Default: of the process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly warn?: (message: string) => void;
}

/** A pacer that shares its pace with all processes of this user on this machine. */
export async function createPacer(options: PacerOptions): Promise<Pacer> {
  const { token, clock = WALL_CLOCK, pace = SERVICE_PACE, env = process.env, warn } = options;
  const folder = await openPaceFolder(token, pace, env);
  return pacerOf(forgiving(folder, warn), clock, pace);
}

/** If nothing can be written, a process at least keeps its own pace. */
function forgiving(folder: PaceStore | undefined, warn: PacerOptions['warn']): PaceStore {
  const memory = memoryStore();
  let store = folder ?? memory;
  const forgo = (why: string): void => {
    store = memory;
    warn?.(
      `Requests cannot be recorded${why}: the pace is not shared with other processes that use this token.`,
    );
  };
  if (folder === undefined) forgo(', because no directory can be written');
  return {
    async update(change) {
      try {
        return await store.update(change);
      } catch (thrown) {
        if (thrown instanceof FlexError || store === memory) throw thrown;
        forgo(` (${(thrown as NodeJS.ErrnoException).code ?? 'unknown reason'})`);
        return store.update(change);
      }
    },
  };
}

/** A pacer without other processes. */
export function memoryPacer(clock: Clock = WALL_CLOCK, pace: Pace = SERVICE_PACE): Pacer {
  return pacerOf(memoryStore(), clock, pace);
}

function memoryStore(): PaceStore {
  let state = NO_REQUESTS;
  return {
    update(change) {
      const { next, result } = change(state);
      state = next ?? state;
      return Promise.resolve(result);
    },
  };
}

export function pacerOf(store: PaceStore, clock: Clock, pace: Pace): Pacer {
  return {
    turn: (options = {}) => takeTurn(store, clock, pace, options),
    slowDown: (milliseconds) =>
      store.update((state) => {
        const pause = Math.min(milliseconds, FARTHEST);
        const notBefore = Math.max(state.notBefore, clock.now() + pause);
        return { next: { ...state, notBefore }, result: undefined };
      }),
    stop: () =>
      store.update((state) => {
        const stoppedUntil = clock.now() + STOP;
        return { next: { ...state, stoppedUntil }, result: undefined };
      }),
  };
}

async function takeTurn(
  store: PaceStore,
  clock: Clock,
  pace: Pace,
  { within = Infinity, signal }: TurnOptions,
): Promise<number> {
  const end = clock.now() + within;
  for (;;) {
    signal?.throwIfAborted();
    const turn = await store.update((state) => {
      const now = clock.now();
      const sound = withoutTheFuture(state, now);
      if (sound.stoppedUntil > now) throw stopped(sound.stoppedUntil - now);
      const at = earliest(sound, pace);
      if (at > now) return { result: { granted: false, at } };
      const requests = [...sound.requests, now].slice(-pace.most);
      return { next: { ...sound, requests }, result: { granted: true, at: now } };
    });
    if (turn.granted) return turn.at;
    if (turn.at > end) throw noTurn(turn.at - clock.now());
    await clock.wait(Math.min(Math.max(turn.at - clock.now(), 1), LONGEST_NAP), signal);
  }
}

/** When the next request may be made. */
function earliest({ requests, notBefore }: PaceState, { spacing, most, window }: Pace): number {
  const last = requests.at(-1) ?? -Infinity;
  const first = requests.length < most ? -Infinity : requests.at(-most)!;
  return Math.max(notBefore, last + spacing, first + window);
}

function withoutTheFuture(state: PaceState, now: number): PaceState {
  const sound = (time: number): number => (time > now + FARTHEST ? 0 : time);
  return {
    requests: state.requests.filter((time) => time <= now),
    notBefore: sound(state.notBefore),
    stoppedUntil: sound(state.stoppedUntil),
  };
}

function stopped(milliseconds: number): FlexError {
  return new FlexError(
    'FLEX_SERVICE_LOCKED',
    `The service locked this token recently (1025); no requests for ${inWords(milliseconds)}.`,
  );
}

function noTurn(milliseconds: number): FlexError {
  return new FlexError(
    'FLEX_SERVICE_BUSY',
    `The rate limit of this token allows no request for ${inWords(milliseconds)}, which is longer than --wait.`,
    { advice: 'Wait that long, then run again; other processes may be using the same token.' },
  );
}

/** `2 minutes`, `20 seconds`: rounded up. */
export function inWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 120) return `${seconds} second${seconds === 1 ? '' : 's'}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
