/**
 * What a command sees of the process it runs in: stdout, stderr, the log, the
 * catalogue it was given. The only place, beside
 * interruption.ts, that touches the process's streams.
 */
import type { Catalog } from '../catalog/catalog.js';
import { FlexError } from '../errors.js';
import type { Logger } from './log.js';
import type { GlobalValues } from './common-settings.js';

export interface Surroundings {
  readonly log: Logger;
  readonly stdout: Output;
  /** For what is neither log nor result: the progress line, a summary beside rows. */
  readonly stderr: Output;
  /** Something that wants to clear its line before the log writes. */
  readonly beforeLog: { call: () => void };
  /** What is still to be said when flexetl itself fails outside of the command's own course. */
  readonly lastWords: { call: (error: FlexError) => Promise<void> };
  /** Reads the catalogue, with the files of --schemas. */
  catalog(): Promise<Catalog>;
}

/** Whoever read the stream has ended, which is no error. */
const READER_GONE: readonly unknown[] = ['EPIPE', 'ERR_STREAM_DESTROYED'];

function hasGone(error: Error): boolean {
  return READER_GONE.includes((error as NodeJS.ErrnoException).code);
}

async function notPrinted(cause: Error): Promise<FlexError> {
  const { destinationError } = await import('../files/output.js');
  const { code, message } = destinationError(cause, 'stdout');
  const advice = 'What was printed is not whole: print it to a place that can take it.';
  return new FlexError(code, message, { cause, advice });
}

/** A stream of the process. */
export class Output {
  /** Nothing more can be written. */
  #ended = false;

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on('error', () => {
      this.#ended = true;
    });
  }

  get isTerminal(): boolean {
    return this.stream.isTTY;
  }

  /** Characters of a line; 80 where it is unknown. */
  get columns(): number {
    return this.isTerminal && this.stream.columns > 0 ? this.stream.columns : 80;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Resolves when the text is written, or nobody reads any more.
   * @throws FlexError where it cannot be written for another reason: half a result must not
   *   look like a whole one
   */
  async write(text: string): Promise<void> {
    if (this.#ended) return;
    const error = await new Promise<Error | null | undefined>((done) => {
      this.stream.write(text, done);
    });
    if (!error) return;
    this.#ended = true;
    if (!hasGone(error)) throw await notPrinted(error);
  }

  /** Writes at once, as far as the system allows. */
  writeNow(text: string): void {
    if (!this.#ended) this.stream.write(text);
  }
}

/** @param values log level and format, and the schema files */
export async function openSurroundings(values: Partial<GlobalValues>): Promise<Surroundings> {
  const { createLog } = await import('./log.js');
  const stderr = standardError();
  const beforeLog = { call: (): void => undefined };
  const log = createLog({
    level: values.logLevel,
    format: values.logFormat,
    terminal: stderr.isTerminal,
    write: (line) => {
      beforeLog.call();
      stderr.writeNow(line);
    },
  });
  return {
    log,
    stdout: standardOutput(),
    stderr,
    beforeLog,
    lastWords: { call: () => Promise.resolve() },
    catalog: async () => {
      const { Catalog } = await import('../catalog/catalog.js');
      return Catalog.load({ overlay: values.schemas });
    },
  };
}

let stdout: Output | undefined;
let stderr: Output | undefined;

/** Made once: each listens to its stream. */
export function standardOutput(): Output {
  return (stdout ??= new Output(process.stdout));
}

export function standardError(): Output {
  return (stderr ??= new Output(process.stderr));
}
