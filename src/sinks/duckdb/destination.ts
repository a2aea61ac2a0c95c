/** The record of `duckdb:PATH`: one file, nothing to install. */
import { existsSync } from 'node:fs';
import { parse, resolve } from 'node:path';
import type { DestinationKind } from '../destination.js';
import { duckdbSettings } from './settings.js';

export const DUCKDB: DestinationKind = {
  schemes: ['duckdb'],
  shortForm: 'duckdb:PATH',
  form: 'duckdb:PATH or duckdb:PATH?wait=SECONDS&memory_limit=2GB',
  settings: {
    wait: { pattern: /^\d{1,6}$/, is: 'a number of seconds' },
    memory_limit: {
      pattern: /^\d{1,9}(\.\d{1,3})?[KMGT]i?B$/,
      is: 'an amount such as 800MB or 2GB',
    },
  },
  hasLedger: true,
  publishes: () => 'per input',
  isMade: ({ path }) => existsSync(path),
  // Into a file that is there it writes, beside it where it must.
  pathWritten: ({ path }) => path,
  makesDirectories: false,
  datasetOf: ({ path }, table) => ({
    namespace: `duckdb://${resolve(path)}`,
    name: `${parse(path).name}.main.${table}`,
  }),
  abilities: 'Takes rows and merges; one process at a time',
  dbtConnection: ({ path }) => ({ adapter: 'duckdb', settings: { path: resolve(path) } }),
  product: (version) => `DuckDB ${version}`,
  async openToWrite({ path, settings }, options, version) {
    const { openDuckdb } = await import('./engine.js');
    return openDuckdb(path, options, version, duckdbSettings(settings));
  },
  async openToQuery({ path, settings }, timezone, waiting) {
    const { openDuckdbQuery } = await import('./query.js');
    return openDuckdbQuery(path, timezone, duckdbSettings(settings), waiting);
  },
  async openToCompare({ path, settings }) {
    const { openDuckdbReading } = await import('./engine.js');
    return openDuckdbReading(path, duckdbSettings(settings));
  },
};
