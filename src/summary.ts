/**
 * What a writing command says of itself when it is over: one object, from the
 * outcomes of its inputs. Keeping it small is summary-size.ts, showing it to a
 * person summary-text.ts; nothing is written here.
 */
import { STATEMENTS_TABLE } from './catalog/section.js';
import { conceal } from './conceal.js';
import { describePosition, EXIT, FlexError, type ErrorCode, type Position } from './errors.js';
import type { Problem } from './parser/statement.js';
import type { InputOutcome } from './pipeline.js';
import type { TableCounts } from './sinks/sink.js';

export const SUMMARY_SCHEMA = 'flexetl/summary@1';

/** Problems that a summary shows; the ledger has them all. */
const PROBLEMS_SHOWN = 10;

export type SummaryStatus =
  'loaded' | 'already_loaded' | 'empty' | 'planned' | 'failed' | 'cancelled';

/** What went wrong, in words that need nothing beside them. */
export interface SummaryError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly advice: string;
}

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

/** `…Omitted` tells how much of a list was left out to keep the summary small. */
export interface Summary {
  readonly schema: typeof SUMMARY_SCHEMA;
  readonly status: SummaryStatus;
  readonly loadId: string;
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

/** What a call has done. */
export interface CallResult {
  readonly loadId: string;
  /** Inputs that were begun, in their order. */
  readonly outcomes: readonly InputOutcome[];
  /** Names of inputs whose turn never came. */
  readonly notAttempted: readonly string[];
  /** What ended the call, where that was no single input: the destination, a signal. */
  readonly error: FlexError | undefined;
  /**
   * A destination that shows a call wholly or not at all, where it was not: what
   * this call loaded is not there.
   */
  readonly withdrawnFrom?: string | undefined;
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
  const distinct = (names: Iterable<string>): string[] => [...new Set(names)].sort().map(conceal);
  return {
    schema: SUMMARY_SCHEMA,
    status,
    loadId,
    inputs: [
      ...outcomes.map((outcome) => describeInput(outcome, withdrawn)),
      ...call.notAttempted.map((name) => ({
        name: conceal(name),
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
        : [`Nothing of this call is in ${withdrawnFrom}: it is written wholly or not at all.`]),
      ...distinct(reports.flatMap(({ notices }) => notices)),
    ],
    durationMs: Math.round(durationMs),
    exitCode: error?.exitStatus ?? (nothingNew ? (call.skipExitCode ?? EXIT.done) : EXIT.done),
    ...(error === undefined ? {} : { error: describeError(error) }),
  };
}

/** The most serious first. Statuses that are not listed come before all of these. */
const SERIOUSNESS: readonly number[] = [
  EXIT.bug,
  EXIT.refused,
  EXIT.configuration,
  EXIT.unavailable,
  EXIT.tryLater,
  EXIT.data,
];

/** The error that stands for a whole call: of several the most serious, the first of its kind. */
export function overallError(
  call: Pick<CallResult, 'outcomes' | 'error' | 'notAttempted'>,
): FlexError | undefined {
  if (call.error !== undefined && isInterruption(call.error)) return call.error;
  const failures = call.outcomes.flatMap(({ error }) => error ?? []);
  const errors = call.error === undefined ? failures : [call.error, ...failures];
  const [worst] = errors.toSorted(
    (a, b) => SERIOUSNESS.indexOf(a.exitStatus) - SERIOUSNESS.indexOf(b.exitStatus),
  );
  if (worst === undefined || failures.length < 2 || worst.exitStatus !== EXIT.data) return worst;
  const total = call.outcomes.length + call.notAttempted.length;
  const { code, message, at } = worst;
  return new FlexError(
    'FLEX_INPUTS_FAILED',
    `${failures.length} of ${total} inputs could not be loaded; the first: ${code}: ${placed(message, at)}`,
  );
}

export function isInterruption({ code }: FlexError): boolean {
  return code === 'FLEX_INTERRUPTED' || code === 'FLEX_TERMINATED';
}

function overallStatus(
  { outcomes, dryRun }: CallResult,
  error: FlexError | undefined,
  tables: Readonly<Record<string, TableCounts>>,
): SummaryStatus {
  if (error !== undefined) return isInterruption(error) ? 'cancelled' : 'failed';
  if (dryRun) return 'planned';
  if (outcomes.every(({ status }) => status === 'already_loaded')) return 'already_loaded';
  const rows = Object.entries(tables).some(
    ([table, { parsed, deleted }]) => table !== STATEMENTS_TABLE && parsed + deleted > 0,
  );
  return rows ? 'loaded' : 'empty';
}

function addTables(outcomes: readonly InputOutcome[]): Record<string, TableCounts> {
  const sums = new Map<string, TableCounts>();
  for (const { committed } of outcomes) {
    for (const [name, counts] of committed?.tables ?? []) {
      const sum = sums.get(name);
      if (sum === undefined) {
        const { parsed, inserted, updated, deleted, unchanged } = counts;
        sums.set(name, { parsed, inserted, updated, deleted, unchanged });
        continue;
      }
      sum.parsed += counts.parsed;
      sum.inserted += counts.inserted;
      sum.updated += counts.updated;
      sum.deleted += counts.deleted;
      sum.unchanged += counts.unchanged;
    }
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function describeInput(
  { name, status, survey, report, error }: InputOutcome,
  withdrawn: boolean,
): SummaryInput {
  const cancelled = (error !== undefined && isInterruption(error)) || (withdrawn && !error);
  const statements = report?.statements ?? [];
  const days = (pick: 'from' | 'to'): string[] =>
    statements.flatMap((statement) => statement[pick] ?? []).sort();
  return {
    name: conceal(name),
    ...(survey === undefined ? {} : { sha256: survey.sha256, bytes: survey.bytes }),
    ...(report === undefined
      ? {}
      : {
          accounts: [...new Set(statements.map(({ account }) => account))]
            .filter((account) => account !== '')
            .sort(),
          from: days('from').at(0) ?? null,
          to: days('to').at(-1) ?? null,
        }),
    status: cancelled ? 'cancelled' : status,
    ...(error === undefined ? {} : { error: describeError(error) }),
  };
}

function describeProblem({ at, table, literal, reason }: Problem): SummaryProblem {
  const position = Object.fromEntries(
    Object.entries(at).map(([name, part]) => [
      name,
      typeof part === 'string' ? conceal(part) : part,
    ]),
  ) as Position;
  return { ...position, table, literal: conceal(literal), reason: conceal(reason) };
}

function describeError({ code, message, advice, at }: FlexError): SummaryError {
  return { code, message: conceal(placed(message, at)), advice: conceal(advice) };
}

function placed(message: string, at: Position): string {
  const place = describePosition(at);
  return place === '' ? message : `${place}: ${message}`;
}
