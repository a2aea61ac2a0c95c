/** The proxy before a server that echoes, and before Postgres. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from './database.js';
import { startProxy, type Proxy } from './proxy.js';

/** A server that sends back what it gets, and the sockets it has taken. */
async function echoServer(): Promise<{ url: string; taken: Socket[] }> {
  const taken: Socket[] = [];
  const server = createServer((socket) => {
    taken.push(socket);
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
}

async function proxyTo(url: string): Promise<Proxy> {
  const proxy = await startProxy(url);
  onTestFinished(() => proxy.close());
  return proxy;
}

/** A client that remembers what it got and how it ended. */
class Talker {
  readonly socket: Socket;
  readonly closed: Promise<unknown>;
  error: NodeJS.ErrnoException | undefined;
  private bytes = Buffer.alloc(0);
  private wanted: { length: number; resolve: () => void } | undefined;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('error', (error) => (this.error = error));
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.on('data', (chunk: Buffer) => {
      this.bytes = Buffer.concat([this.bytes, chunk]);
      if (this.wanted !== undefined && this.bytes.length >= this.wanted.length) {
        this.wanted.resolve();
      }
    });
    onTestFinished(() => void this.socket.destroy());
  }

  get received(): string {
    return this.bytes.toString();
  }

  async until(length: number): Promise<string> {
    if (this.bytes.length < length) {
      await new Promise<void>((resolve) => (this.wanted = { length, resolve }));
    }
    return this.received;
  }
}

describe('a proxy', () => {
  it('forwards both ways, passes on the end, and counts', async () => {
    const proxy = await proxyTo((await echoServer()).url);
    const talker = new Talker(proxy.port);
    talker.socket.write('three little words');
    expect(await talker.until(18)).toBe('three little words');
    talker.socket.end();
    await talker.closed;
    expect(talker.error).toBeUndefined();
    expect(proxy.bytes).toEqual({ 'to server': 18, 'to client': 18 });
  });

  it('forwards more than the sockets hold, byte for byte', async () => {
    const proxy = await proxyTo((await echoServer()).url);
    const talker = new Talker(proxy.port);
    const much = Array.from({ length: 400_000 }, (_, n) => n.toString(36).padStart(8, '.')).join(
      '',
    );
    talker.socket.write(much);
    expect((await talker.until(much.length)) === much).toBe(true);
  });

  it('cuts every connection, on both sides, with a reset', async () => {
    const { url, taken } = await echoServer();
    const proxy = await proxyTo(url);
    const talker = new Talker(proxy.port);
    talker.socket.write('hello');
    await talker.until(5);
    const serverSide = new Promise((resolve) => taken[0]!.once('close', resolve));
    proxy.cut();
    await Promise.all([talker.closed, serverSide]);
    expect(talker.error).toMatchObject({ code: 'ECONNRESET' });
  });

  it('stalls, and goes on with nothing lost', async () => {
    const proxy = await proxyTo((await echoServer()).url);
    const talker = new Talker(proxy.port);
    const fault = proxy.stallAfter(4, 'to server');
    talker.socket.write('0123456789');
    await fault.happened;
    expect(proxy.bytes).toEqual({ 'to server': 4, 'to client': 0 });
    const late = new Talker(proxy.port);
    late.socket.write('late');
    await once(late.socket, 'connect');
    expect(proxy.bytes).toEqual({ 'to server': 4, 'to client': 0 });
    proxy.resume();
    expect(await talker.until(10)).toBe('0123456789');
    expect(await late.until(4)).toBe('late');
  });

  it.each([1, 7, 300_000])('cuts after exactly %i bytes to the server', async (bytes) => {
    const { url, taken } = await echoServer();
    const proxy = await proxyTo(url);
    const talker = new Talker(proxy.port);
    await once(talker.socket, 'connect');
    const fault = proxy.cutAfter(bytes, 'to server');
    talker.socket.write('x'.repeat(bytes + 1000));
    await Promise.all([fault.happened, talker.closed]);
    expect(proxy.bytes['to server']).toBe(bytes);
    expect(taken[0]!.bytesRead).toBeLessThanOrEqual(bytes);
    const next = new Talker(proxy.port);
    next.socket.write('again');
    expect(await next.until(5)).toBe('again');
  });

  it('cuts after exactly some bytes to the client', async () => {
    const proxy = await proxyTo((await echoServer()).url);
    const talker = new Talker(proxy.port);
    const fault = proxy.cutAfter(3, 'to client');
    talker.socket.write('abcdef');
    await Promise.all([fault.happened, talker.closed]);
    expect(proxy.bytes['to client']).toBe(3);
    expect('abc'.startsWith(talker.received)).toBe(true);
  });

  it('refuses and accepts on the same port, and leaves open what is open', async () => {
    const proxy = await proxyTo((await echoServer()).url);
    const { port } = proxy;
    const open = new Talker(port);
    open.socket.write('a');
    await open.until(1);
    proxy.refuse();
    const turnedAway = new Talker(port);
    await turnedAway.closed;
    expect(turnedAway.error).toMatchObject({ code: 'ECONNREFUSED' });
    open.socket.write('b');
    expect(await open.until(2)).toBe('ab');
    await proxy.accept();
    expect(proxy.port).toBe(port);
    const welcome = new Talker(port);
    welcome.socket.write('c');
    expect(await welcome.until(1)).toBe('c');
  });
});

describe('a proxy before Postgres', () => {
  it('lets a query through and breaks the next one midway', async () => {
    const database = await freshDatabase();
    const proxy = await proxyTo(database.url);
    const client = new pg.Client(proxy.through(database.url));
    const broken = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    const { rows } = await client.query<{ n: number }>('SELECT 6 * 7 AS n');
    expect(rows).toEqual([{ n: 42 }]);
    const fault = proxy.cutAfter(100_000, 'to client');
    const query = client.query(`SELECT repeat('x', 1000) FROM generate_series(1, 1000)`);
    await expect(query).rejects.toThrow();
    await Promise.all([fault.happened, broken]);
  });
});
