/** `flexetl query`: read-only SQL on a destination that has tables. */
import { defineCommand } from '../cli/command.js';
import { DESTINATION_SETTING, TIME_SETTINGS } from '../cli/general-settings.js';
import { formSettings } from '../cli/answer-form.js';

const SETTINGS = {
  ...DESTINATION_SETTING,
  ...formSettings('one JSON array of objects'),
  timezone: { ...TIME_SETTINGS.timezone, summary: 'zone in which timestamps are shown' },
} as const;

export const query = defineCommand({
  name: 'query',
  summary: 'run read-only SQL, from the command line or stdin (-), and print the rows',
  operands: '<SQL>',
  settings: SETTINGS,
  examples: [
    'flexetl query - < positions.sql',
    'flexetl query "FROM trades LIMIT 10"',
    'flexetl query "SELECT symbol, sum(fifo_pnl_realized) FROM trades GROUP BY ALL" --csv',
    'flexetl query "SELECT * FROM latest_positions" --json --to duckdb:warehouse.duckdb',
    'flexetl query "SELECT * FROM flexetl_loads" --to postgres://etl@db.example.com/warehouse',
  ],
  run: () => import('./query/run.js'),
});
