/**
 * One request and its response, using undici's `dispatch`, which passes on each chunk as it
 * arrives. A response is never paused. undici 7 throws uncatchably when a connection ends while its
 * response is paused, and its own `request` pauses a response that is read slowly. So bytes that
 * arrive faster than they are read are kept in a backlog, and a backlog that cannot keep them ends
 * the response.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { Backlog } from './backlog.js';

export interface ResponseOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** In milliseconds. */
  readonly headersTimeout: number;
  readonly bodyTimeout: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Body;
}

/** Can be read once. Fails as the connection does, or with the reason of the signal. */
export interface Body extends AsyncIterable<Buffer> {
  /** Ends the response, whatever is still to come. */
  close(): void;
}

/**
 * @returns when the headers are there
 * @throws what undici throws; the reason of an aborted signal
 */
export function responseTo(
  dispatcher: Dispatcher,
  at: URL,
  { signal, ...options }: ResponseOptions,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const exchange = new Exchange(resolve, reject, signal);
    const { origin, pathname, search } = at;
    dispatcher.dispatch({ origin, path: pathname + search, method: 'GET', ...options }, exchange);
  });
}

class Exchange implements Dispatcher.DispatchHandler, Body {
  private readonly backlog = new Backlog();
  private controller: Dispatcher.DispatchController | undefined;
  /** The response is complete or failed: undici has nothing more to do for it. */
  private settled = false;
  /** The response is no longer wanted. */
  private closed = false;

  constructor(
    private readonly resolve: (response: Response) => void,
    private readonly reject: (thrown: unknown) => void,
    private readonly signal: AbortSignal | undefined,
  ) {
    signal?.addEventListener('abort', this.onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.closed) controller.abort(new Unwanted());
  }

  onResponseStart(_: unknown, status: number, headers: IncomingHttpHeaders): void {
    // Interim responses announce another one.
    if (status >= 200) this.resolve({ status, headers, body: this });
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    if (this.closed) return;
    try {
      this.backlog.push(chunk);
    } catch (thrown) {
      this.end(thrown);
    }
  }

  onResponseEnd(): void {
    this.settled = true;
    this.backlog.end();
  }

  onResponseError(_: unknown, error: Error): void {
    this.settled = true;
    this.end(error);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void, undefined> {
    try {
      yield* this.backlog;
    } finally {
      this.close();
    }
  }

  close(): void {
    this.end(new Unwanted());
  }

  private readonly onAbort = (): void => this.end(this.signal?.reason);

  private end(reason: unknown): void {
    if (this.closed) return;
    this.closed = true;
    this.signal?.removeEventListener('abort', this.onAbort);
    this.reject(reason);
    this.backlog.drop(reason);
    if (!this.settled) this.controller?.abort(new Unwanted());
  }
}

/** The reason with which undici ends a response that is no longer wanted. */
class Unwanted extends Error {
  override readonly message = 'The response was closed.';
}
