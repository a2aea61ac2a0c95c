/**
 * What a command sees of the process it runs in: stdout, stderr, the log, the
 * catalogue it was given. The only place, beside
 * interruption.ts, that touches the process's streams.
 */
import type { Catalog } from '../catalog/catalog.js';
import type { FlexError } from '../errors.js';
import type { Logger } from '../logging.js';
import type { GlobalValues } from './global-settings.js';

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

/** A stream of the process. */
export class Output {
  /** Whoever reads has gone: nothing more is written, and that is no error. */
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

  /** Resolves when the text is written, or can no longer be. */
  async write(text: string): Promise<void> {
    if (this.#ended) return;
    await new Promise<void>((written) => {
      this.stream.write(text, (error) => {
        if (error) this.#ended = true;
        written();
      });
    });
  }

  /** Writes at once, as far as the system allows. */
  writeNow(text: string): void {
    if (!this.#ended) this.stream.write(text);
  }
}

/** @param values log level and format, and the schema files */
export async function openSurroundings(values: Partial<GlobalValues>): Promise<Surroundings> {
  const { createLog } = await import('../logging.js');
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
