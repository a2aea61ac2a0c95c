/**
 * What can be asked of any Postgres through its URL: databases, roles, connections. Knows
 * nothing of how the server was started.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A connection that somebody left open. */
export interface OpenConnection {
  readonly pid: number;
  readonly application: string;
  readonly state: string | null;
  readonly query: string;
}

const FOR_SQLSTATE = { objectInUse: '55006', unknownDatabase: '3D000' };

/** `prefix_` and twelve random hex digits: a name that no other test has. */
export const freshName = (prefix: string): string => `${prefix}_${randomBytes(6).toString('hex')}`;

/** One connection for the time of `use`. */
export async function connected<T>(
  url: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'flexetl tests' });
  // A server that dies while `use` waits rejects the query too; unheard, it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** A URL with parts of it replaced. */
export function urlWith(
  url: string,
  parts: { database?: string; user?: string; password?: string },
): string {
  const changed = new URL(url);
  if (parts.database !== undefined) changed.pathname = `/${encodeURIComponent(parts.database)}`;
  if (parts.user !== undefined) changed.username = encodeURIComponent(parts.user);
  if (parts.password !== undefined) changed.password = encodeURIComponent(parts.password);
  return changed.href;
}

export class Server {
  private readonly own: string;

  /** @param url of a user who may create databases and roles, and a database to connect to */
  constructor(url: string) {
    this.own = url;
  }

  /** The URL of a database; of the one to connect to first where none is named. */
  url(database?: string): string {
    return database === undefined ? this.own : urlWith(this.own, { database });
  }

  /** Runs SQL, several statements where there are no values, and gives the last one's rows. */
  async exec(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]> {
    return connected(this.own, async (client) => {
      const result = await client.query<Record<string, unknown>>(sql, values && [...values]);
      return Array.isArray(result)
        ? ((result.at(-1) as typeof result | undefined)?.rows ?? [])
        : result.rows;
    });
  }

  /** Makes an empty database. @returns its name */
  async createDatabase(): Promise<string> {
    const name = freshName('flexetl');
    await this.exec(`CREATE DATABASE ${name} TEMPLATE template0`);
    return name;
  }

  /**
   * Drops a database. One that connections hold is dropped too, and then the call fails: a test
   * left them open. The server itself waits some seconds for those that are about to end.
   */
  async dropDatabase(name: string): Promise<void> {
    const database = pg.escapeIdentifier(name);
    try {
      await this.exec(`DROP DATABASE ${database}`);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === FOR_SQLSTATE.unknownDatabase) return;
      if (code !== FOR_SQLSTATE.objectInUse) throw error;
      const left = await this.connections(name);
      await this.exec(`DROP DATABASE ${database} WITH (FORCE)`);
      const list = left.map((one) => `${one.application} (${one.state ?? '?'}): ${one.query}`);
      throw new Error(`${left.length} connection(s) left open: ${list.join('; ')}`, {
        cause: error,
      });
    }
  }

  /** Makes a role that may log in, and nothing else. Its rights are for the caller to grant. */
  async createRole(name: string, password: string): Promise<void> {
    const role = pg.escapeIdentifier(name);
    await this.exec(`CREATE ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  }

  /** The clients' connections to a database. */
  async connections(database: string): Promise<OpenConnection[]> {
    const rows = await this.exec(
      `SELECT pid, application_name AS application, state, query FROM pg_stat_activity
       WHERE datname = $1 AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      [database],
    );
    return rows as unknown as OpenConnection[];
  }

  /**
   * Ends connections, as an administrator would: all clients of a database, or the one whose
   * pid is given. Resolves when they have ended.
   * @returns how many there were
   */
  async terminate(target: string | number): Promise<number> {
    const rows = await this.exec(
      `SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity
       WHERE ${typeof target === 'number' ? 'pid' : 'datname'} = $1
         AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      [target],
    );
    return rows.length;
  }
}
