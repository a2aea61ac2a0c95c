/**
 * The directory of one cluster, and the promise that it goes with the process that made it,
 * however that ends.
 *
 * A guardian, one small shell, waits at a pipe of ours. When the pipe closes (we closed it, or
 * we are dead, be it by SIGKILL) it stops the server in the directory and removes the directory.
 * There is no other way of cleaning up, so every stop tests it.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { may, type Account } from './account.js';

const NAME = /^flexetl-pg-([0-9a-f]{6})-(\d+)-/;

/** Tells the machines apart that share a directory (containers do), in which a pid means nothing. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);

/** The system's directory for such things, or /tmp where the account cannot get at that. */
export function roomsDirectory(account: Account): string {
  return [tmpdir(), '/tmp'].find((path) => may(account, '-x', path)) ?? tmpdir();
}

/** How the name of a room begins whose maker has the pid. */
export const roomPrefix = (pid: number): string => `flexetl-pg-${HOST}-${pid}-`;

/** A new directory that belongs to the account. Its path is short: a socket's name must fit. */
export function makeRoom(account: Account): string {
  const room = mkdtempSync(join(roomsDirectory(account), roomPrefix(process.pid)));
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(room, account.uid, account.gid);
  }
  return room;
}

/** Where the server's files are in a room. */
export const dataOf = (room: string): string => join(room, 'data');

const GUARD = `
trap '' INT TERM HUP
read -r _
if [ -f "$2/data/postmaster.pid" ]; then "$1/pg_ctl" stop -s -m immediate -D "$2/data"; fi
# A process of the server that is still ending may write into the directory while it goes.
tries=0
until rm -rf "$2" || [ "$tries" -ge 50 ]; do tries=$((tries + 1)); sleep 0.1; done
`;

/** One shell in a session of its own, so that Ctrl-C in a terminal does not end it. */
const guard = (
  bin: string,
  room: string,
  account: Account,
  input: 'pipe' | 'ignore',
): ChildProcess =>
  spawn('/bin/sh', ['-c', GUARD, 'guardian', bin, room], {
    ...account,
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
    stdio: [input, 'ignore', 'inherit'],
  });

/** Guards a room from now on. */
export class Guardian {
  private readonly process: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(bin: string, room: string, account: Account) {
    this.process = guard(bin, room, account, 'pipe');
    this.ended = once(this.process, 'exit');
  }

  /** For a test that kills it. */
  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Stops the server and removes the room; resolves when both are done. */
  async dismiss(): Promise<void> {
    this.process.stdin?.end();
    await this.ended;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process; '' where there is no such process. */
function commandOf(pid: string): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', pid], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Removes the room's pid file where it names a process that is not that server, but a later one. */
function forgetReusedPid(room: string): void {
  const file = join(dataOf(room), 'postmaster.pid');
  let pid: string | undefined;
  try {
    [pid] = readFileSync(file, 'utf8').split('\n');
  } catch {
    return; // The server had ended, or another run sweeps here too.
  }
  if (!commandOf(pid ?? '').includes(dataOf(room))) rmSync(file, { force: true });
}

function stale(name: string): boolean {
  const [, host, pid] = NAME.exec(name) ?? [];
  return host === HOST && !alive(Number(pid));
}

/**
 * Removes what runs left whose guardian was killed too, and stops their servers. Rooms of other
 * users, which we may not remove, stay.
 */
export async function sweepRooms(bin: string, account: Account): Promise<void> {
  const directory = roomsDirectory(account);
  for (const name of readdirSync(directory).filter(stale)) {
    const room = join(directory, name);
    const owner = statSync(room, { throwIfNoEntry: false });
    const ours = account.uid ?? process.getuid?.();
    if (owner?.uid !== ours) continue;
    forgetReusedPid(room);
    await once(guard(bin, room, account, 'ignore'), 'exit');
  }
}
