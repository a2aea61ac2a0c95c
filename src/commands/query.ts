/** `flexetl query`: SQL that only reads, on a destination that has tables. */
import { FlexError } from '../errors.js';
import { flag } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { guardPassword } from '../cli/leak-guards.js';
import { DESTINATION_SETTING, TIME_SETTINGS } from '../cli/load-settings.js';

const SETTINGS = {
  ...DESTINATION_SETTING,
  json: flag('print one JSON array of objects'),
  csv: flag('print CSV (RFC 4180)'),
  timezone: { ...TIME_SETTINGS.timezone, summary: 'zone in which timestamps are shown' },
} as const;

export const query = defineCommand({
  name: 'query',
  summary: 'run SQL that only reads, and print the rows',
  operands: '<SQL>',
  settings: SETTINGS,
  examples: [
    'flexetl query "FROM trades LIMIT 10"',
    'flexetl query "SELECT symbol, sum(fifo_pnl_realized) FROM trades GROUP BY ALL" --csv',
    'flexetl query "SELECT * FROM latest_positions" --json --to duckdb:warehouse.duckdb',
    'flexetl query "SELECT * FROM flexetl_loads" --to postgres://etl@db.example.com/warehouse',
  ],
  async run(call) {
    const { operands, settings, stdout, stderr } = call;
    // A form that the environment asks for yields to one on the command line.
    const yields = (name: 'json' | 'csv', other: 'json' | 'csv'): boolean =>
      settings[other] &&
      call.sourceOf(name) === 'environment' &&
      call.sourceOf(other) === 'command line';
    const json = settings.json && !yields('json', 'csv');
    const csv = settings.csv && !yields('csv', 'json');
    if (json && csv) {
      throw new FlexError('FLEX_USAGE', '--json and --csv cannot both be given.', {
        advice: 'Give one of them.',
      });
    }
    const [sql = ''] = operands;
    await guardPassword(call);
    const print = await import('./query/print.js');
    const { openForReading } = await import('../sinks/sql/ledger/reader.js');
    const destination = await openForReading(settings.to, settings.timezone);
    try {
      const result = await destination.query(sql);
      if (json) await print.printJson(result, stdout);
      else if (csv) await print.printCsv(result, stdout);
      else await print.printTable(result, stdout, stderr);
    } finally {
      await destination.close();
    }
    return 0;
  },
});
