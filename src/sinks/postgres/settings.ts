/**
 * The settings after the question mark of `postgres://…`, those in the extras of an Airflow
 * connection, and the variables of Postgres' own library. All of them take effect or are refused:
 * one that is passed over could be the schema, the server or the encryption. What they mean to a
 * connection is url.ts.
 */
import { FlexError } from '../../errors.js';
import { checkSettings } from '../destination-settings.js';
import type { SettingRule } from '../destination.js';

const ANY_TEXT: SettingRule = { pattern: /^[^\0]+$/, is: 'some text' };
const SECONDS: SettingRule = { pattern: /^\d{1,6}$/, is: 'a whole number of seconds' };
const MILLISECONDS: SettingRule = {
  pattern: /^\d{1,9}$/,
  is: 'a whole number of milliseconds',
};

/** Of `sslmode`, from none to the strictest; `no-verify` is the word of node-postgres. */
const SSL_MODES = /^(?:disable|prefer|require|verify-ca|verify-full|no-verify)$/;
const SSL_MODE: SettingRule = {
  pattern: SSL_MODES,
  is: 'disable, no-verify, prefer, require, verify-ca or verify-full',
};

/** How Airflow writes the extras of a connection that are not all text. */
const EXTRAS = '__extra__';

/** The first two are flexetl's own. The driver reads the others, but for connect_timeout. */
export const POSTGRES_SETTINGS: Readonly<Record<string, SettingRule>> = {
  schema: { pattern: /^[^\0]*$/, is: 'the name of a schema' },
  stall_timeout: SECONDS,
  connect_timeout: SECONDS,
  sslmode: SSL_MODE,
  sslrootcert: ANY_TEXT,
  sslcert: ANY_TEXT,
  sslkey: ANY_TEXT,
  ssl: { pattern: /^(?:true|1|0|no-verify)$/, is: 'true, 1, 0 or no-verify' },
  sslnegotiation: { pattern: /^(?:postgres|direct)$/, is: 'postgres or direct' },
  uselibpqcompat: { pattern: /^true$/, is: 'true' },
  host: ANY_TEXT,
  port: { pattern: /^\d{1,5}$/, is: 'the number of a port' },
  user: ANY_TEXT,
  // Not more is asked of it: no message may show it.
  password: { pattern: /^/, is: 'any text' },
  application_name: ANY_TEXT,
  client_encoding: { pattern: /^utf-?8$/i, is: 'UTF8' },
  options: ANY_TEXT,
  statement_timeout: MILLISECONDS,
  lock_timeout: MILLISECONDS,
  idle_in_transaction_session_timeout: MILLISECONDS,
  query_timeout: MILLISECONDS,
  [EXTRAS]: { pattern: /^\{/, is: 'a JSON object' },
};

const KNOWN = {
  title: 'postgres:',
  form: 'postgres://USER@HOST/DATABASE?schema=NAME',
  rules: POSTGRES_SETTINGS,
};

/**
 * The settings of a URL, the extras of an Airflow connection among them.
 * @throws FlexError FLEX_CONFIG for a name that means nothing here, or an invalid value
 */
export function postgresSettings(query: string): ReadonlyMap<string, string> {
  const pairs = [...new URLSearchParams(query)];
  return checkSettings(
    pairs.flatMap(([name, value]) => (name === EXTRAS ? extras(value) : [[name, value]])),
    KNOWN,
  );
}

function extras(text: string): [string, string][] {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    // Said below. The text is not shown: it may hold a secret.
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new FlexError('FLEX_CONFIG', `The setting ${EXTRAS} is no JSON object.`, {
      advice: 'Correct the extras of the Airflow connection.',
    });
  }
  return Object.entries(values).map(([name, value]) => [name, textOf(name, value)]);
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new FlexError('FLEX_CONFIG', `The setting ${name} in ${EXTRAS} is not text or a number.`, {
    advice: 'Correct the extras of the Airflow connection.',
  });
}

/** Variables of Postgres' own library that choose a server, and that the driver does not read. */
const UNREAD = ['PGSERVICE', 'PGSERVICEFILE', 'PGHOSTADDR'];

/** Files of certificates, with the settings that name them. */
const CERTIFICATES = [
  ['PGSSLROOTCERT', 'sslrootcert'],
  ['PGSSLCERT', 'sslcert'],
  ['PGSSLKEY', 'sslkey'],
] as const;

/**
 * What the variables of Postgres' own library add to the settings of a URL. The driver reads the
 * others itself: PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, PGPASSFILE, PGOPTIONS.
 * @throws FlexError FLEX_CONFIG for a variable that the connection could not heed
 */
export function settingsFromVariables(
  settings: ReadonlyMap<string, string>,
  env: NodeJS.ProcessEnv,
): ReadonlyMap<string, string> {
  const unread = UNREAD.find((name) => (env[name] ?? '') !== '');
  if (unread !== undefined) {
    throw new FlexError('FLEX_CONFIG', `The variable ${unread} is set, and is not read.`, {
      advice: 'Unset it; name the server by PGHOST, PGPORT, PGDATABASE and PGUSER, or in the URL.',
    });
  }
  const encrypted = ['ssl', 'sslmode'].some((name) => settings.has(name));
  const mode = env['PGSSLMODE'] ?? '';
  if (encrypted || mode === '') return settings;
  if (!SSL_MODES.test(mode)) {
    throw new FlexError('FLEX_CONFIG', `The variable PGSSLMODE is ${SSL_MODE.is}, not ${mode}.`);
  }
  const added = CERTIFICATES.flatMap(([variable, name]) =>
    settings.has(name) || (env[variable] ?? '') === '' ? [] : [[name, env[variable]!] as const],
  );
  return new Map([...settings, ['sslmode', mode], ...added]);
}

/**
 * The driver checks the certificate in each of these modes, and warns on stderr that its next major
 * version will not. Said as `verify-full`, they mean what they mean today, and nobody warns.
 */
const CHECKED: ReadonlySet<string | undefined> = new Set(['prefer', 'require', 'verify-ca']);

/**
 * In the words that the driver takes without a warning.
 * @throws FlexError FLEX_CONFIG for a mode that lacks what it needs
 */
export function settingsForDriver(
  settings: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const mode = settings.get('sslmode');
  if (!settings.has('uselibpqcompat')) {
    return CHECKED.has(mode) ? new Map([...settings, ['sslmode', 'verify-full']]) : settings;
  }
  if (mode === 'verify-ca' && !settings.has('sslrootcert')) {
    throw new FlexError('FLEX_CONFIG', 'The mode verify-ca needs the setting sslrootcert.', {
      advice: 'Name the certificate of the authority (`?sslrootcert=FILE`), or say verify-full.',
    });
  }
  return settings;
}
