/**
 * Reads small inputs before their turn, so that this thread has work while the destination has:
 * the survey, and the rows where the inputs before were new. What was read waits in memory that is
 * bounded, and what went wrong is told when the input has its turn.
 */
import { asFlexError, type FlexError } from '../errors.js';
import { heldBatch, sizeOf, type Batch } from '../parser/batch.js';
import type { ParseReport } from '../parser/statement.js';
import type { Survey } from '../parser/survey/survey.js';
import { isSource, type ExpandedInput } from '../sources/inputs.js';
import type { Source } from '../sources/source.js';
import { interruptible } from './abort.js';
import { readableInput, type ReadableInput, type ReadingOptions, type Rows } from './read-input.js';

/** Larger inputs, and such as may be silent for hours, are not read before their turn. */
const MOST_INPUT_BYTES = 1024 * 1024;
/** Bytes of rows that wait; an input that has more by itself is read again when it has its turn. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Inputs that wait. */
const MOST_INPUTS = 64;

export type ReadAheadOptions = ReadingOptions & { readonly signal: AbortSignal };

export class ReadAhead {
  private readonly ended = new AbortController();
  private readonly waiting = new Map<number, InputAhead>();
  /** The input that is read next. */
  private next = 1;
  private isReading = false;
  private reading: Promise<void> | undefined;
  private areNew = false;
  private readonly signal: AbortSignal;

  /** @param options its `decimalLimit` is that of the sink */
  constructor(
    private readonly inputs: readonly ExpandedInput[],
    private readonly options: ReadAheadOptions,
  ) {
    this.signal = AbortSignal.any([options.signal, this.ended.signal]);
  }

  /** The input with this number, which has its turn. */
  take(number: number, source: Source): ReadableInput {
    const ahead = this.waiting.get(number);
    this.waiting.delete(number);
    this.next = Math.max(this.next, number + 1);
    this.readOn();
    if (ahead !== undefined) return ahead;
    const { options } = this;
    return readableInput(interruptible(source, options.signal), options);
  }

  /** @param isNew whether the input that had its turn last was not loaded before */
  settled(isNew: boolean): void {
    this.areNew = isNew;
    this.readOn();
  }

  /** Stops the reading; no file is open afterwards. */
  async end(): Promise<void> {
    this.ended.abort();
    await this.reading;
  }

  private readOn(): void {
    if (!this.isReading) this.reading = this.read();
  }

  private async read(): Promise<void> {
    this.isReading = true;
    while (!this.signal.aborted && this.hasRoom) {
      const known = this.areNew ? this.firstSurveyed() : undefined;
      if (known !== undefined) await known.takeRows();
      else if (!(await this.surveyNext())) break;
    }
    this.isReading = false;
  }

  private get hasRoom(): boolean {
    let bytes = 0;
    for (const ahead of this.waiting.values()) bytes += ahead.bytes;
    return bytes < MOST_BYTES;
  }

  /** The first that waits without its rows. */
  private firstSurveyed(): InputAhead | undefined {
    for (const ahead of this.waiting.values()) if (ahead.isOnlySurveyed) return ahead;
    return undefined;
  }

  /** @returns false where the next input is to be left alone */
  private async surveyNext(): Promise<boolean> {
    const source = this.inputs[this.next];
    if (source === undefined || !isSource(source) || !isSmall(source)) return false;
    if (this.waiting.size === MOST_INPUTS) return false;
    const { options, signal } = this;
    const unheard = { ...options, signal, onProgress: undefined };
    const input = readableInput(interruptible(source, signal), unheard);
    const ahead = new InputAhead(source, input, options);
    this.waiting.set(this.next++, ahead);
    await ahead.surveyed();
    return true;
  }
}

function isSmall({ size }: Source): boolean {
  return size !== undefined && size <= MOST_INPUT_BYTES;
}

/** An input that is read, or has been read, before its turn. */
class InputAhead implements ReadableInput {
  /** Bytes of the rows that are held. */
  bytes = 0;
  private readonly surveying: Promise<Survey>;
  /** What the survey found, where the rows may be taken. */
  private found: Survey | undefined;
  private taking: Promise<HeldRows | undefined> | undefined;

  constructor(
    private readonly source: Source,
    private readonly input: ReadableInput,
    private readonly options: ReadAheadOptions,
  ) {
    this.surveying = input.survey();
  }

  get name(): string {
    return this.source.name;
  }

  get isOnlySurveyed(): boolean {
    return this.found !== undefined && this.taking === undefined;
  }

  /** Waits for the survey; what is wrong with the input is told when it has its turn. */
  async surveyed(): Promise<void> {
    const found = await this.surveying.catch(() => undefined);
    if (found !== undefined && found.bytes <= MOST_INPUT_BYTES) this.found = found;
  }

  async takeRows(): Promise<void> {
    this.taking = this.heldRows(this.found!);
    await this.taking;
  }

  async survey(): Promise<Survey> {
    const found = await this.surveying;
    this.options.onProgress?.({ phase: 'survey', bytes: this.source.size ?? 0, rows: 0 });
    return found;
  }

  rows(found: Survey, decimalLimit: ReadingOptions['decimalLimit']): Rows {
    const { source, options, taking } = this;
    const now = (): Rows => {
      const input = readableInput(interruptible(source, options.signal), options);
      return input.rows(found, decimalLimit);
    };
    if (taking === undefined) return now();
    return new RowsAhead(taking, now, () =>
      options.onProgress?.({ phase: 'parse', bytes: source.size ?? 0, rows: 0 }),
    );
  }

  /** @returns undefined where they are too many to be held */
  private async heldRows(found: Survey): Promise<HeldRows | undefined> {
    const rows = this.input.rows(found, this.options.decimalLimit);
    const batches: Batch[] = [];
    try {
      for await (const batch of rows.batches()) {
        this.bytes += sizeOf(batch);
        if (this.bytes > MOST_BYTES) {
          this.bytes = 0;
          return undefined;
        }
        batches.push(heldBatch(batch));
      }
    } catch (thrown) {
      return { batches, error: asFlexError(thrown) };
    }
    return { batches, report: rows.report! };
  }
}

/** All rows of an input, or those before an error. */
interface HeldRows {
  readonly batches: readonly Batch[];
  readonly report?: ParseReport;
  readonly error?: FlexError;
}

class RowsAhead implements Rows {
  report: ParseReport | undefined;

  /** @param now reads them now, where they are not held */
  constructor(
    private readonly taking: Promise<HeldRows | undefined>,
    private readonly now: () => Rows,
    private readonly onRead: () => void,
  ) {}

  async *batches(): AsyncGenerator<Batch, void, undefined> {
    const held = await this.taking;
    if (held === undefined) {
      const rows = this.now();
      yield* rows.batches();
      this.report = rows.report;
      return;
    }
    this.onRead();
    yield* held.batches;
    if (held.error !== undefined) throw held.error;
    this.report = held.report;
  }
}
