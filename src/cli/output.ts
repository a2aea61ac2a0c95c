/**
 * The streams of the process, written in order. A reader that closed the pipe is told apart from a
 * full disk. What is printed is decided by the commands.
 */
import { FlexError } from '../errors.js';
import { destinationError } from '../files/fs-errors.js';

/** The reader closed the pipe, which is no error. */
const READER_GONE: readonly unknown[] = ['EPIPE', 'ERR_STREAM_DESTROYED'];

function hasGone(error: Error): boolean {
  return READER_GONE.includes((error as NodeJS.ErrnoException).code);
}

function notPrinted(cause: Error): FlexError {
  const { code, message } = destinationError(cause, 'stdout');
  const advice = 'The output is incomplete: write it to a place with enough space.';
  return new FlexError(code, message, { cause, advice });
}

/** A stream of the process. */
export class Output {
  /** Set once nothing more can be written. */
  private hasEnded = false;

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on('error', () => {
      this.hasEnded = true;
    });
  }

  get isTerminal(): boolean {
    return this.stream.isTTY;
  }

  /** Width in characters; 80 if unknown. */
  get columns(): number {
    return this.isTerminal && this.stream.columns > 0 ? this.stream.columns : 80;
  }

  /** Whether it is a terminal with colours, and NO_COLOR is not set. */
  get hasColours(): boolean {
    return this.isTerminal && this.stream.hasColors();
  }

  get ended(): boolean {
    return this.hasEnded;
  }

  /**
   * Resolves when the text is written, or the reader is gone.
   * @throws FlexError if it cannot be written for another reason: half a result must not look
   *   complete
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

  /** Writes at once, as far as the system allows it. */
  writeNow(text: string): void {
    if (!this.hasEnded) this.stream.write(text);
  }
}

let stdout: Output | undefined;

export let stderr: Output | undefined;

/** Created once each: they listen to their stream. */
export function standardOutput(): Output {
  return (stdout ??= new Output(process.stdout));
}

export function standardError(): Output {
  return (stderr ??= new Output(process.stderr));
}
