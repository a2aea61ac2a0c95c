/**
 * Loads several inputs at once, each over a sink of its own and in a transaction of its own. Inputs
 * that name one account come one after the other, for the destination would let them wait anyhow;
 * else they begin in their order. Outcomes are told in order, so that a call reads as if the inputs
 * had come one after the other.
 */
import type { FlexError } from '../errors.js';
import type { Sink } from '../sinks/sink.js';
import { isSource, type ExpandedInput } from '../sources/inputs.js';
import { shardName } from '../sources/shard.js';
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
  await all.end();
  for (const end of ends) if (end.status === 'rejected') throw end.reason as FlexError;
}

class InputsAtOnce {
  /** Numbers of the inputs that have not begun, by what is loaded one after the other. */
  private readonly left = new Map<string, number[]>();
  /** Keys of `left` of which an input is under way. */
  private readonly busy = new Set<string>();
  /** Keys of which an input has begun. */
  private readonly begun = new Set<string>();
  private ended = false;
  /** Number of the input that is told next, and outcomes that wait for those before them. */
  private told = 0;
  private readonly waiting = new Map<number, InputOutcome>();
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly inputs: readonly ExpandedInput[],
    private readonly account: InputTracker,
    private readonly options: LoadInputsOptions,
  ) {
    for (const [number, { name }] of inputs.entries()) {
      const key = shardName(name);
      const own = this.left.get(key);
      if (own === undefined) this.left.set(key, [number]);
      else own.push(number);
    }
    for (const own of this.left.values()) own.reverse();
  }

  /** Takes one input after the other until none is left for it. */
  async work(): Promise<void> {
    let sink: Sink | undefined;
    for (let key = this.take(); key !== undefined; key = this.take()) {
      const number = this.left.get(key)!.pop()!;
      const input = this.inputs[number]!;
      this.busy.add(key);
      try {
        if (isSource(input)) sink ??= await this.options.openSink();
      } catch (thrown) {
        this.ended = true;
        throw thrown;
      }
      if (this.hasEnded()) return;
      this.account.begin(input.name);
      const outcome = await this.outcomeOf(input, sink);
      this.busy.delete(key);
      if (this.left.get(key)!.length === 0) this.left.delete(key);
      await this.settle(number, outcome);
    }
  }

  private hasEnded(): boolean {
    return this.ended || this.options.signal.aborted;
  }

  /** @returns the key whose input comes first of those that nobody is at */
  private take(): string | undefined {
    if (this.hasEnded()) return undefined;
    let first: string | undefined;
    let least = Infinity;
    for (const [key, own] of this.left) {
      const number = own.at(-1);
      if (number === undefined || this.busy.has(key)) continue;
      if (number < least) [first, least] = [key, number];
      // Keys stand in the order of their first inputs, so that those after it come later.
      if (!this.begun.has(key)) break;
    }
    if (first !== undefined) this.begun.add(first);
    return first;
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

  /** @param all whether inputs before it may not have begun: the call has ended */
  private async tell(all = false): Promise<void> {
    for (; this.told < this.inputs.length; this.told++) {
      const outcome = this.waiting.get(this.told);
      if (outcome === undefined && !all) return;
      if (outcome === undefined) continue;
      this.waiting.delete(this.told);
      await tellOutcome(this.inputs[this.told]!, outcome, this.account, this.options);
    }
  }

  /** Tells of what was loaded behind inputs that did not begin. */
  end(): Promise<void> {
    return this.tell(true);
  }
}
