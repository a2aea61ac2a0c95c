/**
 * `load` of the library: loads sources into a destination or a sink, with an outcome for each
 * input. The loop over inputs is the same as the command's, pipeline/load-inputs.ts.
 */
import { Catalog } from '../catalog/catalog.js';
import { asFlexError, FlexError } from '../errors.js';
import type { InputOutcome } from '../pipeline/load-input.js';
import { loadInputs } from '../pipeline/load-inputs.js';
import { InputTracker } from '../pipeline/outcome-queue.js';
import { newLoadId } from '../pipeline/load-id.js';
import { openDestination, parseDestination } from '../sinks/destinations.js';
import type { Mode, Sink, SinkOptions } from '../sinks/sink.js';
import { VERSION } from '../version.js';
import { type Input, type ReadOptions, sourceOf, readingOptions } from './report.js';

export interface LoadOptions extends ReadOptions {
  readonly source: Input | readonly Input[];
  /** A DEST as on the command line, or a sink of your own, which is not closed. */
  readonly sink: string | Sink;
  /** Default merge. */
  readonly mode?: Mode;
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly allowOverlap?: boolean;
}

/** The outcome of one input of a call. */
export interface LoadOutcome extends Omit<InputOutcome, 'status'> {
  /**
   * `cancelled`: the destination publishes a call completely or not at all, and another input
   * failed, so that nothing of what `committed` says is visible; `not_attempted`: the call ended
   * before its turn, for the reason in `error`.
   */
  readonly status: InputOutcome['status'] | 'cancelled' | 'not_attempted';
}

/**
 * Loads reports, each completely or not at all. An input that fails does not stop the next ones,
 * unless the destination as a whole failed or `signal` was aborted. All inputs of a call have one
 * load id.
 * @returns the outcome of each input, in order; errors of inputs are in there
 * @throws FlexError if the destination cannot be opened or closed, FLEX_CONFIG if `only` or `skip`
 *   has an unknown section
 */
export async function load(options: LoadOptions): Promise<LoadOutcome[]> {
  const catalog = options.catalog ?? Catalog.load();
  const reading = readingOptions(options, catalog);
  const opened = openLater(options, { ...reading, catalog });
  const sources = inputsOf(options.source).map(sourceOf);
  const signal = options.signal ?? new AbortController().signal;
  const tracker = new InputTracker();
  try {
    await loadInputs(sources, tracker, {
      ...reading,
      signal,
      loadId: newLoadId(),
      strict: options.strict ?? false,
      openSink: () => opened.open(),
      onOutcome: () => undefined,
    });
  } catch (thrown) {
    await opened.close('abandoned');
    throw thrown;
  } finally {
    for (const source of sources.slice(tracker.outcomes.length)) await source.close();
  }
  const outcomes = outcomesOf(tracker, signal);
  const failed = outcomes.some(({ error }) => error !== undefined);
  await opened.close(failed ? 'abandoned' : 'done');
  return failed && opened.showsWholeCalls ? outcomes.map(cancelled) : outcomes;
}

interface Opened {
  /** Whether the destination publishes nothing of a call in which an input failed. */
  readonly showsWholeCalls: boolean;
  open(): Promise<Sink>;
  /** A sink of the caller's own is not closed. */
  close(how: 'done' | 'abandoned'): Promise<void>;
}

function openLater(
  { sink, dryRun = false, ...options }: LoadOptions,
  { catalog, timezone }: Pick<SinkOptions, 'catalog' | 'timezone'>,
): Opened {
  if (typeof sink !== 'string') {
    const nothing = (): Promise<void> => Promise.resolve();
    return { showsWholeCalls: false, open: () => Promise.resolve(sink), close: nothing };
  }
  const { mode = 'merge', force = false, allowOverlap = false } = options;
  const sinkOptions = { catalog, timezone, mode, force, dryRun, allowOverlap };
  const destination = parseDestination(sink);
  let own: Sink | undefined;
  return {
    showsWholeCalls: destination.kind.publishes(destination) === 'per call' && !dryRun,
    open: async () => (own = await openDestination(sink, sinkOptions, VERSION)),
    close: async (how) => own?.close(how),
  };
}

function inputsOf(source: LoadOptions['source']): readonly Input[] {
  return Array.isArray(source) ? (source as readonly Input[]) : [source as Input];
}

/** Inputs that were not attempted have the error that ended the call. */
function outcomesOf({ outcomes, notAttempted }: InputTracker, signal: AbortSignal): LoadOutcome[] {
  const last = outcomes.at(-1)?.error;
  const error = last ?? (signal.aborted ? asFlexError(signal.reason) : undefined);
  return [
    ...outcomes,
    ...notAttempted.map((name) => ({
      name,
      status: 'not_attempted' as const,
      ...(error && { error }),
    })),
  ];
}

function cancelled(outcome: LoadOutcome): LoadOutcome {
  return outcome.status !== 'loaded' ? outcome : { ...outcome, status: 'cancelled' };
}

/** Throws the error of the first input that failed, for callers who want all or an exception. */
export function assertLoaded(outcomes: readonly LoadOutcome[]): void {
  const failed = outcomes.find(({ error }) => error !== undefined);
  if (failed?.error !== undefined) throw failed.error;
  if (outcomes.length === 0) throw new FlexError('FLEX_INPUT_NOT_FOUND', 'There was no input.');
}
