/** The fetched reports in a summary. Pure. */
import type { FetchOutcome, Target } from '../archive/fetch-reports.js';
import { describeAsked } from '../archive/requested-period.js';
import { type FlexError, isInterruption } from '../errors.js';
import { redact } from '../text/redact.js';
import { describeError, type SummaryError } from './error.js';

/** One report that was requested, or did not need to be. */
export interface SummaryFile {
  /** ID of the query. */
  readonly query: string;
  /** The requested days; empty: the period saved in the query. */
  readonly asked: { readonly from?: string; readonly to?: string; readonly days?: number };
  /**
   * `filed`: new in the archive. `already_filed`: fetched, but the archive has exactly the same.
   * `held`: not requested, because the archive has it. `no_report`: the service has none for these
   * days, but has one for newer days of the same span.
   */
  readonly status: FetchOutcome['status'] | 'cancelled' | 'not_attempted';
  readonly path?: string;
  readonly sha256?: string;
  /** Unpacked. */
  readonly bytes?: number;
  readonly accounts?: readonly string[];
  readonly accountsOmitted?: number;
  /** First and last day of all windows. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly generatedAt?: string | null;
  readonly rows?: number;
  readonly error?: SummaryError;
}

/** How many windows without a report a notice names. */
const WINDOWS_SHOWN = 5;

/** What a call has fetched. */
export interface Fetched {
  readonly outcomes: readonly FetchOutcome[];
  /** Reports that were not attempted. */
  readonly notAttempted: readonly Target[];
}

export function describeFiles({ outcomes, notAttempted }: Fetched): SummaryFile[] {
  return [
    ...outcomes.map(describeFile),
    ...notAttempted.map(({ query, asked }) => ({ query, asked, status: 'not_attempted' as const })),
  ];
}

export function fetchErrors({ outcomes }: Fetched): FlexError[] {
  return outcomes.flatMap(({ error }) => error ?? []);
}

/** Notices about skipped days, which are no error: one sentence for each query. */
export function fetchNotices({ outcomes }: Fetched): string[] {
  const missing = outcomes.filter(({ status }) => status === 'no_report');
  const queries = [...new Set(missing.map(({ target }) => target.query))];
  return queries.map((query) => {
    const windows = missing
      .filter(({ target }) => target.query === query)
      .map(({ target }) => describeAsked(target.asked));
    const count = windows.length === 1 ? '1 period' : `${windows.length} periods`;
    const shown =
      windows.slice(0, WINDOWS_SHOWN).join(', ') + (windows.length > WINDOWS_SHOWN ? ', …' : '');
    return `Query ${query}: no report for ${count} (${shown}): before the account opened, or no activity; skipped.`;
  });
}

function describeFile({ target, status, report, error }: FetchOutcome): SummaryFile {
  const { query, asked } = target;
  const cancelled = status === 'failed' && error !== undefined && isInterruption(error);
  return {
    query,
    asked,
    status: cancelled ? 'cancelled' : status,
    ...(report === undefined ? {} : { path: redact(report.path) }),
    ...pick(report?.provenance),
    ...(error === undefined ? {} : { error: describeError(error) }),
  };
}

function pick(provenance: NonNullable<FetchOutcome['report']>['provenance']): Partial<SummaryFile> {
  if (provenance === undefined) return {};
  const { sha256, bytes, accounts, from, to, generatedAt, rows } = provenance;
  return { sha256, bytes, accounts: accounts.map(redact), from, to, generatedAt, rows };
}
