/**
 * What is known of a table of a dataset: its columns, its key, and the levels of its directories.
 * It is written into the log, so that a dataset is read without the catalogue that it was loaded
 * with. Types in files are those that every reader knows; text of SQL only.
 */
import { randomUUID } from 'node:crypto';
import type { RowElement } from '../../catalog/section.js';
import { quoteIdentifier as quote } from '../../catalog/sql.js';
import type { SqlEngine } from '../sql/engine.js';

export interface ShapeColumn {
  readonly name: string;
  /** In DuckDB's words: `DECIMAL(38,12)`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly doc: string;
}

/** The year of a row: that of a day in a column, or of the end of its statement's window. */
export type YearOf = { readonly column: string } | 'window end';

/** A level of directories, by the name that it has there: `account=U1000001/year=2024`. */
export interface Levels {
  readonly account?: { readonly name: string; readonly column: string };
  readonly year?: { readonly name: string; readonly of: YearOf };
}

export interface TableShape {
  /** Of the Delta table. */
  readonly id: string;
  readonly doc: string;
  readonly columns: readonly ShapeColumn[];
  /** What no two rows have in common; empty where rows have no key. */
  readonly key: readonly string[];
  readonly levels: Levels;
  /** The day by which rows are sorted, and files tell what they hold. */
  readonly day?: string;
}

/** Rows that are in hand for the time of a call, and are no part of a dataset. */
export const UNKEPT_ROWS: ReadonlySet<string> = new Set(['flexetl_locks']);

/** Tables that are read as a whole when a dataset is opened. */
export const isLedger = (table: string): boolean => table.startsWith('flexetl_');

/** What the working copy has by now: its tables, with their keys. */
export interface FoundTable {
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly ShapeColumn[];
  readonly key: readonly string[];
}

/** @param names of tables of the schema `main` */
export async function findTables(
  engine: Pick<SqlEngine, 'rows'>,
  names: Iterable<string>,
): Promise<FoundTable[]> {
  const list = [...names].map((name) => `'${name.replaceAll("'", "''")}'`).join(', ');
  if (list === '') return [];
  const ours = `database_name = current_database() AND schema_name = 'main' AND table_name IN (${list})`;
  const columns = await engine.rows(
    `SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()
     WHERE ${ours} ORDER BY table_name, column_index`,
  );
  const keys = await engine.rows(
    `SELECT table_name, array_to_string(constraint_column_names, chr(31)) AS names
     FROM duckdb_constraints() WHERE ${ours} AND constraint_type IN ('PRIMARY KEY', 'UNIQUE')`,
  );
  const docs = await engine.rows(`SELECT table_name, comment FROM duckdb_tables() WHERE ${ours}`);
  return docs.map(({ table_name: name, comment }) => ({
    name: name!,
    doc: comment ?? '',
    columns: columns
      .filter((row) => row['table_name'] === name)
      .map((row) => ({
        name: row['column_name']!,
        type: row['data_type']!,
        nullable: row['is_nullable'] === 'true',
        doc: row['comment'] ?? '',
      })),
    key: keys.find((row) => row['table_name'] === name)?.['names']?.split('\u001f') ?? [],
  }));
}

/** The shape of a table that is new in the dataset. */
export function newShape(found: FoundTable, element: RowElement | undefined): TableShape {
  const { doc, columns, key } = found;
  const { day, ...levels } = element === undefined ? ledgerLevels(found) : rowLevels(element);
  const taken = new Set(columns.map(({ name }) => name));
  const free = (name: string): string => (taken.has(name) ? `partition_${name}` : name);
  return {
    id: randomUUID(),
    doc,
    columns,
    key,
    levels: {
      ...(levels.account && { account: { name: free('account'), column: levels.account } }),
      ...(levels.year && { year: { name: free('year'), of: levels.year } }),
    },
    ...(day === undefined ? {} : { day }),
  };
}

interface RowLevels {
  readonly account?: string;
  readonly year?: YearOf;
  readonly day?: string;
}

/** The year of an event is that of its report date, of all else that of the window's end. */
function rowLevels(element: RowElement): RowLevels {
  const { grain, ofAccount, columns, date } = element;
  const account = ofAccount ? { account: 'account_id' } : {};
  const placed = columns.find(({ attribute }) => attribute === date)?.name;
  const shown = placed ?? columns.find(({ attribute }) => attribute === 'reportDate')?.name;
  const day = shown === undefined ? {} : { day: shown };
  if (grain === 'event' && placed !== undefined)
    return { ...account, ...day, year: { column: placed } };
  return grain === 'reference'
    ? { ...account, ...day }
    : { ...account, ...day, year: 'window end' };
}

function ledgerLevels({ columns }: FoundTable): RowLevels {
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  const account = has('account_id') ? { account: 'account_id' } : {};
  const year = has('window_to') ? { year: { column: 'window_to' }, day: 'window_to' } : {};
  return { ...account, ...year };
}

/** The shape with columns that it lacked; undefined where it has them all. */
export function widened(shape: TableShape, found: FoundTable): TableShape | undefined {
  const have = new Set(shape.columns.map(({ name }) => name));
  const more = found.columns.filter(({ name }) => !have.has(name));
  return more.length === 0 ? undefined : { ...shape, columns: [...shape.columns, ...more] };
}

/** @param table as it stands in SQL */
export function createShapeSql(table: string, { columns, key }: TableShape): string {
  const lines = columns.map(
    ({ name, type, nullable }) => `${quote(name)} ${type}${nullable ? '' : ' NOT NULL'}`,
  );
  if (key.length > 0) lines.push(`UNIQUE (${key.map(quote).join(', ')})`);
  return `CREATE TABLE ${table} (${lines.join(', ')})`;
}

/** Types that not every reader of Parquet has: as text there. */
const AS_TEXT: ReadonlySet<string> = new Set(['TIME', 'JSON']);

/** Select list: the columns of a table as a file has them. */
export function toFile({ columns }: TableShape, alias: string): string {
  return columns
    .map(({ name, type }) => {
      const value = `${alias}.${quote(name)}`;
      return AS_TEXT.has(type) ? `CAST(${value} AS VARCHAR) AS ${quote(name)}` : value;
    })
    .join(', ');
}

/** Select list: the columns of a file as a table has them. @param has the columns that the file has */
export function fromFile({ columns }: TableShape, has: number): string {
  return columns
    .map(({ name, type }, index) => {
      if (index >= has) return `CAST(NULL AS ${type}) AS ${quote(name)}`;
      return AS_TEXT.has(type) ? `CAST(${quote(name)} AS ${type}) AS ${quote(name)}` : quote(name);
    })
    .join(', ');
}
