/**
 * Loads inputs one after the other into one destination, and records the outcome of each. Signals,
 * the log and the summary are the business of cli/load-session.ts.
 */
import type { Sink } from '../sinks/sink.js';
import { type ExpandedInput, isSource } from '../sources/inputs.js';
import { loadReadable } from './load-input.js';
import { OutcomeQueue, type InputTracker, type OutcomeOptions } from './outcome-queue.js';
import { ReadAhead } from './read-ahead.js';

export interface LoadInputsOptions extends OutcomeOptions {
  /** Called once, before the first input that can be read. */
  readonly openSink: () => Promise<Sink>;
}

/**
 * An input that fails does not stop the next ones, unless the error concerns the destination as a
 * whole, or a signal came: then nothing more is attempted.
 * @returns the sink, open, if there was an input for it
 * @throws FlexError if the sink cannot be opened
 */
export async function loadInputs(
  inputs: readonly ExpandedInput[],
  account: InputTracker,
  options: LoadInputsOptions,
): Promise<Sink | undefined> {
  account.expect(inputs.map(({ name }) => name));
  let sink: Sink | undefined;
  const { signal } = options;
  const outcomes = new OutcomeQueue(account, options);
  // A single input has nothing to wait for.
  const before = inputs.length > 1 ? outcomes : undefined;
  let ahead: ReadAhead | undefined;
  try {
    for (const [number, input] of inputs.entries()) {
      if (signal.aborted) break;
      if (!isSource(input)) {
        account.begin(input.name);
        await outcomes.add(input, { name: input.name, status: 'failed', error: input.error });
      } else {
        sink ??= outcomes.sink = await options.openSink();
        // A pipe may be silent for hours: no input waits for it.
        if (input.size === undefined) await outcomes.settle();
        if (outcomes.ended) break;
        account.begin(input.name);
        ahead ??= new ReadAhead(inputs, { ...options, decimalLimit: sink.decimalLimit });
        const readable = ahead.take(number, input);
        const outcome = await (before === undefined
          ? loadReadable(readable, sink, options)
          : loadReadable(readable, sink, options, before));
        ahead.settled(outcome.status === 'loaded' || outcome.status === 'put_off');
        await outcomes.add(input, outcome);
      }
      if (outcomes.ended) break;
    }
  } finally {
    await ahead?.end();
  }
  await outcomes.settle();
  return sink;
}
