/**
 * A pgbouncer in front of a Postgres: a pooler that gives each transaction a connection of the
 * server, the next one perhaps to another client. test/postgres/install-pgbouncer.sh installs it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { serverAccount } from './account.js';
import { roomsDirectory } from './room.js';
import { freePort } from './free-port.js';

/** Debian's program stands where only root's PATH looks. */
const DIRECTORIES = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/local/sbin',
  '/usr/sbin',
];
const PROGRAM = DIRECTORIES.map((folder) => join(folder, 'pgbouncer')).find(existsSync);

/** Why there are no tests with a pooler; undefined where there are. */
export const NO_PGBOUNCER =
  PROGRAM === undefined
    ? 'pgbouncer is not installed: run test/postgres/install-pgbouncer.sh'
    : undefined;

export interface PoolerOptions {
  /** Connections of the server for each database and role. */
  readonly size: number;
  /** Default: transaction. */
  readonly mode?: 'transaction' | 'session' | 'statement';
}

const UP = 'process up';

/** Ends with the process that started it, also where that is killed, and takes its files along. */
const GUARD = `
"$1" "$2/pgbouncer.ini" &
pooler=$!
trap '' INT TERM HUP
read -r _
kill "$pooler"
wait "$pooler"
rm -rf "$2"
`;

/**
 * Starts one for the test in hand. It goes before the database that was made before it.
 * @param url of a database; its user is the only one that may come in
 * @returns the same URL by way of the pooler
 */
export async function startPooler(url: string, options: PoolerOptions): Promise<string> {
  if (PROGRAM === undefined) throw new Error(NO_PGBOUNCER);
  const account = serverAccount();
  const folder = mkdtempSync(join(roomsDirectory(account), 'flexetl-pooler-'));
  const server = new URL(url);
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(await freePort());
  const user = decodeURIComponent(server.username);
  const files = {
    users: `"${user}" "${decodeURIComponent(server.password)}"\n`,
    'pgbouncer.ini': `[databases]
* = host=${server.hostname} port=${server.port || '5432'}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${through.port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${join(folder, 'users')}
pool_mode = ${options.mode ?? 'transaction'}
default_pool_size = ${options.size}
`,
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  }
  // pgbouncer, as Postgres, refuses to run as root.
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const path of [folder, ...Object.keys(files).map((name) => join(folder, name))]) {
      chownSync(path, account.uid, account.gid);
    }
  }
  const pooler = spawn('/bin/sh', ['-c', GUARD, 'pooler', PROGRAM, folder], {
    ...account,
    cwd: '/',
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  onTestFinished(async () => {
    const ended = once(pooler, 'close');
    pooler.stdin.end();
    await ended;
  });
  await started(pooler);
  return through.href;
}

async function started(pooler: ChildProcess): Promise<void> {
  const said: string[] = [];
  const up = new Promise<boolean>((resolve) => {
    createInterface(pooler.stderr!).on('line', (line) => {
      said.push(line);
      if (line.includes(UP)) resolve(true);
      // It ends without a word to the shell that guards it.
      if (line.includes('FATAL')) resolve(false);
    });
    pooler.once('close', () => resolve(false));
  });
  if (!(await up)) throw new Error(`pgbouncer did not start:\n${said.join('\n')}`);
}
