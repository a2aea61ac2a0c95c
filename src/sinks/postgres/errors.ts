/** What an error of Postgres or of its socket means in the words of the error table. */
import { FlexError, type ErrorCode } from '../../errors.js';

/** By SQLSTATE; the longest prefix that is listed decides. */
const CODES_BY_STATE: Readonly<Record<string, ErrorCode>> = {
  '08': 'FLEX_DEST_UNAVAILABLE',
  '25006': 'FLEX_DEST_REFUSED',
  '25P03': 'FLEX_DEST_UNAVAILABLE',
  '25P04': 'FLEX_DEST_BUSY',
  '28': 'FLEX_DEST_REFUSED',
  '3D': 'FLEX_CONFIG',
  '3F': 'FLEX_CONFIG',
  '40': 'FLEX_DEST_CONFLICT',
  '42501': 'FLEX_DEST_REFUSED',
  '42939': 'FLEX_CONFIG', // a name that Postgres keeps for itself
  '42': 'FLEX_DEST_ALTERED',
  // A value that no such column takes, such as a character that the encoding lacks.
  '22': 'FLEX_VALUES_REFUSED',
  '22023': 'FLEX_CONFIG', // the value of a setting
  '23': 'FLEX_DEST_ALTERED',
  // Two processes that make the same table at once collide in the system catalogue.
  '23505': 'FLEX_DEST_CONFLICT',
  '42P06': 'FLEX_DEST_CONFLICT',
  '42P07': 'FLEX_DEST_CONFLICT',
  '42710': 'FLEX_DEST_CONFLICT',
  P0: 'FLEX_DEST_ALTERED', // what a trigger raises
  XX000: 'FLEX_DEST_CONFLICT',
  '53': 'FLEX_DEST_UNAVAILABLE',
  '53100': 'FLEX_DEST_FULL',
  '54': 'FLEX_VALUES_REFUSED', // a row, an index entry or a nesting beyond a limit of the server
  '55P03': 'FLEX_DEST_BUSY',
  '57014': 'FLEX_DEST_BUSY',
  '57P': 'FLEX_DEST_UNAVAILABLE',
};

const SOCKET_CODE = /^(E[A-Z]+|ERR_SSL.*)$/;
/** What pg says where it was given no password. */
const NO_PASSWORD = /client password must be a (non-empty )?string/;

/** The fields of pg's DatabaseError that help to understand it. */
interface PostgresFault {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly where?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
}

/** @param name of the destination, without password */
export function postgresError(name: string, thrown: unknown): FlexError {
  if (thrown instanceof FlexError) return thrown;
  const fault = faultOf(thrown);
  const parts = [fault.message, fault.detail, fault.hint, fault.where].filter(
    (part) => part !== undefined && part !== '',
  );
  const advice = postgresAdvice(fault);
  return new FlexError(codeOf(fault), `${name}: ${parts.map(sentence).join(' ')}`, {
    cause: thrown,
    ...(advice === undefined ? {} : { advice }),
  });
}

function faultOf(thrown: unknown): PostgresFault {
  // Node gives the addresses it tried as one AggregateError without a message.
  if (thrown instanceof AggregateError && thrown.errors.length > 0) {
    return faultOf(thrown.errors[0]);
  }
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  if (!NO_PASSWORD.test(thrown.message)) return thrown;
  return { message: 'The server asks for a password, and none was given' };
}

function codeOf(fault: PostgresFault): ErrorCode {
  const { code, message } = fault;
  if (code === '23505' && isOfRows(fault)) return 'FLEX_DEST_ALTERED';
  if (POOLER_REFUSES.some(([pattern]) => pattern.test(message))) return 'FLEX_CONFIG';
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]{4}$/.test(code)) {
    for (let length = 5; length >= 2; length--) {
      const found = CODES_BY_STATE[code.slice(0, length)];
      if (found !== undefined) return found;
    }
    return 'FLEX_DEST_FAILED';
  }
  if (NO_SSL.test(message) || (code !== undefined && UNTRUSTED.test(code))) return 'FLEX_CONFIG';
  if (code !== undefined && SOCKET_CODE.test(code)) return 'FLEX_DEST_UNAVAILABLE';
  if (/terminated|timeout|not queryable|connection/i.test(message)) return 'FLEX_DEST_UNAVAILABLE';
  if (/password|SASL|SCRAM/i.test(message)) return 'FLEX_DEST_REFUSED';
  return 'FLEX_DEST_FAILED';
}

/**
 * Whether it is a table of rows: our inserts there tolerate collisions of our own key, so it is
 * another constraint that rejects the rows, and it will do so again.
 */
function isOfRows({ schema, table = 'flexetl_' }: PostgresFault): boolean {
  return schema !== 'pg_catalog' && !table.startsWith('flexetl_');
}

function sentence(text: string | undefined): string {
  const trimmed = (text ?? '').trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** What to do about an error of Postgres, where it is known better than by its code. */

interface Refused {
  readonly code?: string;
  readonly message: string;
}

type Advice = (message: string) => string | undefined;

/** By SQLSTATE. */
const ADVICE_BY_STATE: Readonly<Record<string, Advice>> = {
  '22P05': () => "Load into a database that was created with ENCODING 'UTF8'.",
  '25P03': () => raise('idle_in_transaction_session_timeout'),
  '25P04': () => raise('transaction_timeout'),
  '25006': () =>
    'Connect to the primary, not a standby, with a role whose default_transaction_read_only is off.',
  '28000': credentials,
  '28P01': credentials,
  '3D000': () => 'Create it (CREATE DATABASE), or correct the name in the URL or in PGDATABASE.',
  '42501': missingRight,
  '53300': () => 'Close some connections or raise max_connections, then run again.',
  '55P03': () =>
    'Wait until the other process has ended, or raise lock_timeout for the role that loads, then run again.',
  '57014': (message) =>
    message.includes('statement timeout')
      ? raise('statement_timeout')
      : 'The statement was cancelled: run again.',
  '57P05': () => raise('idle_session_timeout'),
};

function raise(setting: string): string {
  return `Raise ${setting} for the role that loads (ALTER ROLE … SET ${setting}), then run again.`;
}

/** @returns undefined where the advice of the error's code is as good */
export function postgresAdvice({ code, message }: Refused): string | undefined {
  if (code !== undefined && UNTRUSTED.test(code)) {
    return 'Give the certificate of its authority (`?sslrootcert=FILE`); `?sslmode=no-verify` encrypts without verifying the server.';
  }
  const pooler = POOLER_REFUSES.find(([pattern]) => pattern.test(message));
  if (pooler !== undefined) return pooler[1];
  if (code !== undefined) return ADVICE_BY_STATE[code]?.(message);
  // pg itself says so, before the server is asked.
  if (NO_SSL.test(message))
    return 'Enable SSL on the server, or connect without it: `?sslmode=disable`.';
  return /password|SASL|SCRAM/i.test(message) ? credentials() : undefined;
}

/** Messages of pgbouncer that no retry helps against; it has one SQLSTATE for all. */
export const POOLER_REFUSES: readonly (readonly [RegExp, string])[] = [
  [
    /not allowed in statement pooling mode/,
    'Use a pool whose pool_mode is transaction or session, or connect to the server itself.',
  ],
  [
    /unsupported startup parameter/,
    'Leave it out of the URL and of PGOPTIONS, or list it in ignore_startup_parameters of the pooler.',
  ],
];

/** pg's message for a server without SSL. */
export const NO_SSL = /does not support SSL/;

/** Node's codes for a server whose certificate it does not trust. */
export const UNTRUSTED = /^(CERT_|DEPTH_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_|ERR_TLS_CERT_)/;

function credentials(): string {
  return 'Check the user and the password in the URL, in PGUSER and PGPASSWORD, or in the password file.';
}

const RIGHTS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [
    /^permission denied to create temporary tables in database "(.*)"/,
    (name) => `GRANT TEMPORARY ON DATABASE ${name}`,
  ],
  [/^permission denied for database (.*)/, (name) => `GRANT CREATE ON DATABASE ${name}`],
  [/^permission denied for schema (.*)/, (name) => `GRANT USAGE, CREATE ON SCHEMA ${name}`],
  [
    /^permission denied for (?:table|view|relation) /,
    () => 'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA …',
  ],
];

function missingRight(message: string): string | undefined {
  if (message.startsWith('must be owner of')) {
    return 'Only the owner of a table can widen it: load once as that role, or make the role that loads a member of it.';
  }
  for (const [pattern, grant] of RIGHTS) {
    const found = pattern.exec(message);
    if (found !== null) return `Grant the right: ${grant(found[1] ?? '')} TO the role that loads.`;
  }
  return undefined;
}
