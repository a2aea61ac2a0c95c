/**
 * `flexetl schema` as text: the tables of rows, those of the ledger, and the views,
 * in each format that can say them.
 */
import type { Catalog } from '../../catalog/catalog.js';
import { tablesSql } from '../../catalog/formats/create-table.js';
import { distributeSql } from '../../catalog/formats/distribute.js';
import { dbtSource, describedElements } from '../../catalog/formats/dbt.js';
import { rowsJsonSchema } from '../../catalog/formats/json-schema.js';
import { tablesReference } from '../../catalog/formats/markdown.js';
import { rowInterfaces } from '../../catalog/formats/typescript.js';
import type { RowElement } from '../../catalog/section.js';
import { SQL_DIALECTS, type SqlDialect } from '../../catalog/sql.js';
import { FlexError } from '../../errors.js';
import {
  ledgerSql,
  ledgerTables,
  ledgerTableSql,
  type LedgerTable,
} from '../../sinks/sql/schema/migrations.js';
import { allViews, defineView, type View } from '../../sinks/sql/schema/view-text.js';
import { didYouMean } from '../../text/did-you-mean.js';
import { jsonText } from '../../text/printable.js';
import type { Cluster, Dialect, Format } from './formats.js';

/** What is printed, and for which database. */
interface Form {
  readonly format: Format;
  /** Default: Postgres. */
  readonly dialect?: Dialect;
  readonly distributed?: Cluster | undefined;
}

/** What a name refers to. */
interface Chosen {
  readonly elements: readonly RowElement[];
  readonly ledger: readonly LedgerTable[];
  readonly views: readonly View[];
}

/**
 * @param names of tables and views; none: all of them
 * @throws FlexError FLEX_USAGE for an unknown name, or one that the format cannot express
 */
export function schemaText(
  catalog: Catalog,
  names: readonly string[],
  { format, dialect: dialectName = 'postgres', distributed }: Form,
): string {
  if (format === 'sql') {
    const dialect = SQL_DIALECTS[dialectName];
    const chosen = names.length === 0 ? everything(catalog) : choose(catalog, names);
    const views = viewsSql(chosen.views, dialect);
    const parts = [
      ...(names.length === 0 ? everythingSql(catalog, dialect) : chosenSql(chosen, dialect)),
      // Views are made of tables as they are in the end.
      ...(distributed === undefined ? [] : [distributeSql(chosen.elements, dialect.schema)]),
      ...(views === '' ? [] : [names.length === 0 ? `-- Views.\n\n${views}` : views]),
    ];
    return parts.join('\n');
  }
  if (format === 'markdown' && names.length > 0) return markdown(catalog, choose(catalog, names));
  const elements = names.length === 0 ? catalog.elements : rowsAlone(catalog, names, format);
  switch (format) {
    case 'markdown':
      return tablesReference(catalog, elements);
    case 'json-schema':
      return jsonText(rowsJsonSchema(elements), 2);
    case 'typescript':
      return rowInterfaces(elements);
    case 'dbt':
      return dbtSource(describedElements(elements));
  }
}

/** @throws FlexError FLEX_USAGE for an unknown name */
export function choose(catalog: Catalog, names: readonly string[]): Chosen {
  const [ledger, views] = [ledgerTables(), allViews()];
  const known = [
    ...catalog.elements.map(({ table }) => table),
    ...[...ledger, ...views].map(({ name }) => name),
  ];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new FlexError('FLEX_USAGE', `There is no table ${jsonText(unknown)}.`, {
      advice: didYouMean(unknown, known, '`flexetl schema` prints all tables.'),
    });
  }
  return {
    elements: names.flatMap((name) => catalog.table(name) ?? []),
    ledger: ledger.filter(({ name }) => names.includes(name)),
    views: views.filter(({ name }) => names.includes(name)),
  };
}

/** For the formats that describe rows of reports only. */
function rowsAlone(
  catalog: Catalog,
  names: readonly string[],
  format: Format,
): readonly RowElement[] {
  const { elements, ledger, views } = choose(catalog, names);
  const [other] = [...ledger, ...views];
  if (other === undefined) return elements;
  const what = ledger.length > 0 ? 'a table of the ledger' : 'a view';
  throw new FlexError(
    'FLEX_USAGE',
    `${other.name} is ${what}, and --format ${format} is for tables of rows.`,
    { advice: `\`flexetl schema ${other.name} --format sql\` prints it.` },
  );
}

function markdown(catalog: Catalog, { elements, ledger, views }: Chosen): string {
  const page = (name: string, what: string, doc: string, sql: string): string =>
    `## ${name}\n\n${what}. ${doc}\n\n\`\`\`sql\n${sql.trimEnd()}\n\`\`\`\n`;
  return [
    ...(elements.length === 0 ? [] : [tablesReference(catalog, elements)]),
    ...ledger.map(({ name, doc }) =>
      page(name, 'A table of the ledger', doc, withoutSchema(ledgerTableSql(name, SCHEMA))),
    ),
    ...views.map((view) =>
      page(view.name, 'A view', viewDoc(view), `${withoutSchema(viewStatements(view)[0]!)};`),
    ),
  ].join('\n');
}

/** What a view is and, in a table, what each of its columns is. */
function viewDoc({ doc, columns }: View): string {
  const rows = columns.map(({ name, doc: text }) => `| \`${name}\` | ${text} |`);
  return [doc, '', '| column | |', '| --- | --- |', ...rows].join('\n');
}

const viewStatements = (view: View): readonly string[] =>
  defineView(view, SCHEMA, SQL_DIALECTS.postgres).statements;

/** Takes the place of a schema name, which a page for people leaves out. */
const SCHEMA = '{schema}';

function withoutSchema(sql: string): string {
  return sql.replaceAll(`${SCHEMA}.`, '');
}

/** But for the views, as the parts of a script. */
function chosenSql({ elements, ledger }: Chosen, dialect: SqlDialect): string[] {
  return [
    ...(elements.length === 0 ? [] : [tablesSql(elements, dialect, dialect.schema)]),
    ...ledger.map(({ name }) => ledgerTableSql(name, dialect.schema)),
  ];
}

function everything(catalog: Catalog): Chosen {
  return { elements: catalog.elements, ledger: ledgerTables(), views: allViews() };
}

/** Everything in a destination but the views, which come last: they read tables of both kinds. */
function everythingSql(catalog: Catalog, dialect: SqlDialect): string[] {
  return [
    tablesSql(catalog.elements, dialect, dialect.schema),
    `-- The ledger.\n\n${ledgerSql(dialect.schema, dialect)}`,
  ];
}

function viewsSql(views: readonly View[], dialect: SqlDialect): string {
  return views
    .flatMap((view) => defineView(view, dialect.schema, dialect).statements)
    .map((statement) => `${statement};\n`)
    .join('\n');
}
