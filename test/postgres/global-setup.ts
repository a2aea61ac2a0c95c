/**
 * One Postgres for a run of vitest, before its first test and until after its last one.
 *
 * FLEXETL_TEST_POSTGRES=postgres://… names a server to use in its place; its user must be allowed
 * to create databases and roles. Where no server can be had, the tests that ask for one fail with
 * the reason, and the others run.
 */
import type { TestProject } from 'vitest/node';
import { startCluster } from './cluster.js';
import { Server } from './server.js';

/** The server of this run. */
export interface ProvidedServer {
  /** Of a superuser, and a database to connect to first. */
  readonly url: string;
  /** As in `server_version`: `18.4`. */
  readonly version: string;
  /** Absent where the server is not one that we started. */
  readonly socketDirectory?: string;
}

export type ProvidedPostgres = ProvidedServer | { readonly failure: string };

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: ProvidedPostgres;
  }
}

async function existingServer(url: string): Promise<ProvidedServer> {
  const [row] = await new Server(url).exec(`SELECT current_setting('server_version') AS version`);
  return { url, version: String(row?.['version']) };
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

export default async function setup(
  project: Pick<TestProject, 'provide'>,
): Promise<() => Promise<void>> {
  const existing = process.env['FLEXETL_TEST_POSTGRES'] ?? '';
  try {
    if (existing !== '') {
      project.provide('postgres', await existingServer(existing));
      return () => Promise.resolve();
    }
    const cluster = await startCluster();
    const { version, socketDirectory } = cluster;
    project.provide('postgres', { url: cluster.url(), version, socketDirectory });
    return () => cluster.stop();
  } catch (error) {
    project.provide('postgres', {
      failure: `There is no Postgres to test with: ${reasonOf(error)}`,
    });
    return () => Promise.resolve();
  }
}
