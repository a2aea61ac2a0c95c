/**
 * A limit on waiting for Postgres. A long statement or a lock is silent for as long as it takes,
 * and so is a dead connection; to tell them apart, the server is asked over another connection
 * whether it is still working on our transaction.
 */
import pg from 'pg';
import { FlexError } from '../../errors.js';
import type { PostgresPlace } from './url.js';
import type { Session } from './session.js';

/** The longest that the question itself may take, in milliseconds. */
const ASKING_MILLISECONDS = 30_000;
/** The longest time between two checks that must agree. */
const ASKING_AGAIN_MILLISECONDS = 5_000;
/** How many checks in a row a pooler may leave unanswered before it is given up. */
const MOST_UNANSWERED = 10;

/**
 * The result of a check. `unanswered`: it was accepted but is queued: all connections of the pooler
 * are busy, and one of them may be ours.
 */
type Found = 'works' | 'gone' | 'unanswered';

/**
 * The result of `answer`, unless the server is silent for `stallMilliseconds` and no longer working
 * for us; a silent server that is working is waited for, however long.
 * @throws FlexError FLEX_DEST_UNAVAILABLE; the session is unusable then
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
    let unanswered = 0;
    const wait = (milliseconds: number): void => {
      timer = setTimeout(() => void look(), milliseconds);
    };
    // A check may come just as the answer arrives: the second one decides.
    const look = async (): Promise<void> => {
      const found = await ask(session, place, suspect);
      if (timer === undefined) return;
      unanswered = found === 'unanswered' ? unanswered + 1 : 0;
      if ((found === 'gone' && suspect) || unanswered === MOST_UNANSWERED) {
        reject(stallError(place, found));
        return;
      }
      suspect = found === 'gone';
      wait(suspect ? Math.min(stallMilliseconds, ASKING_AGAIN_MILLISECONDS) : stallMilliseconds);
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

function stallError({ name, stallMilliseconds }: PostgresPlace, found: Found): FlexError {
  const seconds = stallMilliseconds / 1000;
  const setting = '`?stall_timeout=SECONDS` sets how long the server may be silent.';
  if (found === 'unanswered') {
    return new FlexError(
      'FLEX_DEST_UNAVAILABLE',
      `${name}: no response from the server, and ${MOST_UNANSWERED} checks whether it is still working, ${seconds} seconds apart, were not answered.`,
      { advice: `Give the pooler more server connections, then run again. ${setting}` },
    );
  }
  return new FlexError(
    'FLEX_DEST_UNAVAILABLE',
    `${name}: the connection is stalled: no response for ${seconds} seconds, and the server is no longer running our query.`,
    { advice: `Check the network between here and the server, then run again. ${setting}` },
  );
}

/**
 * Our transaction, told apart from others of the same server process, which belongs to another
 * client as soon as a pooler has it back.
 */
const OURS = `SELECT pid, state NOT IN ('active', 'disabled')
    OR (state = 'active' AND wait_event_type IS NOT DISTINCT FROM 'Client') AS idle
  FROM pg_catalog.pg_stat_activity
  WHERE pid = $1 AND backend_start = $2 AND xact_start = $3`;
/** Found and ended in one statement, so that nothing can happen in between. */
const END_OURS = `SELECT idle, CASE WHEN idle THEN pg_catalog.pg_terminate_backend(pid) END AS ended
  FROM (${OURS}) ours`;

/**
 * Whether the server is still working on the session's query. A server that answers but cannot tell
 * is assumed to be.
 * @param end also ends the server's side of an idle transaction: it may hold locks
 */
async function ask(session: Session, place: PostgresPlace, end: boolean): Promise<Found> {
  const bound = Math.min(place.stallMilliseconds, ASKING_MILLISECONDS);
  const client = new pg.Client({
    ...place.config,
    connectionTimeoutMillis: bound,
    query_timeout: bound,
  });
  client.on('error', () => undefined);
  let connected = false;
  try {
    await client.connect();
    connected = true;
    if (session.tellsNothing) return 'works';
    const { pid = null, backendStart = null, transactionStart = null } = session.marks ?? {};
    const { rows } = await client.query<{ idle: boolean | null }>(end ? END_OURS : OURS, [
      pid,
      backendStart,
      transactionStart,
    ]);
    // A state that may not be seen is NULL.
    return rows.length > 0 && rows[0]!.idle !== true ? 'works' : 'gone';
  } catch (thrown) {
    if (connected && isQueued(thrown)) return 'unanswered';
    // It refused, so it is there, unless it is shutting down or starting up.
    const refused = thrown instanceof pg.DatabaseError && !/^(08|57)/.test(thrown.code ?? '');
    return refused ? 'works' : 'gone';
  } finally {
    void client.end().catch(() => undefined);
  }
}

/** What the driver says after query_timeout, and pgbouncer after its query_wait_timeout. */
function isQueued(thrown: unknown): boolean {
  return thrown instanceof Error && /Query read timeout|query_wait_timeout/.test(thrown.message);
}
