/**
 * Object stores for the tests of datasets in buckets: the fake one, and the real one where it is
 * installed. A dataset is read back from a copy of its objects, by the protocol of Delta.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore } from '../../../src/object-store/open.js';
import { freshFolder } from '../../commands/run.js';
import { bytesOf, HASTY, keysBelow, type Subject } from '../../object-store/contract.js';
import { FakeStore } from '../../object-store/fake-store.js';
import { NO_STORE, startRealStore } from '../../object-store/real-store.js';

/** Runs tests over the fake store, and once more over the real one. */
export function inBothStores(name: string, tests: (store: () => Subject) => void): void {
  const start = {
    'a fake store': () => FakeStore.start({ now: Date.now }),
    'a real store': () => startRealStore(),
  };
  for (const [kind, begin] of Object.entries(start)) {
    const missing = kind === 'a real store' ? NO_STORE : undefined;
    describe.skipIf(missing !== undefined)(
      `${name}, in ${kind}${missing === undefined ? '' : ` (${missing})`}`,
      () => {
        let store: Subject & { stop(): Promise<void> };
        beforeAll(async () => {
          store = await begin();
        });
        afterAll(() => store.stop());
        tests(() => store);
      },
    );
  }
}

/** @returns a directory with all objects below the prefix */
export async function copyOf({ bucket, env }: Subject, prefix: string): Promise<string> {
  const store = await openStore(bucket, { env, clock: HASTY });
  const folder = freshFolder();
  for (const key of await keysBelow(store, `${prefix}/`)) {
    const path = join(folder, key.slice(prefix.length + 1));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await bytesOf(store.open({ key, etag: '' })));
  }
  return folder;
}

/** Copies all objects below a prefix to another. */
export async function copyWithin(
  { bucket, env }: Subject,
  from: string,
  to: string,
): Promise<void> {
  const store = await openStore(bucket, { env, clock: HASTY });
  for (const key of await keysBelow(store, `${from}/`)) {
    await store.put(to + key.slice(from.length), await bytesOf(store.open({ key, etag: '' })));
  }
}
