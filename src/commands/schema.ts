/** `flexetl schema`: the catalogue, printed for people, databases and programs. */
import { choice, text } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { CLUSTERS, DIALECTS, FORMATS } from './schema/formats.js';

export const schema = defineCommand({
  name: 'schema',
  summary: 'list the tables, or print the columns, types and meaning of some',
  operands: '[TABLE...]',
  settings: {
    format: choice(FORMATS, 'form of the output; without TABLE, that of all tables', 'markdown'),
    dialect: choice(DIALECTS, 'database that --format sql is for', 'postgres'),
    distributed: choice(CLUSTERS, 'with --format sql: spread the tables over such a cluster, too'),
    to: text('DEST', 'with --format dbt: list what this destination has, and where'),
  },
  examples: [
    'flexetl schema',
    'flexetl schema trades cash_transactions',
    'flexetl schema flexetl_loads latest_positions',
    'flexetl schema --format sql --dialect duckdb > tables.sql',
    'flexetl schema --format sql --distributed citus > tables.sql',
    'flexetl schema trades --format json-schema',
    'flexetl schema --format dbt --to duckdb:warehouse.duckdb > models/sources.yml',
  ],
  run: () => import('./schema/run.js'),
});
