/**
 * The streams of the process, written to in order. A reader that ends is told apart from a full disk.
 * What is printed is decided by the commands.
 */
import { FlexError } from '../errors.js';
import { destinationError } from '../files/fs-errors.js';

/** Whoever read the stream has ended, which is no error. */
const READER_GONE: readonly unknown[] = ['EPIPE', 'ERR_STREAM_DESTROYED'];

function hasGone(error: Error): boolean {
  return READER_GONE.includes((error as NodeJS.ErrnoException).code);
}

function notPrinted(cause: Error): FlexError {
  const { code, message } = destinationError(cause, 'stdout');
  const advice = 'What was printed is not whole: print it to a place that can take it.';
  return new FlexError(code, message, { cause, advice });
}

/** A stream of the process. */
export class Output {
  /** Nothing more can be written. */
  private hasEnded = false;

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on('error', () => {
      this.hasEnded = true;
    });
  }

  get isTerminal(): boolean {
    return this.stream.isTTY;
  }

  /** Characters of a line; 80 where it is unknown. */
  get columns(): number {
    return this.isTerminal && this.stream.columns > 0 ? this.stream.columns : 80;
  }

  /** Whether it is a terminal that has colours, and nobody asked for none (NO_COLOR). */
  get hasColours(): boolean {
    return this.isTerminal && this.stream.hasColors();
  }

  get ended(): boolean {
    return this.hasEnded;
  }

  /**
   * Resolves when the text is written, or nobody reads any more.
   * @throws FlexError where it cannot be written for another reason: half a result must not
   *   look like a whole one
   */
  async write(text: string): Promise<void> {
    if (this.hasEnded) return;
    const error = await new Promise<Error | null | undefined>((done) => {
      this.stream.write(text, done);
    });
    if (!error) return;
    this.hasEnded = true;
    if (!hasGone(error)) throw notPrinted(error);
  }

  /** Writes at once, as far as the system allows. */
  writeNow(text: string): void {
    if (!this.hasEnded) this.stream.write(text);
  }
}

let stdout: Output | undefined;

export let stderr: Output | undefined;

/** Made once: each listens to its stream. */
export function standardOutput(): Output {
  return (stdout ??= new Output(process.stdout));
}

export function standardError(): Output {
  return (stderr ??= new Output(process.stderr));
}
