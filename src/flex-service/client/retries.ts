/**
 * How often, and after which pause, a call is made again; and the error when it
 * is not. It counts and waits; what is called, it does not know.
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
  /** Where there is one, a report that is not ready can be taken up later. */
  readonly onReferenceCode?: unknown;
}

export interface Logged {
  readonly level: 'debug' | 'info' | 'warn';
  /** Without secrets. */
  readonly message: string;
}

/** Pauses after failures of the network, in seconds; then the failure stands. */
const FAILURE_PAUSES = [2, 5, 15, 30];
/** The same after bodies that did not come whole. */
const BODY_PAUSES = [2, 5, 15, 30];

export class Retries {
  private readonly end: number;
  private readonly counts: Record<ServiceAction, number> = { poll: 0, slow: 0, retry: 0, stop: 0 };
  /** What it is that is waited for: the error, should the patience end now. */
  private over: (() => FlexError) | undefined;
  private failures = 0;
  private brokenBodies = 0;
  /** Answers after which another address was asked at once. */
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

  /** The pacer has no turn before the patience ends: what was waited for tells more than that. */
  withoutTurn(error: FlexError): FlexError {
    return error.code === 'FLEX_SERVICE_BUSY' ? (this.over?.() ?? error) : error;
  }

  /** Between asking for a report and asking whether it is there. */
  async firstPause(): Promise<void> {
    await this.pause(this.next('poll', serviceCode('1019').pauses)!, () => this.notReady('1019'));
  }

  /**
   * Returns when the call may be made again, to the next address where there is one.
   * @param others how many other addresses it can be made to
   * @throws FlexError where it will not be
   */
  async afterResponse(response: ServiceResponse, others: number): Promise<void> {
    this.failures = 0;
    const { errorCode, errorMessage } = response;
    const code = serviceCode(errorCode, errorMessage);
    // Retired addresses answer like this for good: the other ones are asked at once.
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
   * Returns when the call may be made again, to the next address where there is one.
   * @param others how many other addresses it can be made to
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
    // The other addresses have not failed yet: they are asked at once.
    if (this.failures <= others) return;
    if (pause === undefined) throw error;
    await this.pause(Math.max(pause, retryAfter / 1000), () => error);
  }

  /** Returns when the same report may be asked for again. */
  async afterBrokenBody(error: FlexError): Promise<void> {
    const seconds = BODY_PAUSES[this.brokenBodies++];
    const last = new FlexError(
      'FLEX_SERVICE_UNAVAILABLE',
      `The report did not come whole, ${plural(this.brokenBodies, 'time')}: ${error.message}`,
      { cause: error },
    );
    if (seconds === undefined) throw last;
    this.options.log({ level: 'info', message: redact(`${error.message} It is fetched again.`) });
    await this.pause(seconds, () => last);
  }

  /** The meaning of an answer that ends the conversation. */
  refusal(response: ServiceResponse): FlexError {
    const { errorCode, errorMessage } = response;
    const code = serviceCode(errorCode, errorMessage);
    return new FlexError(code.error, `${quoted(response)} ${this.meaning(errorCode, code)}`, {
      advice: this.advice(errorCode, code),
    });
  }

  /** @returns undefined where there were enough */
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

  /** A pause for everybody. One that is longer than the patience is not waited for. */
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
        : 'Run again later, which takes up a report that was already asked for';
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
      return 'The legacy addresses of the service answer like this for good: use --endpoint current.';
    }
    if (errorCode === '1003' && periodOf(this.request) !== undefined) {
      return (
        'No activity in these days, days before the account was opened, or a last day that is ' +
        'not over or not yet processed can be the reason: choose other days, or leave the period ' +
        'to the query.'
      );
    }
    return advice;
  }
}

/** The words of the service, secrets redacted. */
function quoted({ status, errorCode, errorMessage }: ServiceResponse): string {
  const words = [status ?? 'no status', errorCode].filter((part) => part !== undefined).join(' ');
  const message = errorMessage === undefined ? '' : ` (“${redact(errorMessage).slice(0, 200)}”)`;
  return `The service answered ${redact(words).slice(0, 80)}${message}.`;
}
