/**
 * Loads several inputs at once, each over a sink of its own and in a transaction of its own. They
 * begin in their order, and their outcomes are told in it, so that a call reads as if they had come
 * one after the other. How they keep out of each other's way is the destination's business.
 */
import type { FlexError } from '../errors.js';
import type { Sink } from '../sinks/sink.js';
import { isSource, type ExpandedInput } from '../sources/inputs.js';
import { interruptible } from './abort.js';
import { loadInput, type InputOutcome } from './load-input.js';
import { endsCall, tellOutcome, type InputTracker } from './outcome-queue.js';
import type { LoadInputsOptions } from './load-inputs.js';

/**
 * As loadInputs. Inputs that are under way when an error ends the call are loaded to their end, and
 * none is begun after it.
 * @param options its `openSink` is called up to `jobs` times; no sink may put inputs off
 * @param jobs how many inputs are under way at most
 * @throws FlexError if a sink cannot be opened; what was under way has been told then
 */
export async function loadAtOnce(
  inputs: readonly ExpandedInput[],
  account: InputTracker,
  options: LoadInputsOptions,
  jobs: number,
): Promise<void> {
  account.expect(inputs.map(({ name }) => name));
  const all = new InputsAtOnce(inputs, account, options);
  const workers = Array.from({ length: Math.min(jobs, inputs.length) }, () => all.work());
  const ends = await Promise.allSettled(workers);
  for (const end of ends) if (end.status === 'rejected') throw end.reason as FlexError;
}

class InputsAtOnce {
  /** Number of the input that begins next, and of the one that is told next. */
  private next = 0;
  private told = 0;
  private ended = false;
  /** Outcomes that wait for those of inputs before them. */
  private readonly waiting = new Map<number, InputOutcome>();
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly inputs: readonly ExpandedInput[],
    private readonly account: InputTracker,
    private readonly options: LoadInputsOptions,
  ) {}

  /** Takes one input after the other until there are none. */
  async work(): Promise<void> {
    let sink: Sink | undefined;
    for (let input = this.peek(); input !== undefined; input = this.peek()) {
      try {
        if (isSource(input)) sink ??= await this.options.openSink();
      } catch (thrown) {
        this.ended = true;
        throw thrown;
      }
      // Another worker may have taken it, and the next one, while the sink was opened.
      const number = this.next;
      const taken = this.peek();
      if (taken === undefined) return;
      if (isSource(taken) && sink === undefined) continue;
      this.next++;
      this.account.begin(taken.name);
      await this.settle(number, await this.outcomeOf(taken, sink));
    }
  }

  private peek(): ExpandedInput | undefined {
    return this.ended || this.options.signal.aborted ? undefined : this.inputs[this.next];
  }

  private outcomeOf(input: ExpandedInput, sink: Sink | undefined): Promise<InputOutcome> {
    const { signal } = this.options;
    if (isSource(input)) return loadInput(interruptible(input, signal), sink!, this.options);
    return Promise.resolve({ name: input.name, status: 'failed', error: input.error });
  }

  private settle(number: number, outcome: InputOutcome): Promise<void> {
    this.waiting.set(number, outcome);
    this.ended ||= outcome.error !== undefined && endsCall(outcome.error);
    this.telling = this.telling.then(() => this.tell());
    return this.telling;
  }

  private async tell(): Promise<void> {
    for (;;) {
      const outcome = this.waiting.get(this.told);
      if (outcome === undefined) return;
      this.waiting.delete(this.told);
      const input = this.inputs[this.told]!;
      this.told++;
      await tellOutcome(input, outcome, this.account, this.options);
    }
  }
}
