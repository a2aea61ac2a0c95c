/**
 * One input from source to sink: survey, parse, write, commit. The only place
 * where sources, parser and sinks meet. What the user sees of it is summary.ts.
 */
import { createHash } from 'node:crypto';
import type { Catalog } from './catalog/catalog.js';
import { asFlexError, FlexError, type ErrorCode } from './errors.js';
import { OccurrenceSpill } from './occurrence-spill.js';
import { FlexParser } from './parser/parser.js';
import type { ParseReport } from './parser/statement.js';
import type { Selection } from './parser/statement-reader.js';
import { Surveyor, type Survey } from './parser/survey.js';
import type { DateOrder } from './parser/values/dates.js';
import { patiently, REAL_CLOCK } from './patience.js';
import type { Committed, Loading, Sink } from './sinks/sink.js';
import type { Source } from './sources/source.js';

/** The zone of times that name none, unless another is given. */
export const DEFAULT_TIMEZONE = 'America/New_York';

export interface PipelineOptions {
  readonly catalog: Catalog;
  readonly loadId: string;
  readonly timezone: string;
  readonly dateOrder: DateOrder | 'auto';
  readonly asQuery?: string | undefined;
  readonly selection?: Selection | undefined;
  /** Problems are errors. */
  readonly strict: boolean;
  /** Ends the load at the next chunk; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Progress {
  readonly phase: 'survey' | 'parse';
  /** Stored bytes read since the last call. */
  readonly bytes: number;
  /** Rows parsed since the last call. */
  readonly rows: number;
}

/** What became of one input. */
export interface InputOutcome {
  readonly name: string;
  readonly status: 'loaded' | 'already_loaded' | 'failed';
  readonly survey?: Survey;
  readonly report?: ParseReport;
  readonly committed?: Committed;
  readonly error?: FlexError;
}

/** Surveys and parses an input without a sink. @throws FlexError */
export async function inspectInput(
  source: Source,
  options: PipelineOptions,
): Promise<{ survey: Survey; report: ParseReport }> {
  try {
    const found = await survey(source, options.catalog, options);
    return { survey: found, report: await pour(source, found, NOWHERE, NO_LIMIT, options) };
  } catch (thrown) {
    throw asFlexError(thrown).within({ file: source.name });
  }
}

const NOWHERE = { write: () => Promise.resolve() };
const NO_LIMIT = { decimalLimit: undefined };

/** Reads an input once, without parsing. @throws FlexError where it is no whole Flex report */
export async function survey(
  source: Source,
  catalog: Catalog,
  options: Partial<Pick<PipelineOptions, 'signal' | 'onProgress' | 'dateOrder'>> = {},
): Promise<Survey> {
  // Where the user has said how dates are read, the file is not asked.
  const asked = (options.dateOrder ?? 'auto') === 'auto';
  const surveyor = new Surveyor({
    file: source.name,
    isDateAttribute: (name) => {
      const type = catalog.attributeTypes.get(name);
      return asked && (type === 'date' || type === 'datetime');
    },
  });
  const read = (bytes: number): void => options.onProgress?.({ phase: 'survey', bytes, rows: 0 });
  for await (const chunk of source.open(read)) {
    options.signal?.throwIfAborted();
    surveyor.push(chunk);
  }
  return surveyor.end();
}

/** What a second try from the first byte on may cure: the destination was in the way. */
const WORTH_RETRYING: ReadonlySet<ErrorCode> = new Set([
  'FLEX_DEST_CONFLICT',
  'FLEX_DEST_UNAVAILABLE',
]);
const PAUSES = [100, 500, 2000];

/** Loads one input, wholly or not at all. Never throws: the outcome holds the error. */
export async function loadInput(
  source: Source,
  sink: Sink,
  options: PipelineOptions,
): Promise<InputOutcome> {
  const { name } = source;
  const { signal } = options;
  const interrupt = (): void => sink.interrupt?.();
  signal?.addEventListener('abort', interrupt);
  const patience = { codes: WORTH_RETRYING, pauses: PAUSES, clock: REAL_CLOCK, signal };
  try {
    const found = await survey(source, options.catalog, options);
    // A commit whose answer was lost is safe to repeat: the ledger knows whether it was done.
    return await patiently(patience, () => loadSurveyed(source, found, sink, options));
  } catch (thrown) {
    // What an interrupted sink says of itself is no news.
    const error: unknown = signal?.aborted === true ? signal.reason : thrown;
    return { name, status: 'failed', error: asFlexError(error).within({ file: name }) };
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
}

/** One try. */
async function loadSurveyed(
  source: Source,
  found: Survey,
  sink: Sink,
  options: PipelineOptions,
): Promise<InputOutcome> {
  const { name } = source;
  const { loadId, asQuery } = options;
  const { sha256, bytes } = found;
  const variant = variantOf(options);
  const loading = await sink.begin({ loadId, name, sha256, bytes, asQuery, variant });
  if (loading === 'already_loaded') return { name, status: 'already_loaded', survey: found };
  try {
    const report = await pour(source, found, loading, sink, options);
    const committed = await loading.commit(report);
    if (committed === 'already_loaded') return { name, status: committed, survey: found };
    return { name, status: 'loaded', survey: found, report, committed };
  } catch (thrown) {
    await loading.rollback();
    throw thrown;
  }
}

/** Parses a surveyed input into a sink; row keys are counted in bounded memory. */
async function pour(
  source: Source,
  found: Survey,
  loading: Pick<Loading, 'write'>,
  sink: Pick<Sink, 'decimalLimit'>,
  options: PipelineOptions,
): Promise<ParseReport> {
  const occurrences = new OccurrenceSpill();
  try {
    return await parseInto(loading, source, found, sink, options, occurrences);
  } finally {
    occurrences.close();
  }
}

async function parseInto(
  loading: Pick<Loading, 'write'>,
  source: Source,
  found: Survey,
  sink: Pick<Sink, 'decimalLimit'>,
  options: PipelineOptions,
  occurrences: OccurrenceSpill,
): Promise<ParseReport> {
  const parser = new FlexParser({
    catalog: options.catalog,
    survey: found,
    timezone: options.timezone,
    dateOrder: options.dateOrder,
    asQuery: options.asQuery,
    selection: options.selection,
    decimalLimit: sink.decimalLimit,
    occurrences: () => occurrences.counter(),
    file: source.name,
  });
  const digest = createHash('sha256');
  const { onProgress } = options;
  const read = (bytes: number): void => onProgress?.({ phase: 'parse', bytes, rows: 0 });
  for await (const chunk of source.open(read)) {
    options.signal?.throwIfAborted();
    digest.update(chunk);
    for (const batch of parser.push(chunk)) {
      await loading.write(batch);
      onProgress?.({ phase: 'parse', bytes: 0, rows: batch.rowCount });
    }
  }
  for (const batch of parser.end()) {
    await loading.write(batch);
    onProgress?.({ phase: 'parse', bytes: 0, rows: batch.rowCount });
  }
  options.signal?.throwIfAborted();
  if (digest.digest('hex') !== found.sha256) {
    throw new FlexError('FLEX_INPUT_CHANGED', 'The file changed while it was being read.');
  }
  if (options.strict) refuseProblems(parser.report);
  return parser.report;
}

export type VariantOptions = Pick<
  PipelineOptions,
  'asQuery' | 'selection' | 'timezone' | 'dateOrder'
>;

/** The options that shape the rows, in one line: see InputFacts. */
export function variantOf(options: VariantOptions): string {
  const { asQuery, selection, timezone, dateOrder } = options;
  const chosen = {
    asQuery,
    only: selection?.only && [...selection.only].sort(),
    skip: selection?.skip && [...selection.skip].sort(),
    timezone: timezone === DEFAULT_TIMEZONE ? undefined : timezone,
    dateOrder: dateOrder === 'auto' ? undefined : dateOrder,
  };
  const text = JSON.stringify(chosen);
  return text === '{}' ? '' : text;
}

function refuseProblems(report: ParseReport): void {
  const [first] = report.problems;
  if (first === undefined) return;
  const { at, literal, reason } = first;
  throw new FlexError(
    'FLEX_STRICT',
    `${report.problemCount} literal(s) do not fit their column; the first is ${JSON.stringify(literal)}, ${reason}.`,
    { at },
  );
}
