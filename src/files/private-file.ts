/**
 * A temporary file for bytes that do not fit in memory. Synchronous, for callers that cannot wait;
 * it does not interpret the bytes. The file is private and is unlinked before anything is written
 * to it, so that it disappears with the process, however that ends (except on Windows, where
 * `close` removes it).
 */
import { randomUUID } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, read, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FlexError } from '../errors.js';

const readLater = promisify(read);

export class PrivateFile {
  private readonly directory: string;
  private readonly purpose: string;
  private readonly descriptor: number;
  private readonly path: string;
  private named = true;
  private written = 0;
  private closed = false;
  /** Reads in progress: the descriptor stays open until they are over. */
  private reads = 0;

  /**
   * @param purpose completes "cannot be used to …"
   * @throws FlexError FLEX_CONFIG where no file can be made in the directory
   */
  constructor(directory: string, purpose: string) {
    this.directory = directory;
    this.purpose = purpose;
    this.path = join(directory, `flexetl-${randomUUID()}`);
    this.descriptor = this.mapErrors(() => openSync(this.path, 'wx+', 0o600));
    this.unlink();
  }

  /** Bytes. */
  get length(): number {
    return this.written;
  }

  /** @throws FlexError FLEX_DEST_FULL where there is no space left */
  append(bytes: Uint8Array): void {
    this.mapErrors(() => {
      for (let done = 0; done < bytes.length;) {
        const left = bytes.length - done;
        done += writeSync(this.descriptor, bytes, done, left, this.written + done);
      }
    });
    this.written += bytes.length;
  }

  /** @returns how many bytes were read: fewer than asked for only at the end */
  read(bytes: Uint8Array, position: number): number {
    const size = Math.min(bytes.length, this.written - position);
    this.mapErrors(() => {
      for (let done = 0; done < size;) {
        done += some(readSync(this.descriptor, bytes, done, size - done, position + done));
      }
    });
    return size;
  }

  /** The same, asynchronously. */
  async readLater(bytes: Uint8Array, position: number): Promise<number> {
    const size = Math.min(bytes.length, this.written - position);
    this.reads++;
    try {
      for (let done = 0; done < size;) {
        const from = position + done;
        done += some((await readLater(this.descriptor, bytes, done, size - done, from)).bytesRead);
      }
      return size;
    } catch (thrown) {
      throw this.told(thrown);
    } finally {
      this.reads--;
      if (this.closed) this.release();
    }
  }

  /** Frees the space; the file can be written again. */
  clear(): void {
    this.mapErrors(() => ftruncateSync(this.descriptor));
    this.written = 0;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.release();
  }

  private release(): void {
    if (this.reads > 0) return;
    closeSync(this.descriptor);
    if (this.named) this.unlink();
  }

  /** An open file needs no name; if the platform requires one, `close` tries again. */
  private unlink(): void {
    try {
      unlinkSync(this.path);
      this.named = false;
    } catch {
      this.named = true;
    }
  }

  private mapErrors<T>(run: () => T): T {
    try {
      return run();
    } catch (thrown) {
      throw this.told(thrown);
    }
  }

  private told(thrown: unknown): FlexError {
    const { code = '', message } = thrown as NodeJS.ErrnoException;
    const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
    const place = `The temporary directory ${this.directory}`;
    return new FlexError(
      isFull ? 'FLEX_DEST_FULL' : 'FLEX_CONFIG',
      isFull
        ? `${place} has no space left to ${this.purpose} (${code}).`
        : `${place} cannot be used to ${this.purpose}: ${message}.`,
      {
        cause: thrown,
        advice: isFull
          ? 'Free space, or set TMPDIR to another directory, then run again.'
          : 'Set TMPDIR to a writable directory, then run again.',
      },
    );
  }
}

/** Bytes that were read, of those that are there. */
function some(count: number): number {
  if (count === 0) throw new Error('it is shorter than what was written');
  return count;
}
