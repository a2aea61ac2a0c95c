/**
 * What every writing command does: turns settings into options, and inputs into outcomes. The
 * summary is the business of session.ts.
 */
import type { Catalog } from '../catalog/catalog.js';
import { STATEMENTS_TABLE } from '../catalog/section.js';
import { asFlexError, FlexError } from '../errors.js';
import { undatedNotice } from '../parser/undated.js';
import { unlessAborted } from '../pipeline/abort.js';
import type { InputOutcome } from '../pipeline/load-input.js';
import { loadAtOnce } from '../pipeline/load-at-once.js';
import { loadInputs, type LoadInputsOptions } from '../pipeline/load-inputs.js';
import type { LineLevel } from '../orchestrators/listener.js';
import { Listeners } from '../orchestrators/listeners.js';
import { openDestination, parseDestination } from '../sinks/destinations.js';
import type { Sink } from '../sinks/sink.js';
import type { ExpandedInput } from '../sources/inputs.js';
import { isInterruption } from '../summary/summary.js';
import { plural } from '../text/numbers.js';
import { jsonText } from '../text/printable.js';
import { redact } from '../text/redact.js';
import { VERSION } from '../version.js';
import type { LogLevel } from './general-settings.js';
import { guardPassword } from './leak-guards.js';
import { selectionOf, sinkOptionsOf, type WritingCall } from './load-settings.js';
import { logError, type Logger } from './log.js';
import { progressFor, type ProgressLine } from './progress.js';
import { runWithSummary, type Session, type Work } from './session.js';

/** Where the inputs of a call come from. */
export interface Inputs {
  /** Called once; an error ends the call. */
  find(session: Session): Promise<readonly ExpandedInput[]>;
  /** How many of them are loaded at once, where the destination takes several. Default: one. */
  readonly jobs?: number | undefined;
  /** Whether finding them means fetching them; the summary then reports that too. */
  readonly fetches?: boolean;
  /** Notices about them for the summary, once they are found. */
  notices?(): readonly string[];
  /** The error of one of them, with better advice if there is any. */
  advised?(name: string, error: FlexError): FlexError;
  /** Called with the names of the loaded inputs, once the destination is closed. */
  loaded?(names: ReadonlySet<string>): Promise<void>;
}

/**
 * Loads the inputs and delivers the summary.
 * @returns the exit status
 * @throws FlexError for a setting that cannot be used; then there is no summary
 */
export async function writeInputs(call: WritingCall, inputs: Inputs): Promise<number> {
  guardPassword(call);
  return runWithSummary(call, new LoadSession(call, inputs));
}

/** Lines of the log that are of use to those who listen. */
const HEARD: Readonly<Partial<Record<LogLevel, LineLevel>>> = {
  info: 'info',
  warn: 'warn',
  error: 'error',
};

class LoadSession implements Work {
  readonly to: string;
  private listeners: Listeners | undefined;
  private progress: ProgressLine | undefined;
  /** One for each input that is loaded at once. */
  private readonly sinks: Sink[] = [];
  /** Rows written before the call failed are not shown, because the call was incomplete. */
  private withdrawn = false;

  constructor(
    private readonly call: WritingCall,
    private readonly inputs: Inputs,
  ) {
    this.to = call.settings.to;
  }

  async perform(session: Session): Promise<void> {
    const { call } = this;
    const { settings } = call;
    const { signal, loadId } = session;
    const catalog = await call.catalog();
    this.listeners = await this.openListeners(session, catalog);
    const selection = selectionOf(call, catalog);
    const onWait = (sentence: string): void => {
      if (this.progress === undefined) call.log.info(sentence);
      else this.progress.wait(sentence);
    };
    const sinkOptions = { ...sinkOptionsOf(settings, catalog), onWait };
    const jobs = this.jobs();
    const inputs = await this.inputs.find(session);
    this.progress = progressFor(call, inputs);
    const undated = new Set<string>();
    const options: LoadInputsOptions = {
      catalog,
      selection,
      signal,
      loadId,
      timezone: settings.timezone,
      dateOrder: settings.dateOrder,
      asQuery: settings.asQuery,
      strict: settings.strict,
      orchestrator: this.listeners.orchestrator,
      openSink: async () => {
        const opening = openDestination(settings.to, sinkOptions, VERSION);
        const sink = await unlessAborted(opening, signal);
        this.sinks.push(sink);
        return sink;
      },
      onProgress: (progress) => this.progress?.update(progress),
      advised: (name, error) => this.inputs.advised?.(name, error) ?? error,
      onOutcome: (outcome, size) => {
        this.progress?.inputDone(size);
        if (session.tellsAtTheEnd) return;
        logOutcome(call.log, outcome);
        logUndated(call.log, undated, outcome.report);
      },
    };
    if (jobs > 1) await loadAtOnce(inputs, session.inputs, options, jobs);
    else await loadInputs(inputs, session.inputs, options);
    this.erase();
  }

  private async openListeners({ loadId }: Session, catalog: Catalog): Promise<Listeners> {
    const { log, onLine, settings, stderr } = this.call;
    const { to, timezone } = settings;
    const { fetches = false } = this.inputs;
    const print = (line: string): void => stderr.writeNow(line);
    const beginning = { fetches, loadId, to, timezone, catalog, env: process.env, print };
    const listeners = await Listeners.open(beginning, (message) => log.warn(message));
    onLine.call = (level, message): void => {
      const heard = HEARD[level];
      if (heard !== undefined) listeners.log(heard, message);
    };
    return listeners;
  }

  async tell({ session, summary, error }: Parameters<NonNullable<Work['tell']>>[0]): Promise<void> {
    const { outcomes } = session.inputs;
    await this.listeners?.end({ summary, outcomes, error, hurried: session.isHurried });
  }

  /**
   * How many inputs are loaded at once. A dry run is one transaction for all of them, and replace
   * empties a table once for all of them: they come one after the other.
   * @throws FlexError FLEX_CONFIG if the destination takes one at a time
   */
  private jobs(): number {
    const { to, dryRun, mode } = this.call.settings;
    const { kind } = parseDestination(to);
    const { jobs = 1 } = this.inputs;
    if (jobs > 1 && kind.takesSeveral !== true) {
      throw new FlexError(
        'FLEX_CONFIG',
        `--jobs ${jobs}: ${kind.shortForm} takes one input at a time.`,
        {
          advice: kind.takesProcesses
            ? 'Leave --jobs out, and start N processes with --shard 1/N to N/N.'
            : 'Leave --jobs out; it is for postgres://….',
        },
      );
    }
    return dryRun || mode === 'replace' ? 1 : jobs;
  }

  async close(session: Session): Promise<void> {
    if (this.sinks.length === 0) return;
    const { failed, inputs } = session;
    const shownWhenWhole = this.isShownWhenWhole();
    this.withdrawn = failed && shownWhenWhole;
    for (const sink of this.sinks) {
      try {
        await sink.close(failed ? 'abandoned' : 'done');
      } catch (thrown) {
        this.withdrawn ||= shownWhenWhole;
        inputs.error ??= asFlexError(thrown);
      }
    }
    try {
      // Not before the close, which publishes files; those stand whatever happens here.
      await this.inputs.loaded?.(this.loadedNames(session));
    } catch (thrown) {
      inputs.error ??= asFlexError(thrown);
    }
  }

  erase(): void {
    this.progress?.erase();
  }

  result(): ReturnType<Work['result']> {
    const { to, dryRun } = this.call.settings;
    return {
      fetches: this.inputs.fetches ?? false,
      notices: this.inputs.notices?.(),
      rowsOnStdout: this.sinks.some(({ ownsStdout }) => ownsStdout),
      withdrawnFrom: this.withdrawn ? redact(to) : undefined,
      dryRun,
    };
  }

  /** Whether the destination publishes at the end of a call, all or nothing. */
  private isShownWhenWhole(): boolean {
    const { to, dryRun } = this.call.settings;
    const destination = parseDestination(to);
    return destination.kind.publishes(destination) === 'per call' && !dryRun;
  }

  private loadedNames({ inputs }: Session): ReadonlySet<string> {
    const none = this.call.settings.dryRun || this.withdrawn;
    return new Set(
      none ? [] : inputs.outcomes.flatMap(({ name, error }) => (error === undefined ? name : [])),
    );
  }
}

function logOutcome(log: Logger, outcome: InputOutcome): void {
  const { name, status, report, committed, error } = outcome;
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
  log.info({ file: name, status, rows }, `${name}: ${plural(rows, 'row')}.`);
  logFindings(log, name, report);
  for (const notice of committed?.notices ?? []) log.warn({ file: name }, `${name}: ${notice}`);
}

function logFindings(log: Logger, file: string, report: NonNullable<InputOutcome['report']>): void {
  const [first] = report.problems;
  if (first !== undefined) {
    const { at, literal, reason } = first;
    const fit = plural(
      report.problemCount,
      'literal does not fit its column and is kept in _extra; it',
      'literals do not fit their columns and are kept in _extra; the first',
    );
    log.warn(
      { file, problems: report.problemCount, line: at.line, attribute: at.attribute },
      `${file}: ${fit}, on line ${at.line ?? '?'}, is ${jsonText(literal)}, ${reason}.`,
    );
  }
  const drift = [...report.driftAttributes.keys(), ...report.driftSections.keys()];
  if (drift.length > 0) {
    const names = plural(
      drift.length,
      'name is not in the catalogue; what it holds',
      'names are not in the catalogue; what they hold',
    );
    log.info({ file, drift: drift.slice(0, 20) }, `${file}: ${names} is kept.`);
  }
  for (const notice of report.notices) log.warn({ file }, `${file}: ${notice}`);
}

/** Once for each call and query: a query without the date lacks it in every file. */
function logUndated(log: Logger, told: Set<string>, report: InputOutcome['report']): void {
  for (const [query, elements] of report?.undated ?? []) {
    if (told.has(query)) continue;
    told.add(query);
    log.warn({ query }, undatedNotice(query, [...elements]));
  }
}
