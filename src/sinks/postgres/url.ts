/** A `postgres://` destination as pg's settings and a name without its secrets. */
import type { ClientConfig } from 'pg';
import { DEFAULT_SCHEMA } from '../../catalog/sql.js';
import { FlexError } from '../../errors.js';

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
const CONNECT_MILLISECONDS = 30_000;
const STALL_SECONDS = 60;

/** @throws FlexError FLEX_CONFIG where the URL cannot be read */
export function parsePostgresUrl(text: string): PostgresPlace {
  // pg reads the URL itself; only our own settings are taken out of it.
  const question = text.indexOf('?');
  const settings = new URLSearchParams(question < 0 ? '' : text.slice(question + 1));
  const schema = settings.get('schema') ?? DEFAULT_SCHEMA;
  settings.delete('schema');
  const stallMilliseconds = stallOf(settings.get('stall_timeout') ?? String(STALL_SECONDS));
  settings.delete('stall_timeout');
  if (schema === '' || Buffer.byteLength(schema) > 63) {
    throw new FlexError('FLEX_CONFIG', 'The schema of a Postgres destination has 1 to 63 bytes.');
  }
  const rest = settings.toString();
  const base = question < 0 ? text : text.slice(0, question);
  const connectionString = rest === '' ? base : `${base}?${rest}`;
  return {
    config: {
      connectionString,
      application_name: 'flexetl',
      connectionTimeoutMillis: Math.min(CONNECT_MILLISECONDS, stallMilliseconds || Infinity),
      keepAlive: true,
    },
    schema,
    ...placeOf(base, settings),
    name: describe(base, settings, schema),
    stallMilliseconds,
  };
}

function stallOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  throw new FlexError(
    'FLEX_CONFIG',
    'The setting stall_timeout of a Postgres destination is a whole number of seconds; 0 means no limit.',
  );
}

/** Where the database is, for those who name it by that: the port is always said. */
function placeOf(base: string, settings: URLSearchParams): { host: string; database: string } {
  const { host, database, user } = partsOf(base, settings);
  const port = settings.get('port') ?? process.env['PGPORT'] ?? '5432';
  return {
    host: /:\d+$/.test(host) ? host : `${host}:${port}`,
    // As libpq: without a name, the database is called as the user.
    database: database || user,
  };
}

/** What can be shown of the URL: never user, password or settings. */
function describe(base: string, settings: URLSearchParams, schema: string): string {
  const { host, database } = partsOf(base, settings);
  return `postgres://${host}/${database}, schema ${schema}`;
}

function partsOf(
  base: string,
  settings: URLSearchParams,
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
