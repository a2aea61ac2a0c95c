/**
 * An archive under a prefix of a bucket. The store creates objects atomically and refuses an
 * existing key. The local disk holds only uploads in progress; everything that a later process needs
 * is in the bucket.
 */
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { clearTemporary, temporaryPath } from '../files/atomic.js';
import { mapErrors } from '../files/fs-errors.js';
import { asFolder, parseAddress } from '../object-store/address.js';
import { openStore, type StoreOptions } from '../object-store/open.js';
import type { ObjectStore } from '../object-store/store.js';
import { objectSource } from '../sources/objects.js';
import type { Source } from '../sources/source.js';
import type { Shelf, Temporary } from './shelf.js';

/** The directory for temporary files is shared with other users. */
const OWN = 0o600;

export class BucketShelf implements Shelf {
  private constructor(
    private readonly store: ObjectStore,
    private readonly prefix: string,
  ) {}

  /** @throws FlexError FLEX_CONFIG for an invalid address or setting */
  static async at(address: string, options: StoreOptions): Promise<BucketShelf> {
    const { bucket, key } = parseAddress(address);
    return new BucketShelf(await openStore(bucket, options), asFolder(key));
  }

  addressOf(path: string): string {
    return this.store.addressOf(this.prefix + path);
  }

  pathOf(address: string): string {
    return address.slice(this.addressOf('').length);
  }

  async prepare(_: string, now: Date): Promise<void> {
    await clearTemporary(tmpdir(), now);
  }

  temporary(): Temporary {
    return { path: temporaryPath(tmpdir()), mode: OWN };
  }

  async keep(temporary: string, path: string): Promise<boolean> {
    const { size } = await mapErrors(temporary, () => stat(temporary));
    return this.store.putIfAbsent(this.prefix + path, { path: temporary, size });
  }

  async keepText(path: string, text: string): Promise<boolean> {
    return this.store.putIfAbsent(this.prefix + path, Buffer.from(text));
  }

  async replaceText(path: string, text: string): Promise<void> {
    await this.store.put(this.prefix + path, Buffer.from(text));
  }

  async readText(path: string): Promise<string | undefined> {
    return (await this.store.read(this.prefix + path))?.toString('utf8');
  }

  async has(path: string): Promise<boolean> {
    return (await this.store.head(this.prefix + path)) !== undefined;
  }

  async remove(path: string): Promise<void> {
    await this.store.delete(this.prefix + path);
  }

  async *list(folder: string): AsyncGenerator<string> {
    for await (const page of this.store.pages(`${this.prefix}${folder}/`)) {
      yield* page.map(({ key }) => key.slice(this.prefix.length));
    }
  }

  source(path: string): Source {
    // Its size is not known yet: it is read in blocks and not kept in memory.
    return objectSource(this.store, { key: this.prefix + path, etag: '', size: Infinity });
  }
}
