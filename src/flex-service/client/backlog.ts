/**
 * Bytes that have arrived but are not read yet. The sender never waits: what does not fit in memory
 * goes to a temporary file at once. The source of the bytes is unknown here.
 */
import { tmpdir } from 'node:os';
import { PrivateFile } from '../../files/private-file.js';

export interface BacklogOptions {
  /** Bytes in memory before the file is used. Default 1 MiB. */
  readonly kept?: number;
  /** Where the file is made. Default: the temporary directory of the system. */
  readonly directory?: string;
}

/** Memory of a chunk in addition to its bytes: many small ones must not fill the memory. */
const CHUNK_OVERHEAD = 256;
/** Bytes that are read from the file at a time. */
const PIECE_BYTES = 64 * 1024;

/** For one writer and one reader. Always ends with `drop`. */
export class Backlog implements AsyncIterable<Buffer> {
  private readonly kept: number;
  private readonly directory: string | undefined;
  /** The oldest chunks. While the file has unread bytes, new ones go there. */
  private chunks: Buffer[] = [];
  private heldBytes = 0;
  private file: PrivateFile | undefined;
  /** Bytes of the file that were read. */
  private position = 0;
  private state: 'open' | 'ended' | 'dropped' = 'open';
  private reason: unknown;
  private wake: (() => void) | undefined;

  constructor({ kept = 1024 * 1024, directory }: BacklogOptions = {}) {
    this.kept = kept;
    this.directory = directory;
  }

  /** Bytes in memory, including overhead. */
  get held(): number {
    return this.heldBytes;
  }

  /** Bytes in the file that are still to be read. */
  get spilled(): number {
    return (this.file?.length ?? 0) - this.position;
  }

  /** @throws FlexError FLEX_DEST_FULL, FLEX_CONFIG where the temporary directory cannot be used */
  push(chunk: Buffer): void {
    if (this.state !== 'open' || chunk.length === 0) return;
    const size = chunk.length + CHUNK_OVERHEAD;
    if (this.spilled > 0 || this.heldBytes + size > this.kept) {
      this.file ??= new PrivateFile(this.directory ?? tmpdir(), PURPOSE);
      this.file.append(chunk);
    } else {
      this.chunks.push(compact(chunk));
      this.heldBytes += size;
    }
    this.wake?.();
  }

  /** No more bytes will come; those already here can be read. */
  end(): void {
    if (this.state !== 'open') return;
    this.state = 'ended';
    this.wake?.();
  }

  /** Frees memory and file. A reader that asks for more gets the reason thrown. */
  drop(reason: unknown): void {
    if (this.state === 'dropped') return;
    this.state = 'dropped';
    this.reason = reason;
    this.chunks = [];
    this.heldBytes = this.position = 0;
    this.file?.close();
    this.file = undefined;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void, undefined> {
    for (;;) {
      if (this.state === 'dropped') throw this.reason;
      const chunk = this.chunks.shift();
      if (chunk !== undefined) {
        this.heldBytes -= chunk.length + CHUNK_OVERHEAD;
        yield chunk;
      } else if (this.spilled > 0) {
        yield await this.fromFile(this.file!);
      } else if (this.state === 'ended') {
        return;
      } else {
        await new Promise<void>((wake) => (this.wake = wake));
        this.wake = undefined;
      }
    }
  }

  private async fromFile(file: PrivateFile): Promise<Buffer> {
    const piece = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, this.spilled));
    await file.readLater(piece, this.position);
    if (this.file !== file) return piece;
    this.position += piece.length;
    if (this.spilled === 0) {
      this.position = 0;
      file.clear();
    }
    return piece;
  }
}

const PURPOSE = 'buffer a report that arrives faster than it is read';

/** The same bytes. A small slice of a large buffer would keep all of it. */
function compact(chunk: Buffer): Buffer {
  return chunk.length * 2 < chunk.buffer.byteLength ? Buffer.from(chunk) : chunk;
}
