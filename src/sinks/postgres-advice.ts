/** What to do about an error of Postgres, where it is known better than by its code. */

interface Refused {
  readonly code?: string;
  readonly message: string;
}

type Advice = (message: string) => string | undefined;

/** By SQLSTATE. */
const BY_STATE: Readonly<Record<string, Advice>> = {
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
      ? 'Raise statement_timeout for the role that loads (ALTER ROLE … SET statement_timeout), then run again.'
      : 'Somebody has cancelled it: run again.',
};

/** @returns undefined where the advice of the error's code is as good */
export function postgresAdvice({ code, message }: Refused): string | undefined {
  if (code !== undefined) return BY_STATE[code]?.(message);
  // pg itself says so, before the server is asked.
  return /password|SASL|SCRAM/i.test(message) ? credentials() : undefined;
}

function credentials(): string {
  return 'Check user and password: in the URL, in PGUSER and PGPASSWORD, or in the password file.';
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
