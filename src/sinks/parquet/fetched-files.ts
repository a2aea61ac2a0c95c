/**
 * Data files of a bucket on this machine: fetched when they are to be read, kept while there is room,
 * for what one input has looked at the next may look at, too. Which files those are is decided
 * elsewhere.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FlexError } from '../../errors.js';
import { mapErrors } from '../../files/fs-errors.js';
import type { ObjectStore } from '../../object-store/store.js';
import { atOnce } from './at-once.js';

/** Two blocks of each are in memory. */
const MOST_AT_ONCE = 4;

interface Held {
  readonly path: string;
  bytes: number;
  /** How often it was fetched and not released. */
  users: number;
}

export class FetchedFiles {
  /** By key; those that were released last stand last. */
  private readonly held = new Map<string, Held>();
  private files = 0;

  constructor(
    private readonly store: ObjectStore,
    readonly directory: string,
    /** Bytes of files that are kept although nobody reads them. */
    private readonly room: number,
  ) {}

  /** @throws FlexError, also where one is gone */
  async fetch(keys: readonly string[]): Promise<string[]> {
    await mapErrors(this.directory, () => mkdir(this.directory, { recursive: true, mode: 0o700 }));
    const missing = new Set(keys.filter((key) => !this.held.has(key)));
    await atOnce(missing, (key) => this.download(key), MOST_AT_ONCE);
    return keys.map((key) => {
      const held = this.held.get(key)!;
      held.users += 1;
      return held.path;
    });
  }

  async release(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const held = this.held.get(key)!;
      held.users -= 1;
      this.held.delete(key);
      this.held.set(key, held);
    }
    let bytes = 0;
    for (const held of this.held.values()) bytes += held.bytes;
    for (const [key, { path, users, bytes: own }] of this.held) {
      if (bytes <= this.room) return;
      if (users > 0) continue;
      this.held.delete(key);
      bytes -= own;
      await rm(path, { force: true });
    }
  }

  /** No name is used twice: DuckDB remembers what it has read by its name. */
  private async download(key: string): Promise<void> {
    const path = join(this.directory, `${this.files++}.parquet`);
    const held: Held = { path, bytes: 0, users: 0 };
    const blocks = this.blocksOf(key, held);
    const output = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    await mapErrors(path, () => pipeline(blocks, output));
    this.held.set(key, held);
  }

  private async *blocksOf(key: string, held: Held): AsyncGenerator<Buffer> {
    try {
      for await (const block of this.store.open({ key, etag: '' })) {
        held.bytes += block.length;
        yield block;
      }
    } catch (thrown) {
      if (!(thrown instanceof FlexError) || thrown.code !== 'FLEX_INPUT_NOT_FOUND') throw thrown;
      throw new FlexError('FLEX_DEST_BUSY', `${this.store.addressOf(key)} is gone.`, {
        cause: thrown,
        advice: 'It was replaced more than a day ago: run again, upon what is there now.',
      });
    }
  }
}
