/**
 * One connection to Postgres, set up so that neither side waits for ever for the other: the
 * server notices a process that is gone, and flexetl notices a server that is gone. What is
 * said on the connection is postgres.ts.
 */
import pg from 'pg';
import { FlexError } from '../errors.js';
import { postgresError } from './postgres-error.js';
import type { PostgresPlace } from './postgres-url.js';

/** Every value as the server's text: numbers stay exact, times keep their words. */
const AS_TEXT = { getTypeParser: () => (text: string | Buffer) => text };

export interface Session {
  readonly client: pg.Client;
  /** Of the server's process behind it; undefined where the server does not tell. */
  readonly pid: string | undefined;
}

/**
 * How the server finds out that flexetl is gone, in the words of its settings: without them a
 * killed process holds its locks until its statement ends, and one behind a dead network for
 * hours. Each is set where the server has it, and where nobody has made it stricter.
 */
const NOTICES: readonly (readonly [string, string])[] = [
  ['client_connection_check_interval', '2s'],
  ['idle_in_transaction_session_timeout', '10min'],
  ['tcp_keepalives_idle', '60'],
  ['tcp_keepalives_interval', '10'],
  ['tcp_keepalives_count', '6'],
];
const STRICT_ALREADY: readonly string[] = ['idle_in_transaction_session_timeout'];

/**
 * @param onLost hears why the connection ended, when it ends by itself
 * @throws FlexError
 */
export async function openSession(
  { config, name }: PostgresPlace,
  onLost: (error: Error) => void,
): Promise<Session> {
  const client = clientOf({ ...config, types: AS_TEXT });
  // Without a listener a lost connection would end the process.
  client.on('error', onLost);
  try {
    await client.connect();
    // Our temporary tables go before whatever a role's search_path may find under their names.
    await client.query(
      `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD';
       SELECT set_config('search_path', 'pg_temp, ' || current_setting('search_path'), false)`,
    );
    for (const [setting, value] of NOTICES) await setWhereKnown(client, setting, value);
    return { client, pid: await pidOf(client) };
  } catch (thrown) {
    void client.end().catch(() => undefined);
    throw postgresError(name, thrown);
  }
}

/**
 * A client that is not connected yet.
 * @throws FlexError FLEX_CONFIG where pg cannot read the URL; its error would show it, password and all
 */
export function clientOf(config: pg.ClientConfig): pg.Client {
  try {
    return new pg.Client(config);
  } catch (thrown) {
    const { code = '', path } = thrown as NodeJS.ErrnoException;
    if (path !== undefined) {
      throw new FlexError('FLEX_CONFIG', `${path} cannot be read (${code}).`, {
        advice: 'Correct sslrootcert, sslcert or sslkey in the URL of the Postgres destination.',
      });
    }
    throw new FlexError('FLEX_CONFIG', 'The URL of the Postgres destination cannot be read.', {
      advice:
        'Write postgres://USER@HOST:PORT/DATABASE?schema=NAME, with special characters escaped: % is %25, @ is %40, / is %2F.',
    });
  }
}

/** Not every engine that speaks Postgres has every setting, nor every system that it runs on. */
async function setWhereKnown(client: pg.Client, setting: string, value: string): Promise<void> {
  const unset = STRICT_ALREADY.includes(setting) ? ` AND setting = '0'` : '';
  await client
    .query(
      `SELECT set_config(name, '${value}', false) FROM pg_catalog.pg_settings
       WHERE name = '${setting}'${unset}`,
    )
    .catch(unlessLost);
}

async function pidOf(client: pg.Client): Promise<string | undefined> {
  const result = await client
    .query<{ pid: string }>('SELECT pg_catalog.pg_backend_pid() AS pid')
    .catch(unlessLost);
  return result?.rows[0]?.pid;
}

/** The server refused: it goes without. @throws what is no answer of the server */
function unlessLost(thrown: unknown): undefined {
  if (thrown instanceof pg.DatabaseError && !/^(08|57)/.test(thrown.code ?? '')) return undefined;
  throw thrown;
}
