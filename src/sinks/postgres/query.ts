/**
 * Reading SQL on a Postgres database: one statement in a transaction that can
 * only read and is always rolled back. Rows come through a cursor, some at a
 * time, so that memory does not grow with them.
 */
import type pg from 'pg';
import { FlexError, type ErrorCode } from '../../errors.js';
import { postgresError } from './errors.js';
import { openSession, type Session } from './session.js';
import { isNumeric, postgresCell } from './query-cells.js';
import { MODES, type Setting } from './transaction.js';
import { parsePostgresUrl } from './url.js';
import {
  ONE_STATEMENT,
  READS_ONLY,
  refuseNothing,
  withoutPreamble,
  type Author,
  type QueryableDestination,
  type QueryCell,
  type QueryResult,
} from '../query.js';

/** Rows that are asked for at a time. */
const ROWS_AT_ONCE = 1000;
const CURSOR = 'flexetl_rows';

/**
 * Statements for a cursor. Anything else could end the transaction, or write files on the server.
 */
const ROWS = /^(?:select|with|values|table)\b|^\(/i;
/** Statements that return information without a cursor; their result is small. */
const TELLS = /^(?:explain|show)\b/i;

/** Postgres's code for a write in a read-only transaction. */
const READ_ONLY_TRANSACTION = '25006';
/** `WITH gone AS (DELETE …) SELECT …`; a cursor does not take it. */
const WRITES = /data-modifying/;
const SEVERAL_STATEMENTS = /multiple commands/;

/** Errors of the destination rather than of the SQL. */
const OF_THE_DESTINATION: ReadonlySet<ErrorCode> = new Set([
  'FLEX_DEST_UNAVAILABLE',
  'FLEX_DEST_REFUSED',
  'FLEX_DEST_BUSY',
  'FLEX_DEST_CONFLICT',
  'FLEX_DEST_FULL',
]);

/**
 * Connects for reading.
 * @param url as a destination has it, `?schema=` included
 * @param timezone in which timestamps are shown and cast
 * @throws FlexError FLEX_DEST_UNAVAILABLE, FLEX_DEST_REFUSED, FLEX_CONFIG
 */
export async function openPostgresQuery(
  url: string,
  timezone: string,
): Promise<QueryableDestination> {
  const place = parsePostgresUrl(url);
  const session = await openSession(place, () => undefined);
  return new PostgresQuery(session, place.name, place.schema, [
    ['TimeZone', literal(timezone)],
    ['search_path', `pg_catalog.quote_ident(${literal(place.schema)})`],
  ]);
}

/** In the form that reads the same whatever standard_conforming_strings is. */
function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

type Cells = (string | null)[];

class PostgresQuery implements QueryableDestination {
  /** The author of the current statement; undefined if there is none. */
  private author: Author | undefined;

  constructor(
    private readonly session: Session,
    readonly name: string,
    readonly schema: string,
    private readonly settings: readonly Setting[],
  ) {}

  async query(sql: string, author: Author = 'a user'): Promise<QueryResult> {
    refuseNothing(sql);
    const statement = withoutPreamble(sql);
    const rows = ROWS.test(statement);
    if (!rows && !TELLS.test(statement)) {
      const [word = ''] = /^\w+/.exec(statement) ?? [];
      const message = `A statement that begins with ${JSON.stringify(word)} does not read rows.`;
      throw new FlexError('FLEX_QUERY_FAILED', message, READS_ONLY);
    }
    await this.failing(async () => {
      if (this.author !== undefined) await this.session.rollback();
      this.author = author;
      await this.session.begin(MODES['to read'], this.settings);
      if (rows) {
        await this.one(`DECLARE ${CURSOR} NO SCROLL CURSOR FOR ${statement}`);
      }
    });
    const first = await this.failing(() => this.one(rows ? FETCH : statement));
    const types = first.fields.map(({ dataTypeID }) => dataTypeID);
    const names = distinct(first.fields.map(({ name }) => name));
    return {
      columns: names.map((name, index) => ({ name, numeric: isNumeric(types[index]!) })),
      rows: () => this.rows(first, types, rows),
    };
  }

  /**
   * A user's SQL may have called anything, and not all of that ends with a transaction: a session
   * lock, a connection to elsewhere. Ending the session inside its transaction keeps a pooler from
   * handing the server connection to another client.
   */
  async close(): Promise<void> {
    if (this.author === 'flexetl') await this.session.rollback().catch(() => undefined);
    await this.session.client.end().catch(() => undefined);
  }

  private async *rows(
    first: pg.QueryArrayResult<Cells>,
    types: readonly number[],
    more: boolean,
  ): AsyncGenerator<QueryCell[], void, undefined> {
    let chunk = first;
    while (true) {
      for (const row of chunk.rows) {
        yield row.map((value, index) => postgresCell(value, types[index]!));
      }
      if (!more || chunk.rows.length < ROWS_AT_ONCE) return;
      chunk = await this.failing(() => this.one(FETCH));
    }
  }

  /** By the extended protocol, which takes one statement and refuses several. */
  private one(text: string): Promise<pg.QueryArrayResult<Cells>> {
    const config = { text, rowMode: 'array' as const, queryMode: 'extended' };
    return this.session.client.query<Cells>(config);
  }

  private async failing<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (thrown) {
      const error = postgresError(this.name, thrown);
      const { code, message } = thrown as pg.DatabaseError;
      // The SQL itself writes; no permission is missing, because the transaction is read-only.
      if (OF_THE_DESTINATION.has(error.code) && code !== READ_ONLY_TRANSACTION) throw error;
      if (SEVERAL_STATEMENTS.test(message)) {
        throw new FlexError('FLEX_QUERY_FAILED', 'The SQL has several statements.', ONE_STATEMENT);
      }
      // The author of the SQL knows which destination it was for.
      const said =
        code === READ_ONLY_TRANSACTION
          ? `${message}.`
          : error.message.slice(`${this.name}: `.length);
      throw new FlexError('FLEX_QUERY_FAILED', said, {
        cause: thrown,
        ...(code === READ_ONLY_TRANSACTION || WRITES.test(message) ? READS_ONLY : {}),
      });
    }
  }
}

const FETCH = `FETCH FORWARD ${ROWS_AT_ONCE} FROM ${CURSOR}`;

/** Two columns may have one name; an object has one member of each. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name}:${times}`;
  });
}
