/** A request for one report, for the period of its query or another one. */
import { plural } from '../../text/numbers.js';
import { FlexError } from '../../errors.js';
import { compactDay, daysOf, MAX_DAYS } from './spans.js';

/** Requests one report. Without a period, the one saved in the query. */
export interface ReportRequest {
  /** Query ID: digits, from Client Portal. */
  readonly query: string;
  /** First and last day, `2024-01-31`; both, and at most 365 days. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The last N days, at most 365. Not together with `from` and `to`. */
  readonly days?: number | undefined;
  /** Resumes a report that was requested earlier; if it is gone, a new one is requested. */
  readonly pending?: PendingReport | undefined;
}

/** A report that was requested. */
export interface PendingReport {
  readonly referenceCode: string;
  /** Its address, as the service gave it. */
  readonly url: string | undefined;
}

/**
 * The parameters of SendRequest in addition to token and version: `q`, and `fd` and `td`, or `p`.
 * The service silently ignores `p` if it gets `fd`.
 * @throws FlexError FLEX_USAGE if the service would not accept the period
 */
export function parametersOf(request: ReportRequest): Readonly<Record<string, string>> {
  const { query: q, from, to, days } = request;
  if (from === undefined && to === undefined) {
    if (days === undefined) return { q };
    if (!Number.isSafeInteger(days)) throw badPeriod(`has ${days} days`);
    checkLength(days);
    return { q, p: String(days) };
  }
  if (from === undefined || to === undefined) throw badPeriod('has only one end');
  if (days !== undefined) throw badPeriod('is given as days and as a window at once');
  checkLength(daysOf({ from, to }));
  return { q, fd: compactDay(from), td: compactDay(to) };
}

/** The requested period, as part of a sentence; undefined for that of the query. */
export function periodOf({ from, to, days }: ReportRequest): string | undefined {
  if (from !== undefined && to !== undefined) return `${from} to ${to}`;
  return days === undefined ? undefined : `the last ${plural(days, 'day')}`;
}

function checkLength(days: number): void {
  if (days < 1 || days > MAX_DAYS) {
    throw badPeriod(`has ${days} days, but the service accepts 1 to ${MAX_DAYS} in one request`);
  }
}

function badPeriod(problem: string): FlexError {
  return new FlexError('FLEX_USAGE', `The period of the report ${problem}.`);
}
