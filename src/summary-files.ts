/** What a summary says of the reports that a call fetched. Pure. */
import type { FetchOutcome, Target } from './archive/fetch-reports.js';
import { conceal } from './conceal.js';
import type { FlexError } from './errors.js';
import { describeError, isInterruption, type SummaryError } from './summary-error.js';

/** One report that was asked for, or did not need to be. */
export interface SummaryFile {
  /** ID of the query. */
  readonly query: string;
  /** The days that were asked for; empty: the period saved in the query. */
  readonly asked: { readonly from?: string; readonly to?: string; readonly days?: number };
  /**
   * `filed`: new in the archive. `already_filed`: it came, and the archive has the very same.
   * `held`: not asked for, because the archive has it. A report that was filed and is about
   * fewer days than were asked for has an error besides.
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

/** What a call has fetched. */
export interface Fetched {
  readonly outcomes: readonly FetchOutcome[];
  /** Reports whose turn never came. */
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

function describeFile({ target, status, report, error }: FetchOutcome): SummaryFile {
  const { query, asked } = target;
  const cancelled = status === 'failed' && error !== undefined && isInterruption(error);
  return {
    query,
    asked,
    status: cancelled ? 'cancelled' : status,
    ...(report === undefined ? {} : { path: conceal(report.path) }),
    ...pick(report?.provenance),
    ...(error === undefined ? {} : { error: describeError(error) }),
  };
}

function pick(provenance: NonNullable<FetchOutcome['report']>['provenance']): Partial<SummaryFile> {
  if (provenance === undefined) return {};
  const { sha256, bytes, accounts, from, to, generatedAt, rows } = provenance;
  return { sha256, bytes, accounts: accounts.map(conceal), from, to, generatedAt, rows };
}
