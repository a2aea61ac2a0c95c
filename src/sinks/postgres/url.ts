/** A `postgres://` destination as pg's settings and a name without its secrets. */
import type { ClientConfig } from 'pg';
import { DEFAULT_SCHEMA } from '../../catalog/sql.js';
import { FlexError } from '../../errors.js';

export interface PostgresPlace {
  readonly config: ClientConfig;
  readonly schema: string;
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
  const { base, settings } = partsOf(text);
  const schema = settings.get('schema') ?? DEFAULT_SCHEMA;
  settings.delete('schema');
  const stallMilliseconds = stallOf(settings.get('stall_timeout') ?? String(STALL_SECONDS));
  settings.delete('stall_timeout');
  if (schema === '' || Buffer.byteLength(schema) > 63) {
    throw new FlexError('FLEX_CONFIG', 'The schema of a Postgres destination has 1 to 63 bytes.');
  }
  const rest = settings.toString();
  const connectionString = rest === '' ? base : `${base}?${rest}`;
  return {
    config: {
      connectionString,
      application_name: 'flexetl',
      connectionTimeoutMillis: Math.min(CONNECT_MILLISECONDS, stallMilliseconds || Infinity),
      keepAlive: true,
    },
    schema,
    name: describe(base, settings, schema),
    stallMilliseconds,
  };
}

/** What a URL says of the server, by the names of dbt's profiles, without the password. */
export function dbtSettings(text: string): Record<string, string | undefined> {
  const { base, settings } = partsOf(text);
  const [, authority = '', database = ''] = /^[a-z]+:\/\/([^/]*)\/?(.*)$/.exec(base) ?? [];
  const [user = ''] = authority.slice(0, Math.max(0, authority.lastIndexOf('@'))).split(':');
  const address = authority.slice(authority.lastIndexOf('@') + 1);
  const [, host = '', port = ''] = /^(\[[^\]]*\]|[^:]*):?(\d*)$/.exec(address) ?? [];
  const given = (name: string, value: string): string | undefined =>
    decoded(value) || (settings.get(name) ?? undefined);
  return {
    host: given('host', host.replace(/^\[(.*)\]$/, '$1')),
    port: given('port', port),
    user: given('user', user),
    dbname: given('dbname', database),
    sslmode: given('sslmode', ''),
  };
}

/** Never throws: a wrong escape stays as it is. */
function decoded(text: string): string {
  return new URLSearchParams(`text=${text.replaceAll('+', '%2B').replaceAll('&', '%26')}`).get(
    'text',
  )!;
}

function partsOf(text: string): { base: string; settings: URLSearchParams } {
  const question = text.indexOf('?');
  return {
    base: question < 0 ? text : text.slice(0, question),
    settings: new URLSearchParams(question < 0 ? '' : text.slice(question + 1)),
  };
}

function stallOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  throw new FlexError(
    'FLEX_CONFIG',
    'The setting stall_timeout of a Postgres destination is a whole number of seconds; 0 means no limit.',
  );
}

/** What can be shown of the URL: never user, password or settings. */
function describe(base: string, settings: URLSearchParams, schema: string): string {
  const [, authority = '', database = ''] = /^[a-z]+:\/\/([^/]*)\/?(.*)$/.exec(base) ?? [];
  const host =
    authority.slice(authority.lastIndexOf('@') + 1) ||
    (settings.get('host') ?? process.env['PGHOST'] ?? 'localhost');
  const name = database || (process.env['PGDATABASE'] ?? '');
  return `postgres://${host}/${name}, schema ${schema}`;
}
