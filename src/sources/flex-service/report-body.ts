/** A report as it comes in, watched: whether it failed, and whether it comes at all. */
import { asFlexError, FlexError } from '../../errors.js';
import type { Clock } from '../../patience.js';

/** Bytes a second: what is slower than that when nobody waits any longer is given up. */
const SLOWEST = 1024;

export interface WatchedBody {
  readonly body: AsyncIterable<Buffer>;
  /** What went wrong while it was read, whatever its reader made of that. */
  readonly failure: FlexError | undefined;
}

/**
 * @param remaining milliseconds that are left of the user's patience. A body that comes in
 *   fairly may take longer; one that drips may not.
 */
export function watched(
  body: AsyncIterable<Buffer>,
  host: string,
  clock: Clock,
  remaining: () => number,
): WatchedBody {
  let failure: FlexError | undefined;
  async function* watching(): AsyncGenerator<Buffer, void, undefined> {
    const start = clock.now();
    let bytes = 0;
    try {
      for await (const chunk of body) {
        bytes += chunk.length;
        const seconds = (clock.now() - start) / 1000;
        if (remaining() <= 0 && bytes < seconds * SLOWEST) throw tooSlow(host, bytes, seconds);
        yield chunk;
      }
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
    `${host} sent only ${bytes} bytes of the report in ${Math.round(seconds)} seconds.`,
  );
}
