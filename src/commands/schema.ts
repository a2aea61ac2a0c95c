/** `flexetl schema`: the catalogue, printed for people, databases and programs. */
import { choice } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { DIALECTS, FORMATS } from './schema/formats.js';

export const schema = defineCommand({
  name: 'schema',
  summary: 'print the tables: columns, types, meaning',
  operands: '[TABLE...]',
  settings: {
    format: choice(FORMATS, 'form of the output', 'markdown'),
    dialect: choice(DIALECTS, 'database that --format sql is for', 'postgres'),
  },
  examples: [
    'flexetl schema trades cash_transactions',
    'flexetl schema flexetl_loads latest_positions',
    'flexetl schema --format sql --dialect duckdb > tables.sql',
    'flexetl schema trades --format json-schema',
  ],
  async run(call) {
    const { schemaText } = await import('./schema/print.js');
    const { format, dialect } = call.settings;
    const text = await schemaText(await call.catalog(), call.operands, format, dialect);
    await call.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    return 0;
  },
});
