/**
 * Requests to one bucket: addressed, signed (aws4fetch), sent, and retried. Objects are s3.ts and
 * multipart.ts.
 */
import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { Dispatcher } from 'undici';
import { agentOf, answerTo, TooLong, type Answer, type Asked } from '../http/exchange.js';
import { Proxies } from '../http/proxies.js';
import { withRetry, type Clock } from '../time/retry.js';
import { VERSION } from '../version.js';
import { readError } from './answers.js';
import type { CredentialSource } from './credentials.js';
import { connectionError, CURABLE, notS3, refusal } from './errors.js';
import type { Place } from './settings.js';

/** Pauses before the second try, the third, …, in milliseconds. */
const PAUSES = [200, 800, 2000, 5000, 10_000] as const;
const CONNECT_TIMEOUT = 10_000;
const PATIENCE = 60_000;
/** An upload may be this slow, in bytes per millisecond: a tenth of a megabyte per second. */
const SLOWEST = 100;

export interface Wanted extends Pick<Asked, 'method' | 'body'> {
  /** '' for the bucket. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Maximum bytes of the answer. Default: 4 MiB, more than any page or error. */
  readonly limit?: number;
  /** Statuses other than 2xx that are no errors. */
  readonly accept?: readonly number[];
  /** For messages: `read s3://bucket/key`. */
  readonly doing: string;
}

export interface Replied extends Answer {
  /** More than 1 if an earlier try may have succeeded although its answer was lost. */
  readonly tries: number;
}

export interface RequestOptions {
  readonly place: Place;
  readonly credentials: CredentialSource;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

const LIMIT = 4 * 1024 * 1024;

export class Requests {
  private readonly options: RequestOptions;
  private readonly proxies: Proxies;
  private readonly agent: Dispatcher;
  /** Corrected if the store names another region for the bucket. */
  private region: string;
  private readonly signingKeys = new Map<string, ArrayBuffer>();

  /** @throws FlexError FLEX_CONFIG for an invalid address of a proxy */
  constructor(options: RequestOptions) {
    this.options = options;
    const { env, place } = options;
    this.region = place.region;
    this.proxies = new Proxies(env);
    this.agent = agentOf(this.proxies, place.ca, CONNECT_TIMEOUT);
  }

  /** @throws FlexError, also for a status that is not accepted */
  async ask(wanted: Wanted): Promise<Replied> {
    let tries = 0;
    const { clock, signal } = this.options;
    return withRetry({ codes: CURABLE, pauses: PAUSES, clock, signal }, async () => {
      tries += 1;
      const answer = await this.answered(wanted);
      const status = statusOf(wanted, answer);
      if ((status >= 200 && status < 300) || wanted.accept?.includes(status) === true) {
        return { ...answer, status, tries };
      }
      throw refusal(wanted.doing, { ...answer, status });
    });
  }

  private async answered(wanted: Wanted): Promise<Answer> {
    const answer = await this.once(wanted);
    const { 'x-amz-bucket-region': named } = answer.headers;
    const elsewhere = [301, 307, 400, 403].includes(answer.status);
    if (!elsewhere || typeof named !== 'string' || named === this.region) return answer;
    this.region = named;
    return this.once(wanted);
  }

  private async once(wanted: Wanted): Promise<Answer> {
    const { signal } = this.options;
    const { method, body, doing, limit = LIMIT } = wanted;
    const { url, headers } = await this.signed(wanted);
    const proxy = this.proxies.for(url);
    try {
      return await answerTo(this.agent, {
        ...{ method, url, headers, body, limit, signal },
        patience: PATIENCE + (body?.length ?? 0) / SLOWEST,
      });
    } catch (thrown) {
      signal?.throwIfAborted();
      throw thrown instanceof TooLong
        ? notS3(doing, thrown)
        : connectionError(url.host, thrown, proxy);
    }
  }

  private async signed({
    method,
    key,
    query = {},
    headers = {},
    body,
  }: Wanted): Promise<{ url: URL; headers: Record<string, string> }> {
    const { credentials, place } = this.options;
    const url = new URL(place.baseUrl(this.region) + encodeKey(key));
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    // The address and the signature must encode a space in the same way.
    url.search = url.search.replaceAll('+', '%20');
    const signer = new AwsV4Signer({
      ...(await credentials.current()),
      method,
      url: url.href,
      service: 's3',
      region: this.region,
      cache: this.signingKeys,
      headers: {
        ...headers,
        'user-agent': `flexetl/${VERSION} Node/${process.versions.node}`,
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
    });
    const signed = await signer.sign();
    return { url, headers: Object.fromEntries(signed.headers) };
  }
}

/** A store may answer a POST with 200 before it starts, and report a failure only in the body. */
function statusOf({ method }: Wanted, { status, body }: Answer): number {
  const said = method === 'POST' && status < 300 ? readError(body) : undefined;
  if (said === undefined) return status;
  return said.code === 'PreconditionFailed' ? 412 : 500;
}

/** Escapes every character that an address or a signature could interpret in two ways. */
function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
