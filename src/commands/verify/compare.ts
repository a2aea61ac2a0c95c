/**
 * The session of `flexetl verify`: inputs one after the other through the same
 * pipeline as a load, into a sink that compares. What is found is one document.
 */
import type { Catalog } from '../../catalog/catalog.js';
import type { Call } from '../../cli/command.js';
import { tellsAtTheEnd } from '../../cli/deliver-summary.js';
import { selectionOf } from '../../cli/load-settings.js';
import { logError } from '../../cli/log.js';
import { progressFor, type ProgressLine } from '../../cli/progress.js';
import { asFlexError, EXIT, FlexError, type ExitStatus } from '../../errors.js';
import { unlessAborted } from '../../pipeline/abort.js';
import { newLoadId } from '../../pipeline/load-id.js';
import type { InputOutcome } from '../../pipeline/load-input.js';
import { loadInputs } from '../../pipeline/load-inputs.js';
import { InputTracker } from '../../pipeline/outcome-queue.js';
import { openForComparing } from '../../sinks/destinations.js';
import type { Difference, TableVerdict } from '../../sinks/sql/verify/comparison.js';
import { VerifySink } from '../../sinks/sql/verify/sink.js';
import type { ExpandedInput } from '../../sources/inputs.js';
import { isInterruption, overallError } from '../../summary/summary.js';
import { plural } from '../../text/numbers.js';
import { redact } from '../../text/redact.js';
import type { VERIFYING_SETTINGS } from './settings.js';

/** How many differing rows are listed, over all inputs. */
export const DIFFERENCES_TOLD = 20;

const COUNTS = ['parsed', 'required', 'overruled', 'missing', 'different', 'unexpected'] as const;

export interface VerifiedInput {
  readonly name: string;
  /** not_loaded: the ledger does not have the file with these options. */
  readonly status: 'same' | 'differs' | 'not_loaded' | 'failed' | 'cancelled';
  readonly sha256?: string;
  /** Rows of all tables together. */
  readonly rows?: TableVerdict;
  /** The tables that differ. */
  readonly tables?: Readonly<Record<string, TableVerdict>>;
  /** If it is not loaded: the options it was loaded with, one line each. */
  readonly loadedAs?: readonly string[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** The document of `flexetl verify --json`. */
export interface VerifyOutcome {
  readonly schema: 'flexetl/verify@1';
  readonly status: 'same' | 'differs' | 'failed' | 'cancelled';
  /** Name of the destination, without password. */
  readonly destination: string;
  readonly inputs: readonly VerifiedInput[];
  /** Inputs whose turn did not come. */
  readonly notAttempted: readonly string[];
  readonly totals: TableVerdict & {
    readonly same: number;
    readonly differing: number;
    readonly notLoaded: number;
    readonly failed: number;
  };
  /** The first rows that differ, at most twenty; the counts are in `totals`. */
  readonly differences: readonly (Difference & { readonly input: string })[];
  readonly exitCode: ExitStatus;
}

export class VerifyRun {
  private readonly account = new InputTracker();
  private readonly inputs: VerifiedInput[] = [];
  private readonly differences: (Difference & { input: string })[] = [];
  private readonly toldErrors = new Set<FlexError>();
  private sink: VerifySink | undefined;
  private progress: ProgressLine | undefined;

  constructor(
    private readonly call: Call<typeof VERIFYING_SETTINGS>,
    private readonly signal: AbortSignal,
  ) {}

  async compare(inputs: readonly ExpandedInput[]): Promise<VerifyOutcome> {
    const catalog = await this.call.catalog();
    try {
      await this.compareAll(inputs, catalog);
    } catch (thrown) {
      this.account.error = asFlexError(thrown);
      if (this.account.error.exitStatus === EXIT.usage) throw thrown;
    } finally {
      this.progress?.erase();
      await this.sink?.close();
    }
    return this.document();
  }

  /** The error that decides the exit status; undefined if nothing differs. */
  error(): FlexError | undefined {
    const { outcomes, notAttempted, error } = this.account;
    const failure = overallError({
      outcomes,
      notAttempted,
      error: error ?? (notAttempted.length > 0 ? (this.signal.reason as FlexError) : undefined),
    });
    if (failure !== undefined && failure.exitStatus !== EXIT.data) return failure;
    const { missing, different, unexpected, differing, notLoaded } = this.totals();
    if (differing + notLoaded === 0) return failure;
    const rows = missing + different + unexpected;
    const parts = [
      ...(rows > 0
        ? [
            `${plural(rows, 'row')} of ${plural(differing, 'file')} ${rows === 1 ? 'differs' : 'differ'}`,
          ]
        : []),
      ...(notLoaded > 0
        ? [`${plural(notLoaded, 'file was', 'files were')} never loaded in this way`]
        : []),
    ];
    // The ledger knows a file that differs: a plain load would skip it.
    const advice = [
      ...(differing > 0 ? ['Load the files that differ with `flexetl load --force`.'] : []),
      ...(notLoaded > 0 ? ['Load the files that were never loaded, with the same options.'] : []),
    ].join(' ');
    return new FlexError('FLEX_VERIFY_DIFFERS', `${this.name()}: ${parts.join('; ')}.`, {
      advice,
    });
  }

  /** Whether the log has it already. */
  told(error: FlexError): boolean {
    return this.toldErrors.has(error);
  }

  private async compareAll(inputs: readonly ExpandedInput[], catalog: Catalog): Promise<void> {
    const { settings } = this.call;
    const { timezone, dateOrder, asQuery } = settings;
    const progress = (this.progress = progressFor(this.call, inputs, 'comparing'));
    this.call.beforeLog.call = () => progress?.erase();
    await loadInputs(inputs, this.account, {
      catalog,
      selection: selectionOf(this.call, catalog),
      signal: this.signal,
      loadId: newLoadId(),
      timezone,
      dateOrder,
      asQuery,
      strict: false,
      openSink: async () => {
        const engine = await unlessAborted(openForComparing(settings.to), this.signal);
        const differencesKept = DIFFERENCES_TOLD;
        return (this.sink = new VerifySink(engine, { catalog, timezone, differencesKept }));
      },
      onProgress: (each) => progress?.update(each),
      onOutcome: (outcome, size) => {
        progress?.inputDone(size);
        this.settle(outcome);
      },
    });
  }

  private settle({ name, survey, error }: InputOutcome): void {
    if (error !== undefined) {
      const cancelled = isInterruption(error);
      if (!cancelled) {
        logError(this.call.log, error);
        this.toldErrors.add(error);
      }
      const { code, message } = error;
      const status = cancelled ? 'cancelled' : 'failed';
      this.inputs.push({ name, status, error: { code, message } });
      return;
    }
    const { status, tables, loadedAs, differences } = this.sink!.verdict!;
    const { settings, stdout, stderr, log } = this.call;
    if (!tellsAtTheEnd(settings, stdout, stderr)) {
      log.info({ file: name, status }, `${name}: ${status}`);
    }
    this.differences.push(...differences.map((difference) => ({ input: name, ...difference })));
    const differing = [...tables].filter(([, verdict]) => differs(verdict));
    this.inputs.push({
      name,
      status,
      sha256: survey!.sha256,
      ...(status === 'not_loaded'
        ? { loadedAs }
        : { rows: sum(tables.values()), tables: Object.fromEntries(differing) }),
    });
  }

  private document(): VerifyOutcome {
    const error = this.error();
    return {
      schema: 'flexetl/verify@1',
      status: this.status(error),
      destination: this.name(),
      inputs: this.inputs,
      notAttempted: this.account.notAttempted,
      totals: this.totals(),
      differences: this.differences,
      exitCode: error?.exitStatus ?? EXIT.done,
    };
  }

  private status(error: FlexError | undefined): VerifyOutcome['status'] {
    if (error === undefined) return 'same';
    if (isInterruption(error)) return 'cancelled';
    const { differing, notLoaded } = this.totals();
    return differing + notLoaded > 0 ? 'differs' : 'failed';
  }

  private totals(): VerifyOutcome['totals'] {
    const count = (status: VerifiedInput['status']): number =>
      this.inputs.filter((input) => input.status === status).length;
    return {
      ...sum(this.inputs.flatMap(({ rows }) => rows ?? [])),
      same: count('same'),
      differing: count('differs'),
      notLoaded: count('not_loaded'),
      failed: count('failed'),
    };
  }

  private name(): string {
    return this.sink?.name ?? redact(this.call.settings.to);
  }
}

function differs({ missing, different, unexpected }: TableVerdict): boolean {
  return missing + different + unexpected > 0;
}

function sum(verdicts: Iterable<TableVerdict>): TableVerdict {
  const total = { parsed: 0, required: 0, overruled: 0, missing: 0, different: 0, unexpected: 0 };
  for (const verdict of verdicts) for (const name of COUNTS) total[name] += verdict[name];
  return total;
}
