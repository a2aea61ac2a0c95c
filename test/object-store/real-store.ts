/**
 * A real object store for tests: the Versity S3 gateway over a directory.
 * test/object-store/install-object-store.sh installs it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freshFolder } from '../commands/run.js';
import type { Subject } from './contract.js';
import { freePort } from '../postgres/free-port.js';

const DIRECTORIES = [
  process.env['GOBIN'] ?? '',
  join(process.env['GOPATH'] ?? join(homedir(), 'go'), 'bin'),
  ...(process.env['PATH'] ?? '').split(delimiter),
].filter((folder) => folder !== '');
const PROGRAM = DIRECTORIES.map((folder) => join(folder, 'versitygw')).find(existsSync);

/** Why the tests with a real store are skipped; undefined if they run. */
export const NO_STORE =
  PROGRAM === undefined
    ? 'versitygw is not installed: run test/object-store/install-object-store.sh'
    : undefined;

const KEY = { id: 'invented-key', secret: 'invented/secret+of/the=store' };

export interface RealStore extends Subject {
  stop(): Promise<void>;
}

/** Its files are in a temporary directory. */
export async function startRealStore(): Promise<RealStore> {
  if (PROGRAM === undefined) throw new Error(NO_STORE);
  const [root, sidecar] = [freshFolder(), freshFolder()];
  const bucket = 'reports';
  mkdirSync(join(root, bucket));
  const address = `127.0.0.1:${await freePort()}`;
  const server = spawn(PROGRAM, ['--port', address, 'posix', '--sidecar', sidecar, root], {
    env: { ROOT_ACCESS_KEY_ID: KEY.id, ROOT_SECRET_ACCESS_KEY: KEY.secret },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(server, 'close');
  await started(server);
  return {
    bucket,
    env: {
      AWS_ENDPOINT_URL: `http://${address}`,
      AWS_ACCESS_KEY_ID: KEY.id,
      AWS_SECRET_ACCESS_KEY: KEY.secret,
      AWS_CONFIG_FILE: '/nonexistent',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
    },
    stop: async () => {
      server.kill('SIGKILL');
      await ended;
    },
  };
}

async function started(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  const up = new Promise<boolean>((resolve) => {
    for (const stream of [server.stdout!, server.stderr!]) {
      createInterface(stream).on('line', (line) => {
        said.push(line);
        if (line.includes('listening on')) resolve(true);
      });
    }
    server.once('close', () => resolve(false));
  });
  if (!(await up)) throw new Error(`The store did not start:\n${said.join('\n')}`);
}
