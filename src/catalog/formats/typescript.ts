/**
 * The catalogue as TypeScript: an interface for the rows of each table.
 * src/library/rows.generated.ts is its output.
 */
import type { Catalog } from '../catalog.js';
import type { RowElement, StoredType } from '../section.js';
import { tableColumns, type TableColumn } from '../table-columns.js';

const HEADER = `/**
 * Types of the rows of every table. Generated from schemas/ by
 * \`npm run generate\`; do not edit.
 *
 * Values are canonical text: decimals, dates (\`2024-03-04\`), times (\`09:30:00\`)
 * and timestamps (\`2024-03-04T14:30:00Z\`) are strings, so that no digit is lost.
 */
`;

/** Columns that Prettier keeps on one line. */
const LINE_WIDTH = 100;

function valueType(type: StoredType): string {
  switch (type) {
    case 'boolean':
      return 'boolean';
    case 'integer':
      return 'number';
    case 'json':
      return 'Readonly<Record<string, string>>';
    case 'decimal':
    case 'date':
    case 'time':
    case 'datetime':
    case 'text':
    case 'enum':
    case 'codes':
      return 'string';
  }
}

/** The interface of a table's rows: \`cash_transactions\` has \`CashTransactionsRow\`. */
export function rowInterfaceName(element: RowElement): string {
  const words = element.table.split('_').filter((word) => word !== '');
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Row`;
}

/** One table as an interface. */
export function rowInterface(element: RowElement): string {
  const members = tableColumns(element).map(printMember).join('');
  return `${printComment(element.doc, '')}export interface ${rowInterfaceName(element)} {\n${members}}\n`;
}

function printMember(column: TableColumn): string {
  const name = /^[a-z_][a-z0-9_]*$/i.test(column.name) ? column.name : `'${column.name}'`;
  const type = `${valueType(column.type)}${column.nullable ? ' | null' : ''}`;
  return `${printComment(column.doc, '  ')}  readonly ${name}: ${type};\n`;
}

function printComment(doc: string, indent: string): string {
  return doc === '' ? '' : `${indent}/** ${doc.replaceAll('*/', '*\\/')} */\n`;
}

/** Interfaces of the tables given, without a header: what \`flexetl schema\` prints. */
export function rowInterfaces(elements: readonly RowElement[]): string {
  return elements.map(rowInterface).join('\n');
}

/** The text of src/library/rows.generated.ts: every interface, and the two maps to find them by. */
export function rowsFile(catalog: Catalog): string {
  const tables = catalog.elements
    .map((element) => `  ${element.table}: ${rowInterfaceName(element)};\n`)
    .join('');
  const unmapped = rowInterfaceName(catalog.unmapped);
  const sections = catalog.sections.map(({ name, rows }) =>
    printUnion(name, rows.length === 0 ? [unmapped] : rows.map(rowInterfaceName)),
  );
  return [
    HEADER,
    rowInterfaces(catalog.elements),
    `/** Rows by table. */\nexport interface TableRows {\n${tables}}\n`,
    '/** Rows by section; sections whose rows are not documented have unmapped rows. */\n' +
      `export interface SectionRows {\n${sections.join('')}}\n`,
  ].join('\n');
}

/** A member as Prettier would break it, so that the checked-in file needs no formatting. */
function printUnion(name: string, types: readonly string[]): string {
  const union = types.join(' | ');
  const onOneLine = `  ${name}: ${union};\n`;
  if (onOneLine.length - 1 <= LINE_WIDTH) return onOneLine;
  const below = `  ${name}:\n    ${union};\n`;
  if (below.length - `  ${name}:\n`.length - 1 <= LINE_WIDTH) return below;
  return `  ${name}:\n${types.map((type) => `    | ${type}`).join('\n')};\n`;
}
