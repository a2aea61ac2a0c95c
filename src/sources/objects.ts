/**
 * Objects of a bucket as inputs: `s3://BUCKET/KEY`, a prefix as a directory, a glob. Looks at keys
 * only; the content is checked when it is read.
 */
import picomatch from 'picomatch';
import { FlexError } from '../errors.js';
import { asFolder, parseAddress } from '../object-store/address.js';
import { Stores, type StoreOptions } from '../object-store/open.js';
import type { ObjectStore, StoredObject } from '../object-store/store.js';
import { withInputErrors } from './errors.js';
import { unpacked } from './gzip.js';
import type { Source } from './source.js';

/** Smaller objects are downloaded once and kept until they are closed; others are read twice. */
const KEPT = 4 * 1024 * 1024;

/** An object as a source. */
class ObjectSource implements Source {
  private kept: Buffer | undefined;

  constructor(
    private readonly store: ObjectStore,
    private readonly object: Pick<StoredObject, 'key' | 'etag' | 'size'>,
  ) {}

  get name(): string {
    return this.store.addressOf(this.object.key);
  }

  get size(): number {
    return this.object.size;
  }

  open(onRead?: (bytes: number) => void): AsyncIterable<Buffer> {
    return withInputErrors(this.name, unpacked(this.stored(onRead)));
  }

  close(): Promise<void> {
    this.kept = undefined;
    return Promise.resolve();
  }

  private async *stored(onRead?: (bytes: number) => void): AsyncGenerator<Buffer> {
    if (this.object.size <= KEPT) {
      this.kept ??= await whole(this.store.open(this.object));
      onRead?.(this.kept.length);
      if (this.kept.length > 0) yield this.kept;
      return;
    }
    for await (const block of this.store.open(this.object)) {
      onRead?.(block.length);
      yield block;
    }
  }
}

async function whole(blocks: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const block of blocks) pieces.push(block);
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

/** An object as a source; it need not exist. */
export function objectSource(
  store: ObjectStore,
  object: Pick<StoredObject, 'key' | 'etag' | 'size'>,
): Source {
  return new ObjectSource(store, object);
}

/** Expands addresses to sources. */
export class ObjectInputs {
  private readonly stores: Stores;

  constructor(options: StoreOptions) {
    this.stores = new Stores(options);
  }

  /**
   * An object is taken whatever its name; a prefix means the objects below it, as a directory does;
   * a glob means its matches.
   * @param isReport whether a file with that name in a directory would be taken
   * @throws FlexError FLEX_INPUT_NOT_FOUND if there is nothing, and of the store
   */
  async *find(input: string, isReport: (name: string) => boolean): AsyncGenerator<Source> {
    const { bucket, key } = parseAddress(input);
    const store = await this.stores.of(bucket);
    const object = key === '' || key.endsWith('/') ? undefined : await store.head(key);
    if (object !== undefined) {
      yield objectSource(store, object);
      return;
    }
    const { base, isGlob } = picomatch.scan(key);
    const any = isGlob
      ? yield* matching(store, key, base, isReport)
      : yield* below(store, asFolder(key), isReport);
    if (any) return;
    const message = isGlob
      ? 'The glob matches no object that could be a report.'
      : 'There is no such object, and none under that prefix with a name ending in .xml or .gz.';
    throw new FlexError('FLEX_INPUT_NOT_FOUND', message, { at: { file: input } });
  }
}

async function* below(
  store: ObjectStore,
  folder: string,
  isReport: (name: string) => boolean,
): AsyncGenerator<Source, boolean> {
  let any = false;
  for await (const page of store.pages(folder)) {
    for (const object of page) {
      const steps = object.key.slice(folder.length).split('/');
      if (steps.some((step) => step.startsWith('.')) || !isReport(steps.at(-1)!)) continue;
      any = true;
      yield objectSource(store, object);
    }
  }
  return any;
}

/** A matching prefix means the objects below it, as a matching directory does. */
async function* matching(
  store: ObjectStore,
  pattern: string,
  base: string,
  isReport: (name: string) => boolean,
): AsyncGenerator<Source, boolean> {
  const isMatch = picomatch(pattern.replace(/\/$/, ''));
  const takesAny = !pattern.endsWith('*');
  let any = false;
  for await (const page of store.pages(asFolder(base))) {
    for (const object of page) {
      const { key } = object;
      const steps = key.split('/');
      const name = steps.at(-1)!;
      const taken = isMatch(key)
        ? takesAny || isReport(name)
        : isReport(name) && isBelowMatch(steps, isMatch);
      if (!taken) continue;
      any = true;
      yield objectSource(store, object);
    }
  }
  return any;
}

/** Whether a folder above the object matches, and no step in between is hidden. */
function isBelowMatch(steps: readonly string[], isMatch: (key: string) => boolean): boolean {
  for (let length = steps.length - 1; length > 0; length--) {
    if (steps[length]!.startsWith('.')) return false;
    if (isMatch(steps.slice(0, length).join('/'))) return true;
  }
  return false;
}
