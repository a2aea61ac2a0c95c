/**
 * Connections that end while their response is still being read: in each framing of HTTP, whole
 * or cut, with a reader that has taken one chunk and reads on when the connection is gone.
 */
import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EXIT, FlexError } from '../../../src/errors.js';
import { folderOf, REPORT, statement, talk, type Talk, type TalkOptions } from './talk.js';

const SUCCESS =
  '<FlexStatementResponse><Status>Success</Status><ReferenceCode>1</ReferenceCode></FlexStatementResponse>';

/** Some three megabytes: more than the client keeps in memory. */
const LARGE = statement('20240603', '20240628', 28_000);

interface Served {
  readonly url: string;
  /** Resolves when the first connection of a report has ended on both sides. */
  readonly gone: Promise<void>;
}

/** Answers at the socket: first reports by `first`, those after it by a plain, whole response. */
async function serve(first: (socket: Socket) => void): Promise<Served> {
  let ended = (): void => undefined;
  const gone = new Promise<void>((resolve) => (ended = resolve));
  const sockets = new Set<Socket>();
  let reports = 0;
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.once('data', (request) => {
      if (request.includes('/SendRequest')) socket.end(whole(SUCCESS));
      else if (reports++ > 0) socket.end(whole(REPORT));
      else {
        socket.once('close', () => setImmediate(ended));
        first(socket);
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await once(server.close(), 'close');
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, gone };
}

const whole = (body: string): string =>
  `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;

type Framing = (body: Buffer) => { readonly head: string; readonly bytes: Buffer };

const chunked = (body: Buffer): Buffer => {
  const parts: (Buffer | string)[] = [];
  for (let at = 0; at < body.length; at += 8000) {
    const part = body.subarray(at, at + 8000);
    parts.push(`${part.length.toString(16)}\r\n`, part, '\r\n');
  }
  return Buffer.concat([...parts, '0\r\n\r\n'].map((part) => Buffer.from(part)));
};

const FRAMINGS: readonly (readonly [name: string, framing: Framing])[] = [
  [
    'a length, and the connection closed',
    (body) => ({ head: `Content-Length: ${body.length}\r\nConnection: close`, bytes: body }),
  ],
  [
    'a length, and the connection kept',
    (body) => ({ head: `Content-Length: ${body.length}`, bytes: body }),
  ],
  [
    'chunks, and the connection closed',
    (body) => ({ head: 'Transfer-Encoding: chunked\r\nConnection: close', bytes: chunked(body) }),
  ],
  [
    'chunks, and the connection kept',
    (body) => ({ head: 'Transfer-Encoding: chunked', bytes: chunked(body) }),
  ],
  ['nothing but its end', (body) => ({ head: 'Connection: close', bytes: body })],
];

/** As much as fills a buffer of streams after the first hundred bytes were taken from it. */
const EXACT = REPORT.replace(
  '<FlexStatements',
  '<FlexStatements'.padStart('<FlexStatements'.length + 100 + 64 * 1024 - REPORT.length),
);

/** Reads one chunk, then the others when `until` has passed. As in an archive, a report must be whole. */
function takingLate(until: Promise<void>, onFirst?: () => void): NonNullable<TalkOptions['take']> {
  return async (body) => {
    let text = '';
    for await (const chunk of body) {
      if (text === '') {
        onFirst?.();
        await until;
      }
      text += chunk.toString();
    }
    if (text.endsWith('</FlexQueryResponse>\n')) return text;
    throw new FlexError('FLEX_TRUNCATED', `The report ends after ${text.length} characters.`);
  };
}

async function talkTo(served: Served): Promise<Talk> {
  return talk(served, { take: takingLate(served.gone) });
}

describe.each(FRAMINGS)('a response framed by %s', (_name, framing) => {
  const { head, bytes } = framing(Buffer.from(LARGE));
  const start = `HTTP/1.1 200 OK\r\n${head}\r\n\r\n`;

  it('is whole when its connection ends before it is read', async () => {
    const served = await serve((socket) => {
      socket.write(start);
      socket.end(bytes);
    });
    const { thrown, bodies } = await talkTo(served);
    expect(thrown).toBeUndefined();
    expect(bodies.map((body) => body === LARGE)).toEqual([true]);
  });

  it('is whole when its connection ends with what fills a buffer', async () => {
    const exact = framing(Buffer.from(EXACT));
    let goOn = (): void => undefined;
    const served = await serve((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${exact.head}\r\n\r\n`);
      const at = exact.bytes.length - 64 * 1024;
      socket.write(exact.bytes.subarray(0, at));
      goOn = () => socket.end(exact.bytes.subarray(at));
    });
    const { thrown, bodies } = await talk(served, { take: takingLate(served.gone, () => goOn()) });
    expect(thrown).toBeUndefined();
    expect(bodies.map((body) => body === EXACT)).toEqual([true]);
  });

  it('packed with gzip is unpacked when its connection ends before it is read', async () => {
    // Stored, not deflated: it must be as large as it was.
    const packed = framing(gzipSync(LARGE, { level: 0 }));
    const served = await serve((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n${packed.head}\r\n\r\n`);
      socket.end(packed.bytes);
    });
    const { thrown, bodies } = await talkTo(served);
    expect(thrown).toBeUndefined();
    expect(bodies.map((body) => body === LARGE)).toEqual([true]);
  });

  it.each([
    ['closed', (socket: Socket) => socket.end()],
    ['reset', (socket: Socket) => socket.resetAndDestroy()],
  ])('is asked for again when its connection is %s in the middle', async (_, end) => {
    const served = await serve((socket) => {
      socket.write(start);
      socket.write(bytes.subarray(0, 2_000_000), () => end(socket));
    });
    const { thrown, bodies } = await talkTo(served);
    expect(thrown).toBeUndefined();
    expect(bodies).toEqual([undefined, REPORT]);
  });
});

/** @returns how many files are open in the temporary directory, which is one by itself */
function temporaryFiles(directory: string): () => number {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = directory;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  return () =>
    readdirSync('/proc/self/fd').filter((descriptor) => {
      try {
        return readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(directory);
      } catch {
        return false;
      }
    }).length;
}

describe('a response that is not wanted any more', () => {
  it('ends at a signal, and leaves no file open', async () => {
    const files = temporaryFiles(folderOf({}));
    const interrupting = new AbortController();
    const reason = new Error('interrupted');
    const served = await serve((socket) => {
      // Most of a response, and then silence.
      socket.write(whole(LARGE).slice(0, 2_500_000));
    });
    const { thrown, bodies } = await talk(served, {
      signal: interrupting.signal,
      take: async (body) => {
        for await (const chunk of body) {
          expect(chunk.length).toBeGreaterThan(0);
          while (files() === 0) await new Promise((turn) => setImmediate(turn));
          interrupting.abort(reason);
        }
        return 'read to its end';
      },
    });
    expect(thrown).toBe(reason);
    expect(bodies).toEqual([undefined]);
    expect(files()).toBe(0);
    await served.gone;
  });

  it('ends although all of it has come in', async () => {
    const interrupting = new AbortController();
    const reason = new Error('interrupted');
    const served = await serve((socket) => socket.end(whole(LARGE)));
    const { thrown } = await talk(served, {
      signal: interrupting.signal,
      take: async (body) => {
        for await (const chunk of body) {
          await served.gone;
          expect(chunk.length).toBeGreaterThan(0);
          interrupting.abort(reason);
        }
        return 'read to its end';
      },
    });
    expect(thrown).toBe(reason);
  });

  it('is not waited for where its connection is still being made', async () => {
    const interrupting = new AbortController();
    const reason = new Error('interrupted');
    // A proxy that takes the request for a way, and never answers.
    const proxy = createServer((socket) => {
      socket.on('error', () => undefined).once('data', () => interrupting.abort(reason));
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const { thrown } = await talk(
      { url: 'https://flex-service.invalid/' },
      {
        signal: interrupting.signal,
        connection: { env: { HTTPS_PROXY: `http://127.0.0.1:${port}` } },
      },
    );
    expect(thrown).toBe(reason);
  });

  it('because there is no space to keep it ends the conversation, and says why', async () => {
    temporaryFiles('/nonexistent/flexetl');
    const served = await serve((socket) => socket.write(whole(LARGE)));
    const { error, bodies } = await talkTo(served);
    expect(error).toMatchObject({ code: 'FLEX_CONFIG', exitStatus: EXIT.configuration });
    expect(error?.message).toContain('/nonexistent/flexetl');
    expect(bodies).toEqual([undefined]);
  });
});
