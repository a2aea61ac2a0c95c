/**
 * The course of every writing command: settings to options, inputs to outcomes,
 * outcomes to one summary, which is delivered whatever happens.
 */
import { STATEMENTS_TABLE } from '../catalog/section.js';
import { conceal } from '../conceal.js';
import { asFlexError, EXIT } from '../errors.js';
import { logError, type Logger } from '../logging.js';
import type { InputOutcome } from '../pipeline.js';
import { ProgressLine } from '../progress.js';
import { openDestination, parseDestination } from '../sinks/destinations.js';
import type { Sink } from '../sinks/sink.js';
import { isSource, type ExpandedInput } from '../sources/inputs.js';
import { buildSummary, isInterruption } from '../summary.js';
import { VERSION } from '../version.js';
import {
  checkSummaryFile,
  CONTAINER_PLACES,
  printSummary,
  writeSummaryFiles,
} from './deliver-summary.js';
import { Interruption, unlessAborted } from './interruption.js';
import { Account, loadInputs } from './load-inputs.js';
import { newLoadId } from './load-id.js';
import { guardPassword } from './password.js';
import { selectionOf, sinkOptionsOf, type WritingCall } from './writing-settings.js';

/** Destinations that show at the end of a call what it wrote, or nothing of it. */
const SHOWN_WHEN_WHOLE: readonly string[] = ['csv', 'ndjson'];

/**
 * Loads the inputs and delivers the summary.
 * @param findInputs is asked once; what it throws ends the call
 * @returns the exit status
 * @throws FlexError for a setting that cannot be used; then there is no summary
 */
export async function writeInputs(
  call: WritingCall,
  findInputs: () => Promise<readonly ExpandedInput[]>,
): Promise<number> {
  const { summaryFile } = call.settings;
  await guardPassword(call);
  if (summaryFile !== undefined) checkSummaryFile(summaryFile);
  const writing = new Writing(call);
  await writing.perform(findInputs);
  return writing.deliver();
}

class Writing {
  readonly #loadId = newLoadId();
  readonly #began = performance.now();
  readonly #account = new Account();
  readonly #interruption: Interruption;
  #progress: ProgressLine | undefined;
  #sink: Sink | undefined;
  /** What was loaded before the call failed is not shown, because it was not all. */
  #withdrawn = false;
  #delivered: Promise<number> | undefined;

  constructor(private readonly call: WritingCall) {
    this.#interruption = new Interruption({
      giveUp: (reason) => {
        this.#account.giveUp(reason);
        void this.deliver().then((status) => process.exit(status));
      },
    });
    call.lastWords.call = async (error): Promise<void> => {
      this.#account.giveUp(error);
      await this.deliver();
    };
    call.beforeLog.call = (): void => this.#progress?.erase();
  }

  async perform(findInputs: () => Promise<readonly ExpandedInput[]>): Promise<void> {
    const account = this.#account;
    try {
      await this.#load(findInputs);
    } catch (thrown) {
      account.error = asFlexError(thrown);
      if (account.error.exitStatus === EXIT.usage) throw account.error;
    }
    const interrupted = this.#interruption.reason;
    if (interrupted !== undefined && account.notAttempted.length > 0) account.error ??= interrupted;
    await this.#closeSink();
    if (account.error !== undefined) logError(this.call.log, account.error);
    this.#interruption.end();
  }

  /** Once, whoever asks first. @returns the exit status */
  deliver(): Promise<number> {
    return (this.#delivered ??= this.#deliver());
  }

  async #load(findInputs: () => Promise<readonly ExpandedInput[]>): Promise<void> {
    const { call } = this;
    const { settings } = call;
    const { signal } = this.#interruption;
    const catalog = await call.catalog();
    const selection = selectionOf(call, catalog);
    const sinkOptions = sinkOptionsOf(settings, catalog);
    parseDestination(settings.to);
    const inputs = await unlessAborted(findInputs(), signal);
    this.#progress = this.#progressFor(inputs);
    await loadInputs(inputs, this.#account, {
      catalog,
      selection,
      signal,
      loadId: this.#loadId,
      timezone: settings.timezone,
      dateOrder: settings.dateOrder,
      asQuery: settings.asQuery,
      strict: settings.strict,
      openSink: async () =>
        (this.#sink = await unlessAborted(
          openDestination(settings.to, sinkOptions, VERSION),
          signal,
        )),
      onProgress: (progress) => this.#progress?.update(progress),
      onOutcome: (outcome, size) => {
        this.#progress?.inputDone(size);
        logOutcome(call.log, outcome);
      },
    });
    this.#progress?.erase();
  }

  async #closeSink(): Promise<void> {
    const sink = this.#sink;
    if (sink === undefined) return;
    const account = this.#account;
    const failed =
      account.error !== undefined || account.outcomes.some(({ error }) => error !== undefined);
    const { to, dryRun } = this.call.settings;
    const shownWhenWhole =
      SHOWN_WHEN_WHOLE.includes(parseDestination(to).scheme) && !sink.ownsStdout && !dryRun;
    this.#withdrawn = failed && shownWhenWhole;
    try {
      await sink.close(failed ? 'abandoned' : 'done');
    } catch (thrown) {
      this.#withdrawn ||= shownWhenWhole;
      account.error ??= asFlexError(thrown);
    }
  }

  async #deliver(): Promise<number> {
    const { call } = this;
    const { dryRun, skipExitCode, summaryFile, json, to } = call.settings;
    this.#progress?.erase();
    const summary = buildSummary({
      loadId: this.#loadId,
      outcomes: this.#account.outcomes,
      notAttempted: this.#account.notAttempted,
      error: this.#account.error,
      withdrawnFrom: this.#withdrawn ? conceal(to) : undefined,
      dryRun,
      skipExitCode,
      durationMs: performance.now() - this.#began,
    });
    writeSummaryFiles(summary, { ...CONTAINER_PLACES, summaryFile }, call.log);
    await printSummary(summary, call, { rowsOnStdout: this.#sink?.ownsStdout ?? false, json });
    return summary.exitCode;
  }

  #progressFor(inputs: readonly ExpandedInput[]): ProgressLine | undefined {
    const { stderr, log } = this.call;
    if (!stderr.isTerminal || !log.isLevelEnabled('error')) return undefined;
    const sizes = inputs.filter(isSource).map(({ size }) => size);
    return new ProgressLine({
      total: sizes.includes(undefined)
        ? undefined
        : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
      write: (text) => stderr.writeNow(text),
      columns: stderr.columns,
      now: () => performance.now(),
    });
  }
}

function logOutcome(log: Logger, { name, status, report, error }: InputOutcome): void {
  if (error !== undefined) {
    if (!isInterruption(error)) logError(log, error);
    return;
  }
  if (report === undefined) {
    log.info({ file: name, status }, `${name}: loaded before, nothing to do.`);
    return;
  }
  const rows = [...report.rows]
    .filter(([table]) => table !== STATEMENTS_TABLE)
    .reduce((sum, [, count]) => sum + count, 0);
  log.info({ file: name, status, rows }, `${name}: ${rows.toLocaleString('en')} rows.`);
  logFindings(log, name, report);
}

function logFindings(log: Logger, file: string, report: NonNullable<InputOutcome['report']>): void {
  const [first] = report.problems;
  if (first !== undefined) {
    log.warn(
      { file, problems: report.problemCount, line: first.at.line, attribute: first.at.attribute },
      `${file}: ${report.problemCount} literal(s) do not fit their column and are kept in _extra; the first, on line ${first.at.line ?? '?'}, is ${JSON.stringify(first.literal)}, ${first.reason}.`,
    );
  }
  const drift = [...report.driftAttributes.keys(), ...report.driftSections.keys()];
  if (drift.length > 0) {
    log.info(
      { file, drift: drift.slice(0, 20) },
      `${file}: ${drift.length} name(s) are not in the catalogue; what they hold is kept.`,
    );
  }
  for (const notice of report.notices) log.warn({ file }, `${file}: ${notice}`);
}
