/**
 * The conversation with the Flex Web Service: request a report, wait until it is generated, fetch
 * it. The meaning of answers is src/flex-service/codes.ts; reactions, and for how long to try, are
 * here and in retries.ts.
 */
import { FlexError } from '../../errors.js';
import type { Clock } from '../../time/retry.js';
import { serviceCode } from '../codes.js';
import type { ServiceResponse } from '../response.js';
import { Connection, type Timeouts } from './connection.js';
import { statementAddresses, type Endpoint } from './endpoint.js';
import { exchange, type Outcome } from './exchange.js';
import type { Pacer } from './pacing.js';
import { watched } from './report-body.js';
import { parametersOf, type PendingReport, type ReportRequest } from './request.js';
import type { Secret } from './token.js';
import { Retries, type Logged } from './retries.js';

export type { PendingReport, ReportRequest } from './request.js';

export interface ServiceOptions {
  readonly token: Secret;
  readonly endpoint: Endpoint;
  /**
   * Limits the whole conversation, pauses and polls included; a report that is arriving is not cut
   * off.
   */
  readonly waitMilliseconds: number;
  readonly clock: Clock;
  readonly pacer: Pacer;
  /** Its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  readonly log: (event: Logged) => void;
  readonly timeouts?: Timeouts | undefined;
  /** Proxies and trusted certificates. Default: those of the process. */
  readonly connection?:
    | {
        readonly env?: Readonly<Record<string, string | undefined>>;
        /** PEM, in place of the certificates that Node trusts. */
        readonly ca?: string;
      }
    | undefined;
  /**
   * Awaited as soon as the service has given a reference code, so that the report can be resumed
   * later.
   */
  readonly onReferenceCode?: ((pending: PendingReport) => Promise<void>) | undefined;
}

/**
 * Requests a report and passes its body, as it arrives, to `take`. A body that is cut off or stalls
 * (`take` throws FLEX_TRUNCATED or FLEX_EMPTY_INPUT, or reading it fails) is fetched again with the
 * same reference code, and `take` is called again. Other errors of `take` are thrown.
 *
 * `take` decides whether the body is XML, CSV or anything else; an answer without a report, an HTML
 * page and an empty body never reach it.
 * @throws FlexError FLEX_SERVICE_BUSY, FLEX_SERVICE_NO_REPORT, FLEX_SERVICE_UNAVAILABLE,
 *   FLEX_SERVICE_REFUSED, FLEX_SERVICE_LOCKED, FLEX_FOREIGN_HOST; FLEX_USAGE for a period that is
 *   none; FLEX_CONFIG for a proxy that is none; FLEX_DEST_FULL, FLEX_CONFIG where the temporary
 *   directory cannot keep a body that comes in faster than it is taken
 */
export async function converse<T>(
  request: ReportRequest,
  options: ServiceOptions,
  take: (body: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  const parameters = parametersOf(request);
  const tries = new Retries(request, options);
  const { endpoint, timeouts, connection: { env, ca } = {}, signal, pacer, clock } = options;
  const connection = new Connection({
    ...{ endpoint, timeouts, env, ca, signal },
    patience: { clock, remaining: () => tries.remaining },
    turn: () =>
      pacer.turn({ within: tries.remaining, signal }).catch((thrown: unknown) => {
        throw thrown instanceof FlexError ? tries.withoutTurn(thrown) : thrown;
      }),
  });
  try {
    return await new Conversation(options, connection, tries, parameters).report(
      request.pending,
      take,
    );
  } finally {
    await connection.close();
  }
}

/** The service does not know the reference code, or gave up on its report. */
class Gone {
  constructor(readonly response: ServiceResponse) {}
}

class Conversation {
  constructor(
    private readonly options: ServiceOptions,
    private readonly connection: Connection,
    private readonly tries: Retries,
    private readonly parameters: Readonly<Record<string, string>>,
  ) {}

  async report<T>(
    pending: PendingReport | undefined,
    take: (body: AsyncIterable<Buffer>) => Promise<T>,
  ): Promise<T> {
    if (pending !== undefined) {
      const taken = await this.collect(pending, take, isOver);
      if (!(taken instanceof Gone)) return taken;
      this.options.log({
        level: 'info',
        message: 'The earlier request has expired; requesting a new report.',
      });
    }
    const fresh = await this.ask();
    await this.options.onReferenceCode?.(fresh);
    await this.tries.firstPause();
    const taken = await this.collect(fresh, take, namesNoReference);
    if (taken instanceof Gone) throw this.tries.refusal(taken.response);
    return taken;
  }

  /** SendRequest, until there is a reference code. */
  private async ask(): Promise<PendingReport> {
    for (;;) {
      const outcome = await this.call(this.options.endpoint.sendRequest, this.parameters);
      if (outcome.kind === 'response') {
        const { status, referenceCode, url } = outcome.response;
        if (status?.toLowerCase() === 'success' && referenceCode !== undefined) {
          return { referenceCode, url };
        }
        await this.tries.afterResponse(outcome.response, 0);
      } else if (outcome.kind === 'failed') {
        await this.tries.afterFailure(outcome, 0);
      } else {
        await close(outcome.body);
        throw unexpected(outcome.host);
      }
    }
  }

  /**
   * GetStatement, until the report is taken.
   * @param isGone whether an answer means that this reference code is useless
   */
  private async collect<T>(
    { referenceCode, url }: PendingReport,
    take: (body: AsyncIterable<Buffer>) => Promise<T>,
    isGone: (response: ServiceResponse) => boolean,
  ): Promise<T | Gone> {
    const addresses = this.addresses(url);
    for (;;) {
      const outcome = await this.call(addresses[0]!, { q: referenceCode });
      if (outcome.kind === 'report') {
        const taken = await this.taken(outcome, take);
        if ('value' in taken) return taken.value;
        await this.tries.afterBrokenBody(taken.error);
        addresses.push(addresses.shift()!);
      } else if (outcome.kind === 'failed') {
        const others = addresses.length - 1;
        await this.tries.afterFailure(outcome, others);
        const failed = addresses.shift()!;
        // A retry later may help or not; without another address it was thrown above.
        if (outcome.cure !== 'elsewhere') addresses.push(failed);
      } else if (addresses.length > 1 && mayBeElsewhere(outcome.response)) {
        addresses.shift();
      } else if (isGone(outcome.response)) {
        return new Gone(outcome.response);
      } else {
        await this.tries.afterResponse(outcome.response, addresses.length - 1);
        if (!isBeingMade(outcome.response)) addresses.push(addresses.shift()!);
      }
    }
  }

  private addresses(named: string | undefined): URL[] {
    const addresses = statementAddresses(this.options.endpoint, named);
    if (named !== undefined && addresses.length === 1 && named !== addresses[0]!.href) {
      this.options.log({
        level: 'warn',
        message:
          'The service named an address that must not get the token; using its own address instead.',
      });
    }
    return addresses;
  }

  private async call(address: URL, parameters: Readonly<Record<string, string>>): Promise<Outcome> {
    const { token, log, signal } = this.options;
    signal?.throwIfAborted();
    const { outcome, told } = await exchange(this.connection, address, token, parameters);
    log({ level: 'debug', message: told });
    return outcome;
  }

  /** The result of `take`, or why another body is needed. */
  private async taken<T>(
    { body }: Extract<Outcome, { kind: 'report' }>,
    take: (body: AsyncIterable<Buffer>) => Promise<T>,
  ): Promise<{ value: T } | { error: FlexError }> {
    const { signal } = this.options;
    const incoming = watched(body);
    try {
      return { value: await take(incoming.body) };
    } catch (thrown) {
      signal?.throwIfAborted();
      // Any other failure is in our own code, and another request would not help.
      if (incoming.failure?.code === 'FLEX_SERVICE_UNAVAILABLE') return { error: incoming.failure };
      if (thrown instanceof FlexError && CUT.has(thrown.code)) return { error: thrown };
      throw thrown;
    } finally {
      await close(body);
    }
  }
}

/** Errors of `take` for an incomplete body. */
const CUT: ReadonlySet<string> = new Set(['FLEX_TRUNCATED', 'FLEX_EMPTY_INPUT']);

function namesNoReference(response: ServiceResponse): boolean {
  return response.errorCode === '1017';
}

/**
 * Whether a report that an earlier call requested will never come: a new one may. The answer that
 * ended that call must not end this one too.
 */
function isOver(response: ServiceResponse): boolean {
  const { errorCode, errorMessage } = response;
  const { action, error } = serviceCode(errorCode, errorMessage);
  return action === 'retry' || error === 'FLEX_SERVICE_NO_REPORT' || namesNoReference(response);
}

/** Hosts may not know each other's reports. */
function mayBeElsewhere(response: ServiceResponse): boolean {
  return response.errorCode === '1003' || namesNoReference(response);
}

/** A report will be delivered where it is being generated. */
function isBeingMade(response: ServiceResponse): boolean {
  return response.errorCode === '1019';
}

async function close(body: AsyncIterable<Buffer>): Promise<void> {
  await body[Symbol.asyncIterator]().return?.();
}

function unexpected(host: string): FlexError {
  return new FlexError(
    'FLEX_SERVICE_UNAVAILABLE',
    `${host} answered the request for a report with something that is not an answer of the service.`,
    { advice: 'Check --endpoint.' },
  );
}
