/**
 * Fetches reports one after the other into the archive, and keeps account of what
 * became of each. How the service is spoken to is the conversation's business, what
 * is done with the reports afterwards the command's.
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
  /** Weekdays that may lack at either end: the service may have none for holidays. Default 0. */
  readonly holidaysAtEnds?: number;
}

/** What became of a target. */
export interface FetchOutcome {
  readonly target: Target;
  /**
   * `filed`: new in the archive; `already_filed`: it came, and the archive has the very same;
   * `held`: not asked for, because the archive has it. `no_report`: the service has none for
   * these days of a longer span, and has one for newer days of it.
   */
  readonly status: 'filed' | 'already_filed' | 'held' | 'no_report' | 'failed';
  /** Absent where it failed, or there is none. */
  readonly report?: ArchivedReport;
  readonly error?: FlexError;
}

export interface Request extends Asked {
  readonly query: string;
  readonly pending?: Pending;
}

/**
 * Asks the service for one report and has it taken, again where it was cut off.
 * @param take throws FLEX_TRUNCATED for a body that is not whole
 * @param onReferenceCode is awaited before the report is waited for
 */
export type Converse = <T>(
  request: Request,
  take: (body: AsyncIterable<Buffer>) => Promise<T>,
  onReferenceCode: (pending: Pending) => Promise<void>,
) => Promise<T>;

export interface FetchOptions {
  readonly archive: Archive;
  readonly converse: Converse;
  /** Asks also for what the archive holds. */
  readonly force: boolean;
  /**
   * The reports are to be loaded, and are remembered until `loaded` is called: a later call
   * that fetches for a load does not ask again for one that was filed and never loaded.
   */
  readonly forLoading: boolean;
  /** A report about fewer days than were asked for is no error. */
  readonly allowShort: boolean;
  readonly signal: AbortSignal;
  readonly onOutcome: (outcome: FetchOutcome) => void;
}

/** By the reports that are asked for. */
export class FetchTracker extends Tracker<Target, FetchOutcome> {
  constructor() {
    super((target, error) => ({ target, status: 'failed', error }));
  }
}

/**
 * A report that fails does not stop those after it, unless the error is of the
 * token, the archive, flexetl itself, or a signal: then nothing further is asked.
 * @returns whether more may be asked for after these
 */
export async function fetchReports(
  targets: readonly Target[],
  account: FetchTracker,
  options: FetchOptions,
): Promise<boolean> {
  account.expect(targets);
  const held = new Map<string, readonly ArchivedReport[]>();
  /** Queries that a report of this call is of, be it a short one. */
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
 * A span reaches back to before the account was opened, or over a year in which nothing
 * happened: for such days the service never has a report. The newest days come first; where
 * it had a report for those, it is sound and knows the query, and trying again does not help.
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

/** Whether what failed for this report would fail for the next one too. */
function endsFetching(error: FlexError): boolean {
  return !OF_ONE_REPORT.has(error.code) && error.exitStatus !== EXIT.data;
}

/** Forgets that these reports are to be loaded: they were. */
export async function loaded(archive: Archive, outcomes: readonly FetchOutcome[]): Promise<void> {
  for (const { target } of outcomes) await dropPending(archive.folder, target.query, target.asked);
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

/** The report that makes it needless to ask. */
async function heldFor(
  { query, asked, partOfSpan }: Target,
  held: Map<string, readonly ArchivedReport[]>,
  { archive, allowShort, forLoading }: FetchOptions,
): Promise<ArchivedReport | undefined> {
  const { folder, now } = archive;
  const filed = forLoading ? await readFiled(folder, query, asked, now) : undefined;
  if (filed === undefined && asked.from === undefined) return undefined;
  const reports = held.get(query) ?? (await archive.reports(query));
  held.set(query, reports);
  return (
    reports.find(({ path }) => path === filed) ??
    heldReport(reports, asked, { now, partOfSpan, allowShort })
  );
}

/** Asks for a report, or for one that a killed process has asked for, and files it. */
async function receive(
  { query, asked, holidaysAtEnds }: Target,
  { archive, converse, force, forLoading, allowShort }: FetchOptions,
): Promise<FiledReport> {
  const { folder } = archive;
  const pending = force ? undefined : await readPending(folder, query, asked, archive.now);
  let referenceCode = pending?.referenceCode ?? null;
  try {
    const filed = await converse(
      { query, ...asked, ...(pending === undefined ? {} : { pending }) },
      (body) => archive.file(body, { query, asked, referenceCode, allowShort, holidaysAtEnds }),
      async (fresh) => {
        referenceCode = fresh.referenceCode;
        await keepPending(folder, query, asked, fresh, archive.now);
      },
    );
    if (forLoading) await keepFiled(folder, query, asked, filed.path, archive.now);
    else await dropPending(folder, query, asked);
    return filed;
  } catch (thrown) {
    if (thrown instanceof FlexError && cannotCome(thrown)) await dropPending(folder, query, asked);
    throw thrown;
  }
}

/** Errors that asking for the same reference again cannot cure: the next call asks anew. */
function cannotCome({ code, exitStatus }: FlexError): boolean {
  return exitStatus === EXIT.data || code === 'FLEX_SERVICE_NO_REPORT';
}

/** The same error, saying for which report, unless it is of the whole call. */
function inContext(error: FlexError, { query, asked }: Target): FlexError {
  if (error.exitStatus !== EXIT.data && !OF_ONE_REPORT.has(error.code)) return error;
  const days = askedKey(asked) === 'saved' ? '' : `, ${describeAsked(asked)}`;
  return error.with({
    message: `Query ${query}${days}: ${error.message}`,
    at: { ...error.at, file: undefined },
  });
}
