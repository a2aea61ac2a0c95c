/** `flexetl init`: a project for another tool, on the tables of a destination. */
import { defineCommand } from '../cli/command.js';
import { DESTINATION_SETTING } from '../cli/general-settings.js';

export const init = defineCommand({
  name: 'init',
  summary: 'write a dbt project on the tables of a destination',
  operands: '<TOOL> <DIR>',
  words: ['dbt'],
  settings: DESTINATION_SETTING,
  examples: [
    'flexetl init dbt analytics',
    'flexetl init dbt analytics --to duckdb:warehouse.duckdb',
    'flexetl init dbt analytics --to "postgres://etl@db.example.com/warehouse?schema=flex"',
  ],
  epilogue: 'TOOL is dbt. Files that exist are never overwritten.\n',
  run: () => import('./init/run.js'),
});
