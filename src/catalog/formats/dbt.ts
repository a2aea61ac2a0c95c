/**
 * Tables as a dbt source: YAML with their columns, the tests that follow from the schema, and
 * freshness by the ledger. Which tables there are is the caller's concern.
 */
import type { RowElement } from '../section.js';
import { DEFAULT_SCHEMA, SQL_DIALECTS } from '../sql.js';
import { tableColumns } from '../table-columns.js';

/** The name of the source in dbt. */
const SOURCE = 'flex';

/** Of a table or view. */
export interface DescribedTable {
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly DescribedColumn[];
}

export interface DescribedColumn {
  readonly name: string;
  /** As the database calls it; undefined where no database is known. */
  readonly type?: string | undefined;
  /** '' where it is not documented. */
  readonly doc: string;
  readonly nullable: boolean;
}

/**
 * What a string of JSON may hold as it is, and YAML takes for the end of a line or refuses; and marks
 * that change the direction of text.
 */
const UNFIT = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/**
 * The last load, whichever table it was for. Long weekends pass: the report of a Friday comes on
 * Saturday, the next one may come on Wednesday.
 */
const FRESHNESS = [
  '    config:',
  `      loaded_at_query: ${yamlText(
    `select max(finished_at) from {{ this.incorporate(path={'identifier': 'flexetl_loads'}) }}`,
  )}`,
  '      freshness:',
  '        warn_after: {count: 4, period: day}',
  '        error_after: {count: 7, period: day}',
];

/** The schema of the tables by dbt's adapter, unless a destination says another. */
const SCHEMAS: Readonly<Record<string, string>> = {
  duckdb: SQL_DIALECTS.duckdb.schema,
  postgres: DEFAULT_SCHEMA,
};

/**
 * Needs dbt 1.10 or newer. The same text serves projects that run on several databases.
 * @param schemas where the tables are, by adapter: those that differ from the defaults
 */
export function dbtSource(
  tables: readonly DescribedTable[],
  schemas: Readonly<Record<string, string>> = {},
): string {
  const schemaOf = Object.entries({ ...SCHEMAS, ...schemas })
    .map(([adapter, schema]) => `'${adapter}': '${escapeJinja(schema)}'`)
    .join(', ');
  const lines = [
    'version: 2',
    'sources:',
    `  - name: ${yamlText(SOURCE)}`,
    `    schema: ${yamlText(`{{ {${schemaOf}}[target.type] }}`)}`,
    '    loader: flexetl',
    ...FRESHNESS,
    '    tables:',
    ...tables.flatMap(dbtTable),
  ];
  return `${lines.join('\n')}\n`;
}

/** The tables of elements, without types, which differ between databases. */
export function describedElements(elements: readonly RowElement[]): DescribedTable[] {
  return elements.map((element) => ({
    name: element.table,
    doc: element.doc,
    columns: tableColumns(element).map(({ name, doc, nullable }) => ({ name, doc, nullable })),
  }));
}

function dbtTable({ name, doc, columns }: DescribedTable): string[] {
  return [
    `      - name: ${rendered(name)}`,
    `        description: ${rendered(doc)}`,
    '        columns:',
    ...columns.flatMap((column) => [
      `          - name: ${rendered(column.name)}`,
      ...(column.type === undefined ? [] : [`            data_type: ${rendered(column.type)}`]),
      ...(column.doc === '' ? [] : [`            description: ${rendered(column.doc)}`]),
      ...(column.nullable ? [] : ['            data_tests: [not_null]']),
    ]),
  ];
}

/** For a text between single quotes. */
export function escapeJinja(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}

/** A scalar that is the text once dbt has rendered it: what opens an expression of Jinja is one. */
function rendered(text: string): string {
  return yamlText(text.replaceAll(/\{[{%#]/g, "{{ '$&' }}"));
}

/** A double-quoted scalar of YAML: a string of JSON, with everything unfit as an escape. */
export function yamlText(text: string): string {
  return JSON.stringify(text).replaceAll(
    UNFIT,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
