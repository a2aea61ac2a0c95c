/**
 * A Postgres cluster of a test's own: started, stopped, restarted and crashed at will. What can
 * be asked of any server is in server.ts, who removes the files in room.ts.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, chownSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { serverAccount, type Account } from './account.js';
import { installedPackage, usableNative, type Native } from './native.js';
import { dataOf, Guardian, makeRoom, sweepRooms } from './room.js';
import { Server } from './server.js';
import { freePort } from './free-port.js';

export interface ClusterOptions {
  /**
   * True where committed data must be on the disk, as in production; by default it need only
   * outlive the server's processes, which a crash() does not tell apart.
   */
  readonly durable?: boolean;
  /**
   * Directory of the npm package that holds the programs; by default that of the environment's
   * FLEXETL_TEST_POSTGRES_PACKAGE, else the one installed.
   */
  readonly package?: string;
  /** More settings of the server, by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

const READY = 'database system is ready to accept connections';
const PORT_TAKEN = /could not bind|Address already in use/;
const LINES_SHOWN = 40;

/** Starts a cluster with one superuser, who has a password, on 127.0.0.1 and on a unix socket. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const account = serverAccount();
  const room = makeRoom(account);
  try {
    const source =
      options.package ?? process.env['FLEXETL_TEST_POSTGRES_PACKAGE'] ?? installedPackage();
    const native = usableNative(source, account, room);
    await sweepRooms(native.bin, account);
    const guardian = new Guardian(native.bin, room, account);
    try {
      return await Cluster.start({ account, room, native, guardian, options });
    } catch (error) {
      await guardian.dismiss();
      throw error;
    }
  } catch (error) {
    rmSync(room, { recursive: true, force: true });
    throw error;
  }
}

/** What a cluster is made of. */
interface Parts {
  readonly account: Account;
  readonly room: string;
  readonly native: Native;
  readonly guardian: Guardian;
  readonly options: ClusterOptions;
}

/** Nothing of our environment: PGPORT, PGOPTIONS or a language of messages would leak in. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Makes the files of a cluster whose superuser `postgres` has the password. */
async function initialise(parts: Parts, password: string): Promise<void> {
  const { account, room, native } = parts;
  const passwordFile = join(room, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(passwordFile, account.uid, account.gid);
  }
  const flags = ['--no-sync', '--auth=scram-sha-256', '--username=postgres', '--encoding=UTF8'];
  const initdb = spawn(
    join(native.bin, 'initdb'),
    [...flags, '--locale=C', `--pwfile=${passwordFile}`, '-D', dataOf(room)],
    { ...account, cwd: room, env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const printed: string[] = [];
  initdb.stdout.on('data', (text: Buffer) => printed.push(text.toString()));
  initdb.stderr.on('data', (text: Buffer) => printed.push(text.toString()));
  const [status] = (await once(initdb, 'close')) as [number | null];
  rmSync(passwordFile);
  if (status !== 0) throw new Error(`initdb of Postgres failed:\n${printed.join('')}`);
}

function settingsOf({ room, options }: Parts, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: room,
    max_connections: '100',
    shared_buffers: '64MB',
    // Shared memory is a file of the data directory and goes with it, also after a SIGKILL.
    dynamic_shared_memory_type: 'mmap',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: options.durable === true ? 'on' : 'off',
    full_page_writes: options.durable === true ? 'on' : 'off',
    ...options.settings,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

export class Cluster extends Server {
  /** Version of the programs, as in `server_version`: `18.4`. */
  readonly version: string;
  readonly port: number;
  /** Directory of the unix socket; a client takes it in place of a host. */
  readonly socketDirectory: string;
  /** The file that holds what the server printed, as long as the cluster exists. */
  readonly logFile: string;
  private readonly parts: Parts;
  private readonly password: string;
  private postmaster: ChildProcess | undefined;
  /** Resolves when no process of the server is left: each of them holds the pipe of the log. */
  private ended: Promise<unknown> = Promise.resolve();

  private constructor(parts: Parts, port: number, password: string) {
    super(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
    this.parts = parts;
    this.password = password;
    this.version = parts.native.version;
    this.port = port;
    this.socketDirectory = parts.room;
    this.logFile = join(parts.room, 'log');
  }

  /** For startCluster. Another process may take the port before the server does: three tries. */
  static async start(parts: Parts): Promise<Cluster> {
    const password = randomBytes(12).toString('hex');
    await initialise(parts, password);
    for (let tries = 1; ; tries += 1) {
      const cluster = new Cluster(parts, await freePort(), password);
      try {
        await cluster.startServer();
        return cluster;
      } catch (error) {
        if (tries === 3 || !PORT_TAKEN.test(String(error))) throw error;
      }
    }
  }

  /** The process that outlives us to clean up. */
  get guardianPid(): number | undefined {
    return this.parts.guardian.pid;
  }

  /** The URL of a database by way of the unix socket. */
  socketUrl(database = 'postgres'): string {
    const host = encodeURIComponent(this.socketDirectory);
    return `postgres://postgres:${this.password}@/${database}?host=${host}&port=${this.port}`;
  }

  /** Resolves when the server takes connections; fails with the end of its log. */
  private async startServer(): Promise<void> {
    const { account, native, room } = this.parts;
    const postmaster = spawn(
      join(native.bin, 'postgres'),
      ['-D', dataOf(room), ...settingsOf(this.parts, this.port)],
      // A session of its own: Ctrl-C in a terminal is for the tests, and they stop the server.
      {
        ...account,
        cwd: room,
        detached: true,
        env: ENVIRONMENT,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    this.ended = once(postmaster, 'close');
    const tail: string[] = [];
    const ready = new Promise<boolean>((resolve) => {
      createInterface(postmaster.stderr).on('line', (line) => {
        appendFileSync(this.logFile, `${line}\n`);
        if (tail.push(line) > LINES_SHOWN) tail.shift();
        if (line.includes(READY)) resolve(true);
      });
      this.ended.then(
        () => resolve(false),
        () => resolve(false),
      );
    });
    if (!(await ready)) throw new Error(`Postgres did not start:\n${tail.join('\n')}`);
    this.postmaster = postmaster;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    this.postmaster?.kill(signal);
    this.postmaster = undefined;
    await this.ended;
  }

  /** Stops the server as an administrator does (connections are ended) and starts it again. */
  async restart(): Promise<void> {
    await this.end('SIGINT');
    await this.startServer();
  }

  /**
   * Kills every process of the server at once. It stays down until restart(), which then finds
   * and recovers what a crash left.
   */
  async crash(): Promise<void> {
    const backends = await this.exec('SELECT pid FROM pg_stat_activity');
    const ended = this.end('SIGKILL');
    for (const { pid } of backends) {
      try {
        process.kill(pid as number, 'SIGKILL');
      } catch {
        // It has ended since.
      }
    }
    await ended;
  }

  /** Stops the server at once and removes its files. */
  async stop(): Promise<void> {
    // A crash leaves a segment of shared memory, which only the next start removes, and a file
    // with a pid, which may be another process's by now.
    if (this.postmaster === undefined) {
      const pidFile = join(dataOf(this.parts.room), 'postmaster.pid');
      await this.startServer().catch(() => rmSync(pidFile, { force: true }));
    }
    this.postmaster = undefined;
    await this.parts.guardian.dismiss();
    await this.ended;
  }
}
