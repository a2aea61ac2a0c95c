/**
 * One line on a terminal with the progress of a load: checking an input (the first reading),
 * reading it, publishing its rows, or waiting for something else. Redrawn as data flows, never by a
 * timer: a line that does not move means that nothing flows.
 */
import type { Progress } from '../pipeline/read-input.js';
import { isSource, type ExpandedInput } from '../sources/inputs.js';
import { duration, formatNumber, plural, size } from '../text/numbers.js';
import { printable } from '../text/printable.js';
import type { CommandContext } from './context.js';

/**
 * The progress line of a call; undefined if stderr is no terminal, or the log is silent.
 */
export function progressFor(
  { stderr, log }: Pick<CommandContext, 'stderr' | 'log'>,
  inputs: readonly ExpandedInput[],
  lastStep?: string,
): ProgressLine | undefined {
  if (!stderr.isTerminal || !log.isLevelEnabled('error')) return undefined;
  const sizes = inputs.filter(isSource).map(({ size: bytes }) => bytes);
  return new ProgressLine({
    total: sizes.includes(undefined)
      ? undefined
      : sizes.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0),
    write: (text) => stderr.writeNow(text),
    columns: stderr.columns,
    now: () => performance.now(),
    ...(lastStep === undefined ? {} : { lastStep }),
  });
}

/** Milliseconds between two drawings. */
const REDRAW_AFTER = 100;
const ERASE = '\r\u001b[K';

export interface ProgressOptions {
  /** Stored bytes of all inputs; undefined if the size of one is unknown. */
  readonly total: number | undefined;
  /** Writes to the terminal as it is. */
  readonly write: (text: string) => void;
  /** Columns of the terminal. */
  readonly columns: number;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
  /** The step after the last row is read. Default: publishing. */
  readonly lastStep?: string;
}

export class ProgressLine {
  private readonly options: ProgressOptions;
  private readonly began: number;
  private drawnAt: number;
  private drawn = false;
  /** Bytes of the finished inputs. */
  private before = 0;
  /** Of the current input: bytes of the first reading, of the second, and rows. */
  private surveyed = 0;
  private inHand = 0;
  private rowsInHand = 0;
  /** Bytes and rows parsed in all. */
  private parsed = 0;
  private rows = 0;

  constructor(options: ProgressOptions) {
    this.options = options;
    this.began = options.now();
    this.drawnAt = this.began;
  }

  update({ phase, bytes, rows }: Progress): void {
    if (phase === 'survey') {
      this.surveyed += bytes;
      this.drawNowAndThen(() => [`checking, ${size(this.surveyed)} so far`]);
    } else if (phase === 'parse') {
      this.inHand += bytes;
      this.parsed += bytes;
      this.rows += rows;
      this.rowsInHand += rows;
      this.drawNowAndThen((now) => this.reading(now));
    } else {
      const { lastStep = 'publishing' } = this.options;
      // Nothing flows until the destination is done, and how long that takes is unknown.
      this.draw([...this.share(), `${lastStep} ${plural(this.rowsInHand, 'row')}`].join('  '));
    }
  }

  /** Waiting for something else; the sentence stays until data flows again. */
  wait(sentence: string): void {
    this.draw(sentence);
  }

  /** An input of this size is finished, whatever the outcome. */
  inputDone(bytes: number | undefined): void {
    this.before += bytes ?? this.inHand;
    this.surveyed = this.inHand = this.rowsInHand = 0;
  }

  /** Erases the line, so that something else can be written. */
  erase(): void {
    if (!this.drawn) return;
    this.drawn = false;
    this.options.write(ERASE);
  }

  private drawNowAndThen(parts: (now: number) => readonly string[]): void {
    const now = this.options.now();
    if (now - this.drawnAt < REDRAW_AFTER) return;
    this.draw([...this.share(), ...parts(now)].join('  '));
  }

  private draw(text: string): void {
    const { write, columns, now } = this.options;
    this.drawnAt = now();
    this.drawn = true;
    write(`\r${printable(text).slice(0, columns - 1)}\u001b[K`);
  }

  private get done(): number {
    return this.before + this.inHand;
  }

  /** The share of bytes parsed; empty if the total is unknown. */
  private share(): string[] {
    const { total } = this.options;
    if (total === undefined || total === 0) return [];
    return [`${`${Math.floor(Math.min(1, this.done / total) * 100)}`.padStart(3)} %`];
  }

  private reading(now: number): string[] {
    const { total } = this.options;
    const seconds = (now - this.began) / 1000;
    // There is no rate until rows come, as at the head of a file.
    const rate = seconds > 0 ? Math.round(this.rows / seconds) : 0;
    const rows = rate > 0 ? [`${formatNumber(rate)} rows/s`] : [];
    if (total === undefined || total === 0) return [size(this.done), ...rows];
    const rest = Math.max(0, total - this.done);
    const left = this.parsed > 0 ? (rest / this.parsed) * seconds : 0;
    return [`${size(this.done)} of ${size(total)}`, ...rows, `${duration(left)} left to read`];
  }
}
