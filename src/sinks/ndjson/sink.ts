/**
 * `ndjson:PATH` and `ndjson:-`: one JSON object for each row, in the order of the file. The format
 * of a row is in encoder.ts.
 */
import { open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { FlexError } from '../../errors.js';
import { asidePath, clearLeftovers, removeAside, statIfAny } from '../../files/atomic.js';
import { makeDirectoryWithUndo, syncDirectory } from '../../files/directories.js';
import { destinationError, mapErrors } from '../../files/fs-errors.js';
import { FileOutput } from '../../files/output.js';
import { makeSpoolFolder } from '../../files/spool.js';
import type { Batch } from '../../parser/batch.js';
import { dryRunSink, InputsOfCall, AppendCounts } from '../append-only.js';
import type { Committed, InputFacts, InputTransaction, Sink, SinkOptions } from '../sink.js';
import { NdjsonEncoder } from './encoder.js';

/**
 * Opens `ndjson:PATH`, or `ndjson:-` for stdout.
 *
 * A file is written aside and replaces an older one at `close('done')` if anything was committed.
 * On stdout, the rows of an input appear when it is committed; until then they are in a temporary
 * file that no other user can read.
 * @throws FlexError FLEX_CONFIG if PATH is not a file, FLEX_DEST_REFUSED
 */
export async function openNdjson(
  path: string,
  options: SinkOptions,
  stdout: Writable = process.stdout,
): Promise<Sink> {
  const name = `ndjson:${path}`;
  if (path === '-') {
    return options.dryRun
      ? dryRunSink(name, options, true)
      : new NdjsonSink(name, options, await StdoutTarget.open(stdout));
  }
  const target = await FileTarget.open(resolve(path), options.dryRun);
  return options.dryRun ? dryRunSink(name, options) : new NdjsonSink(name, options, target);
}

/** Where the lines go. */
interface Target {
  readonly isStdout: boolean;
  output(): Promise<FileOutput>;
  /** An input is complete. */
  kept(output: FileOutput): Promise<void>;
  /** The call is over; `show` if something was committed and is to be published. */
  close(show: boolean): Promise<void>;
}

class NdjsonSink implements Sink {
  readonly name: string;
  readonly decimalLimit = undefined;
  readonly ownsStdout: boolean;
  private readonly target: Target;
  private readonly inputs: InputsOfCall;
  private readonly encoder = new NdjsonEncoder();

  constructor(name: string, options: SinkOptions, target: Target) {
    this.name = name;
    this.ownsStdout = target.isStdout;
    this.target = target;
    this.inputs = new InputsOfCall(options);
  }

  async begin(input: InputFacts): Promise<InputTransaction | 'already_loaded'> {
    if (this.inputs.has(input)) return 'already_loaded';
    const output = await this.target.output();
    return new NdjsonLoading(output, this.encoder, async () => {
      await output.settle();
      output.keep();
      await this.target.kept(output);
      this.inputs.add(input);
    });
  }

  async close(outcome: 'done' | 'abandoned'): Promise<void> {
    await this.target.close(outcome === 'done' && this.inputs.count > 0);
  }
}

class NdjsonLoading implements InputTransaction {
  private readonly file: FileOutput;
  private readonly encoder: NdjsonEncoder;
  private readonly keep: () => Promise<void>;
  private readonly counts = new AppendCounts();

  constructor(output: FileOutput, encoder: NdjsonEncoder, keep: () => Promise<void>) {
    this.file = output;
    this.encoder = encoder;
    this.keep = keep;
  }

  async write(batch: Batch): Promise<void> {
    this.counts.add(batch);
    let row = 0;
    while (row < batch.rowCount) {
      row = this.encoder.encode(batch, row, this.file.writer);
      await this.file.flushIfFull();
    }
  }

  async commit(): Promise<Committed> {
    await this.keep();
    return { tables: this.counts.tables };
  }

  async rollback(): Promise<void> {
    await this.file.undo();
  }
}

/** A file, prepared aside. */
class FileTarget implements Target {
  readonly isStdout = false;
  private readonly path: string;
  /** Permissions of the file that is replaced: a private file stays private. */
  private readonly mode: number | undefined;
  private made: { unmake(): Promise<void> } | undefined;
  private file: FileOutput | undefined;

  private constructor(path: string, mode: number | undefined) {
    this.path = path;
    this.mode = mode;
  }

  static async open(path: string, dryRun: boolean): Promise<FileTarget> {
    const found = await statIfAny(path);
    if (found !== undefined && !found.isFile()) {
      throw new FlexError('FLEX_CONFIG', `${path} is not a regular file.`, {
        advice: 'Choose a file, or `ndjson:-` for stdout.',
      });
    }
    if (found !== undefined) await refuseReport(path);
    // A symbolic link stays one: its target is replaced.
    const real = found === undefined ? path : await mapErrors(path, () => realpath(path));
    if (!dryRun) await clearLeftovers(real);
    return new FileTarget(real, found === undefined ? undefined : Number(found.mode) & 0o777);
  }

  async output(): Promise<FileOutput> {
    this.made ??= await makeDirectoryWithUndo(dirname(this.path));
    this.file ??= await FileOutput.create(asidePath(this.path), this.mode);
    return this.file;
  }

  kept(): Promise<void> {
    return Promise.resolve();
  }

  async close(show: boolean): Promise<void> {
    const output = this.file;
    this.file = undefined;
    if (output === undefined) return;
    try {
      if (show) {
        await output.finish();
        await mapErrors(this.path, () => rename(output.path, this.path));
        await syncDirectory(dirname(this.path));
      }
    } finally {
      await output.abandon();
      await removeAside(output.path);
      if (!show) await this.made?.unmake();
    }
  }
}

const BYTES_SEEN = 64;

/** A report may be irreplaceable: a PATH mistaken for an input must not overwrite it. */
async function refuseReport(path: string): Promise<void> {
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) return;
  const begin = Buffer.alloc(BYTES_SEEN);
  try {
    await mapErrors(path, () => handle.read(begin));
  } finally {
    await handle.close();
  }
  const isGzip = begin[0] === 0x1f && begin[1] === 0x8b;
  if (!isGzip && !/^\ufeff?\s*</.test(begin.toString())) return;
  throw new FlexError(
    'FLEX_CONFIG',
    `${path} looks like a report (XML or gzip) and is not overwritten.`,
    {
      advice: 'Choose another file, or remove this one.',
    },
  );
}

/** Standard output: an input is spooled, and copied when it is complete. */
class StdoutTarget implements Target {
  readonly isStdout = true;
  private readonly stdout: Writable;
  private readonly spool: FileOutput;
  private readonly folder: string;
  /** An unhandled error event of the stream would end the process. */
  private readonly onError = (): void => undefined;
  private failed = false;

  private constructor(stdout: Writable, spool: FileOutput, folder: string) {
    this.stdout = stdout;
    this.spool = spool;
    this.folder = folder;
    stdout.on('error', this.onError);
  }

  static async open(stdout: Writable): Promise<StdoutTarget> {
    const folder = await makeSpoolFolder();
    const spool = await FileOutput.create(join(folder, 'spool.ndjson'), 0o600);
    // An open file needs no name (except on Windows), so a kill leaves nothing behind.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return new StdoutTarget(stdout, spool, folder);
  }

  output(): Promise<FileOutput> {
    return Promise.resolve(this.spool);
  }

  async kept(spool: FileOutput): Promise<void> {
    try {
      for await (const piece of spool.read()) await this.send(piece);
    } finally {
      await spool.empty();
    }
  }

  /** Resolves when the stream has taken the piece. */
  private send(piece: Buffer): Promise<void> {
    return new Promise((sent, failed) => {
      this.stdout.write(piece, (error) => {
        if (error) {
          this.failed = true;
          failed(stdoutError(error));
        } else {
          sent();
        }
      });
    });
  }

  async close(): Promise<void> {
    await this.spool.abandon();
    await rm(this.folder, { recursive: true, force: true });
    // After a failure the event is still to come.
    if (!this.failed) this.stdout.off('error', this.onError);
  }
}

function stdoutError(error: Error): FlexError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'].includes(code)) {
    return destinationError(error, 'stdout');
  }
  // Not a retryable error: a second attempt would repeat rows that were already read.
  return new FlexError('FLEX_DEST_CLOSED', 'The reader of stdout closed the pipe.', {
    cause: error,
  });
}
