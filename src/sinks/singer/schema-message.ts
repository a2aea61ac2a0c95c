/** The SCHEMA message of a table: its columns as JSON Schema in Singer's words, and its key. Pure. */
import type { RowElement, StoredType } from '../../catalog/section.js';
import { tableColumns } from '../../catalog/table-columns.js';

/** That of databases: a value beyond it is kept in `_extra`. */
export const DECIMALS = { precision: 38, scale: 12 } as const;

/**
 * Rows stand side by side: the statement is a part of the key, so that no file, whatever its age,
 * overwrites rows of another one.
 */
export function keyProperties({ ofAccount }: RowElement): string[] {
  return [...(ofAccount ? ['account_id'] : []), '_query', '_statement_id', '_row_key'];
}

/** One line. */
export function schemaMessage(element: RowElement): string {
  const properties = Object.fromEntries(
    tableColumns(element).map(({ name, type, nullable, doc }) => {
      const { type: kind, ...rest } = valueSchema(type);
      const types = nullable ? [kind, 'null'] : [kind];
      return [name, { type: types, ...rest, ...(doc === '' ? {} : { description: doc }) }];
    }),
  );
  const message = {
    type: 'SCHEMA',
    stream: element.table,
    schema: { type: 'object', properties },
    key_properties: keyProperties(element),
  };
  return `${JSON.stringify(message)}\n`;
}

/** A decimal is a string, since a number of JSON is read as a floating-point number. */
function valueSchema(type: StoredType): { readonly type: string; readonly [key: string]: unknown } {
  switch (type) {
    case 'decimal':
      return { type: 'string', format: 'x-singer.decimal', ...DECIMALS };
    case 'boolean':
    case 'integer':
      return { type };
    case 'date':
    case 'time':
      return { type: 'string', format: type };
    case 'datetime':
      return { type: 'string', format: 'date-time' };
    // JSON is text, too: targets disagree on what an object becomes.
    case 'json':
    case 'text':
    case 'enum':
    case 'codes':
      return { type: 'string' };
  }
}
