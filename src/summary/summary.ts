/**
 * The summary of a writing command: one object, made from the outcomes of its inputs. Keeping it
 * small is limit.ts, showing it to a person text.ts; nothing is written here.
 */
import { STATEMENTS_TABLE } from '../catalog/section.js';
import { EXIT, FlexError, type Position, isInterruption } from '../errors.js';
import { extentOf, type Problem } from '../parser/statement.js';
import { undatedNotices } from '../parser/undated.js';
import type { InputOutcome } from '../pipeline/load-input.js';
import { noCounts, OUTCOMES, type TableCounts } from '../sinks/sink.js';
import { redact } from '../text/redact.js';
import { mostSerious, describeError, placed, type SummaryError } from './error.js';
import {
  describeFiles,
  fetchErrors,
  fetchNotices,
  type Fetched,
  type SummaryFile,
} from './fetched.js';

export { type SummaryError } from './error.js';
export { isInterruption } from '../errors.js';
export type { SummaryFile } from './fetched.js';

export const SUMMARY_SCHEMA = 'flexetl/summary@1';

/** How many problems a summary shows; the ledger has them all. */
const PROBLEMS_SHOWN = 10;

export type SummaryStatus =
  | 'loaded'
  | 'already_loaded'
  | 'empty'
  | 'planned'
  | 'failed'
  | 'cancelled';

export interface SummaryInput {
  readonly name: string;
  readonly sha256?: string;
  /** Unpacked. */
  readonly bytes?: number;
  readonly accounts?: readonly string[];
  readonly accountsOmitted?: number;
  /** First and last day of all windows. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** `cancelled`: rolled back with the call; `not_attempted`: the call ended before its turn. */
  readonly status: InputOutcome['status'] | 'cancelled' | 'not_attempted';
  readonly error?: SummaryError;
}

export interface SummaryProblem extends Position {
  readonly table: string;
  readonly literal: string;
  readonly reason: string;
}

/** `…Omitted` counts the entries that were left out to keep the summary small. */
export interface Summary {
  readonly schema: typeof SUMMARY_SCHEMA;
  readonly status: SummaryStatus;
  readonly loadId: string;
  /** For calls that fetch: the requested reports, in the order of the requests. */
  readonly files?: readonly SummaryFile[];
  readonly filesOmitted?: number;
  readonly inputs: readonly SummaryInput[];
  readonly inputsOmitted?: number;
  readonly tables: Readonly<Record<string, TableCounts>>;
  readonly tablesOmitted?: number;
  readonly problems: { readonly count: number; readonly first: readonly SummaryProblem[] };
  readonly drift: {
    readonly attributes: readonly string[];
    readonly attributesOmitted?: number;
    readonly sections: readonly string[];
    readonly sectionsOmitted?: number;
  };
  readonly notices: readonly string[];
  readonly noticesOmitted?: number;
  readonly durationMs: number;
  readonly exitCode: number;
  readonly error?: SummaryError;
}

/** The result of a call. */
export interface CallResult {
  readonly loadId: string;
  /** For calls that fetch. */
  readonly fetched?: Fetched | undefined;
  /**
   * Whether inputs are loaded: a call that only fetches is judged by the reports it filed. Default
   * true.
   */
  readonly loads?: boolean;
  /** Inputs that were begun, in order. */
  readonly outcomes: readonly InputOutcome[];
  /** Names of inputs that were not attempted. */
  readonly notAttempted: readonly string[];
  /** The error that ended the call, if it was not of a single input: the destination, a signal. */
  readonly error: FlexError | undefined;
  /**
   * The name of a destination that publishes a call completely or not at all, if it did not:
   * nothing that this call loaded is there.
   */
  readonly withdrawnFrom?: string | undefined;
  /** The command's own notices, beside those of inputs and reports. */
  readonly notices?: readonly string[] | undefined;
  readonly dryRun: boolean;
  /** Exit status for `already_loaded` and `empty`; undefined: 0. */
  readonly skipExitCode: number | undefined;
  readonly durationMs: number;
}

export function buildSummary(call: CallResult): Summary {
  const { loadId, outcomes, durationMs, withdrawnFrom } = call;
  const withdrawn = withdrawnFrom !== undefined;
  const error = overallError(call);
  const tables = addTables(withdrawn ? [] : outcomes);
  const status = overallStatus(call, error, tables);
  const nothingNew = status === 'already_loaded' || status === 'empty';
  const reports = outcomes.flatMap(({ report }) => report ?? []);
  const distinct = (names: Iterable<string>): string[] => [...new Set(names)].sort().map(redact);
  return {
    schema: SUMMARY_SCHEMA,
    status,
    loadId,
    ...(call.fetched === undefined ? {} : { files: describeFiles(call.fetched) }),
    inputs: [
      ...outcomes.map((outcome) => describeInput(outcome, withdrawn)),
      ...call.notAttempted.map((name) => ({
        name: redact(name),
        status: 'not_attempted' as const,
      })),
    ],
    tables,
    problems: {
      count: reports.reduce((sum, { problemCount }) => sum + problemCount, 0),
      first: reports
        .flatMap(({ problems }) => problems.slice(0, PROBLEMS_SHOWN))
        .slice(0, PROBLEMS_SHOWN)
        .map(describeProblem),
    },
    drift: {
      attributes: distinct(reports.flatMap((report) => [...report.driftAttributes.keys()])),
      sections: distinct(reports.flatMap((report) => [...report.driftSections.keys()])),
    },
    notices: [
      ...(withdrawnFrom === undefined
        ? []
        : [`${withdrawnFrom} has nothing of this call: it is written completely or not at all.`]),
      ...(call.notices ?? []).map(redact),
      ...(call.fetched === undefined ? [] : fetchNotices(call.fetched)),
      ...undatedNotices(reports).map(redact),
      ...distinct(reports.flatMap(({ notices }) => notices)),
      ...distinct(outcomes.flatMap(({ committed }) => committed?.notices ?? [])),
    ],
    durationMs: Math.round(durationMs),
    exitCode: error?.exitStatus ?? (nothingNew ? (call.skipExitCode ?? EXIT.done) : EXIT.done),
    ...(error === undefined ? {} : { error: describeError(error) }),
  };
}

/** The error that represents a whole call: the most serious one, the first of its kind. */
export function overallError(
  call: Pick<CallResult, 'outcomes' | 'error' | 'notAttempted' | 'fetched'>,
): FlexError | undefined {
  if (call.error !== undefined && isInterruption(call.error)) return call.error;
  const notFetched = call.fetched === undefined ? [] : fetchErrors(call.fetched);
  const notLoaded = call.outcomes.flatMap(({ error }) => error ?? []);
  const failures = [...notFetched, ...notLoaded];
  const worst = mostSerious(call.error === undefined ? failures : [call.error, ...failures]);
  if (worst === undefined || failures.length < 2 || worst.exitStatus !== EXIT.data) return worst;
  const total = call.outcomes.length + call.notAttempted.length;
  const { code, message, at } = worst;
  const failed = [
    ...(notFetched.length === 0
      ? []
      : [`${notFetched.length} of ${totalOf(call.fetched)} reports could not be fetched`]),
    ...(notLoaded.length === 0
      ? []
      : [`${notLoaded.length} of ${total} inputs could not be loaded`]),
  ].join(', ');
  return new FlexError(
    'FLEX_INPUTS_FAILED',
    `${failed}; the first: ${code}: ${placed(message, at)}`,
  );
}

function totalOf(fetched: Fetched | undefined): number {
  return (fetched?.outcomes.length ?? 0) + (fetched?.notAttempted.length ?? 0);
}

function overallStatus(
  { outcomes, dryRun, fetched, loads = true }: CallResult,
  error: FlexError | undefined,
  tables: Readonly<Record<string, TableCounts>>,
): SummaryStatus {
  if (error !== undefined) return isInterruption(error) ? 'cancelled' : 'failed';
  if (dryRun) return 'planned';
  if (!loads) return statusOfFetch(fetched);
  if (outcomes.every(({ status }) => status === 'already_loaded')) return 'already_loaded';
  const rows = Object.entries(tables).some(
    ([table, { parsed, deleted }]) => table !== STATEMENTS_TABLE && parsed + deleted > 0,
  );
  return rows ? 'loaded' : 'empty';
}

/** The status of a call that only fetches, in the words of a load. */
function statusOfFetch(fetched: Fetched | undefined): SummaryStatus {
  const filed = fetched?.outcomes.filter(({ status }) => status === 'filed') ?? [];
  if (filed.length === 0) return 'already_loaded';
  return filed.some(({ report }) => report?.provenance?.rows !== 0) ? 'loaded' : 'empty';
}

/** Tables of inputs that were loaded before are there, too: with nothing done to them. */
function addTables(outcomes: readonly InputOutcome[]): Record<string, TableCounts> {
  const sums = new Map<string, TableCounts>();
  for (const { committed, before } of outcomes) {
    for (const name of before?.tables ?? []) {
      if (!sums.has(name)) sums.set(name, noCounts());
    }
    for (const [name, counts] of committed?.tables ?? []) {
      const sum = sums.get(name) ?? noCounts();
      for (const outcome of OUTCOMES) sum[outcome] += counts[outcome];
      sums.set(name, sum);
    }
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function describeInput(
  { name, status, survey, report, before, error }: InputOutcome,
  withdrawn: boolean,
): SummaryInput {
  const cancelled = (error !== undefined && isInterruption(error)) || (withdrawn && !error);
  const extent = report === undefined ? before?.extent : extentOf(report.statements);
  return {
    name: redact(name),
    ...(survey === undefined ? {} : { sha256: survey.sha256, bytes: survey.bytes }),
    ...extent,
    status: cancelled ? 'cancelled' : status,
    ...(error === undefined ? {} : { error: describeError(error) }),
  };
}

function describeProblem({ at, table, literal, reason }: Problem): SummaryProblem {
  const position = Object.fromEntries(
    Object.entries(at).map(([name, part]) => [
      name,
      typeof part === 'string' ? redact(part) : part,
    ]),
  ) as Position;
  return { ...position, table, literal: redact(literal), reason: redact(reason) };
}
