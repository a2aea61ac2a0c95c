/** `flexetl version`: the same as `flexetl --version`. */
import { defineCommand } from '../cli/command.js';

export const version = defineCommand({
  name: 'version',
  summary: 'print the version',
  operands: '',
  settings: {},
  examples: ['flexetl version'],
  run: () => import('./version/run.js'),
});
