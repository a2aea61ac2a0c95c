/**
 * `flexetl verify`: proves that a destination holds the contents of files, or names the
 * differences.
 */
import { defineCommand } from '../cli/command.js';
import { VERIFYING_SETTINGS } from './verify/settings.js';

export const verify = defineCommand({
  name: 'verify',
  summary: 'compare a destination with the files it was loaded from, row by row',
  operands: '[INPUT...]',
  settings: VERIFYING_SETTINGS,
  examples: [
    'flexetl verify archive/',
    'flexetl verify statement.xml --json --to duckdb:warehouse.duckdb',
  ],
  run: () => import('./verify/run.js'),
});
