/**
 * HTTP as the service needs it: timeouts, proxies, redirects that do not reveal the token,
 * compressed bodies. Answers are not interpreted here.
 */
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EnvHttpProxyAgent } from 'undici';
import { redact } from '../../text/redact.js';
import { FlexError } from '../../errors.js';
import { VERSION } from '../../version.js';
import { mayHaveToken, type Endpoint } from './endpoint.js';
import { networkError } from './network-error.js';
import { Proxies } from '../../http/proxies.js';
import { notDripping, type Deadline } from './report-body.js';
import { responseTo, type Body, type Response } from './response.js';

/** In milliseconds. */
export interface Timeouts {
  /** For DNS, connection and TLS. */
  readonly connect: number;
  /** From the request to the first byte of the answer: large reports are generated in between. */
  readonly headers: number;
  /** Between two pieces of a body. */
  readonly body: number;
  /** The least time for headers and body, however little is left of the patience. */
  readonly least: number;
}

export const TIMEOUTS: Timeouts = {
  connect: 10_000,
  headers: 120_000,
  body: 60_000,
  least: 10_000,
};

export interface ConnectionOptions {
  readonly endpoint: Endpoint;
  readonly timeouts?: Timeouts | undefined;
  /** Environment with the proxies, see http/proxies.ts. Default: of the process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Trusted certificates (PEM) instead of Node's. */
  readonly ca?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A limit for answers that stall or trickle. Default: only the timeouts. */
  readonly patience?: Deadline | undefined;
  /** Awaited before each request, including redirects. */
  readonly turn: () => Promise<unknown>;
}

export interface Reply {
  readonly status: number;
  /** The host that answered in the end. */
  readonly host: string;
  /** Milliseconds for which the service wants no requests. */
  readonly retryAfter: number | undefined;
  /** Uncompressed. Fails with a FlexError if it is cut off; must be read, or closed by `return`. */
  readonly body: AsyncIterable<Buffer>;
}

const MAX_REDIRECTS = 5;

export class Connection {
  private readonly options: ConnectionOptions;
  private readonly timeouts: Timeouts;
  private readonly proxies: Proxies;
  private readonly agent: EnvHttpProxyAgent;
  /** The body of the last response: there is one at a time. */
  private body: Body | undefined;

  /** @throws FlexError FLEX_CONFIG for an invalid proxy address */
  constructor(options: ConnectionOptions) {
    this.options = options;
    this.timeouts = options.timeouts ?? TIMEOUTS;
    this.proxies = new Proxies(options.env ?? process.env);
    const { connect: timeout } = this.timeouts;
    const tls = options.ca === undefined ? { timeout } : { timeout, ca: options.ca };
    this.agent = new EnvHttpProxyAgent({
      ...this.proxies.ofAgent,
      connect: tls,
      requestTls: tls,
      proxyTls: { timeout },
    });
  }

  /**
   * @param address with its parameters, the token among them
   * @throws FlexError FLEX_SERVICE_UNAVAILABLE where there is no answer, FLEX_CONFIG where it
   *   would go through a SOCKS proxy, FLEX_FOREIGN_HOST for a redirect to a host that must not have the token; the reason of an aborted signal
   */
  async get(address: URL): Promise<Reply> {
    let at = address;
    for (let redirects = 0; ; redirects++) {
      await this.options.turn();
      const { status, headers, body } = await this.request(at);
      this.body = body;
      const location = header(headers, 'location');
      if (status < 300 || status > 399 || location === undefined) {
        return {
          status,
          host: at.host,
          retryAfter: retryAfter(header(headers, 'retry-after')),
          body: this.watched(body, header(headers, 'content-encoding'), at.host),
        };
      }
      body.close();
      if (redirects === MAX_REDIRECTS) {
        throw unavailable(`${at.host} redirects in a loop.`);
      }
      at = this.redirected(at, location);
    }
  }

  /** Closes what is still open. */
  async close(): Promise<void> {
    this.body?.close();
    await this.agent.destroy().catch(() => undefined);
  }

  private async request(at: URL): Promise<Response> {
    const { signal } = this.options;
    const proxy = this.proxies.for(at);
    try {
      return await responseTo(this.agent, at, {
        headers: {
          // The service refuses requests without one.
          'user-agent': `flexetl/${VERSION} Node/${process.versions.node}`,
          accept: '*/*',
          'accept-encoding': 'gzip',
        },
        headersTimeout: this.inTime(this.timeouts.headers),
        bodyTimeout: this.inTime(this.timeouts.body),
        signal,
      });
    } catch (thrown) {
      signal?.throwIfAborted();
      throw networkError(at.host, thrown, proxy);
    }
  }

  /** A timeout that leaves half of the patience for a retry. */
  private inTime(timeout: number): number {
    const left = this.options.patience?.remaining() ?? Infinity;
    return Math.min(timeout, Math.max(this.timeouts.least, Math.ceil(left / 2)));
  }

  private redirected(from: URL, location: string): URL {
    const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (to === undefined)
      throw unavailable(`${from.host} redirects to something that is not an address.`);
    if (mayHaveToken(this.options.endpoint, to)) return to;
    const where =
      to.host === '' ? `a ${to.protocol} address` : `${redact(to.host)} (${to.protocol})`;
    throw new FlexError(
      'FLEX_FOREIGN_HOST',
      `${from.host} redirects to ${where}, which must not be given the token.`,
      {
        advice:
          'The token was not sent there. A captive portal or a proxy may be in between; try from another network.',
      },
    );
  }

  private watched(body: Body, encoding: string | undefined, host: string): AsyncIterable<Buffer> {
    const { patience } = this.options;
    const unpacked = this.unpacked(body, encoding, host);
    return patience === undefined ? unpacked : notDripping(unpacked, host, patience);
  }

  private async *unpacked(
    body: Body,
    encoding: string | undefined,
    host: string,
  ): AsyncGenerator<Buffer, void, undefined> {
    const unpack = UNPACKING[encoding?.trim().toLowerCase() ?? ''];
    try {
      if (unpack === undefined) {
        throw unavailable(`${host} uses a content encoding that was not requested.`);
      }
      const stream = unpack(body);
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (thrown) {
      this.options.signal?.throwIfAborted();
      throw networkError(host, thrown, undefined);
    } finally {
      body.close();
    }
  }
}

const UNPACKING: Readonly<Record<string, (body: Body) => AsyncIterable<unknown>>> = {
  '': (body) => body,
  identity: (body) => body,
  gzip: (body) => pipeline(body, createGunzip(), () => undefined),
  'x-gzip': (body) => pipeline(body, createGunzip(), () => undefined),
  deflate: (body) => pipeline(body, createInflate(), () => undefined),
  br: (body) => pipeline(body, createBrotliDecompress(), () => undefined),
};

function header(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  name: string,
): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * Seconds, limited to the 900 that a pace remembers; dates are ignored, since clocks may differ.
 */
function retryAfter(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text.trim())
    ? Math.min(Number(text), 900) * 1000
    : undefined;
}

function unavailable(message: string): FlexError {
  return new FlexError('FLEX_SERVICE_UNAVAILABLE', message);
}
