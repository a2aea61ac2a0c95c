/**
 * The course of every command that ends with a summary: signals, the account of
 * what was done, and one summary, which is delivered whatever happens. What a
 * command does in between is its Work.
 */
import { FetchAccount } from '../archive/fetch-reports.js';
import { asFlexError, EXIT, type FlexError } from '../errors.js';
import { logError } from './log.js';
import { buildSummary, type CallResult } from '../summary/summary.js';
import type { Call } from './command.js';
import {
  checkSummaryFile,
  CONTAINER_PLACES,
  printSummary,
  writeSummaryFiles,
} from './deliver-summary.js';
import { Interruption } from './signals.js';
import { newLoadId } from '../pipeline/load-id.js';
import { Account } from '../pipeline/load-inputs.js';
import type { SUMMARY_SETTINGS } from './load-settings.js';

export type SummarisedCall = Pick<
  Call<typeof SUMMARY_SETTINGS>,
  'settings' | 'log' | 'stdout' | 'stderr' | 'beforeLog' | 'lastWords'
>;

export interface Work {
  /** What it throws ends the call. */
  perform(course: Course): Promise<void>;
  /** Ends what is open; called once, however the work ended. */
  close?(course: Course): Promise<void>;
  /** Clears the line that it draws on the terminal. */
  erase?(): void;
  /** What only the work knows of the result. */
  result(): Pick<CallResult, 'dryRun' | 'loads' | 'withdrawnFrom'> & {
    readonly fetches: boolean;
    readonly rowsOnStdout: boolean;
  };
}

/**
 * Does the work and delivers the summary.
 * @returns the exit status
 * @throws FlexError for a setting that cannot be used; then there is no summary
 */
export async function follow(call: SummarisedCall, work: Work): Promise<number> {
  const { summaryFile } = call.settings;
  if (summaryFile !== undefined) checkSummaryFile(summaryFile);
  const course = new Course(call, work);
  await course.perform();
  return course.deliver();
}

export class Course {
  readonly loadId = newLoadId();
  readonly account = new Account();
  readonly fetched = new FetchAccount();
  readonly #began = performance.now();
  readonly #interruption: Interruption;
  #delivered: Promise<number> | undefined;

  constructor(
    private readonly call: SummarisedCall,
    private readonly work: Work,
  ) {
    this.#interruption = new Interruption({
      giveUp: (reason) => {
        this.#giveUp(reason);
        logError(call.log, reason);
        void this.deliver().then((status) => process.exit(status));
      },
    });
    call.lastWords.call = async (error): Promise<void> => {
      this.#giveUp(error);
      await this.deliver();
    };
    call.beforeLog.call = (): void => this.work.erase?.();
  }

  /** Aborted by SIGINT and SIGTERM. */
  get signal(): AbortSignal {
    return this.#interruption.signal;
  }

  /** Whether anything went wrong so far. */
  get failed(): boolean {
    const { account, fetched } = this;
    const outcomes = [...account.outcomes, ...fetched.outcomes];
    return account.error !== undefined || outcomes.some(({ error }) => error !== undefined);
  }

  async perform(): Promise<void> {
    const { account, fetched } = this;
    try {
      await this.work.perform(this);
    } catch (thrown) {
      account.error = asFlexError(thrown);
      if (account.error.exitStatus === EXIT.usage) throw account.error;
    }
    const interrupted = this.#interruption.reason;
    const undone = account.cutShort || fetched.notAttempted.length > 0;
    if (interrupted !== undefined && undone) account.error ??= interrupted;
    await this.work.close?.(this);
    if (account.error !== undefined) logError(this.call.log, account.error);
    this.#interruption.end();
  }

  /** Once, whoever asks first. @returns the exit status */
  deliver(): Promise<number> {
    return (this.#delivered ??= this.#deliver());
  }

  async #deliver(): Promise<number> {
    const { call, account, fetched } = this;
    const { skipExitCode, summaryFile, json } = call.settings;
    this.work.erase?.();
    const { rowsOnStdout, fetches, ...result } = this.work.result();
    const summary = buildSummary({
      loadId: this.loadId,
      outcomes: account.outcomes,
      notAttempted: account.notAttempted,
      error: account.error,
      fetched: fetches ? fetched : undefined,
      skipExitCode,
      durationMs: performance.now() - this.#began,
      ...result,
    });
    writeSummaryFiles(summary, { ...CONTAINER_PLACES, summaryFile }, call.log);
    await printSummary(summary, call, { rowsOnStdout, json });
    return summary.exitCode;
  }

  #giveUp(error: FlexError): void {
    this.account.giveUp(error);
    this.fetched.giveUp(error);
  }
}
