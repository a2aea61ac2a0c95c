/**
 * A gate before an object store: every request goes through it unchanged, and a test is told before
 * and after, so that it can end a process at that moment.
 */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { bytesOf, type Subject } from './contract.js';

/**
 * @param line `PUT /bucket/key`
 * @param when before the store has the request, or after it has answered
 * @returns whether the connection is to be cut there
 */
export type Guard = (line: string, when: 'before' | 'after') => boolean;

/** The same store, reached through the gate; it closes when the test has finished. */
export async function throughGate({ bucket, env }: Subject, guard: Guard): Promise<Subject> {
  const server = createServer((asked, reply) => {
    void (async () => {
      const body = await bytesOf(asked);
      const { method = '', url = '', headers } = asked;
      const line = `${method} ${decodeURIComponent(url)}`;
      if (guard(line, 'before')) return void reply.destroy();
      const onward = request(new URL(url, env['AWS_ENDPOINT_URL']), { method, headers });
      onward.on('response', (answer) => {
        if (guard(line, 'after')) return void reply.destroy();
        reply.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(reply);
      });
      onward.end(body);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { bucket, env: { ...env, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` } };
}
