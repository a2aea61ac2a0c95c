/**
 * The catalogue as a dbt source: YAML with the tables, their columns and the
 * tests that follow from the schema.
 */
import type { RowElement } from '../section.js';
import { tableColumns } from '../table-columns.js';

/**
 * @param source name of the source in dbt
 * @param schema where the tables are
 */
export function dbtSource(elements: readonly RowElement[], source: string, schema: string): string {
  const lines = [
    'version: 2',
    'sources:',
    `  - name: ${quote(source)}`,
    `    schema: ${quote(schema)}`,
    '    tables:',
    ...elements.flatMap(dbtTable),
  ];
  return `${lines.join('\n')}\n`;
}

function dbtTable(element: RowElement): string[] {
  return [
    `      - name: ${quote(element.table)}`,
    `        description: ${quote(element.doc)}`,
    '        columns:',
    ...tableColumns(element).flatMap(({ name, doc, nullable }) => [
      `          - name: ${quote(name)}`,
      ...(doc === '' ? [] : [`            description: ${quote(doc)}`]),
      ...(nullable ? [] : ['            tests: [not_null]']),
    ]),
  ];
}

/** YAML takes a JSON string as a double-quoted scalar. */
function quote(text: string): string {
  return JSON.stringify(text);
}
