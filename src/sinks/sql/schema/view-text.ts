/**
 * The views as sql/views/ has them, a file each, and as a database is given them:
 * with shared parts put in, and with what a warehouse does not have yet standing
 * empty. Making them is views.ts.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Catalog } from '../../../catalog/catalog.js';
import type { StoredType } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral, type SqlDialect } from '../../../catalog/sql.js';
import { tableColumns } from '../../../catalog/table-columns.js';
import { PACKAGE_FOLDER } from '../../../package-folder.js';

const VIEWS = new URL('sql/views/', PACKAGE_FOLDER);
/** Pieces of SQL that several views share; no view of its own. */
const PARTS_FILE = '_parts.sql';

/** The order in which they are made and shown. */
const ORDER = [
  'latest_positions',
  'positions_by_day',
  'trades_net',
  'realized_pnl_by_symbol',
  'realized_lots',
  'fx_conversions',
  'corporate_actions_summary',
  'dividends_net',
  'dividend_calendar',
  'cash_ledger',
  'cash_by_currency_and_day',
  'fees_and_interest',
  'nav_by_day',
];

/** A column of a view, for people. */
export interface ViewColumn {
  readonly name: string;
  readonly doc: string;
}

/** One view as its file has it, `{schema}` and `{maybe}` not yet replaced. */
export interface View {
  readonly name: string;
  /** What it counts and what it does not, in one paragraph. */
  readonly doc: string;
  readonly columns: readonly ViewColumn[];
  /** CREATE OR REPLACE VIEW …, without comments and semicolon, parts put in. */
  readonly sql: string;
  /** Tables that it cannot do without: `{schema}.name` in its SQL. */
  readonly required: readonly string[];
  /** Tables that may be lacking, though not all of them: `{maybe}.name`. */
  readonly optional: readonly string[];
}

/** Every view there is, in the order of their making. */
export function allViews(): View[] {
  const parts = sharedParts(readFileSync(new URL(PARTS_FILE, VIEWS), 'utf8'));
  const files = readdirSync(VIEWS).filter((file) => file.endsWith('.sql') && file !== PARTS_FILE);
  return files
    .map((file) => parseView(readFileSync(new URL(file, VIEWS), 'utf8'), parts))
    .sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
}

/** Shared pieces of SQL by name: each begins with a line `-- {name}`. */
export type Parts = ReadonlyMap<string, string>;

function sharedParts(text: string): Parts {
  const [, ...pieces] = text.split(/^-- \{(\w+)\}.*$/m);
  const parts = new Map<string, string>();
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    parts.set(pieces[i]!, withoutComments(pieces[i + 1]!).trim());
  }
  return parts;
}

/** @param text of one view: a comment that says what it and its columns are, then its SQL */
export function parseView(text: string, parts: Parts = new Map()): View {
  const start = text.search(/^CREATE /m);
  const [doc = '', columns = ''] = text
    .slice(0, start)
    .replaceAll(/^-- ?/gm, '')
    .split(/\n\s*\n/);
  const sql = withParts(withoutComments(text.slice(start)), parts)
    .trim()
    .replace(/;$/, '');
  const [, name = ''] = /VIEW \{schema\}\.(\w+)/.exec(sql)!;
  const tables = (place: string): string[] => [
    ...new Set(
      [...sql.matchAll(/\{(\w+)\}\.(\w+)/g)]
        .filter(([, each]) => each === place)
        .map(([, , name]) => name!),
    ),
  ];
  return {
    name,
    doc: oneLine(doc),
    columns: [...columns.matchAll(/^(\w+): ((?:.*)(?:\n {2}.*)*)/gm)].map((m) => ({
      name: m[1]!,
      doc: oneLine(m[2]!),
    })),
    sql,
    required: tables('schema').filter((table) => table !== name),
    optional: tables('maybe'),
  };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const withoutComments = (sql: string): string => sql.replaceAll(/^[ \t]*--.*\n/gm, '');

/** `{part}` and `{part:argument}`; a part may hold others, and `$1` stands for the argument. */
function withParts(sql: string, parts: Parts): string {
  return sql.replaceAll(
    /\{(\w+)(?::([^{}]+))?\}/g,
    (whole: string, name: string, argument?: string): string => {
      const part = parts.get(name);
      if (part === undefined) return whole;
      return withParts(part, parts).replaceAll('$1', () => argument ?? '');
    },
  );
}

/** The tables of a schema with the names of their columns, or what has none of them. */
export type Present = ReadonlyMap<string, readonly { readonly name: string }[]>;

/** A view for one database. */
export interface ViewDefinition {
  readonly name: string;
  /** Statements without semicolons: the view, then its comments. */
  readonly statements: readonly string[];
  /** End of its comment: tells that the view is flexetl's, and changes when it does. */
  readonly mark: string;
}

/** Whether enough of its tables are there. */
export function canBeMade(view: View, tables: { has(table: string): boolean }): boolean {
  const { required, optional } = view;
  return (
    required.every((table) => tables.has(table)) &&
    (optional.length === 0 || optional.some((table) => tables.has(table)))
  );
}

/**
 * The statements that make a view.
 * @param schema quoted
 * @param present what the database has; undefined: everything
 */
export function defineView(
  view: View,
  schema: string,
  dialect: SqlDialect,
  present?: Present,
): ViewDefinition {
  const { name } = view;
  const sql = view.sql.replaceAll(/\{(?:schema|maybe)\}\.(\w+)/g, (_, table: string) =>
    table === name || present === undefined
      ? `{schema}.${table}`
      : standIn(view, table, present, dialect),
  );
  const lacking = present && view.optional.filter((table) => !present.has(table));
  const without = lacking?.length ? ` Made without ${lacking.join(', ')}: not loaded yet.` : '';
  const documented = JSON.stringify([view.doc, view.columns, without, sql]);
  const digest = createHash('sha256').update(documented).digest('hex').slice(0, 12);
  const mark = `[flexetl view ${digest}]`;
  const title = `${schema}.${quote(name)}`;
  return {
    name,
    mark,
    statements: [
      sql.replaceAll('{schema}', () => schema),
      ...view.columns.map(
        (column) =>
          `COMMENT ON COLUMN ${title}.${quote(column.name)} IS ${quoteLiteral(column.doc)}`,
      ),
      `COMMENT ON VIEW ${title} IS ${quoteLiteral(`${view.doc}${without} ${mark}`)}`,
    ],
  };
}

/** The table itself; where it, or columns of it, are not there: rows with NULL in their place, or none. */
function standIn(view: View, table: string, present: Present, dialect: SqlDialect): string {
  const have = present.get(table)?.map((column) => column.name);
  const wanted = columnsUsed(view, table);
  const lacking = wanted.filter(({ name }) => have?.includes(name) !== true);
  if (lacking.length === 0) return `{schema}.${table}`;
  const cells = wanted.map(({ name, type }) =>
    have?.includes(name) === true
      ? quote(name)
      : `CAST(NULL AS ${dialect.typeOf(type)}) AS ${quote(name)}`,
  );
  const rows = have === undefined ? 'WHERE FALSE' : `FROM {schema}.${table}`;
  return `(SELECT ${cells.join(', ')} ${rows})`;
}

/**
 * The columns of a table of the catalogue that a view may speak of; of the ledger none are known.
 * Views are written against the catalogue of the package, whatever a user's adds or leaves out.
 */
function columnsUsed(view: View, table: string): { name: string; type: StoredType }[] {
  const element = Catalog.load().table(table);
  if (element === undefined) return [];
  const words = new Set(view.sql.match(/\w+/g));
  return tableColumns(element).filter(({ name }) => words.has(name));
}
