/**
 * Opens a dataset to be loaded into: what its log says, and a folder for the working copy. Nothing of
 * the dataset is made before the first commit.
 */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlexError } from '../../errors.js';
import { asidePath, clearLeftovers } from '../../files/atomic.js';
import { destinationError } from '../../files/fs-errors.js';
import type { Sink, SinkOptions } from '../sink.js';
import { SqlSink } from '../sql/sink.js';
import { readState, type DatasetState } from './dataset-log.js';
import { ParquetEngine } from './engine.js';
import { LocalStorage } from './local-storage.js';
import type { DatasetStorage } from './storage.js';

/**
 * @param memoryLimit what DuckDB may take, as it writes amounts; default: what a load into DuckDB takes
 * @param now milliseconds since 1970
 * @throws FlexError FLEX_CONFIG where DIR holds something else, or a newer flexetl has written it
 */
export async function openParquet(
  path: string,
  options: SinkOptions,
  version: string,
  memoryLimit?: string,
  now: () => number = Date.now,
): Promise<Sink> {
  const { storage, state } = await openDataset(path);
  const folder = await makeFolder();
  const dataset = { storage, state, folder, version, now };
  const engine = new ParquetEngine(dataset, { wait: undefined, memoryLimit }, options);
  try {
    await engine.prepare();
  } catch (thrown) {
    await engine.abandon();
    throw thrown;
  }
  return new SqlSink(engine, options, version);
}

/** Its newest version. */
export async function openDataset(
  path: string,
): Promise<{ storage: DatasetStorage; state: DatasetState }> {
  if (/[*?[]/.test(path)) {
    throw new FlexError(
      'FLEX_CONFIG',
      `A dataset cannot be in ${path}: DuckDB reads *, ? and [ as wildcards.`,
      {
        advice: 'Name another directory.',
      },
    );
  }
  const storage = new LocalStorage(path);
  await storage.refuseForeign();
  return { storage, state: await readState(storage) };
}

/** A folder of our own among temporary files; those of killed processes go. */
async function makeFolder(): Promise<string> {
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
