/**
 * The outcomes of a call in the order of its inputs. A sink may put inputs off, to commit several
 * at once; their outcomes, and those of later inputs, wait here until it has.
 */
import { FlexError, isInterruption, type ErrorCode } from '../errors.js';
import type { Settled, Sink } from '../sinks/sink.js';
import { type ExpandedInput, isSource } from '../sources/inputs.js';
import {
  committedOutcome,
  failedOutcome,
  type GivenBack,
  type InputOutcome,
  type PipelineOptions,
  type Predecessors,
  type PutOff,
} from './load-input.js';
import { Tracker } from './tracker.js';

/** By input name. */
export class InputTracker extends Tracker<string, InputOutcome> {
  /** The error that ended the call, if it was not of a single input. */
  error: FlexError | undefined;

  constructor() {
    super((name, error) => ({ name, status: 'failed', error }));
  }

  /** Whether a signal left work undone. */
  get cutShort(): boolean {
    const undone = this.outcomes.some(({ error }) => error !== undefined && isInterruption(error));
    return undone || this.notAttempted.length > 0;
  }

  override giveUp(error: FlexError): void {
    this.error = error;
    super.giveUp(error);
  }
}

/** What is reported, and to whom. */
export interface OutcomeOptions extends PipelineOptions {
  readonly signal: AbortSignal;
  /** The error of an input, with better advice if there is any. */
  readonly advised?: (name: string, error: FlexError) => FlexError;
  readonly onOutcome: (outcome: InputOutcome, size: number | undefined) => void;
}

interface Entry {
  readonly input: ExpandedInput;
  readonly outcome: InputOutcome | PutOff;
}

export class OutcomeQueue implements Predecessors {
  /** The sink of the call, once it is open. */
  sink: Sink | undefined;
  /** Whether nothing more is attempted. */
  ended = false;
  private entries: Entry[] = [];

  constructor(
    private readonly account: InputTracker,
    private readonly options: OutcomeOptions,
  ) {}

  /** Takes the outcome of the input that began last. */
  async add(input: ExpandedInput, outcome: InputOutcome | PutOff | GivenBack): Promise<void> {
    // Handed back with everything in hand when the call ended.
    if (outcome.status === 'not_attempted') return;
    this.entries.push({ input, outcome });
    if (outcome.status === 'put_off') return;
    const last = outcome.error !== undefined && endsCall(outcome.error);
    if (last || !this.entries.some(isPutOff)) await this.settle();
  }

  /**
   * Commits the inputs that were put off, and reports all waiting outcomes, up to an error that
   * ends the call.
   * @returns whether the call goes on
   */
  async settle(): Promise<boolean> {
    const { entries } = this;
    this.entries = [];
    const committing = new Committing(entries.some(isPutOff) ? this.sink : undefined, this.options);
    try {
      for (const { input, outcome } of entries) {
        if (this.ended) break;
        await this.tell(
          input,
          outcome.status === 'put_off' ? await committing.outcomeOf(outcome) : outcome,
        );
      }
    } finally {
      await committing.end();
    }
    if (this.ended) this.account.handBack();
    return !this.ended;
  }

  private async tell(input: ExpandedInput, found: InputOutcome): Promise<void> {
    const { error } = await tellOutcome(input, found, this.account, this.options);
    this.ended = error !== undefined && endsCall(error);
  }
}

/** Reports the outcome of an input in hand. @returns it, with its advice */
export async function tellOutcome(
  input: ExpandedInput,
  found: InputOutcome,
  account: InputTracker,
  options: OutcomeOptions,
): Promise<InputOutcome> {
  const outcome = advised(found, options);
  account.settle(outcome, input.name);
  options.onOutcome(outcome, isSource(input) ? input.size : undefined);
  if (isSource(input)) await input.close();
  return outcome;
}

function isPutOff({ outcome }: Entry): boolean {
  return outcome.status === 'put_off';
}

function advised(outcome: InputOutcome, options: OutcomeOptions): InputOutcome {
  const { name, error } = outcome;
  if (error === undefined || options.advised === undefined) return outcome;
  return { ...outcome, error: options.advised(name, error) };
}

/** The inputs that a sink has put off, while it commits them. */
class Committing {
  private readonly settled: AsyncGenerator<Settled, void, undefined> | undefined;
  private readonly interrupt = (): void => this.sink?.interrupt?.();

  constructor(
    private readonly sink: Sink | undefined,
    private readonly options: OutcomeOptions,
  ) {
    if (sink === undefined) return;
    const { signal, onProgress } = options;
    // An error that came between two inputs is unknown to the sink.
    if (signal.aborted) this.interrupt();
    signal.addEventListener('abort', this.interrupt);
    onProgress?.({ phase: 'publish', bytes: 0, rows: 0 });
    this.settled = sink.commitPutOff!();
  }

  async outcomeOf({ name, survey, report }: PutOff): Promise<InputOutcome> {
    const findings = { survey, report };
    const { signal } = this.options;
    try {
      const { value, done } = await this.settled!.next();
      if (done === true) throw new FlexError('FLEX_BUG', `${name} was put off and forgotten.`);
      if (value instanceof FlexError) throw value;
      return committedOutcome(name, findings, value);
    } catch (thrown) {
      return failedOutcome(name, findings, thrown, signal);
    }
  }

  async end(): Promise<void> {
    this.options.signal.removeEventListener('abort', this.interrupt);
    await this.settled?.return();
  }
}

/**
 * Errors that concern the destination or an object store as a whole, or the settings of the call:
 * the next input would fail too. After any other error, the remaining inputs are still loaded.
 */
const ENDS_CALL: ReadonlySet<ErrorCode> = new Set([
  'FLEX_CONFIG',
  'FLEX_SCHEMA_INVALID',
  'FLEX_DEST_UNAVAILABLE',
  'FLEX_DEST_BUSY',
  'FLEX_DEST_REFUSED',
  'FLEX_DEST_FULL',
  'FLEX_DEST_CLOSED',
  'FLEX_STORE_UNAVAILABLE',
  'FLEX_STORE_BUSY',
]);

/** Whether the next input would fail for the same reason. */
export function endsCall(error: FlexError): boolean {
  return ENDS_CALL.has(error.code) || isInterruption(error);
}
