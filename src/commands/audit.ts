/** `flexetl audit`: proves the books of a destination from its own data, or names what does not tie. */
import { defineCommand } from '../cli/command.js';
import { DESTINATION_SETTING } from '../cli/general-settings.js';
import { flag } from '../cli/settings.js';

export const audit = defineCommand({
  name: 'audit',
  summary: "check that the broker's figures tie, or name the day that does not",
  operands: '',
  settings: {
    ...DESTINATION_SETTING,
    json: flag('print one JSON document'),
  },
  examples: ['flexetl audit', 'flexetl audit --json --to duckdb:warehouse.duckdb'],
  epilogue:
    'Exit status 0 if everything that can be proved ties, 65 if something does not. If nothing\n' +
    'can be proved, it is also 0; the last line says so, and --json has "status":"nothing_proved".\n',
  run: () => import('./audit/run.js'),
});
