/** The record of `ndjson:PATH` and `ndjson:-`: one JSON object a row, into a file or to stdout. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { WRITES_ANEW, type DestinationKind } from '../destination.js';

const STDOUT = '-';

export const NDJSON: DestinationKind = {
  schemes: ['ndjson'],
  shortForm: 'ndjson:PATH or ndjson:- (stdout)',
  form: 'ndjson:PATH or ndjson:-',
  settings: {},
  hasLedger: false,
  // Rows that were written to stdout cannot be taken back.
  publishes: ({ path }) => (path === STDOUT ? 'per input' : 'per call'),
  isMade: ({ path }) => path === STDOUT || existsSync(path),
  pathWritten: ({ path }) => (path === STDOUT ? undefined : path),
  makesDirectories: true,
  // All tables are in one file.
  datasetOf: ({ path }, table) =>
    path === STDOUT ? undefined : { namespace: 'file', name: `${resolve(path)}#${table}` },
  abilities: WRITES_ANEW,
  async openToWrite({ path }, options) {
    const { openNdjson } = await import('./sink.js');
    return openNdjson(path, options);
  },
};
