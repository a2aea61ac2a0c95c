/**
 * Which place the PATH of `parquet:PATH` names, a directory or a prefix of a bucket, whether there is
 * a dataset, and the folder of this machine in which a call works on it. DuckDB is not needed here.
 */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlexError } from '../../errors.js';
import { asidePath, clearLeftovers } from '../../files/atomic.js';
import { destinationError } from '../../files/fs-errors.js';
import { isAddress } from '../../object-store/address.js';
import type { StoreOptions } from '../../object-store/open.js';
import { BucketStorage } from './bucket-storage.js';
import { isOurs, LOG_FOLDER } from './dataset-log.js';
import { LocalStorage } from './local-storage.js';
import type { DatasetStorage } from './storage.js';

/** Variables of the object store; default: those of the process. */
export type PlaceOptions = Pick<StoreOptions, 'env'>;

/** @param folder for files that are fetched @throws FlexError FLEX_CONFIG */
export async function openStorage(
  path: string,
  folder: string,
  options: PlaceOptions = {},
): Promise<DatasetStorage> {
  if (isAddress(path)) return BucketStorage.at(path, folder, options);
  if (/[*?[]/.test(path)) {
    throw new FlexError(
      'FLEX_CONFIG',
      `A dataset cannot be in ${path}: DuckDB reads *, ? and [ as wildcards.`,
      { advice: 'Name another directory.' },
    );
  }
  return new LocalStorage(path);
}

/** Whether anything was committed there. */
export async function hasDataset(storage: DatasetStorage): Promise<boolean> {
  for await (const { key } of storage.list(LOG_FOLDER)) if (key.endsWith('.json')) return true;
  return false;
}

/**
 * What a writer left that was killed before its first commit is no hindrance.
 * @throws FlexError FLEX_CONFIG where the place holds what is no dataset
 */
export async function refuseForeign(storage: DatasetStorage): Promise<void> {
  if (await hasDataset(storage)) return;
  for await (const { key } of storage.list('')) {
    if (isOurs(key)) continue;
    throw new FlexError(
      'FLEX_CONFIG',
      `${storage.name} is not empty and was not written by flexetl as a Parquet dataset.`,
      { advice: 'Name an empty or a new directory or prefix.' },
    );
  }
}

/** A folder of our own among temporary files; those of killed processes go. */
export async function makeFolder(): Promise<string> {
  const stem = join(tmpdir(), 'flexetl-parquet');
  await clearLeftovers(stem).catch(() => undefined);
  const folder = asidePath(stem);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (thrown) {
    throw destinationError(thrown, folder);
  }
  return folder;
}
