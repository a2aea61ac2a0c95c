/**
 * The SHA-256 of all bytes of a reading. Of a large input it is reckoned by another thread, while
 * this one looks at the same bytes: they are copied into a ring, which is a tenth of the work.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { FlexError } from '../../errors.js';
import { PACKAGE_FOLDER } from '../../package-folder.js';
import { EMPTIED, END, FORGET, Ring, SLOT_BYTES, SLOTS } from './ring.js';

/** Of fewer bytes, a thread costs more than it saves. */
const LARGE = 64 * 1024 * 1024;
/** A thread that has nothing to do for so many milliseconds is ended. */
const IDLE = 2000;
/** Milliseconds of waiting for the other thread before it is asked whether it still lives. */
const PATIENCE = 50;

export interface Digest {
  /** Takes bytes, which may change afterwards. A promise where there is no room for more yet. */
  update(bytes: Uint8Array): Promise<void> | undefined;
  /** @returns the digest in hex */
  end(): Promise<string> | string;
  /** To be called in the end, also where the digest is not wanted. */
  release(): void;
}

/** @param size bytes of the input as far as they are known */
export function digestFor(size: number | undefined): Digest {
  if (size === undefined || size < LARGE || availableParallelism() < 2) return new OwnDigest();
  const thread = DigestThread.take();
  return thread === undefined ? new OwnDigest() : new ThreadDigest(thread);
}

class OwnDigest implements Digest {
  private readonly hash = createHash('sha256');

  update(bytes: Uint8Array): undefined {
    this.hash.update(bytes);
  }

  end(): string {
    return this.hash.digest('hex');
  }

  release(): void {
    // Nothing is held.
  }
}

/** The digest of one reading. */
class ThreadDigest implements Digest {
  private ended = false;

  constructor(private readonly thread: DigestThread) {}

  update(bytes: Uint8Array): Promise<void> | undefined {
    const fits = bytes.length <= SLOT_BYTES && this.thread.hasRoom;
    if (!fits) return this.thread.putAll(bytes);
    this.thread.put(bytes);
    return undefined;
  }

  end(): Promise<string> {
    this.ended = true;
    return this.thread.digest();
  }

  release(): void {
    this.thread.release(this.ended);
  }
}

/** Those that wait for another input: one at most. */
const spare: DigestThread[] = [];

export class DigestThread {
  private readonly ring = new Ring();
  private readonly worker: Worker;
  private turn = 0;
  private failure: Error | undefined;
  private isOver = false;
  private idle: NodeJS.Timeout | undefined;

  /** @returns undefined where the program was not built */
  static take(): DigestThread | undefined {
    const kept = spare.pop();
    if (kept?.isUsable === true) return kept.wake();
    const program = new URL('dist/pipeline/digest/worker.js', PACKAGE_FOLDER);
    return existsSync(program) ? new DigestThread(program) : undefined;
  }

  constructor(program: URL) {
    this.worker = new Worker(program, { workerData: this.ring.memory, execArgv: [] });
    // It keeps nothing alive: who waits for it does.
    this.worker.unref();
    this.worker.on('error', (error: Error) => (this.failure = error));
    this.worker.on('exit', () => (this.isOver = true));
  }

  get hasRoom(): boolean {
    return this.turn - Atomics.load(this.ring.words, EMPTIED) < SLOTS;
  }

  /** Puts bytes that fit into a slot, where there is room. */
  put(bytes: Uint8Array): void {
    this.ring.slot(this.turn).set(bytes);
    this.ring.fill(this.turn++, bytes.length);
  }

  async putAll(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; from += SLOT_BYTES) {
      await this.emptied(this.turn - SLOTS + 1);
      this.put(bytes.subarray(from, from + SLOT_BYTES));
    }
  }

  async digest(): Promise<string> {
    await this.emptied(this.turn - SLOTS + 1);
    this.ring.fill(this.turn++, END);
    await this.emptied(this.turn);
    return Buffer.from(this.ring.digest).toString('hex');
  }

  /** Lets the next input have it. @param isClean whether it has none of the bytes of this one */
  release(isClean: boolean): void {
    if (!this.isUsable || spare.length > 0 || !(isClean || this.hasRoom)) {
      void this.worker.terminate();
      return;
    }
    if (!isClean) this.ring.fill(this.turn++, FORGET);
    spare.push(this);
    this.idle = setTimeout(() => {
      spare.splice(spare.indexOf(this), 1);
      void this.worker.terminate();
    }, IDLE).unref();
  }

  private get isUsable(): boolean {
    return this.failure === undefined && !this.isOver;
  }

  private wake(): this {
    clearTimeout(this.idle);
    return this;
  }

  /** Waits until so many slots have been emptied. */
  private async emptied(turns: number): Promise<void> {
    const { words } = this.ring;
    for (;;) {
      const done = Atomics.load(words, EMPTIED);
      if (done >= turns) return;
      if (!this.isUsable) {
        const { failure: cause } = this;
        throw new FlexError('FLEX_BUG', 'The thread that digests has ended.', { cause });
      }
      Atomics.wait(words, EMPTIED, done, PATIENCE);
      // So that it is heard of where it has ended.
      await setImmediate();
    }
  }
}
