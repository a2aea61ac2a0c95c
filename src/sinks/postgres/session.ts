/**
 * One connection to Postgres, and the current transaction on it. Both sides are set up so that
 * neither waits forever for the other: the server notices a process that is gone, and flexetl a
 * server that is gone. Nothing runs outside of a transaction: behind a pooler, a transaction has a
 * server connection to itself, but no longer than it lasts. The statements are in engine.ts and
 * query.ts.
 */
import pg from 'pg';
import { FlexError, type ErrorCode } from '../../errors.js';
import { tellIfLong, type TellWait } from '../../time/long-wait.js';
import { withRetry, REAL_CLOCK } from '../../time/retry.js';
import { postgresError } from './errors.js';
import {
  abilitiesOf,
  beginTransaction,
  type Abilities,
  type Marks,
  type Setting,
} from './transaction.js';
import type { PostgresPlace } from './url.js';

/** Every value as the server's text: numbers stay exact, times keep their words. */
const AS_TEXT = { getTypeParser: () => (text: string | Buffer) => text };

export class Session {
  /** Of the transaction under way; undefined where there is none, or the server does not tell. */
  marks: Marks | undefined;
  /** Whether the server does not tell transactions apart. */
  tellsNothing = false;

  constructor(
    readonly client: pg.Client,
    private readonly abilities: Abilities,
  ) {}

  /** Whether tables may be spread over servers. */
  get spreads(): boolean {
    return this.abilities.spreads;
  }

  /**
   * @param mode as BEGIN takes it
   * @param settings for this transaction alone, beside those that every one has
   * @param also queries to ask in the same message
   * @returns the rows of each of these
   */
  async begin(
    mode: string,
    settings: readonly Setting[],
    also: readonly string[] = [],
  ): Promise<readonly Record<string, string | null>[][]> {
    this.marks = undefined;
    this.tellsNothing = false;
    const { marks, rows } = await beginTransaction(
      this.client,
      mode,
      settings,
      this.abilities,
      also,
    );
    this.marks = marks;
    this.tellsNothing = marks === undefined;
    return rows;
  }

  async rollback(): Promise<void> {
    await this.client.query('ROLLBACK');
    this.ended();
  }

  /** Forgets the transaction. */
  ended(): void {
    this.marks = undefined;
  }
}

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
    return new Session(client, await abilitiesOf(client));
  } catch (thrown) {
    void client.end().catch(() => undefined);
    throw postgresError(name, thrown);
  }
}

/**
 * A client that is not connected yet.
 * @throws FlexError FLEX_CONFIG where pg cannot read the URL; its error would show it, password and all
 */
function clientOf(config: pg.ClientConfig): pg.Client {
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

/** Between tries to connect, in milliseconds. */
const CONNECT_PAUSES = [250, 500, 1000, 2000, 4000];

/** Opens once the server accepts connections, or fails with FLEX_DEST_UNAVAILABLE. */
export function whenStarted<T>(
  { name, config }: PostgresPlace,
  open: () => Promise<T>,
  { signal, onWait }: { readonly signal: AbortSignal; readonly onWait?: TellWait | undefined },
): Promise<T> {
  const patience = {
    codes: new Set<ErrorCode>(['FLEX_DEST_UNAVAILABLE']),
    pauses: CONNECT_PAUSES,
    clock: REAL_CLOCK,
    within: config.connectionTimeoutMillis,
    signal,
  };
  return tellIfLong(
    withRetry(patience, open),
    onWait && (() => onWait(`Waiting for ${name} to accept connections.`)),
  );
}
