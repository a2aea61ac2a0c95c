/** A `postgres://` destination as pg's settings and a name without its secrets. */
import type { ClientConfig } from 'pg';
import { DEFAULT_SCHEMA } from '../../catalog/sql.js';
import { FlexError } from '../../errors.js';
import { postgresSettings, settingsForDriver, settingsFromVariables } from './settings.js';

export interface PostgresPlace {
  readonly config: ClientConfig;
  readonly schema: string;
  /** `db.example.com:5432`, and the name of the database. */
  readonly host: string;
  readonly database: string;
  /** `postgres://host:port/database, schema flex`: holds no user's secret. */
  readonly name: string;
  /** How long the server may be silent before a check whether it is still working; 0: forever. */
  readonly stallMilliseconds: number;
}

/** How long a connection may take before the server counts as unavailable. */
const CONNECT_SECONDS = 30;
/** The longest that a timer takes. */
const FOREVER = 2 ** 31 - 1;
const STALL_SECONDS = 60;

/** @throws FlexError FLEX_CONFIG where the URL cannot be read */
export function parsePostgresUrl(text: string): PostgresPlace {
  // pg reads the URL itself; only our own settings are taken out of it.
  const { base, given } = splitUrl(text);
  const settings = new Map(settingsFromVariables(given, process.env));
  const schema = taken(settings, 'schema') ?? DEFAULT_SCHEMA;
  const stallMilliseconds = 1000 * Number(taken(settings, 'stall_timeout') ?? STALL_SECONDS);
  const connectMilliseconds = 1000 * Number(taken(settings, 'connect_timeout') ?? CONNECT_SECONDS);
  if (schema === '' || Buffer.byteLength(schema) > 63) {
    throw new FlexError('FLEX_CONFIG', 'The schema of a Postgres destination has 1 to 63 bytes.');
  }
  const rest = new URLSearchParams([...settingsForDriver(settings)]).toString();
  const connectionString = rest === '' ? base : `${base}?${rest}`;
  return {
    config: {
      connectionString,
      application_name: 'flexetl',
      // 0 is no limit.
      connectionTimeoutMillis: Math.min(
        connectMilliseconds || FOREVER,
        stallMilliseconds || FOREVER,
      ),
      keepAlive: true,
    },
    schema,
    ...placeOf(base, settings),
    name: describe(base, settings, schema),
    stallMilliseconds,
  };
}

/** The part before the question mark, and the settings after it. @throws FlexError FLEX_CONFIG */
export function splitUrl(text: string): {
  readonly base: string;
  readonly given: ReadonlyMap<string, string>;
} {
  const question = text.indexOf('?');
  return {
    base: question < 0 ? text : text.slice(0, question),
    given: postgresSettings(question < 0 ? '' : text.slice(question + 1)),
  };
}

/** Takes one of our own settings out. */
function taken(settings: Map<string, string>, name: string): string | undefined {
  const value = settings.get(name);
  settings.delete(name);
  return value;
}

/** Where the database is, for those who name it by that: the port is always said. */
function placeOf(
  base: string,
  settings: ReadonlyMap<string, string>,
): { host: string; database: string } {
  const { host, database, user } = partsOf(base, settings);
  const port = settings.get('port') ?? process.env['PGPORT'] ?? '5432';
  return {
    host: /:\d+$/.test(host) ? host : `${host}:${port}`,
    // As libpq: without a name, the database is called as the user.
    database: database || user,
  };
}

/** `[::1]:5432`, `db.example.com` */
const ADDRESS = /^(\[[^\]]*\]|[^:]*):?(\d*)$/;

/**
 * What a URL says of the server, by the names of dbt's profiles. What is absent is left to dbt; the
 * password always is.
 */
export function dbtSettings(text: string): Record<string, string | undefined> {
  const { base, given: settings } = splitUrl(text);
  const [, authority = '', database = ''] = /^[a-z]+:\/\/([^/]*)\/?(.*)$/.exec(base) ?? [];
  const at = authority.lastIndexOf('@');
  const [user = ''] = authority.slice(0, Math.max(0, at)).split(':');
  const [, host = '', port = ''] = ADDRESS.exec(authority.slice(at + 1)) ?? [];
  const given = (name: string, value: string): string | undefined =>
    decoded(value) || settings.get(name);
  return {
    host: given('host', host.replace(/^\[(.*)\]$/, '$1')),
    port: given('port', port),
    user: given('user', user),
    dbname: decoded(database) || undefined,
    sslmode: settings.get('sslmode'),
  };
}

/** Never throws: a wrong escape stays as it is. */
function decoded(text: string): string {
  return new URLSearchParams(`text=${text.replaceAll('+', '%2B').replaceAll('&', '%26')}`).get(
    'text',
  )!;
}

/** What can be shown of the URL: never user, password or settings. */
function describe(base: string, settings: ReadonlyMap<string, string>, schema: string): string {
  const { host, database } = partsOf(base, settings);
  return `postgres://${host}/${database}, schema ${schema}`;
}

function partsOf(
  base: string,
  settings: ReadonlyMap<string, string>,
): { readonly host: string; readonly database: string; readonly user: string } {
  const [, authority = '', database = ''] = /^[a-z]+:\/\/([^/]*)\/?(.*)$/.exec(base) ?? [];
  const at = authority.lastIndexOf('@');
  const host =
    authority.slice(at + 1) || (settings.get('host') ?? process.env['PGHOST'] ?? 'localhost');
  const user = at < 0 ? '' : authority.slice(0, at).split(':', 1)[0]!;
  return {
    host,
    database: database || (process.env['PGDATABASE'] ?? ''),
    user: user || (process.env['PGUSER'] ?? ''),
  };
}
