/**
 * The session of every command that ends with a summary: signals, a record of what was done, and
 * one summary, which is delivered whatever happens. The command's own part is its Work.
 */
import { FetchTracker } from '../archive/fetch-reports.js';
import { asFlexError, EXIT, type FlexError } from '../errors.js';
import { newLoadId } from '../pipeline/load-id.js';
import { InputTracker } from '../pipeline/outcome-queue.js';
import { buildSummary, overallError, type CallResult, type Summary } from '../summary/summary.js';
import type { Call } from './command.js';
import type { SUMMARY_SETTINGS } from './general-settings.js';
import {
  checkFile,
  CONTAINER_PLACES,
  printSummary,
  tellsAtTheEnd,
  writeSummaryFiles,
} from './deliver-summary.js';
import { logError } from './log.js';
import { Interruption } from './signals.js';

export type SummarisedCall = Pick<
  Call<typeof SUMMARY_SETTINGS>,
  'settings' | 'log' | 'stdout' | 'stderr' | 'beforeLog' | 'lastWords'
>;

export interface Work {
  /** An error ends the call. */
  perform(session: Session): Promise<void>;
  /** Closes what is open; called once, however the work ended. */
  close?(session: Session): Promise<void>;
  /** The destination of the rows, for metrics about the days that it covers. */
  readonly to?: string;
  /** Tells those who listen how the call ended; once, before the summary is delivered. */
  tell?(end: {
    readonly session: Session;
    readonly summary: Summary | undefined;
    readonly error: FlexError | undefined;
  }): Promise<void>;
  /** Erases the progress line on the terminal. */
  erase?(): void;
  /** The parts of the result that only the work knows. */
  result(): Pick<CallResult, 'dryRun' | 'loads' | 'withdrawnFrom' | 'notices'> & {
    readonly fetches: boolean;
    readonly rowsOnStdout: boolean;
  };
}

/**
 * Does the work and delivers the summary.
 * @returns the exit status
 * @throws FlexError for an unusable setting; then there is no summary
 */
export async function runWithSummary(call: SummarisedCall, work: Work): Promise<number> {
  const { summaryFile, metricsFile } = call.settings;
  if (summaryFile !== undefined) checkFile('summary', summaryFile);
  if (metricsFile !== undefined) checkFile('metrics', metricsFile);
  const session = new Session(call, work);
  await session.perform();
  return session.deliver();
}

export class Session {
  readonly loadId = newLoadId();
  readonly inputs = new InputTracker();
  readonly fetched = new FetchTracker();
  private readonly began = performance.now();
  private readonly interruption: Interruption;
  private delivered: Promise<number> | undefined;
  private gaveUp = false;

  constructor(
    private readonly call: SummarisedCall,
    private readonly work: Work,
  ) {
    this.interruption = new Interruption({
      giveUp: (reason) => {
        this.giveUp(reason);
        logError(call.log, reason);
        void this.deliver().then((status) => process.exit(status));
      },
    });
    call.lastWords.call = async (error): Promise<void> => {
      this.giveUp(error);
      await this.deliver();
    };
    call.beforeLog.call = (): void => this.work.erase?.();
  }

  /** Aborted by SIGINT and SIGTERM. */
  get signal(): AbortSignal {
    return this.interruption.signal;
  }

  /** Whether the summary repeats what the log would say: see deliver-summary.ts. */
  get tellsAtTheEnd(): boolean {
    const { settings, stdout, stderr } = this.call;
    const output = this.work.result().rowsOnStdout ? stderr : stdout;
    return tellsAtTheEnd(settings, output, stderr);
  }

  /** Whether the process ends before its work has. */
  get isHurried(): boolean {
    return this.gaveUp;
  }

  /** Whether anything went wrong so far. */
  get failed(): boolean {
    const { inputs, fetched } = this;
    const outcomes = [...inputs.outcomes, ...fetched.outcomes];
    return inputs.error !== undefined || outcomes.some(({ error }) => error !== undefined);
  }

  async perform(): Promise<void> {
    const { inputs, fetched } = this;
    try {
      await this.work.perform(this);
    } catch (thrown) {
      inputs.error = asFlexError(thrown);
      if (inputs.error.exitStatus === EXIT.usage) {
        await this.work.tell?.({ session: this, summary: undefined, error: inputs.error });
        throw inputs.error;
      }
    }
    const interrupted = this.interruption.reason;
    const undone = inputs.cutShort || fetched.notAttempted.length > 0;
    if (interrupted !== undefined && undone) inputs.error ??= interrupted;
    await this.work.close?.(this);
    if (inputs.error !== undefined && !this.tellsAtTheEnd) logError(this.call.log, inputs.error);
    this.interruption.end();
  }

  /** Delivers it once; later calls get the same answer. @returns the exit status */
  deliver(): Promise<number> {
    return (this.delivered ??= this.deliverOnce());
  }

  private async deliverOnce(): Promise<number> {
    const { call, inputs, fetched } = this;
    const { skipExitCode, summaryFile, json } = call.settings;
    this.work.erase?.();
    const { rowsOnStdout, fetches, ...result } = this.work.result();
    const ended: CallResult = {
      loadId: this.loadId,
      outcomes: inputs.outcomes,
      notAttempted: inputs.notAttempted,
      error: inputs.error,
      fetched: fetches ? fetched : undefined,
      skipExitCode,
      durationMs: performance.now() - this.began,
      ...result,
    };
    const summary = buildSummary(ended);
    await this.work.tell?.({ session: this, summary, error: overallError(ended) });
    writeSummaryFiles(summary, { ...CONTAINER_PLACES, summaryFile }, call.log);
    await this.writeMetrics(summary);
    await printSummary(summary, call, { rowsOnStdout, json });
    return summary.exitCode;
  }

  /** Last but for the summary itself. A process that is told to end asks nobody. */
  private async writeMetrics(summary: Summary): Promise<void> {
    const { metricsFile } = this.call.settings;
    if (metricsFile === undefined) return;
    const { coverageAt, writeMetricsFile } = await import('./metrics-file.js');
    const { to } = this.work;
    const ask = to !== undefined && summary.status !== 'cancelled';
    const coverage = ask ? await coverageAt(to, this.call.log) : undefined;
    writeMetricsFile(metricsFile, summary, coverage, this.call.log);
  }

  private giveUp(error: FlexError): void {
    this.gaveUp = true;
    this.inputs.giveUp(error);
    this.fetched.giveUp(error);
  }
}
