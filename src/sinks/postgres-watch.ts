/**
 * A bound on waiting for Postgres. A long statement and a lock are silent for as long as they
 * take, and so is a connection that has died; they are told apart by asking the server, over
 * another connection, whether it still works for us.
 */
import pg from 'pg';
import { FlexError } from '../errors.js';
import type { PostgresPlace } from './postgres-url.js';
import type { Session } from './postgres-session.js';

/** The longest that the question itself may take, in milliseconds. */
const ASKING_MILLISECONDS = 30_000;
/** Between two questions that are to say the same, at most. */
const ASKING_AGAIN_MILLISECONDS = 5_000;

/**
 * What `answer` comes to, unless the server is silent for `stallMilliseconds` and does not work
 * for us any more; a silent server that works is waited for, whatever it takes.
 * @throws FlexError FLEX_DEST_UNAVAILABLE; the session is of no use then
 */
export async function answered<T>(
  answer: Promise<T>,
  session: Session,
  place: PostgresPlace,
): Promise<T> {
  const { stallMilliseconds } = place;
  if (stallMilliseconds === 0) return answer;
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    let suspect = false;
    const wait = (milliseconds: number): void => {
      timer = setTimeout(() => void look(), milliseconds);
    };
    // One look may come just when the answer is on its way: the second one decides.
    const look = async (): Promise<void> => {
      const works = await isAtWork(session, place, suspect);
      if (works || !suspect) {
        suspect = !works;
        if (timer !== undefined) {
          wait(
            suspect ? Math.min(stallMilliseconds, ASKING_AGAIN_MILLISECONDS) : stallMilliseconds,
          );
        }
      } else {
        reject(stallError(place));
      }
    };
    wait(stallMilliseconds);
  });
  try {
    return await Promise.race([answer, stalled]);
  } finally {
    clearTimeout(timer);
    timer = undefined;
  }
}

function stallError({ name, stallMilliseconds }: PostgresPlace): FlexError {
  return new FlexError(
    'FLEX_DEST_UNAVAILABLE',
    `${name}: the connection is stalled: for ${stallMilliseconds / 1000} seconds nothing came from the server, and it does not work for us.`,
    {
      advice:
        'Check the network between here and the server, then run again. `?stall_timeout=SECONDS` says how long a silence may be.',
    },
  );
}

/**
 * Whether the server still works on what the session has asked. A server that answers and
 * cannot tell is believed to.
 * @param end also ends the server's side of a session that it does not work for: it may hold locks
 */
async function isAtWork(session: Session, place: PostgresPlace, end: boolean): Promise<boolean> {
  const bound = Math.min(place.stallMilliseconds, ASKING_MILLISECONDS);
  const client = new pg.Client({
    ...place.config,
    connectionTimeoutMillis: bound,
    query_timeout: bound,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (session.pid === undefined) return true;
    const { rows } = await client.query<{ works: boolean | null }>(
      `SELECT state = 'active' AND wait_event_type IS DISTINCT FROM 'Client' AS works
       FROM pg_catalog.pg_stat_activity WHERE pid = $1`,
      [session.pid],
    );
    // A state that may not be seen is NULL.
    const works = rows.length > 0 && rows[0]!.works !== false;
    if (!works && end) {
      await client.query('SELECT pg_catalog.pg_terminate_backend($1)', [session.pid]);
    }
    return works;
  } catch (thrown) {
    // It refused, so it is there: but for a server that is going down or coming up.
    return thrown instanceof pg.DatabaseError && !/^(08|57)/.test(thrown.code ?? '');
  } finally {
    void client.end().catch(() => undefined);
  }
}
