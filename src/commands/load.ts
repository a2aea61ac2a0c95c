/** `flexetl load`: files, directories, globs or stdin into a destination. */
import { defineCommand } from '../cli/command.js';
import { INPUT_SETTINGS } from '../cli/input-settings.js';
import { WRITING_SETTINGS } from '../cli/load-settings.js';
import { integer } from '../cli/settings.js';

export const load = defineCommand({
  name: 'load',
  summary: 'load Flex reports from files, directories, globs, s3:// or stdin (-)',
  operands: '[INPUT...]',
  settings: {
    ...INPUT_SETTINGS,
    jobs: integer('N', 'load N inputs at once, over N connections (Postgres; default: 1)', {
      min: 1,
      max: 64,
    }),
    ...WRITING_SETTINGS,
  },
  examples: [
    'flexetl load statement.xml',
    'flexetl load archive/ --to csv:export',
    'flexetl load s3://money/flex --to postgres://etl@db.example.com/warehouse',
    'gunzip -c 2024.xml.gz | flexetl load - --to ndjson:-',
    'find archive -name "*.xml.gz" -print0 | flexetl load --files-from - --shard 2/3',
  ],
  run: () => import('./load/run.js'),
});
