/** The record of `singer:-` and `singer:PATH`: messages of Singer, for any target. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DestinationKind } from '../destination.js';

const STDOUT = '-';

export const SINGER: DestinationKind = {
  schemes: ['singer'],
  shortForm: 'singer:- (stdout)',
  form: 'singer:-, singer:PATH or singer:-?state=FILE',
  settings: { state: { pattern: /^[^?]+$/, is: 'the path of a file, without a question mark' } },
  hasLedger: false,
  // Messages that a target has read cannot be taken back.
  publishes: ({ path }) => (path === STDOUT ? 'per input' : 'per call'),
  isMade: ({ path }) => path === STDOUT || existsSync(path),
  pathWritten: ({ path }) => (path === STDOUT ? undefined : path),
  makesDirectories: true,
  // All tables are in one file.
  datasetOf: ({ path }, table) =>
    path === STDOUT ? undefined : { namespace: 'file', name: `${resolve(path)}#${table}` },
  abilities: 'Takes rows, statement by statement, without merging, for a target of Singer',
  async openToWrite({ path, settings }, options) {
    const { openSinger } = await import('./sink.js');
    return openSinger(path, settings.get('state'), options);
  },
};
