/**
 * Loads inputs one after the other into one destination, and keeps account of
 * what became of each. Signals, the log and the summary are the business of
 * cli/load-session.ts.
 */
import { isInterruption, type ErrorCode, type FlexError } from '../errors.js';
import type { Sink } from '../sinks/sink.js';
import { type ExpandedInput, isSource } from '../sources/inputs.js';
import { interruptible } from './abort.js';
import { loadInput, type InputOutcome, type PipelineOptions } from './load-input.js';
import { Tracker } from './tracker.js';

/** By the names of the inputs. */
export class InputTracker extends Tracker<string, InputOutcome> {
  /** What ended the call, where that was no single input. */
  error: FlexError | undefined;

  constructor() {
    super((name, error) => ({ name, status: 'failed', error }));
  }

  /** Whether a signal left something undone. */
  get cutShort(): boolean {
    const undone = this.outcomes.some(({ error }) => error !== undefined && isInterruption(error));
    return undone || this.notAttempted.length > 0;
  }

  override giveUp(error: FlexError): void {
    this.error = error;
    super.giveUp(error);
  }
}

export interface LoadInputsOptions extends PipelineOptions {
  readonly signal: AbortSignal;
  /** Called once, before the first input that can be read. */
  readonly openSink: () => Promise<Sink>;
  /** The error of an input, with better advice where there is any. */
  readonly advised?: (name: string, error: FlexError) => FlexError;
  readonly onOutcome: (outcome: InputOutcome, size: number | undefined) => void;
}

/**
 * An input that fails does not stop those after it, unless the error is of the
 * destination as a whole, or a signal: then nothing further is attempted.
 * @returns the sink, open, where there was anything to open it for
 * @throws FlexError where the sink cannot be opened
 */
export async function loadInputs(
  inputs: readonly ExpandedInput[],
  account: InputTracker,
  options: LoadInputsOptions,
): Promise<Sink | undefined> {
  account.expect(inputs.map(({ name }) => name));
  let sink: Sink | undefined;
  const { signal } = options;
  for (const input of inputs) {
    if (signal.aborted) break;
    if (isSource(input)) sink ??= await options.openSink();
    account.begin(input.name);
    const outcome = advised(
      isSource(input)
        ? await loadInput(interruptible(input, signal), sink!, options)
        : { name: input.name, status: 'failed', error: input.error },
      options,
    );
    account.settle(outcome);
    options.onOutcome(outcome, isSource(input) ? input.size : undefined);
    if (isSource(input)) await input.close();
    if (outcome.error !== undefined && endsCall(outcome.error)) break;
  }
  return sink;
}

function advised(outcome: InputOutcome, options: LoadInputsOptions): InputOutcome {
  const { name, error } = outcome;
  if (error === undefined || options.advised === undefined) return outcome;
  return { ...outcome, error: options.advised(name, error) };
}

/**
 * What concerns the destination as a whole, or the settings of the call: it would fail for the
 * next input too. Anything else may be the fault of one input, and the others are still loaded.
 */
const ENDS_CALL: ReadonlySet<ErrorCode> = new Set([
  'FLEX_CONFIG',
  'FLEX_SCHEMA_INVALID',
  'FLEX_DEST_UNAVAILABLE',
  'FLEX_DEST_BUSY',
  'FLEX_DEST_REFUSED',
  'FLEX_DEST_FULL',
  'FLEX_DEST_CLOSED',
]);

/** Whether what failed for this input would fail for the next one too. */
export function endsCall(error: FlexError): boolean {
  return ENDS_CALL.has(error.code) || isInterruption(error);
}
