/** A body with supervision: whether it failed, and whether it flows at all. */
import { asFlexError, FlexError } from '../../errors.js';
import type { Clock } from '../../time/retry.js';

/** The time left for a report. */
export interface Deadline {
  readonly clock: Clock;
  /** Milliseconds left; 0 or less: none. */
  readonly remaining: () => number;
}

/** Bytes a second: a slower body is abandoned once the time is over. */
const SLOWEST = 1024;

/** The same body; it may take longer than `--wait` while it flows, but not while it trickles. */
export async function* notDripping(
  body: AsyncIterable<Buffer>,
  host: string,
  { clock, remaining }: Deadline,
): AsyncGenerator<Buffer, void, undefined> {
  const start = clock.now();
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    const seconds = (clock.now() - start) / 1000;
    if (remaining() <= 0 && bytes < seconds * SLOWEST) throw tooSlow(host, bytes, seconds);
    yield chunk;
  }
}

export interface WatchedBody {
  readonly body: AsyncIterable<Buffer>;
  /** The error of reading it, whatever its reader made of that. */
  readonly failure: FlexError | undefined;
}

export function watched(body: AsyncIterable<Buffer>): WatchedBody {
  let failure: FlexError | undefined;
  async function* watching(): AsyncGenerator<Buffer, void, undefined> {
    try {
      yield* body;
    } catch (thrown) {
      throw (failure = asFlexError(thrown));
    }
  }
  return {
    body: watching(),
    get failure() {
      return failure;
    },
  };
}

function tooSlow(host: string, bytes: number, seconds: number): FlexError {
  return new FlexError(
    'FLEX_SERVICE_UNAVAILABLE',
    `${host} sent only ${bytes} bytes of its answer in ${Math.round(seconds)} seconds.`,
  );
}
