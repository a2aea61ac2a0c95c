/**
 * One input from source to sink: survey, parse, write, commit. The only place where sources, parser
 * and sinks meet. How an input is read is read-input.ts, what the user sees of it src/summary/.
 */
import { asFlexError, FlexError, type ErrorCode } from '../errors.js';
import { extentOf, type ParseReport } from '../parser/statement.js';
import type { Survey } from '../parser/survey/survey.js';
import type { Committed, InputFacts, InputTransaction, LoadedBefore, Sink } from '../sinks/sink.js';
import { variantOf } from '../sinks/variant.js';
import type { Source } from '../sources/source.js';
import { plural } from '../text/numbers.js';
import { withRetry, REAL_CLOCK } from '../time/retry.js';
import { readableInput, type ReadableInput, type ReadingOptions, type Rows } from './read-input.js';

export interface PipelineOptions extends Omit<ReadingOptions, 'decimalLimit'> {
  readonly loadId: string;
  /** Problems are errors. */
  readonly strict: boolean;
  /** What the orchestrator says of the run, for the ledger: JSON. */
  readonly orchestrator?: string | undefined;
}

/** The outcome of one input. */
export interface InputOutcome {
  readonly name: string;
  readonly status: 'loaded' | 'already_loaded' | 'failed';
  /** Absent if the bytes were not read to their end, or changed. */
  readonly survey?: Survey;
  /** Absent if the rows were not read to their end. Also present for an input that failed later. */
  readonly report?: ParseReport;
  /** For an input that was already loaded, if the destination remembers it. */
  readonly before?: LoadedBefore;
  readonly committed?: Committed;
  readonly error?: FlexError;
}

/** Surveys and parses an input without a sink. @throws FlexError */
export async function inspectInput(
  source: Source,
  options: PipelineOptions,
): Promise<{ survey: Survey; report: ParseReport }> {
  try {
    const input = readableInput(source, options);
    const found = await input.survey();
    return { survey: found, report: await pour(input.rows(found, undefined), NOWHERE, options) };
  } catch (thrown) {
    throw asFlexError(thrown).within({ file: source.name });
  }
}

const NOWHERE = { write: () => Promise.resolve() };

/** Errors of the destination that are worth a retry of the whole input. */
const WORTH_RETRYING: ReadonlySet<ErrorCode> = new Set([
  'FLEX_DEST_CONFLICT',
  'FLEX_DEST_UNAVAILABLE',
]);
const PAUSES = [100, 500, 2000];

/** An input that the sink holds, to be committed together with others. */
export interface PutOff {
  readonly name: string;
  readonly status: 'put_off';
  readonly survey: Survey;
  readonly report: ParseReport;
}

/** An input that was not committed before the call ended: nothing of it is written. */
export interface GivenBack {
  readonly name: string;
  readonly status: 'not_attempted';
}

/** The inputs of a call that were put off. */
export interface Predecessors {
  /** Commits them. @returns whether the call goes on */
  settle(): Promise<boolean>;
}

/** Loads one input, all or nothing. Never throws: the outcome holds the error. */
export function loadInput(
  source: Source,
  sink: Sink,
  options: PipelineOptions,
): Promise<InputOutcome> {
  return loadReadable(readableInput(source, options), sink, options);
}

/** The same of an input that may have been read already. */
export function loadReadable(
  input: ReadableInput,
  sink: Sink,
  options: PipelineOptions,
): Promise<InputOutcome>;
/** The same, but it may be put off, to be committed together with others. */
export function loadReadable(
  input: ReadableInput,
  sink: Sink,
  options: PipelineOptions,
  before: Predecessors,
): Promise<InputOutcome | PutOff | GivenBack>;
export async function loadReadable(
  input: ReadableInput,
  sink: Sink,
  options: PipelineOptions,
  before?: Predecessors,
): Promise<InputOutcome | PutOff | GivenBack> {
  const { name } = input;
  const { signal } = options;
  const interrupt = (): void => sink.interrupt?.();
  signal?.addEventListener('abort', interrupt);
  const patience = { codes: WORTH_RETRYING, pauses: PAUSES, clock: REAL_CLOCK, signal };
  const findings: Findings = {};
  try {
    const found = await input.survey();
    findings.survey = found;
    const loading = new SurveyedInput(input, found, findings, { sink, options, before });
    // A commit whose answer was lost is safe to repeat: the ledger tells whether it happened.
    return await withRetry(patience, () => loading.load());
  } catch (thrown) {
    return failedOutcome(name, findings, thrown, signal);
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
}

/** The findings about an input so far: reported even if it fails in the end. */
export interface Findings {
  survey?: Survey;
  report?: ParseReport;
}

/** The outcome of an input that failed. */
export function failedOutcome(
  name: string,
  findings: Findings,
  thrown: unknown,
  signal: AbortSignal | undefined,
): InputOutcome {
  // The error of an interrupted sink is only a consequence.
  const reason: unknown = signal?.aborted === true ? signal.reason : thrown;
  const error = asFlexError(reason).within({ file: name });
  const known = error.code === 'FLEX_INPUT_CHANGED' ? {} : findings;
  return { name, status: 'failed', ...known, error };
}

/** The outcome of an input whose rows are all in the sink. */
export function committedOutcome(
  name: string,
  { survey, report }: Required<Findings>,
  committed: Committed | 'already_loaded',
): InputOutcome {
  return committed === 'already_loaded'
    ? { name, status: committed, survey, before: asLoadedBefore(report) }
    : { name, status: 'loaded', survey, report, committed };
}

/** Another process has loaded it meanwhile. */
function asLoadedBefore({ statements, rows }: ParseReport): LoadedBefore {
  return { extent: extentOf(statements), tables: [...rows.keys()] };
}

/** An input after its survey, on its way into the sink. */
class SurveyedInput {
  private readonly facts: InputFacts;

  constructor(
    private readonly input: ReadableInput,
    private readonly found: Survey,
    private readonly findings: Findings,
    private readonly way: {
      readonly sink: Sink;
      readonly options: PipelineOptions;
      readonly before: Predecessors | undefined;
    },
  ) {
    const { options } = way;
    const { loadId, asQuery, selection, orchestrator } = options;
    const { sha256, bytes } = found;
    const whole = selection?.only === undefined && selection?.skip === undefined;
    const variant = variantOf(options);
    const { name } = input;
    this.facts = { loadId, name, sha256, bytes, asQuery, orchestrator, variant, whole };
  }

  /** One attempt. */
  async load(): Promise<InputOutcome | PutOff | GivenBack> {
    const { facts, found } = this;
    const { sink, before } = this.way;
    const { name } = facts;
    if (before !== undefined && sink.settlesBefore?.(facts) === true && !(await before.settle())) {
      return { name, status: 'not_attempted' };
    }
    const loading = await sink.begin(facts);
    if (loading === 'already_loaded') {
      const known = await sink.loadedBefore?.(facts);
      return { name, status: loading, survey: found, ...(known && { before: known }) };
    }
    try {
      return await this.pourInto(loading);
    } catch (thrown) {
      await loading.rollback();
      throw thrown;
    }
  }

  private async pourInto(loading: InputTransaction): Promise<InputOutcome | PutOff | GivenBack> {
    const { input, found, findings } = this;
    const { sink, options, before } = this.way;
    const { name } = input;
    const report = await pour(input.rows(found, sink.decimalLimit), loading, options);
    findings.report = report;
    if (options.strict) refuseProblems(report);
    if (before !== undefined && loading.putOff !== undefined) {
      const putOff = { name, status: 'put_off', survey: found, report } as const;
      if (loading.putOff(report)) return putOff;
      if (!(await before.settle())) {
        await loading.rollback();
        return { name, status: 'not_attempted' };
      }
      if (loading.putOff(report)) return putOff;
    }
    options.onProgress?.({ phase: 'publish', bytes: 0, rows: 0 });
    const committed = await loading.commit(report);
    return committedOutcome(name, { survey: found, report }, committed);
  }
}

async function pour(
  rows: Rows,
  loading: Pick<InputTransaction, 'write'>,
  { onProgress }: Pick<PipelineOptions, 'onProgress'>,
): Promise<ParseReport> {
  for await (const batch of rows.batches()) {
    await loading.write(batch);
    onProgress?.({ phase: 'parse', bytes: 0, rows: batch.rowCount });
  }
  return rows.report!;
}

function refuseProblems(report: ParseReport): void {
  const [first] = report.problems;
  if (first === undefined) return;
  const { at, literal, reason } = first;
  const fit = plural(
    report.problemCount,
    'literal does not fit its column:',
    'literals do not fit their column; the first is',
  );
  throw new FlexError('FLEX_STRICT', `${fit} ${JSON.stringify(literal)}, ${reason}.`, { at });
}
