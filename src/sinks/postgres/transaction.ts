/**
 * The beginning of each transaction on Postgres: the settings that our SQL relies on, whatever the
 * role, the database or a pooled connection has, and the marks that identify the transaction on the
 * server. Nothing is set for longer than the transaction, because behind a pooler the next one on
 * the same connection is another client's.
 */
import pg from 'pg';
import type { Purpose } from '../sql/engine.js';

/** A transaction, as pg_stat_activity tells it from all that the same server process had or will have. */
export interface Marks {
  readonly pid: string;
  readonly backendStart: string;
  readonly transactionStart: string;
}

/** A name, and a value as an expression of SQL. */
export type Setting = readonly [name: string, value: string];

/** The modes of BEGIN. A reading transaction must not write, because it is rolled back. */
export const MODES: Readonly<Record<Purpose | 'to read', string>> = {
  'to load': 'ISOLATION LEVEL READ COMMITTED',
  // Temporary tables are made, so the transaction cannot be one that only reads.
  'to compare': 'ISOLATION LEVEL REPEATABLE READ READ WRITE',
  'to read': 'ISOLATION LEVEL READ COMMITTED READ ONLY',
};

/**
 * Our temporary tables and the functions of Postgres go before whatever a role's search_path may
 * find under their names; that stays behind them, for the triggers of others.
 */
export const OF_A_SINK: readonly Setting[] = [
  ['TimeZone', `'UTC'`],
  [
    'search_path',
    `concat_ws(', ', 'pg_temp, pg_catalog', nullif(current_setting('search_path'), ''))`,
  ],
];

/** How values are written and SQL is read. */
export const SAME_WORDS: readonly Setting[] = [
  ['DateStyle', `'ISO, YMD'`],
  ['IntervalStyle', `'postgres'`],
  ['bytea_output', `'hex'`],
  ['extra_float_digits', `'3'`],
  ['standard_conforming_strings', `'on'`],
  ['quote_all_identifiers', `'off'`],
];

/**
 * Our temporary tables are analyzed so that the planner knows how many rows they have; a sample of
 * a tenth tells that, and takes a fifth of the time where rows are wide.
 */
const PLANS: readonly Setting[] = [['default_statistics_target', `'10'`]];

/**
 * How the server notices that flexetl is gone: without them a killed process holds its locks until
 * its statement ends, and one behind a dead network for hours. Each is set if the server has it,
 * unless a stricter value is set already.
 */
const NOTICES: readonly Setting[] = [
  ['client_connection_check_interval', `'2s'`],
  ['idle_in_transaction_session_timeout', `'10min'`],
  ['tcp_keepalives_idle', `'60'`],
  ['tcp_keepalives_interval', `'10'`],
  ['tcp_keepalives_count', `'6'`],
];
const STRICT_ALREADY: readonly string[] = ['idle_in_transaction_session_timeout'];

const MARKS = `SELECT pid, backend_start AS "backendStart", xact_start AS "transactionStart"
  FROM pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid())`;

/** What a server was found to have. */
export interface Abilities {
  /** Settings that it takes. */
  readonly settings: readonly Setting[];
  /** Whether it tells the marks of a transaction. */
  readonly tells: boolean;
  /** Whether tables may be spread over servers: it has Citus loaded. */
  readonly spreads: boolean;
}

/** A setting that only a server with Citus has. */
const CITUS = 'citus.version';

/**
 * Begins a transaction.
 * @param also queries of the same message, without parameters
 * @param mode as BEGIN takes it: `ISOLATION LEVEL READ COMMITTED READ ONLY`
 * @param own settings beside those of the abilities
 * @returns the marks, undefined where the server does not tell them, and the rows of each query
 */
export async function beginTransaction(
  client: pg.Client,
  mode: string,
  own: readonly Setting[],
  { settings, tells }: Abilities,
  also: readonly string[],
): Promise<{ readonly marks: Marks | undefined; readonly rows: readonly Row[][] }> {
  const begin = [`BEGIN ${mode}`, setLocally([...own, ...settings]), ...(tells ? [MARKS] : [])];
  // One message and one answer; the driver gives a result for each statement.
  const answer = await client.query([...begin, ...also].join('; '));
  const results = (answer as unknown as pg.QueryResult<Row>[]).map(({ rows }) => rows);
  const marks = tells ? (results[begin.length - 1]![0] as unknown as Marks) : undefined;
  return {
    // What may not be seen is NULL.
    marks: marks?.transactionStart == null ? undefined : marks,
    rows: results.slice(begin.length),
  };
}

/** By the names of the columns; each value as text or null. */
type Row = Record<string, string | null>;

/** Asks a server what it has of the settings and marks. Not every engine that speaks Postgres has all. */
export async function abilitiesOf(client: pg.Client): Promise<Abilities> {
  const wanted = [...SAME_WORDS, ...PLANS, ...NOTICES];
  const names = [...wanted.map(([name]) => name), CITUS]
    .map((name) => `'${name.toLowerCase()}'`)
    .join(', ');
  const [known] = await attempt<{ name: string; setting: string }>(client, [
    `SELECT lower(name) AS name, setting FROM pg_catalog.pg_settings WHERE lower(name) IN (${names})`,
  ]);
  const has = new Map(known?.map(({ name, setting }) => [name, setting]));
  const settings = wanted.filter(([name]) => {
    const setting = has.get(name.toLowerCase());
    return setting !== undefined && !(STRICT_ALREADY.includes(name) && setting !== '0');
  });
  const spreads = has.has(CITUS);
  const [set, marks] = await attempt(client, [setLocally(settings), MARKS]);
  if (set !== undefined) return { settings, tells: marks !== undefined, spreads };
  // One of them is refused: a system may have no such keepalives.
  const taken: Setting[] = [];
  for (const setting of settings) {
    const [done] = await attempt(client, [setLocally([setting])]);
    if (done !== undefined) taken.push(setting);
  }
  return { settings: taken, tells: (await attempt(client, [MARKS]))[0] !== undefined, spreads };
}

function setLocally(settings: readonly Setting[]): string {
  const set = settings.map(([name, value]) => `pg_catalog.set_config('${name}', ${value}, true)`);
  return `SELECT ${set.join(', ')}`;
}

/**
 * Runs statements in a transaction that is rolled back, up to the first that the server refuses.
 * @returns the rows of each that it took
 * @throws what is no answer of the server
 */
async function attempt<Row extends pg.QueryResultRow>(
  client: pg.Client,
  statements: readonly string[],
): Promise<Row[][]> {
  const taken: Row[][] = [];
  await client.query('BEGIN READ ONLY');
  try {
    for (const sql of statements) taken.push((await client.query<Row>(sql)).rows);
  } catch (thrown) {
    const refused = thrown instanceof pg.DatabaseError && !/^(08|57)/.test(thrown.code ?? '');
    if (!refused) throw thrown;
  }
  await client.query('ROLLBACK');
  return taken;
}
