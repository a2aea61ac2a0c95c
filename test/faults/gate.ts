/**
 * Stands between flexetl and Postgres, reads the messages of the protocol, and stops the
 * conversation exactly where a test wants it: before a statement, after the server has done it
 * and before flexetl hears of it, or in the midst of a COPY. Faults at a count of bytes are the
 * business of test/postgres/proxy.ts.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { errorMessage, Splitter, statementOf, type Message, type Refusal } from './messages.js';

/** Where the conversation stops; the first message that fits does it. */
export type Point =
  /** A statement has not reached the server. */
  | { readonly before: RegExp }
  /** The server has done a statement; its answer has not reached flexetl. */
  | { readonly after: RegExp }
  /** So many bytes of COPY data have reached the server. */
  | { readonly copied: number };

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  held: boolean;
  /** What would have gone on, in its order. */
  readonly waiting: (() => void)[];
}

interface Trap {
  readonly point: Point;
  readonly spring: (pair: Pair) => void;
  /** The connection on which the statement of an `after` has gone. */
  sent: Pair | undefined;
  copied: number;
}

/** One conversation that has been stopped. */
export class Held {
  private readonly pair: Pair;
  constructor(pair: Pair) {
    this.pair = pair;
  }

  /** Lets the conversation go on, nothing lost. */
  release(): void {
    this.pair.held = false;
    for (const go of this.pair.waiting.splice(0)) go();
  }

  /** Breaks the connection on both sides, with a reset. */
  cut(): void {
    this.pair.client.resetAndDestroy();
    this.pair.server.resetAndDestroy();
  }
}

/** @param url of the server; it is the same behind the gate but for host and port */
export async function openGate(url: string): Promise<Gate> {
  const gate = await Gate.listen(new URL(url));
  onTestFinished(() => gate.close());
  return gate;
}

export class Gate {
  private readonly target: URL;
  private readonly listener: Server;
  private readonly pairs = new Set<Pair>();
  private traps: Trap[] = [];
  private refusals: { error: Refusal; left: number }[] = [];
  /** Statements that have gone to the server, in their order. */
  readonly statements: string[] = [];

  private constructor(target: URL) {
    this.target = target;
    this.listener = createServer({ allowHalfOpen: true }, (client) => this.forward(client));
  }

  static async listen(target: URL): Promise<Gate> {
    const gate = new Gate(target);
    gate.listener.listen(0, '127.0.0.1');
    await once(gate.listener, 'listening');
    return gate;
  }

  /** The URL of a database as it is behind the gate. */
  through(url: string): string {
    const changed = new URL(url);
    changed.hostname = '127.0.0.1';
    changed.port = String((this.listener.address() as AddressInfo).port);
    return changed.href;
  }

  /** Resolves when the conversation has stopped at the point. Others go on. */
  hold(point: Point): Promise<Held> {
    return new Promise((resolve) => {
      this.traps.push({
        point,
        spring: (pair) => resolve(new Held(pair)),
        sent: undefined,
        copied: 0,
      });
    });
  }

  /** Answers so many connections that are to come with an error of the server, and ends them. */
  refuse(error: Refusal, times: number): void {
    this.refusals.push({ error, left: times });
  }

  async close(): Promise<void> {
    for (const { client, server } of this.pairs) {
      client.destroy();
      server.destroy();
    }
    this.listener.close();
    if (this.listener.listening) await once(this.listener, 'close');
  }

  private forward(client: Socket): void {
    const { hostname, port } = this.target;
    const server = connect({ host: hostname, port: Number(port || '5432'), allowHalfOpen: true });
    const pair: Pair = { client, server, held: false, waiting: [] };
    this.pairs.add(pair);
    const toServer = new Splitter('client');
    const toClient = new Splitter('server');
    client.on('data', (chunk: Buffer) => {
      for (const message of toServer.push(chunk)) this.toServer(pair, message);
    });
    server.on('data', (chunk: Buffer) => {
      for (const message of toClient.push(chunk)) this.toClient(pair, message);
    });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.setNoDelay(true);
      from.on('error', () => to.resetAndDestroy());
      from.on('end', () => to.end());
      from.on('close', () => {
        // A process that is gone must be gone for the server too, also where all is held.
        to.destroy();
        this.pairs.delete(pair);
      });
    }
  }

  private toServer(pair: Pair, message: Message): void {
    const refusal = message.type === '' ? this.refusals.find(({ left }) => left > 0) : undefined;
    if (refusal !== undefined) {
      refusal.left -= 1;
      pair.held = true;
      pair.client.end(errorMessage('FATAL', refusal.error));
      return;
    }
    if (pair.held) {
      pair.waiting.push(() => this.toServer(pair, message));
      return;
    }
    const statement = statementOf(message);
    for (const trap of this.traps) {
      const { point } = trap;
      if ('before' in point && statement !== undefined && point.before.test(statement)) {
        this.spring(trap, pair);
        pair.waiting.push(() => this.toServer(pair, message));
        return;
      }
      if ('after' in point && statement !== undefined && point.after.test(statement)) {
        trap.sent ??= pair;
      }
      if ('copied' in point && message.type === 'd') {
        trap.copied += message.bytes.length;
        if (trap.copied >= point.copied) {
          pair.server.write(message.bytes);
          this.spring(trap, pair);
          return;
        }
      }
    }
    if (statement !== undefined) this.statements.push(statement);
    if (!pair.server.write(message.bytes)) {
      pair.client.pause();
      pair.server.once('drain', () => pair.client.resume());
    }
  }

  private toClient(pair: Pair, message: Message): void {
    if (pair.held) {
      pair.waiting.push(() => this.toClient(pair, message));
      return;
    }
    const answered = this.traps.find(({ sent }) => sent === pair);
    // CommandComplete: the server has done it.
    if (answered !== undefined && message.type === 'C') {
      this.spring(answered, pair);
      pair.waiting.push(() => this.toClient(pair, message));
      return;
    }
    pair.client.write(message.bytes);
  }

  private spring(trap: Trap, pair: Pair): void {
    pair.held = true;
    this.traps = this.traps.filter((other) => other !== trap);
    trap.spring(pair);
  }
}
