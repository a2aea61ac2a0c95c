/**
 * Fetches reports one after the other into the archive, and records the outcome of each. How to
 * talk to the service is the business of the conversation, further use of the reports that of the
 * command.
 */
import { asFlexError, EXIT, FlexError, type ErrorCode } from '../errors.js';
import { Tracker } from '../pipeline/tracker.js';
import type { Archive, ArchivedReport, FiledReport } from './archive.js';
import { askedKey, describeAsked, type Asked } from './requested-period.js';
import { heldReport } from './reuse.js';
import {
  dropPending,
  keepFiled,
  keepPending,
  readFiled,
  readPending,
  type Pending,
} from './pending.js';

/** One report to be fetched. */
export interface Target {
  /** ID of the query. */
  readonly query: string;
  readonly asked: Asked;
  /** It is one of several windows of a longer span. */
  readonly partOfSpan: boolean;
  /** The service has delivered newer days of the query before this call. Default false. */
  readonly newerDelivered?: boolean;
  /**
   * Weekdays that may be missing at either end: the service may have none for holidays. Default 0.
   */
  readonly holidaysAtEnds?: number;
}

/** The outcome of a target. */
export interface FetchOutcome {
  readonly target: Target;
  /**
   * `filed`: new in the archive; `already_filed`: fetched, but the archive has exactly the same;
   * `held`: not requested, because the archive has it. `no_report`: the service has none for these
   * days of a longer span, but has one for newer days of it.
   */
  readonly status: 'filed' | 'already_filed' | 'held' | 'no_report' | 'failed';
  /** Absent after a failure, or if there is no report. */
  readonly report?: ArchivedReport;
  readonly error?: FlexError;
}

export interface Request extends Asked {
  readonly query: string;
  readonly pending?: Pending;
}

/**
 * Requests one report and passes it to `take`, again if it was cut off.
 * @param take throws FLEX_TRUNCATED for an incomplete body
 * @param onReferenceCode is awaited before the wait for the report
 */
export type Converse = <T>(
  request: Request,
  take: (body: AsyncIterable<Buffer>) => Promise<T>,
  onReferenceCode: (pending: Pending) => Promise<void>,
) => Promise<T>;

export interface FetchOptions {
  readonly archive: Archive;
  readonly converse: Converse;
  /** Also requests reports that the archive has. */
  readonly force: boolean;
  /**
   * The reports are to be loaded, and are remembered until `loaded` is called: a later call that
   * fetches for a load does not request again a report that was filed but never loaded.
   */
  readonly forLoading: boolean;
  /** Whether a report that covers fewer days than requested is accepted. */
  readonly allowShort: boolean;
  readonly signal: AbortSignal;
  readonly onOutcome: (outcome: FetchOutcome) => void;
}

/** By requested report. */
export class FetchTracker extends Tracker<Target, FetchOutcome> {
  constructor() {
    super((target, error) => ({ target, status: 'failed', error }));
  }
}

/**
 * A report that fails does not stop the next ones, unless the error concerns the token, the archive
 * or flexetl itself, or a signal came: then no more are requested.
 * @returns whether more may be requested afterwards
 */
export async function fetchReports(
  targets: readonly Target[],
  account: FetchTracker,
  options: FetchOptions,
): Promise<boolean> {
  account.expect(targets);
  const held = new Map<string, readonly ArchivedReport[]>();
  /** Queries of which this call fetched a report, even a short one. */
  const delivered = new Set<string>();
  for (const target of targets) {
    if (options.signal.aborted) return false;
    account.begin(target);
    const fetched = await fetchOne(target, held, options);
    const came = fetched.report !== undefined || fetched.error?.code === 'FLEX_SHORT_WINDOW';
    if (came || target.newerDelivered === true) delivered.add(target.query);
    const outcome = delivered.has(target.query) ? withoutNeedlessError(fetched) : fetched;
    account.settle(outcome);
    options.onOutcome(outcome);
    if (outcome.error !== undefined && endsFetching(outcome.error)) return false;
  }
  return true;
}

/**
 * A span can reach back to before the account was opened, or over a year without activity: for such
 * days the service never has a report. The newest days are fetched first; if there was a report for
 * those, the query is fine, and a retry does not help.
 */
function withoutNeedlessError(outcome: FetchOutcome): FetchOutcome {
  const { target, error } = outcome;
  if (!target.partOfSpan || error?.code !== 'FLEX_SERVICE_NO_REPORT') return outcome;
  return { target, status: 'no_report' };
}

const OF_ONE_REPORT: ReadonlySet<ErrorCode> = new Set([
  'FLEX_SERVICE_QUERY',
  'FLEX_SERVICE_BUSY',
  'FLEX_SERVICE_NO_REPORT',
  'FLEX_SERVICE_UNAVAILABLE',
]);

/** Whether the next report would fail for the same reason. */
function endsFetching(error: FlexError): boolean {
  return !OF_ONE_REPORT.has(error.code) && error.exitStatus !== EXIT.data;
}

/** Marks these reports as loaded. */
export async function loaded(archive: Archive, outcomes: readonly FetchOutcome[]): Promise<void> {
  for (const { target } of outcomes) await dropPending(archive.shelf, target.query, target.asked);
}

async function fetchOne(
  target: Target,
  held: Map<string, readonly ArchivedReport[]>,
  options: FetchOptions,
): Promise<FetchOutcome> {
  const { signal, force } = options;
  try {
    const inPlace = force ? undefined : await heldFor(target, held, options);
    if (inPlace !== undefined) return { target, status: 'held', report: inPlace };
    const { status, ...report } = await receive(target, options);
    return { target, status, report };
  } catch (thrown) {
    const error = asFlexError(signal.aborted ? signal.reason : thrown);
    return { target, status: 'failed', error: inContext(error, target) };
  }
}

/** The report that makes a request unnecessary. */
async function heldFor(
  { query, asked, partOfSpan }: Target,
  held: Map<string, readonly ArchivedReport[]>,
  { archive, allowShort, forLoading }: FetchOptions,
): Promise<ArchivedReport | undefined> {
  const { shelf, now } = archive;
  const filed = forLoading ? await readFiled(shelf, query, asked, now) : undefined;
  if (filed === undefined && asked.from === undefined) return undefined;
  const reports = held.get(query) ?? (await archive.reports(query));
  held.set(query, reports);
  return (
    reports.find(({ path }) => path === filed) ??
    heldReport(reports, asked, { now, partOfSpan, allowShort })
  );
}

/** Fetches and files a report, or one that a killed process had requested. */
async function receive(
  { query, asked, holidaysAtEnds }: Target,
  { archive, converse, force, forLoading, allowShort }: FetchOptions,
): Promise<FiledReport> {
  const { shelf } = archive;
  const pending = force ? undefined : await readPending(shelf, query, asked, archive.now);
  let referenceCode = pending?.referenceCode ?? null;
  try {
    const filed = await converse(
      { query, ...asked, ...(pending === undefined ? {} : { pending }) },
      (body) => archive.file(body, { query, asked, referenceCode, allowShort, holidaysAtEnds }),
      async (fresh) => {
        referenceCode = fresh.referenceCode;
        await keepPending(shelf, query, asked, fresh, archive.now);
      },
    );
    if (forLoading) await keepFiled(shelf, query, asked, filed.path, archive.now);
    else await dropPending(shelf, query, asked);
    return filed;
  } catch (thrown) {
    if (thrown instanceof FlexError && cannotCome(thrown)) await dropPending(shelf, query, asked);
    throw thrown;
  }
}

/** Errors for which the same reference code is useless: the next call makes a new request. */
function cannotCome({ code, exitStatus }: FlexError): boolean {
  return exitStatus === EXIT.data || code === 'FLEX_SERVICE_NO_REPORT';
}

/** The same error with its report, unless it concerns the whole call. */
function inContext(error: FlexError, { query, asked }: Target): FlexError {
  if (error.exitStatus !== EXIT.data && !OF_ONE_REPORT.has(error.code)) return error;
  const days = askedKey(asked) === 'saved' ? '' : `, ${describeAsked(asked)}`;
  return error.with({
    message: `Query ${query}${days}: ${error.message}`,
    at: { ...error.at, file: undefined },
  });
}
