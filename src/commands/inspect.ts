/** `flexetl inspect`: a summary of reports. Writes nothing. */
import { defineCommand } from '../cli/command.js';
import { TIME_SETTINGS } from '../cli/general-settings.js';
import { INPUT_SETTINGS } from '../cli/input-settings.js';
import { flag } from '../cli/settings.js';

export const inspect = defineCommand({
  name: 'inspect',
  summary: 'summarise Flex reports: accounts, periods, sections and anything unusual',
  operands: '[INPUT...]',
  settings: { ...INPUT_SETTINGS, ...TIME_SETTINGS, json: flag('print one JSON document') },
  examples: ['flexetl inspect statement.xml', 'flexetl inspect archive/ --json'],
  run: () => import('./inspect/run.js'),
});
