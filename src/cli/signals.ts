/**
 * SIGINT and SIGTERM. The first signal stops the current work, which is rolled back; further ones
 * change nothing. Work that does not stop in time is abandoned, because schedulers kill a process
 * after ten seconds and then the reason is lost.
 */
import { FlexError } from '../errors.js';

/** Milliseconds from the signal to the end of the process, even if something hangs. */
export const PATIENCE = 8_000;

export interface InterruptionOptions {
  /** Default: this process. */
  readonly process?: Pick<NodeJS.EventEmitter, 'on' | 'off'>;
  readonly patience?: number;
  /** Called when that time is over; must end the process. */
  readonly giveUp: (reason: FlexError) => void;
}

export class Interruption {
  private readonly controller = new AbortController();
  private readonly options: InterruptionOptions;
  private readonly process: Pick<NodeJS.EventEmitter, 'on' | 'off'>;
  private timer: NodeJS.Timeout | undefined;

  constructor(options: InterruptionOptions) {
    this.options = options;
    this.process = options.process ?? process;
    this.process.on('SIGINT', this.interrupt);
    this.process.on('SIGTERM', this.terminate);
  }

  /** Aborted with a FlexError as its reason. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The error that the signal means, after one came. */
  get reason(): FlexError | undefined {
    return this.signal.aborted ? (this.signal.reason as FlexError) : undefined;
  }

  /** The work is over: nothing is waited for any more, and signals have no effect. */
  end(): void {
    clearTimeout(this.timer);
  }

  private readonly interrupt = (): void =>
    this.abort(new FlexError('FLEX_INTERRUPTED', 'Interrupted by SIGINT.'));

  private readonly terminate = (): void =>
    this.abort(new FlexError('FLEX_TERMINATED', 'Terminated by SIGTERM.'));

  private abort(reason: FlexError): void {
    if (this.signal.aborted) return;
    this.timer = setTimeout(() => this.options.giveUp(reason), this.options.patience ?? PATIENCE);
    this.controller.abort(reason);
  }
}
