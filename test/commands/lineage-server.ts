/**
 * A server of lineage for the tests of the command: it keeps the events that it is sent, and answers
 * as it is told. Whether an event has its form is the tests' affair.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { onTestFinished } from 'vitest';
import type { RunEvent } from '../../src/orchestrators/openlineage/events.js';

export interface Received {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly event: RunEvent;
}

export interface LineageServer {
  readonly url: string;
  readonly received: Received[];
  stop(): Promise<void>;
}

/** Ends with the test. @param status of its answers; `never`: there are none */
export async function lineageServer(status: number | 'never' = 201): Promise<LineageServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const { url: path, headers } = request;
    const body = headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
    void text(body).then((json) => {
      const event = JSON.parse(json) as RunEvent;
      received.push({ path, authorization: headers.authorization, event });
      if (status !== 'never') response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  onTestFinished(stop);
  return { url: `http://127.0.0.1:${port}`, received, stop };
}
