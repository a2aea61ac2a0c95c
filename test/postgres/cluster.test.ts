/** Clusters: what they are, how they end, and whom they run for. Starts several real ones. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import pg from 'pg';
import { serverAccount } from './account.js';
import { startCluster, type Cluster } from './cluster.js';
import { clusterProcess, packageWithoutLinks, testedPackage } from './processes.js';
import { roomPrefix, roomsDirectory, sweepRooms } from './room.js';
import { connected, Server, urlWith } from './server.js';

const isRoot = process.getuid?.() === 0;

const one = async (server: Server, sql: string): Promise<unknown> =>
  Object.values((await server.exec(sql))[0] ?? {})[0];

const refused = { code: 'ECONNREFUSED' };

describe('a cluster', () => {
  let server: Cluster;
  beforeAll(async () => {
    server = await startCluster();
  });
  afterAll(() => server.stop());

  it('is of the version of its package and answers on TCP and on a unix socket', async () => {
    expect(await one(server, `SELECT current_setting('server_version')`)).toBe(server.version);
    const bySocket = new Server(server.socketUrl());
    expect(await one(bySocket, 'SELECT inet_client_addr() IS NULL')).toBe(true);
    expect(await one(server, 'SELECT inet_client_addr() IS NULL')).toBe(false);
  });

  it('holds UTF-8 and asks for passwords', async () => {
    expect(await one(server, 'SHOW server_encoding')).toBe('UTF8');
    const password = `it's a "secret"/?#`;
    await server.createRole('clerk', password);
    const asClerk = urlWith(server.url(), { user: 'clerk', password });
    expect(await one(new Server(asClerk), 'SELECT current_user')).toBe('clerk');
    const wrong = new Server(urlWith(asClerk, { password: 'another' }));
    await expect(wrong.exec('SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('ends the connections of one database when told', async () => {
    const name = await server.createDatabase();
    const other = new pg.Client(server.url());
    await other.connect();
    await connected(server.url(name), async (held) => {
      expect(await server.connections(name)).toHaveLength(1);
      expect(await server.terminate(name)).toBe(1);
      await expect(held.query('SELECT 1')).rejects.toThrow();
    });
    await other.query('SELECT 1');
    await other.end();
    await server.dropDatabase(name);
    await expect(connected(server.url(name), () => Promise.resolve())).rejects.toMatchObject({
      code: '3D000',
    });
  });

  it('keeps what is committed through a restart and a crash', async () => {
    const address = server.url();
    await server.exec('CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)');
    await server.restart();
    await server.exec('INSERT INTO kept VALUES (2)');
    await server.crash();
    await expect(server.exec('SELECT 1')).rejects.toMatchObject(refused);
    await server.restart();
    expect(server.url()).toBe(address);
    expect(await one(server, 'SELECT sum(n)::int FROM kept')).toBe(3);
    expect(readFileSync(server.logFile, 'utf8')).toContain('was not properly shut down');
  });

  it('breaks the connections of its clients when it crashes', async () => {
    const client = new pg.Client(server.url());
    await client.connect();
    const broken = new Promise((resolve) => client.on('error', resolve));
    const waiting = expect(client.query('SELECT pg_sleep(3600)')).rejects.toThrow();
    await server.crash();
    await Promise.all([broken, waiting]);
    await server.restart();
  });
});

describe('the start of a cluster', () => {
  it('takes settings, those of a durable one among them', async () => {
    const server = await startCluster({ durable: true, settings: { work_mem: '5MB' } });
    onTestFinished(() => server.stop());
    expect(await one(server, 'SHOW fsync')).toBe('on');
    expect(await one(server, 'SHOW full_page_writes')).toBe('on');
    expect(await one(server, 'SHOW work_mem')).toBe('5MB');
  });

  it('fails with the log, and leaves nothing', async () => {
    const ours = (): string[] =>
      readdirSync(roomsDirectory(serverAccount())).filter((name) =>
        name.startsWith(roomPrefix(process.pid)),
      );
    const before = ours();
    const settings = { max_connections: 'many' };
    await expect(startCluster({ settings })).rejects.toThrow(/max_connections.*"many"/);
    await expect(startCluster({ package: '/no/such/package' })).rejects.toThrow('package.json');
    expect(ours()).toEqual(before);
  });
});

describe('the files of a cluster', () => {
  const programs = join(testedPackage(), 'native', 'bin');

  it('go when it is stopped, also after a crash', async () => {
    const server = await startCluster();
    expect(existsSync(server.socketDirectory)).toBe(true);
    await server.crash();
    await server.stop();
    expect(existsSync(server.socketDirectory)).toBe(false);
  });

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'go with the process that started it: %s',
    async (signal) => {
      const child = await clusterProcess(testedPackage());
      expect(await one(new Server(child.cluster.url), 'SELECT 1')).toBe(1);
      child.process.kill(signal);
      await child.ended;
      expect(existsSync(child.cluster.room)).toBe(false);
      await expect(new Server(child.cluster.url).exec('SELECT 1')).rejects.toMatchObject(refused);
    },
  );

  it('go at the next start where the guardian was killed too', async () => {
    const child = await clusterProcess(testedPackage());
    process.kill(child.cluster.guardianPid!, 'SIGKILL');
    child.process.kill('SIGKILL');
    await child.ended;
    expect(await one(new Server(child.cluster.url), 'SELECT 1')).toBe(1);
    await sweepRooms(programs, serverAccount());
    expect(existsSync(child.cluster.room)).toBe(false);
    await expect(new Server(child.cluster.url).exec('SELECT 1')).rejects.toMatchObject(refused);
  });

  it('go without harm to a process that has the pid of their server now', async () => {
    const account = serverAccount();
    const dead = Number(execFileSync('/bin/sh', ['-c', 'echo $$'], { encoding: 'utf8' }));
    const room = join(roomsDirectory(account), `${roomPrefix(dead)}left`);
    // Made under another name first: a sweep of another run may come by.
    const made = `${room}-being-made`.replace('flexetl-pg', 'flexetl-test');
    mkdirSync(join(made, 'data'), { recursive: true });
    writeFileSync(join(made, 'data', 'postmaster.pid'), `${process.pid}\n`);
    if (isRoot) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, made]);
    renameSync(made, room);
    await sweepRooms(programs, account);
    expect(existsSync(room)).toBe(false);
  });
});

// As root the tests above show that a run as root works, otherwise that a run as a user does.
describe('the programs', () => {
  it('run for a user who is not root, from a package whose symlinks npm did not make', async () => {
    const nobody = isRoot ? serverAccount() : {};
    const child = await clusterProcess(packageWithoutLinks(0o755), nobody);
    expect(child.cluster.uid).not.toBe(0);
    expect(await one(new Server(child.cluster.url), 'SELECT 1')).toBe(1);
    child.process.stdin?.end();
    await child.ended;
    expect(existsSync(child.cluster.room)).toBe(false);
  });

  it('run from a package that only its owner can read', async () => {
    const server = await startCluster({ package: packageWithoutLinks(0o700) });
    onTestFinished(() => server.stop());
    expect(await one(server, 'SELECT 1')).toBe(1);
  });
});
