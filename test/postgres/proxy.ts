/**
 * A TCP proxy that stands between a client and a server and makes the faults of a network, when
 * told and never by a clock. It does not know what it forwards.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The way that bytes go. */
export type Direction = 'to server' | 'to client';

/** A fault that waits for its moment. */
export interface Fault {
  /** Resolves when the fault has been made; never, where its moment does not come. */
  readonly happened: Promise<void>;
}

interface Trap {
  left: number;
  readonly kind: 'cut' | 'stall';
  readonly spring: () => void;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** A proxy in front of the server that the URL names (default port 5432). */
export async function startProxy(url: string): Promise<Proxy> {
  const { hostname, port } = new URL(url);
  return Proxy.listen(hostname, port === '' ? 5432 : Number(port));
}

export class Proxy {
  /** Bytes forwarded so far. */
  readonly bytes: Record<Direction, number> = { 'to server': 0, 'to client': 0 };
  private readonly host: string;
  private readonly serverPort: number;
  private readonly pairs = new Set<Pair>();
  private readonly traps: Record<Direction, Trap | undefined> = {
    'to server': undefined,
    'to client': undefined,
  };
  private listener: Server | undefined;
  private ownPort = 0;
  private stalled = false;

  private constructor(host: string, serverPort: number) {
    this.host = host;
    this.serverPort = serverPort;
  }

  /** For startProxy. */
  static async listen(host: string, port: number): Promise<Proxy> {
    const proxy = new Proxy(host, port);
    await proxy.accept();
    return proxy;
  }

  /** The port on 127.0.0.1, the same through refuse() and accept(). */
  get port(): number {
    return this.ownPort;
  }

  /** How many connections are open. */
  get connections(): number {
    return this.pairs.size;
  }

  /** The same URL by way of the proxy. */
  through(url: string): string {
    const changed = new URL(url);
    changed.hostname = '127.0.0.1';
    changed.port = String(this.ownPort);
    return changed.href;
  }

  /** Takes connections, as it does from the start. */
  async accept(): Promise<void> {
    if (this.listener !== undefined) return;
    const listener = createServer({ allowHalfOpen: true }, (client) => this.forward(client));
    listener.listen(this.ownPort, '127.0.0.1');
    await once(listener, 'listening');
    this.ownPort = (listener.address() as AddressInfo).port;
    this.listener = listener;
  }

  /** Refuses new connections (ECONNREFUSED) until accept(). Those that are open stay. */
  refuse(): void {
    this.listener?.close();
    this.listener = undefined;
  }

  /** Breaks every connection that is open, on both sides, with a reset. */
  cut(): void {
    for (const pair of this.pairs) this.break(pair);
  }

  /** Forwards nothing more, either way, on connections old and new; all stay open. */
  stall(): void {
    this.stalled = true;
    for (const { client, server } of this.pairs) {
      client.pause();
      server.pause();
    }
  }

  /** Forwards again after stall(), nothing lost. */
  resume(): void {
    this.stalled = false;
    for (const { client, server } of this.pairs) {
      client.resume();
      server.resume();
    }
  }

  /** cut() as soon as exactly so many more bytes, at least one, have gone that way. */
  cutAfter(bytes: number, direction: Direction): Fault {
    return this.lay('cut', bytes, direction);
  }

  /** stall() as soon as exactly so many more bytes, at least one, have gone that way. */
  stallAfter(bytes: number, direction: Direction): Fault {
    return this.lay('stall', bytes, direction);
  }

  /** Ends everything; connections that are open are cut. */
  async close(): Promise<void> {
    const listener = this.listener;
    this.listener = undefined;
    this.cut();
    if (listener === undefined) return;
    listener.close();
    await once(listener, 'close');
  }

  private lay(kind: Trap['kind'], bytes: number, direction: Direction): Fault {
    if (!(bytes >= 1)) throw new RangeError('a fault needs at least one byte to go before it');
    const happened = new Promise<void>((spring) => {
      this.traps[direction] = { left: bytes, kind, spring };
    });
    return { happened };
  }

  private forward(client: Socket): void {
    const server = connect({ host: this.host, port: this.serverPort, allowHalfOpen: true });
    const pair = { client, server };
    this.pairs.add(pair);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      // A reset from one side is passed on to the other one.
      socket.on('error', () => this.break(pair));
      socket.on('close', () => client.destroyed && server.destroyed && this.pairs.delete(pair));
    }
    this.pipe(client, server, 'to server');
    this.pipe(server, client, 'to client');
    if (this.stalled) this.stall();
  }

  private pipe(from: Socket, to: Socket, direction: Direction): void {
    from.on('data', (chunk: Buffer) => {
      const trap = this.traps[direction];
      if (trap !== undefined && chunk.length >= trap.left) {
        this.traps[direction] = undefined;
        this.spring(trap, from, to, chunk, direction);
        return;
      }
      if (trap !== undefined) trap.left -= chunk.length;
      this.bytes[direction] += chunk.length;
      if (!to.write(chunk)) {
        from.pause();
        to.once('drain', () => this.stalled || from.resume());
      }
    });
    from.on('end', () => to.end());
  }

  private spring(trap: Trap, from: Socket, to: Socket, chunk: Buffer, direction: Direction): void {
    const last = chunk.subarray(0, trap.left);
    const rest = chunk.subarray(trap.left);
    from.pause();
    if (trap.kind === 'stall') {
      this.stall();
      if (rest.length > 0) from.unshift(rest);
    }
    this.bytes[direction] += last.length;
    // What is to arrive before the cut must have left this process: a reset discards the rest.
    to.write(last, () => {
      if (trap.kind === 'cut') this.cut();
      trap.spring();
    });
  }

  private break({ client, server }: Pair): void {
    client.resetAndDestroy();
    server.resetAndDestroy();
  }
}
