/**
 * Rows as a database prints them, back in the words of the contract: canonical
 * text. What a type cannot tell (trailing zeros) is taken off. Shared by the
 * tests of all databases.
 */
import type { RowElement } from '../../src/catalog/section.js';
import type { Json } from '../../src/sinks/row.js';
import type { SeenRow } from './contract.js';

/** One row of a table, every column as the database's text or null. */
export function seenRow(
  element: RowElement,
  texts: Readonly<Record<string, string | null>>,
): SeenRow {
  const row: Record<string, Json> = {};
  for (const { name, type } of element.columns) {
    const text = texts[name];
    if (text === null || text === undefined || text === '') continue;
    row[name] = canonical(type, text);
  }
  const extra = texts['_extra'];
  return {
    table: element.table,
    statement: texts['_statement_id'] ?? '',
    key: texts['_row_key'] ?? '',
    row,
    extra: extra ? (JSON.parse(extra) as Record<string, string>) : {},
  };
}

function canonical(type: string, text: string): Json {
  switch (type) {
    case 'decimal':
      return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
    case 'boolean':
      return text === 'true' || text === 't';
    case 'datetime':
      return text.replace(' ', 'T').replace(/\+00(:00)?$/, 'Z');
    case 'json':
      return JSON.parse(text) as Json;
    default:
      return text;
  }
}
