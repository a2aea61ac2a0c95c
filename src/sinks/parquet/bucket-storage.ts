/**
 * A dataset in a bucket. The log rests on `If-None-Match: *`, by which the store refuses to take a
 * name twice. DuckDB reads files of this machine, so data files are fetched before (fetched-files.ts).
 */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FlexError } from '../../errors.js';
import { mapErrors } from '../../files/fs-errors.js';
import { asFolder, parseAddress } from '../../object-store/address.js';
import { openStore, type StoreOptions } from '../../object-store/open.js';
import type { ObjectStore } from '../../object-store/store.js';
import { FetchedFiles } from './fetched-files.js';
import type { DatasetStorage, StoredFile } from './storage.js';

/** So much is on the local disk at a time, and so much again of what may be read once more. */
const ROOM = 256 * 1024 * 1024;

export class BucketStorage implements DatasetStorage {
  readonly name: string;
  readonly directory: string;
  readonly atOnce = ROOM;
  private readonly fetched: FetchedFiles;

  private constructor(
    address: string,
    private readonly prefix: string,
    /** For the log: what has begun is not interrupted, or nobody would know whether it was done. */
    private readonly store: ObjectStore,
    /** For data files. */
    private readonly transfers: ObjectStore,
    private readonly ended: AbortController,
    folder: string,
  ) {
    this.name = `parquet:${address}`;
    this.directory = join(folder, 'fetched');
    this.fetched = new FetchedFiles(transfers, this.directory, ROOM);
  }

  /**
   * Sends nothing yet.
   * @param folder of this machine, for fetched files; its owner removes it
   * @throws FlexError FLEX_CONFIG for an invalid address or setting
   */
  static async at(
    address: string,
    folder: string,
    options: Pick<StoreOptions, 'env'> = {},
  ): Promise<BucketStorage> {
    const { bucket, key } = parseAddress(address);
    const ended = new AbortController();
    const store = await openStore(bucket, options);
    const transfers = await openStore(bucket, { ...options, signal: ended.signal });
    return new BucketStorage(address, asFolder(key), store, transfers, ended, folder);
  }

  async *list(folder: string): AsyncGenerator<StoredFile, void, undefined> {
    for await (const page of this.store.pages(this.prefix + asFolder(folder))) {
      for (const { key, modified } of page) {
        yield { key: key.slice(this.prefix.length), written: modified };
      }
    }
  }

  async read(key: string): Promise<Buffer | undefined> {
    const blocks: Buffer[] = [];
    try {
      for await (const block of this.store.open({ key: this.prefix + key, etag: '' })) {
        blocks.push(block);
      }
    } catch (thrown) {
      if (thrown instanceof FlexError && thrown.code === 'FLEX_INPUT_NOT_FOUND') return undefined;
      throw thrown;
    }
    return Buffer.concat(blocks);
  }

  async putFile(key: string, path: string): Promise<void> {
    const { size } = await mapErrors(path, () => stat(path));
    await this.transfers.put(this.prefix + key, { path, size });
    await mapErrors(path, () => rm(path, { force: true }));
  }

  async putIfAbsent(key: string, bytes: Uint8Array): Promise<boolean> {
    return this.store.putIfAbsent(this.prefix + key, Buffer.from(bytes));
  }

  async delete(key: string): Promise<void> {
    await this.store.delete(this.prefix + key);
  }

  fetch(keys: readonly string[]): Promise<string[]> {
    return this.fetched.fetch(keys.map((key) => this.prefix + key));
  }

  release(keys: readonly string[]): Promise<void> {
    return this.fetched.release(keys.map((key) => this.prefix + key));
  }

  interrupt(): void {
    this.ended.abort(new Error('The load was interrupted.'));
  }
}
