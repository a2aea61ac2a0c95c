/**
 * A bound on waiting for Postgres. A long statement and a lock are silent for as long as they
 * take, and so is a connection that has died; they are told apart by asking the server, over
 * another connection, whether it still works on our transaction.
 */
import pg from 'pg';
import { FlexError } from '../../errors.js';
import type { PostgresPlace } from './url.js';
import type { Session } from './session.js';

/** The longest that the question itself may take, in milliseconds. */
const ASKING_MILLISECONDS = 30_000;
/** Between two questions that are to say the same, at most. */
const ASKING_AGAIN_MILLISECONDS = 5_000;
/** Questions in a row that a pooler takes and nobody answers; after that it is not waited for. */
const MOST_UNANSWERED = 10;

/**
 * What a question comes to. `unanswered`: the connection was taken, and the question waits: all
 * connections of a pooler are at work, and one of them may be ours.
 */
type Found = 'works' | 'gone' | 'unanswered';

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
    let unanswered = 0;
    const wait = (milliseconds: number): void => {
      timer = setTimeout(() => void look(), milliseconds);
    };
    // One look may come just when the answer is on its way: the second one decides.
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
  const setting = '`?stall_timeout=SECONDS` says how long a silence may be.';
  if (found === 'unanswered') {
    return new FlexError(
      'FLEX_DEST_UNAVAILABLE',
      `${name}: nothing came from the server, and it was asked ${MOST_UNANSWERED} times, ${seconds} seconds apart, whether it is at work without an answer.`,
      { advice: `Give the pooler more connections of the server, then run again. ${setting}` },
    );
  }
  return new FlexError(
    'FLEX_DEST_UNAVAILABLE',
    `${name}: the connection is stalled: for ${seconds} seconds nothing came from the server, and it does not work for us.`,
    { advice: `Check the network between here and the server, then run again. ${setting}` },
  );
}

/**
 * The transaction that is ours, told from others of the same server process, which belongs to
 * somebody else as soon as a pooler has it back.
 */
const OURS = `SELECT pid, state NOT IN ('active', 'disabled')
    OR (state = 'active' AND wait_event_type IS NOT DISTINCT FROM 'Client') AS idle
  FROM pg_catalog.pg_stat_activity
  WHERE pid = $1 AND backend_start = $2 AND xact_start = $3`;
/** Found and ended by one statement, so that nothing comes in between. */
const END_OURS = `SELECT idle, CASE WHEN idle THEN pg_catalog.pg_terminate_backend(pid) END AS ended
  FROM (${OURS}) ours`;

/**
 * Whether the server still works on what the session has asked. A server that answers and
 * cannot tell is believed to.
 * @param end also ends the server's side of a transaction that it does not work on: it may hold locks
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
    // It refused, so it is there: but for a server that is going down or coming up.
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
