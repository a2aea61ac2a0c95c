/** `flexetl report`: what a destination holds, as one page of HTML. */
import { defineCommand } from '../cli/command.js';
import { DESTINATION_SETTING } from '../cli/general-settings.js';
import { text } from '../cli/settings.js';

export const report = defineCommand({
  name: 'report',
  summary: 'write one HTML page: days covered, audit, net asset value, cash, profit, positions',
  operands: '',
  settings: {
    ...DESTINATION_SETTING,
    out: text('PATH', 'file to write, or - for stdout', 'flexetl-report.html'),
  },
  examples: [
    'flexetl report --out report.html',
    'flexetl report --to duckdb:warehouse.duckdb --out - > report.html',
  ],
  epilogue:
    'The file replaces the report that was there. It holds all that it shows, and asks for\n' +
    'nothing over a network.\n',
  run: () => import('./report/run.js'),
});
