/** The record of `csv:DIR`: a file for each table, written anew by each call. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { WRITES_ANEW, type DestinationKind } from '../destination.js';

export const CSV: DestinationKind = {
  schemes: ['csv'],
  shortForm: 'csv:DIR',
  form: 'csv:DIR or csv:DIR?gzip=1',
  settings: { gzip: { pattern: /^[01]$/, is: '0 or 1' } },
  hasLedger: false,
  publishes: () => 'per call',
  isMade: ({ path }) => existsSync(path),
  pathWritten: ({ path }) => path,
  makesDirectories: true,
  datasetOf: ({ path, settings }, table) => ({
    namespace: 'file',
    name: resolve(path, `${table}.csv${settings.get('gzip') === '1' ? '.gz' : ''}`),
  }),
  abilities: WRITES_ANEW,
  async openToWrite({ path, settings }, options) {
    const { openCsv } = await import('./sink.js');
    return openCsv(path, { gzip: settings.get('gzip') === '1' }, options);
  },
};
