/**
 * One line on a terminal that says how far a load is. Redrawn by the flow of
 * data, never by a timer: a line that stands still means that nothing flows.
 */
import type { Progress } from '../pipeline/read-input.js';
import { size, duration } from '../text/numbers.js';

/** Milliseconds between two drawings. */
const REDRAW_AFTER = 100;
const ERASE = '\r\u001b[K';

export interface ProgressOptions {
  /** Stored bytes of all inputs; undefined where one has no size. */
  readonly total: number | undefined;
  /** Writes to the terminal as it is. */
  readonly write: (text: string) => void;
  /** Columns of the terminal. */
  readonly columns: number;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
}

export class ProgressLine {
  readonly #options: ProgressOptions;
  readonly #began: number;
  #drawnAt: number;
  #drawn = false;
  /** Bytes of the inputs that are done with. */
  #before = 0;
  /** Bytes of the input in hand. */
  #inHand = 0;
  /** Bytes and rows parsed in all. */
  #parsed = 0;
  #rows = 0;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#began = options.now();
    this.#drawnAt = this.#began;
  }

  /** Counts what was parsed; the survey before it is over soon and is not shown. */
  update({ phase, bytes, rows }: Progress): void {
    if (phase === 'survey') return;
    this.#inHand += bytes;
    this.#parsed += bytes;
    this.#rows += rows;
    const now = this.#options.now();
    if (now - this.#drawnAt < REDRAW_AFTER) return;
    this.#drawnAt = now;
    this.#drawn = true;
    this.#options.write(`\r${this.#text(now).slice(0, this.#options.columns - 1)}\u001b[K`);
  }

  /** An input of this size is done with, whatever became of it. */
  inputDone(size: number | undefined): void {
    this.#before += size ?? this.#inHand;
    this.#inHand = 0;
  }

  /** Clears the line, so that something else can be written. */
  erase(): void {
    if (!this.#drawn) return;
    this.#drawn = false;
    this.#options.write(ERASE);
  }

  #text(now: number): string {
    const { total } = this.#options;
    const seconds = (now - this.#began) / 1000;
    const done = this.#before + this.#inHand;
    // Until rows come, as at the head of a file, there is no rate to tell.
    const rate = seconds > 0 ? Math.round(this.#rows / seconds) : 0;
    const rows = rate > 0 ? [`${rate.toLocaleString('en')} rows/s`] : [];
    if (total === undefined || total === 0) return [size(done), ...rows].join('  ');
    const share = Math.min(1, done / total);
    const left = this.#parsed > 0 ? (Math.max(0, total - done) / this.#parsed) * seconds : 0;
    const percent = `${Math.floor(share * 100)}`.padStart(3);
    // All is read, and what the destination still does with it takes time that nobody knows.
    const rest = share === 1 ? 'finishing' : `${duration(left)} left`;
    return [`${percent} %`, `${size(done)} of ${size(total)}`, ...rows, rest].join('  ');
  }
}
