/**
 * A file that grows by whole inputs: the bytes of an input are kept, or cut off again. And the
 * errors of the file system in the words of the error table. No format here.
 */
import { access, open, unlink, type FileHandle } from 'node:fs/promises';
import { FlexError } from '../errors.js';
import { ByteWriter, FLUSH_AT } from './byte-writer.js';
import { mapErrors } from './fs-errors.js';

/**
 * All writes use explicit positions, so that the file ends where the last kept input ends, even if
 * cutting off has failed.
 */
export class FileOutput {
  private shownPath: string;
  isUnlinked = false;
  /** Encoders fill it; flush empties it. */
  readonly writer = new ByteWriter();
  private readonly handle: FileHandle;
  /** Bytes in the file, and how many of them belong to inputs that are kept. */
  private length = 0;
  private keptLength = 0;

  protected constructor(path: string, handle: FileHandle) {
    this.shownPath = path;
    this.handle = handle;
  }

  /**
   * Makes a new file, open for reading and writing.
   * @throws FlexError FLEX_DEST_FULL, FLEX_DEST_REFUSED, FLEX_DEST_FAILED
   */
  static async create(path: string, mode?: number): Promise<FileOutput> {
    return new FileOutput(path, await createFile(path, mode));
  }

  get path(): string {
    return this.shownPath;
  }

  /** Whether the file has no name, so that there is nothing to remove. */
  get nameless(): boolean {
    return this.isUnlinked;
  }

  /** Bytes of the inputs that are kept. */
  get kept(): number {
    return this.keptLength;
  }

  /**
   * Removes the file's name, if the system lets this process reach it without one: then the file
   * disappears with the process, however that ends. `path` reaches it as long as it is open.
   */
  async unlinkEarly(): Promise<void> {
    const byDescriptor = `/proc/self/fd/${this.handle.fd}`;
    try {
      await access(byDescriptor);
    } catch {
      return;
    }
    await mapErrors(this.path, () => unlink(this.path));
    this.shownPath = byDescriptor;
    this.isUnlinked = true;
  }

  /** Flushes if the buffer is large enough. */
  async flushIfFull(): Promise<void> {
    if (this.writer.length >= FLUSH_AT) await this.flush();
  }

  /** Writes the buffer to the file. */
  async flush(): Promise<void> {
    if (this.writer.length > 0) await this.store(this.writer.view());
    this.writer.clear();
  }

  /** Writes everything to the file, so that keeping it can no longer fail. */
  async settle(): Promise<void> {
    await this.flush();
    await this.seal();
  }

  /** Keeps what was settled. */
  keep(): void {
    this.keptLength = this.length;
  }

  /** Discards everything written since the last keep. */
  async undo(): Promise<void> {
    this.writer.clear();
    this.forget();
    this.length = this.keptLength;
    // The next bytes overwrite what was discarded, and finish cuts again: no reason to fail here.
    await this.handle.truncate(this.keptLength).catch(() => undefined);
  }

  /** Makes the kept bytes durable, and cuts off the rest. */
  async finish(): Promise<void> {
    await this.undo();
    await mapErrors(this.path, async () => {
      await this.handle.truncate(this.keptLength);
      await this.handle.sync();
      await this.handle.close();
    });
  }

  /** Closes the file without keeping anything. */
  async abandon(): Promise<void> {
    this.forget();
    await this.handle.close().catch(() => undefined);
  }

  /** Reads the kept bytes, in pieces that are lent until the next one is asked for. */
  async *read(): AsyncGenerator<Buffer> {
    const piece = Buffer.allocUnsafeSlow(FLUSH_AT);
    let at = 0;
    while (at < this.keptLength) {
      const size = Math.min(piece.length, this.keptLength - at);
      const { bytesRead } = await mapErrors(this.path, () => this.handle.read(piece, 0, size, at));
      if (bytesRead === 0) {
        throw new FlexError('FLEX_DEST_FAILED', `${this.path} is shorter than what was written.`);
      }
      at += bytesRead;
      yield piece.subarray(0, bytesRead);
    }
  }

  /** Empties the file: the kept bytes are no longer needed. */
  async empty(): Promise<void> {
    this.keptLength = 0;
    await this.undo();
  }

  /** Takes flushed bytes; here they go to the file as they are. */
  protected store(bytes: Uint8Array): Promise<void> {
    return this.put(bytes);
  }

  /** Ends the part of the file that one input wrote. */
  protected seal(): Promise<void> {
    return Promise.resolve();
  }

  /** Discards bytes that `store` still holds. */
  protected forget(): void {
    // Nothing is held here.
  }

  protected async put(bytes: Uint8Array): Promise<void> {
    await mapErrors(this.path, async () => {
      let done = 0;
      while (done < bytes.length) {
        const size = bytes.length - done;
        const { bytesWritten } = await this.handle.write(bytes, done, size, this.length);
        done += bytesWritten;
        this.length += bytesWritten;
      }
    });
  }
}

/** Creates a file, which must not exist. `mode` overrides the umask if given. */
export async function createFile(path: string, mode?: number): Promise<FileHandle> {
  return mapErrors(path, async () => {
    const handle = await open(path, 'wx+', mode);
    if (mode !== undefined) await handle.chmod(mode);
    return handle;
  });
}
