/**
 * The catalogue as JSON Schema: what one row of a table looks like in JSON,
 * values in their canonical text.
 */
import type { RowElement, StoredType } from '../section.js';
import { tableColumns, type TableColumn } from '../table-columns.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

export interface RowSchemaOptions {
  /** Whether the lineage columns are part of the row; default true. */
  readonly lineage?: boolean;
}

/** Canonical text of each type, as a JSON Schema of a value that is not null. */
function valueSchema(type: StoredType): { readonly type: string; readonly [key: string]: unknown } {
  switch (type) {
    case 'decimal':
      return { type: 'string', pattern: String.raw`^-?(0|[1-9]\d*)(\.\d*[1-9])?$` };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'time':
      return { type: 'string', pattern: String.raw`^\d{2}:\d{2}:\d{2}(\.\d+)?$` };
    case 'datetime':
      return { type: 'string', format: 'date-time', pattern: String.raw`(Z|[+-]\d{2}:\d{2})$` };
    case 'integer':
      return { type: 'integer', minimum: 0 };
    case 'json':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'text':
    case 'enum':
    case 'codes':
      return { type: 'string' };
  }
}

function columnSchema(column: TableColumn): object {
  const value = valueSchema(column.type);
  const isText = ['text', 'enum', 'codes'].includes(column.type);
  return {
    ...(column.doc === '' ? {} : { description: column.doc }),
    ...value,
    type: column.nullable ? [value.type, 'null'] : value.type,
    // Empty values are NULL, except where NULL is not allowed: an account, a query without a name.
    ...(isText && column.nullable ? { minLength: 1 } : {}),
  };
}

/**
 * One row: an object by column name, as a line of NDJSON, `flexetl query --json`
 * and the library have it. Columns that are NULL may be null or absent, and those
 * of the lineage, which NDJSON has beside the row; decimals, dates and times are
 * strings, so that no digit is lost.
 */
export function rowJsonSchema(element: RowElement, options: RowSchemaOptions = {}): object {
  const columns = tableColumns(element).filter(
    (column) => column.attribute !== undefined || options.lineage !== false,
  );
  return {
    title: element.table,
    description: element.doc,
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.name, columnSchema(column)])),
    required: columns
      .filter(({ nullable, attribute }) => !nullable && attribute !== undefined)
      .map(({ name }) => name),
    additionalProperties: false,
  };
}

/** One table: its row schema as a document; several: a document with one definition a table. */
export function rowsJsonSchema(
  elements: readonly RowElement[],
  options: RowSchemaOptions = {},
): object {
  const [only] = elements;
  if (elements.length === 1 && only !== undefined) {
    return { $schema: DIALECT, ...rowJsonSchema(only, options) };
  }
  return {
    $schema: DIALECT,
    $defs: Object.fromEntries(
      elements.map((element) => [element.table, rowJsonSchema(element, options)]),
    ),
  };
}
