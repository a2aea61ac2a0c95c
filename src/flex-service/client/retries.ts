/**
 * How often, and after which pauses, a request is repeated, and the error when it is not. It counts
 * and waits; the request itself is made elsewhere.
 */
import { redact } from '../../text/redact.js';
import { plural } from '../../text/numbers.js';
import { FlexError } from '../../errors.js';
import type { Clock } from '../../time/retry.js';
import { SERVICE_CODES, serviceCode, type ServiceAction, type ServiceCode } from '../codes.js';
import type { ServiceResponse } from '../response.js';
import type { Endpoint } from './endpoint.js';
import type { Failure } from './exchange.js';
import { inWords, type Pacer } from './pacing.js';
import { periodOf, type ReportRequest } from './request.js';

export interface TriesOptions {
  readonly waitMilliseconds: number;
  readonly clock: Clock;
  readonly pacer: Pacer;
  readonly endpoint: Endpoint;
  readonly signal?: AbortSignal | undefined;
  readonly log: (event: Logged) => void;
  /** If set, a report that is not ready can be resumed later. */
  readonly onReferenceCode?: unknown;
}

export interface Logged {
  readonly level: 'debug' | 'info' | 'warn';
  /** Without secrets. */
  readonly message: string;
}

/** Pauses after network failures, in seconds; then the failure is final. */
const FAILURE_PAUSES = [2, 5, 15, 30];
/** The same after incomplete bodies. */
const BODY_PAUSES = [2, 5, 15, 30];

export class Retries {
  private readonly end: number;
  private readonly counts: Record<ServiceAction, number> = { poll: 0, slow: 0, retry: 0, stop: 0 };
  /** The current wait: makes the error for the case that the patience ends now. */
  private over: (() => FlexError) | undefined;
  private failures = 0;
  private brokenBodies = 0;
  /** Answers after which another address was tried at once. */
  private elsewhere = 0;

  constructor(
    private readonly request: ReportRequest,
    private readonly options: TriesOptions,
  ) {
    this.end = options.clock.now() + options.waitMilliseconds;
  }

  /** Milliseconds that the user still waits; 0 and less: none. */
  get remaining(): number {
    return this.end - this.options.clock.now();
  }

  /** The pacer has no turn before the patience ends: the reason of the wait is more informative. */
  withoutTurn(error: FlexError): FlexError {
    return error.code === 'FLEX_SERVICE_BUSY' ? (this.over?.() ?? error) : error;
  }

  /** Between the request for a report and the first poll. */
  async firstPause(): Promise<void> {
    await this.pause(this.next('poll', serviceCode('1019').pauses)!, () => this.notReady('1019'));
  }

  /**
   * Returns when the request may be repeated, to the next address if there is one.
   * @param others how many other addresses there are
   * @throws FlexError if it will not be repeated
   */
  async afterResponse(response: ServiceResponse, others: number): Promise<void> {
    this.failures = 0;
    const { errorCode, errorMessage } = response;
    const code = serviceCode(errorCode, errorMessage);
    // Retired addresses answer like this permanently: the other ones are tried at once.
    if (code.action === 'retry' && this.elsewhere++ < others) return;
    const seconds = this.next(code.action, code.pauses);
    if (seconds === undefined) {
      if (code.error === 'FLEX_SERVICE_LOCKED') await this.options.pacer.stop();
      throw this.refusal(response);
    }
    const over = (): FlexError => this.notReady(errorCode, response);
    if (code.action === 'slow') await this.slowDown(seconds, over);
    else await this.pause(seconds, over);
  }

  /**
   * Returns when the request may be repeated, to the next address if there is one.
   * @param others how many other addresses there are
   */
  async afterFailure(failure: Failure, others: number): Promise<void> {
    const { error, cure, retryAfter = 0 } = failure;
    if (cure === 'elsewhere') {
      if (others === 0) throw error;
      return;
    }
    if (cure === 'slow') {
      const pauses = serviceCode('1018').pauses;
      const seconds = Math.max(this.next('slow', pauses)!, retryAfter / 1000);
      await this.slowDown(seconds, () => error);
      return;
    }
    this.failures++;
    const pause = FAILURE_PAUSES[this.failures - 1 - others];
    // The other addresses have not failed yet: they are tried at once.
    if (this.failures <= others) return;
    if (pause === undefined) throw error;
    await this.pause(Math.max(pause, retryAfter / 1000), () => error);
  }

  /** Returns when the same report may be fetched again. */
  async afterBrokenBody(error: FlexError): Promise<void> {
    const seconds = BODY_PAUSES[this.brokenBodies++];
    const last = new FlexError(
      'FLEX_SERVICE_UNAVAILABLE',
      `The report was incomplete ${plural(this.brokenBodies, 'time')}: ${error.message}`,
      { cause: error },
    );
    if (seconds === undefined) throw last;
    this.options.log({ level: 'info', message: redact(`${error.message} Fetching it again.`) });
    await this.pause(seconds, () => last);
  }

  /** The error for an answer that ends the conversation. */
  refusal(response: ServiceResponse): FlexError {
    const { errorCode, errorMessage } = response;
    const code = serviceCode(errorCode, errorMessage);
    return new FlexError(code.error, `${quoted(response)} ${this.meaning(errorCode, code)}`, {
      advice: this.advice(errorCode, code),
    });
  }

  /** @returns undefined if there were enough */
  private next(action: ServiceAction, pauses: readonly number[]): number | undefined {
    const count = this.counts[action]++;
    const endless = action === 'poll' || action === 'slow';
    return pauses[count] ?? (endless ? pauses.at(-1) : undefined);
  }

  private async pause(seconds: number, over: () => FlexError): Promise<void> {
    const { clock, signal } = this.options;
    const { remaining } = this;
    this.over = over;
    if (remaining <= 0) throw over();
    await clock.wait(Math.min(seconds * 1000, remaining), signal);
  }

  /** A pause for all processes. One that is longer than the patience is not waited for. */
  private async slowDown(seconds: number, over: () => FlexError): Promise<void> {
    const milliseconds = seconds * 1000;
    this.options.log({
      level: 'info',
      message: `The service asks to slow down: no requests for ${inWords(milliseconds)}.`,
    });
    await this.options.pacer.slowDown(milliseconds);
    if (milliseconds >= this.remaining) throw over();
    await this.pause(seconds, over);
  }

  private notReady(errorCode: string | undefined, response?: ServiceResponse): FlexError {
    const code = serviceCode(errorCode, response?.errorMessage);
    const { waitMilliseconds, onReferenceCode } = this.options;
    const said = response === undefined ? '' : ` ${quoted(response)}`;
    const again =
      onReferenceCode === undefined
        ? 'Run again later'
        : 'Run again later; the requested report is then resumed';
    return new FlexError(
      code.action === 'retry' ? code.error : 'FLEX_SERVICE_BUSY',
      `There was no report after ${inWords(waitMilliseconds)}.${said} ${this.meaning(errorCode, code)}`,
      { advice: `${again}, or wait longer with --wait.` },
    );
  }

  private meaning(errorCode: string | undefined, { meaning }: ServiceCode): string {
    const period = errorCode === '1003' ? periodOf(this.request) : undefined;
    const asked = period === undefined ? '' : ` for ${period}`;
    return `${SERVICE_CODES.has(errorCode ?? '') ? errorCode : 'It'} means that ${meaning}${asked}.`;
  }

  private advice(errorCode: string | undefined, { advice }: ServiceCode): string {
    if (errorCode === '1001' && this.options.endpoint.kind === 'legacy') {
      return 'The legacy addresses of the service always answer like this: use --endpoint current.';
    }
    if (errorCode === '1003' && periodOf(this.request) !== undefined) {
      return (
        'The account may have had no activity or not been open yet, or the last day may be ' +
        'unfinished or not processed yet: choose other days, or omit them to use the period ' +
        'of the query.'
      );
    }
    return advice;
  }
}

/** The answer of the service, secrets redacted. */
function quoted({ status, errorCode, errorMessage }: ServiceResponse): string {
  const words = [status ?? 'no status', errorCode].filter((part) => part !== undefined).join(' ');
  const message = errorMessage === undefined ? '' : ` (“${redact(errorMessage).slice(0, 200)}”)`;
  return `The service answered ${redact(words).slice(0, 80)}${message}.`;
}
