/** What to do about an error of Postgres, where it is known better than by its code. */

interface Refused {
  readonly code?: string;
  readonly message: string;
}

type Advice = (message: string) => string | undefined;

/** By SQLSTATE. */
const BY_STATE: Readonly<Record<string, Advice>> = {
  '22P05': () => "Load into a database that was made with ENCODING 'UTF8'.",
  '25P03': () => raise('idle_in_transaction_session_timeout'),
  '25P04': () => raise('transaction_timeout'),
  '25006': () =>
    'Name the primary and not a standby, and a role whose default_transaction_read_only is off.',
  '28000': credentials,
  '28P01': credentials,
  '3D000': () => 'Make it (CREATE DATABASE), or correct the name in the URL or in PGDATABASE.',
  '42501': missingRight,
  '53300': () => 'End some connections, or allow more of them, then run again.',
  '55P03': () =>
    'Wait until the other process has ended, or raise lock_timeout for the role that loads, then run again.',
  '57014': (message) =>
    message.includes('statement timeout')
      ? raise('statement_timeout')
      : 'Somebody has cancelled it: run again.',
  '57P05': () => raise('idle_session_timeout'),
};

function raise(setting: string): string {
  return `Raise ${setting} for the role that loads (ALTER ROLE … SET ${setting}), then run again.`;
}

/** @returns undefined where the advice of the error's code is as good */
export function postgresAdvice({ code, message }: Refused): string | undefined {
  if (code !== undefined && UNTRUSTED.test(code)) {
    return 'Name the certificate of its authority (`?sslrootcert=FILE`); `?sslmode=no-verify` encrypts without asking who it is.';
  }
  const pooler = POOLER_REFUSES.find(([pattern]) => pattern.test(message));
  if (pooler !== undefined) return pooler[1];
  if (code !== undefined) return BY_STATE[code]?.(message);
  // pg itself says so, before the server is asked.
  if (NO_SSL.test(message)) return 'Turn it on there, or ask for none: `?sslmode=disable`.';
  return /password|SASL|SCRAM/i.test(message) ? credentials() : undefined;
}

/** What pgbouncer says of what no retry makes it take; it has one SQLSTATE for all. */
export const POOLER_REFUSES: readonly (readonly [RegExp, string])[] = [
  [
    /not allowed in statement pooling mode/,
    'Name a pool whose pool_mode is transaction or session, or the server itself.',
  ],
  [
    /unsupported startup parameter/,
    'Leave it out of the URL and of PGOPTIONS, or list it in ignore_startup_parameters of the pooler.',
  ],
];

/** What pg says of a server that only speaks in the clear. */
export const NO_SSL = /does not support SSL/;
/** What Node says of a server that it does not trust to be the one that was named. */
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
