/** The record of `parquet:DIR`: a dataset of Parquet files with Delta logs. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DestinationKind } from '../destination.js';

export const PARQUET: DestinationKind = {
  schemes: ['parquet'],
  shortForm: 'parquet:DIR',
  form: 'parquet:DIR or parquet:DIR?memory_limit=2GB',
  settings: {
    memory_limit: {
      pattern: /^\d{1,9}(\.\d{1,3})?[KMGT]i?B$/,
      is: 'an amount such as 800MB or 2GB',
    },
  },
  hasLedger: true,
  publishes: () => 'per input',
  isMade: ({ path }) => existsSync(join(path, '_flexetl_log')),
  pathWritten: ({ path }) => path,
  makesDirectories: true,
  datasetOf: ({ path }, table) => ({ namespace: 'file', name: resolve(path, table) }),
  abilities: 'Takes rows and merges; several processes at a time',
  product: (version) => `Parquet, read by DuckDB ${version}`,
  async openToWrite({ path, settings }, options, version) {
    const { openParquet } = await import('./open.js');
    return openParquet(path, options, version, settings.get('memory_limit'));
  },
  async openToQuery({ path, settings }, timezone) {
    const { openParquetQuery } = await import('./query.js');
    return openParquetQuery(path, timezone, settings.get('memory_limit'));
  },
  async openToCompare({ path, settings }) {
    const { openParquetReading } = await import('./query.js');
    return openParquetReading(path, settings.get('memory_limit'));
  },
};
