/** A proxy that leads the names of hosts to services on this machine. */
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface Proxy {
  readonly url: string;
  /** What was asked for: `ndcdyn.interactivebrokers.com:443`. */
  readonly asked: string[];
  /** Headers of the requests for a way, one text for each. */
  readonly headers: string[];
  stop(): Promise<void>;
}

/**
 * @param ways address of a service by name and port; a name that is not there is not known
 */
export async function startProxy(ways: Readonly<Record<string, string>>): Promise<Proxy> {
  const asked: string[] = [];
  const headers: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connect', (request, socket: Socket) => {
    const name = request.url ?? '';
    asked.push(name);
    headers.push(JSON.stringify(request.headers));
    sockets.add(socket.on('error', () => undefined));
    const way = ways[name];
    if (way === undefined) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(Number(new URL(way).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    sockets.add(onward.on('error', () => socket.destroy()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    headers,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        for (const socket of sockets) socket.destroy();
        server.closeAllConnections();
      }),
  };
}
