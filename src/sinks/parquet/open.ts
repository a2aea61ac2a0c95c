/**
 * Opens a dataset to be loaded into: what its log says, and a folder for the working copy. Nothing of
 * the dataset is made before the first commit.
 */
import { rm } from 'node:fs/promises';
import type { Sink, SinkOptions } from '../sink.js';
import { SqlSink } from '../sql/sink.js';
import { readState } from './dataset-log.js';
import { ParquetEngine, type ParquetDataset } from './engine.js';
import { makeFolder, openStorage, refuseForeign, type PlaceOptions } from './place.js';

export interface ParquetOptions extends PlaceOptions {
  /** What DuckDB may take, as it writes amounts; default: what a load into DuckDB takes. */
  readonly memoryLimit?: string | undefined;
  /** Milliseconds since 1970; default: the clock. */
  readonly now?: (() => number) | undefined;
}

/**
 * @param path a directory, or `s3://BUCKET/PREFIX`
 * @throws FlexError FLEX_CONFIG where it holds something else, or a newer flexetl has written it
 */
export async function openParquet(
  path: string,
  options: SinkOptions,
  version: string,
  { memoryLimit, now = Date.now, ...place }: ParquetOptions = {},
): Promise<Sink> {
  const folder = await makeFolder();
  let engine: ParquetEngine | undefined;
  try {
    const dataset = { ...(await openDataset(path, folder, place)), folder, version, now };
    engine = new ParquetEngine(dataset, { wait: undefined, memoryLimit }, options);
    await engine.prepare();
    return new SqlSink(engine, options, version);
  } catch (thrown) {
    await engine?.abandon();
    await rm(folder, { recursive: true, force: true });
    throw thrown;
  }
}

/** Its newest version. */
async function openDataset(
  path: string,
  folder: string,
  place: PlaceOptions,
): Promise<Pick<ParquetDataset, 'storage' | 'state'>> {
  const storage = await openStorage(path, folder, place);
  await refuseForeign(storage);
  return { storage, state: await readState(storage) };
}
