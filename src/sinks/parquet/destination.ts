/** The record of `parquet:DIR` and `parquet:s3://…`: a dataset of Parquet files with Delta logs. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asFolder, isAddress, parseAddress } from '../../object-store/address.js';
import type { DestinationKind } from '../destination.js';

export const PARQUET: DestinationKind = {
  schemes: ['parquet'],
  shortForm: 'parquet:DIR',
  form: 'parquet:DIR, parquet:s3://BUCKET/PREFIX or parquet:DIR?memory_limit=2GB',
  settings: {
    memory_limit: {
      pattern: /^\d{1,9}(\.\d{1,3})?[KMGT]i?B$/,
      is: 'an amount such as 800MB or 2GB',
    },
  },
  hasLedger: true,
  takesProcesses: true,
  publishes: () => 'per input',
  validate({ path }) {
    if (isAddress(path)) parseAddress(path);
  },
  async isMade({ path }) {
    if (!isAddress(path)) return existsSync(join(path, '_flexetl_log'));
    const { hasDataset, openStorage } = await import('./place.js');
    return hasDataset(await openStorage(path, ''));
  },
  pathWritten: ({ path }) => (isAddress(path) ? undefined : path),
  bucketWritten: ({ path }) => (isAddress(path) ? path : undefined),
  makesDirectories: true,
  datasetOf({ path }, table) {
    if (!isAddress(path)) return { namespace: 'file', name: resolve(path, table) };
    const { bucket, key } = parseAddress(path);
    return { namespace: `s3://${bucket}`, name: asFolder(key) + table };
  },
  abilities: 'Takes rows and merges; several processes at a time',
  product: (version) => `Parquet, read by DuckDB ${version}`,
  async openToWrite({ path, settings }, options, version) {
    const { openParquet } = await import('./open.js');
    return openParquet(path, options, version, { memoryLimit: settings.get('memory_limit') });
  },
  async openToQuery({ path, settings }, timezone) {
    const { openParquetQuery } = await import('./query.js');
    return openParquetQuery(path, timezone, { memoryLimit: settings.get('memory_limit') });
  },
  async openToCompare({ path, settings }) {
    const { openParquetReading } = await import('./query.js');
    return openParquetReading(path, { memoryLimit: settings.get('memory_limit') });
  },
};
