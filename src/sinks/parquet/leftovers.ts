/**
 * Files that a dataset does not need any more: those that a commit has replaced, and those that a
 * killed writer left, which no log names. A reader may still have an older version open, and a
 * writer may be about to name what it has written, so nothing goes before a day has passed.
 */
import { atOnce } from './at-once.js';
import { advance, isOurs, LOG_FOLDER, type DatasetState } from './dataset-log.js';
import type { DatasetStorage } from './storage.js';

export const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Removes the files that were replaced more than a day ago. */
export async function forgetGone(
  storage: DatasetStorage,
  { tables }: DatasetState,
  now: number,
): Promise<void> {
  for (const [name, { gone }] of tables) {
    const old = [...gone].filter(([, since]) => now - since > DAY_MILLISECONDS);
    await atOnce(old, async ([path]) => {
      await storage.delete(`${name}/${path}`);
      gone.delete(path);
    });
  }
}

/** Looks for files that no log names, and removes those that are older than a day. */
export async function sweep(
  storage: DatasetStorage,
  state: DatasetState,
  now: number,
): Promise<void> {
  const old: string[] = [];
  for (const folder of [LOG_FOLDER, ...state.tables.keys()]) {
    for await (const { key, written } of storage.list(folder)) {
      if (isOurs(key) && now - written > DAY_MILLISECONDS) old.push(key);
    }
  }
  // What others have named meanwhile is listed, and is theirs.
  await advance(storage, state);
  for (const key of old) {
    const slash = key.indexOf('/');
    const table = state.tables.get(key.slice(0, slash));
    const path = key.slice(slash + 1);
    if (table?.files.has(path) === true || table?.gone.has(path) === true) continue;
    await storage.delete(key);
  }
}
