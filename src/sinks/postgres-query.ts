/**
 * Reading SQL on a Postgres database: one statement in a transaction that can
 * only read and is always rolled back. Rows come through a cursor, some at a
 * time, so that memory does not grow with them.
 */
import type pg from 'pg';
import { quoteIdentifier as quote } from '../catalog/ddl.js';
import { FlexError, type ErrorCode } from '../errors.js';
import { postgresError } from './postgres-error.js';
import { clientOf } from './postgres-session.js';
import { isNumeric, postgresCell } from './postgres-text.js';
import { parsePostgresUrl } from './postgres-url.js';
import {
  ONE_STATEMENT,
  READS_ONLY,
  refuseNothing,
  withoutPreamble,
  type QueryableDestination,
  type QueryCell,
  type QueryResult,
} from './query.js';

/** Rows that are asked for at a time. */
const ROWS_AT_ONCE = 1000;
const CURSOR = 'flexetl_rows';

/** Every value as the server's text: numbers stay exact, times keep their words. */
const AS_TEXT = { getTypeParser: () => (text: string | Buffer) => text };

/** What a cursor takes. Anything else could end the transaction, or write to the server's files. */
const ROWS = /^(?:select|with|values|table)\b|^\(/i;
/** What tells something and takes no cursor; its result is small. */
const TELLS = /^(?:explain|show)\b/i;

/** What Postgres says of a write in a transaction that only reads. */
const READ_ONLY_TRANSACTION = '25006';
/** `WITH gone AS (DELETE …) SELECT …`; a cursor does not take it. */
const WRITES = /data-modifying/;
const SEVERAL_STATEMENTS = /multiple commands/;

/** Not the SQL is at fault, but the destination. */
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
  const { config, schema, name } = parsePostgresUrl(url);
  const client = clientOf({ ...config, types: AS_TEXT });
  // Without a listener a lost connection would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(
      `SET TimeZone = '${timezone.replaceAll("'", "''")}'; SET DateStyle = 'ISO, YMD';
       SET search_path = ${quote(schema)}; SET default_transaction_read_only = on`,
    );
  } catch (thrown) {
    await client.end().catch(() => undefined);
    throw postgresError(name, thrown);
  }
  return new PostgresQuery(client, name, schema);
}

type Cells = (string | null)[];

class PostgresQuery implements QueryableDestination {
  constructor(
    private readonly client: pg.Client,
    readonly name: string,
    readonly schema: string,
  ) {}

  async query(sql: string): Promise<QueryResult> {
    refuseNothing(sql);
    const statement = withoutPreamble(sql);
    const rows = ROWS.test(statement);
    if (!rows && !TELLS.test(statement)) {
      const [word = ''] = /^\w+/.exec(statement) ?? [];
      const message = `A statement that begins with ${JSON.stringify(word)} does not read rows.`;
      throw new FlexError('FLEX_QUERY_FAILED', message, READS_ONLY);
    }
    await this.failing(async () => {
      await this.client.query('ROLLBACK');
      await this.client.query('BEGIN READ ONLY');
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

  async close(): Promise<void> {
    // What the statement would have changed, had it been let, goes with the connection.
    await this.client.end().catch(() => undefined);
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
    return this.client.query<Cells>(config);
  }

  private async failing<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (thrown) {
      const error = postgresError(this.name, thrown);
      const { code, message } = thrown as pg.DatabaseError;
      // It is the SQL that writes, and not a right that is missing: the transaction is ours.
      if (OF_THE_DESTINATION.has(error.code) && code !== READ_ONLY_TRANSACTION) throw error;
      if (SEVERAL_STATEMENTS.test(message)) {
        throw new FlexError('FLEX_QUERY_FAILED', 'There are several statements.', ONE_STATEMENT);
      }
      // Which destination refused the SQL is known to whoever wrote it.
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
