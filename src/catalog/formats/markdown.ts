/**
 * The catalogue as markdown, for people: schemas/README.md, and the page of a
 * table that `flexetl schema` prints.
 */
import type { Catalog } from '../catalog.js';
import type { RowElement, Section } from '../section.js';
import { tableColumns } from '../table-columns.js';
import { REFERENCE_INTRODUCTION } from './reference-introduction.js';

/** One table: what a row is, and its columns with type and meaning. */
export function tableReference(catalog: Catalog, element: RowElement): string {
  const columns = tableColumns(element).map(({ name, attribute, type, doc }) =>
    tableRow([code(name), attribute === undefined ? '' : code(attribute), type, doc]),
  );
  return [
    `## ${element.table}\n\n${describeElement(catalog, element).join('\n')}\n`,
    tableRow(['column', 'attribute', 'type', 'meaning']) + tableRow(['---', '---', '---', '---']),
  ]
    .join('\n')
    .concat(columns.join(''));
}

/** Several tables, one after the other. */
export function tablesReference(catalog: Catalog, elements: readonly RowElement[]): string {
  return elements.map((element) => tableReference(catalog, element)).join('\n');
}

/** The text of schemas/README.md. */
export function readmeFile(catalog: Catalog): string {
  const contents = catalog.sections.map((section) =>
    tableRow([
      `[${section.name}](#${section.name.toLowerCase()})`,
      section.flex.join(', '),
      section.rows.map((row) => code(row.table)).join(', ') || code(catalog.unmapped.table),
      section.doc,
    ]),
  );
  const words = [...catalog.vocabulary].map(([name, { type, doc }]) =>
    tableRow([code(name), type, doc]),
  );
  return [
    REFERENCE_INTRODUCTION,
    '## Sections\n',
    tableRow(['section', 'report', 'tables', 'holds']) +
      tableRow(['---', '---', '---', '---']) +
      contents.join(''),
    ...catalog.sections.map((section) => sectionReference(catalog, section)),
    `## Statements\n\n${elementReference(catalog, catalog.statements)}`,
    '## Vocabulary\n',
    tableRow(['attribute', 'type', 'meaning']) + tableRow(['---', '---', '---']) + words.join(''),
  ].join('\n');
}

function sectionReference(catalog: Catalog, section: Section): string {
  const facts = [
    section.doc,
    ...(section.aliases.length === 0
      ? []
      : [`Also named ${section.aliases.map(code).join(', ')}.`]),
    catalog.noteOn(section) ?? '',
  ].filter((fact) => fact !== '');
  return [
    `### ${section.name}\n\n${facts.join('\n')}\n`,
    ...section.rows.map((row) => elementReference(catalog, row)),
  ].join('\n');
}

function elementReference(catalog: Catalog, element: RowElement): string {
  const columns = element.columns.map((column) => code(column.attribute)).join(', ');
  return `#### ${element.table}\n\n${describeElement(catalog, element).join('\n')}\n\nColumns: ${columns}.\n`;
}

/** Sentences about a table, one a line. */
function describeElement(catalog: Catalog, element: RowElement): string[] {
  const day = element.date === undefined ? '' : `, placed by ${code(element.date)}`;
  const keys = element.keys.map((key) => key.map(code).join(' + ')).join('; else ');
  return [
    element.doc,
    ...(element.name === '' ? [] : [`Element ${code(element.name)}.`]),
    `Grain: ${element.grain}${day}${boundOf(element)}.${presenceOf(element)}`,
    keys === '' ? 'No natural key.' : `Key: ${keys}.`,
    ...(element.ofAccount ? [] : ['Rows belong to no account.']),
    catalog.whyOf(element) ?? '',
  ].filter((sentence) => sentence !== '');
}

function code(text: string): string {
  return `\`${text}\``;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |\n`;
}

/** `, never before its `tradeDate``. */
function boundOf({ notBefore }: RowElement): string {
  if (notBefore.length === 0) return '';
  return `, never before its ${notBefore.map(code).join(', else the day of its ')}`;
}

function presenceOf({ absentBeside }: RowElement): string {
  if (absentBeside === undefined) return '';
  const beside = absentBeside.map(code).join(', ');
  return ` Its absence beside other rows of the section says nothing${beside === '' ? '' : `, but beside ${beside}`}.`;
}
