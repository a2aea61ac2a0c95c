/**
 * One request whose response fits in memory. Streamed responses are handled elsewhere.
 *
 * A response is never paused: undici 7 throws uncatchably when a connection ends while its response
 * is paused.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { Proxies } from './proxies.js';

export interface Asked {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
  /** Maximum bytes of the response; a longer one is an error. */
  readonly limit: number;
  /** Milliseconds to wait for the headers, and between two pieces of the body. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The response was longer than its limit. */
export class TooLong extends Error {
  override readonly message = 'The response is longer than expected.';
}

/**
 * Connections that use the proxies. Certificates are always checked.
 * @param ca trusted certificates (PEM) instead of Node's
 * @param timeout of a connection, in milliseconds
 */
export function agentOf(proxies: Proxies, ca: string | undefined, timeout: number): Dispatcher {
  const trusted = ca === undefined ? {} : { ca };
  const tls = { timeout, rejectUnauthorized: true, ...trusted };
  return new EnvHttpProxyAgent({ ...proxies.ofAgent, connect: tls, requestTls: tls });
}

/** @throws what undici throws, TooLong, and the reason of an aborted signal */
export function answerTo(dispatcher: Dispatcher, asked: Asked): Promise<Answer> {
  const { method, url, headers, body, patience } = asked;
  return new Promise((resolve, reject) => {
    asked.signal?.throwIfAborted();
    dispatcher.dispatch(
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method,
        headers,
        body: body ?? null,
        headersTimeout: patience,
        bodyTimeout: patience,
      },
      new Collector(asked, resolve, reject),
    );
  });
}

class Collector implements Dispatcher.DispatchHandler {
  private readonly pieces: Buffer[] = [];
  private bytes = 0;
  private head: Omit<Answer, 'body'> | undefined;
  private controller: Dispatcher.DispatchController | undefined;
  private reason: unknown;

  constructor(
    private readonly asked: Pick<Asked, 'limit' | 'signal'>,
    private readonly resolve: (answer: Answer) => void,
    private readonly reject: (thrown: unknown) => void,
  ) {
    asked.signal?.addEventListener('abort', this.onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.asked.signal?.aborted === true) this.onAbort();
  }

  onResponseStart(_: unknown, status: number, headers: IncomingHttpHeaders): void {
    // A status below 200 announces another response.
    if (status >= 200) this.head = { status, headers };
  }

  onResponseData(_: unknown, piece: Buffer): void {
    this.bytes += piece.length;
    if (this.bytes > this.asked.limit) this.end(new TooLong());
    else this.pieces.push(piece);
  }

  onResponseEnd(): void {
    this.asked.signal?.removeEventListener('abort', this.onAbort);
    this.resolve({ ...this.head!, body: Buffer.concat(this.pieces) });
  }

  onResponseError(_: unknown, error: Error): void {
    this.asked.signal?.removeEventListener('abort', this.onAbort);
    this.reject(this.reason ?? error);
  }

  private readonly onAbort = (): void => this.end(this.asked.signal?.reason);

  /** Ignores the rest of the response. */
  private end(reason: unknown): void {
    this.reason ??= reason;
    this.reject(this.reason);
    this.controller?.abort(
      reason instanceof Error ? reason : new Error('The request was aborted.'),
    );
  }
}
