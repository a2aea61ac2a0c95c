/**
 * The tables and views that a destination has, each with its columns, their types as the database
 * calls them, and their meaning. Tables of other authors are left out. Reads only.
 */
import type { Catalog } from '../../../catalog/catalog.js';
import {
  describedElements,
  type DescribedColumn,
  type DescribedTable,
} from '../../../catalog/formats/dbt.js';
import { quoteLiteral } from '../../../catalog/sql.js';
import { FlexError } from '../../../errors.js';
import type { Reader } from '../ledger/reader.js';
import { ledgerTables } from './migrations.js';
import { allViews } from './view-text.js';

/**
 * In the order of the catalogue, then the ledger, then the views.
 * @param schema not quoted
 * @throws FlexError FLEX_CONFIG where nothing was loaded
 */
export async function describedTables(
  reader: Reader,
  schema: string,
  catalog: Catalog,
): Promise<DescribedTable[]> {
  const columns = await columnsBy(reader, schema);
  if (!columns.has('flexetl_loads')) {
    throw new FlexError('FLEX_CONFIG', `Nothing was loaded into ${reader.name}.`, {
      advice: 'Load something first (`flexetl load`), or name another destination with --to.',
    });
  }
  const known: readonly Documented[] = [
    ...describedElements(catalog.elements),
    ...ledgerTables(),
    ...allViews(),
  ];
  return known.flatMap(({ name, doc, columns: documented }) => {
    const present = columns.get(name);
    if (present === undefined) return [];
    const docs = new Map(documented.map((column) => [column.name, column.doc]));
    return {
      name,
      doc,
      columns: present.map((column) => ({ ...column, doc: docs.get(column.name) ?? '' })),
    };
  });
}

interface Documented {
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly { readonly name: string; readonly doc: string }[];
}

type Present = Omit<DescribedColumn, 'doc'>;

async function columnsBy(reader: Reader, schema: string): Promise<Map<string, Present[]>> {
  const rows = await reader.rows(
    `SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
     WHERE table_schema = ${quoteLiteral(schema)} ORDER BY table_name, ordinal_position`,
  );
  const tables = new Map<string, Present[]>();
  for (const row of rows) {
    const table = row['table_name']!;
    if (!tables.has(table)) tables.set(table, []);
    tables.get(table)!.push({
      name: row['column_name']!,
      type: row['data_type']!,
      nullable: row['is_nullable'] !== 'NO',
    });
  }
  return tables;
}
