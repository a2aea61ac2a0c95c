/**
 * Where destinations write lines that are not to be seen before an input is whole: a file that is
 * prepared aside, or stdout behind a spool. No format here.
 */
import { open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { FlexError } from '../errors.js';
import { asidePath, clearLeftovers, removeAside, statIfAny } from '../files/atomic.js';
import { makeDirectoryWithUndo, syncDirectory } from '../files/directories.js';
import { destinationError, mapErrors } from '../files/fs-errors.js';
import { FileOutput } from '../files/output.js';
import { makeSpoolFolder } from '../files/spool.js';

/** Where the lines go. */
export interface Target {
  readonly isStdout: boolean;
  output(): Promise<FileOutput>;
  /** An input is complete. */
  kept(output: FileOutput): Promise<void>;
  /** The call is over; `show` if something was committed and is to be published. */
  close(show: boolean): Promise<void>;
}

/** A file, prepared aside. */
export class FileTarget implements Target {
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
        advice: 'Choose a file, or - for stdout.',
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
export class StdoutTarget implements Target {
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
    const spool = await FileOutput.create(join(folder, 'spool'), 0o600);
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
