/** `flexetl schema`: the catalogue, printed for people, databases and programs. */
import { FlexError } from '../errors.js';
import type { Catalog } from '../catalog/catalog.js';
import type { RowElement } from '../catalog/section.js';
import { choice } from '../settings.js';
import { defineCommand } from './command.js';
import { didYouMean } from './nearest.js';

const FORMATS = ['markdown', 'sql', 'json-schema', 'typescript', 'dbt'] as const;
const DIALECTS = ['postgres', 'duckdb'] as const;

/** Name of the source in dbt, and of the schema in Postgres. */
const SCHEMA_NAME = 'flex';

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
    'flexetl schema --format sql --dialect duckdb > tables.sql',
    'flexetl schema trades --format json-schema',
  ],
  async run(call) {
    const { operands, settings, stdout } = call;
    const catalog = await call.catalog();
    const elements =
      operands.length === 0 ? catalog.elements : operands.map((name) => tableNamed(catalog, name));
    const whole = operands.length === 0;
    const text = await print(catalog, elements, settings.format, settings.dialect, whole);
    await stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    return 0;
  },
});

async function print(
  catalog: Catalog,
  elements: readonly RowElement[],
  format: (typeof FORMATS)[number],
  dialect: (typeof DIALECTS)[number],
  whole: boolean,
): Promise<string> {
  switch (format) {
    case 'markdown':
      return (await import('../catalog/reference.js')).tablesReference(catalog, elements);
    case 'sql': {
      const { quoteIdentifier, tablesSql } = await import('../catalog/ddl.js');
      const name = dialect === 'postgres' ? quoteIdentifier(SCHEMA_NAME) : 'main';
      const tables = tablesSql(elements, dialect, name);
      if (!whole) return tables;
      const { ledgerSql } = await import('../sinks/sql/ledger.js');
      return `${tables}\n-- The ledger.\n\n${ledgerSql(name)}`;
    }
    case 'json-schema': {
      const { rowsJsonSchema } = await import('../catalog/json-schema.js');
      return JSON.stringify(rowsJsonSchema(elements), null, 2);
    }
    case 'typescript':
      return (await import('../catalog/typescript.js')).rowInterfaces(elements);
    case 'dbt':
      return (await import('../catalog/dbt.js')).dbtSource(elements, SCHEMA_NAME, SCHEMA_NAME);
  }
}

function tableNamed(catalog: Catalog, name: string): RowElement {
  const element = catalog.table(name);
  if (element !== undefined) return element;
  const known = catalog.elements.map(({ table }) => table);
  throw new FlexError('FLEX_USAGE', `There is no table ${JSON.stringify(name)}.`, {
    advice: didYouMean(name, known, '`flexetl schema` prints all tables.'),
  });
}
