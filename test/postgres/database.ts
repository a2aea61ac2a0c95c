/**
 * An empty database for a test, on the server of the run, gone when the test is. A test that
 * leaves a connection to it open fails.
 */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import type { ProvidedServer } from './global-setup.js';
import { connected, freshName, Server, urlWith } from './server.js';

export type Row = Record<string, unknown>;

/** A role made for a test, and the database as it sees it. */
export interface TestRole {
  readonly name: string;
  readonly password: string;
  readonly url: string;
}

/** The server of the run. @throws Error saying why there is none */
export function providedServer(): ProvidedServer {
  const provided = inject('postgres');
  if ('failure' in provided) throw new Error(provided.failure);
  return provided;
}

export class FreshDatabase {
  readonly name: string;
  /** Of a superuser. */
  readonly url: string;
  private readonly server: Server;
  private readonly roles: string[] = [];

  constructor(server: Server, name: string) {
    this.server = server;
    this.name = name;
    this.url = server.url(name);
  }

  /** Runs SQL on a connection of its own; values as the pg driver gives them. */
  async query(sql: string, values?: readonly unknown[]): Promise<Row[]> {
    return new Server(this.url).exec(sql, values);
  }

  /** Runs one statement; each row a list of what Postgres itself prints, NULL as null. */
  async texts(sql: string): Promise<(string | null)[][]> {
    const types = { getTypeParser: () => (text: unknown) => text };
    return connected(this.url, async (client) => {
      const result = await client.query<(string | null)[]>({ text: sql, types, rowMode: 'array' });
      return result.rows;
    });
  }

  /** A role that may log in and nothing else; it goes with the database. */
  async createRole(): Promise<TestRole> {
    const name = freshName('flexetl_role');
    const password = randomBytes(12).toString('hex');
    await this.server.createRole(name, password);
    this.roles.push(name);
    return { name, password, url: urlWith(this.url, { user: name, password }) };
  }

  /** The connections of clients to it, other than our own. */
  connections(): ReturnType<Server['connections']> {
    return this.server.connections(this.name);
  }

  /** Ends all connections to it, or the one with the pid. @returns how many there were */
  terminate(pid?: number): Promise<number> {
    return this.server.terminate(pid ?? this.name);
  }

  /** Drops it and its roles. @throws Error naming the connections left open; it is dropped then too */
  async drop(): Promise<void> {
    try {
      await this.server.dropDatabase(this.name);
    } finally {
      for (const role of this.roles.splice(0)) await this.server.exec(`DROP ROLE ${role}`);
    }
  }
}

/** A new database that the caller must drop: for a property test, which makes many. */
export async function makeDatabase(): Promise<FreshDatabase> {
  const server = new Server(providedServer().url);
  return new FreshDatabase(server, await server.createDatabase());
}

/** A new database for the test in hand. Call it inside of a test. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const database = await makeDatabase();
  onTestFinished(() => database.drop());
  return database;
}

/** One database for all tests of a file or a describe. Call it there, and the result in the tests. */
export function sharedDatabase(): () => FreshDatabase {
  let database: FreshDatabase | undefined;
  beforeAll(async () => {
    database = await makeDatabase();
  });
  afterAll(() => database?.drop());
  return () => {
    if (database === undefined) throw new Error('sharedDatabase(): there is none before the tests');
    return database;
  };
}
