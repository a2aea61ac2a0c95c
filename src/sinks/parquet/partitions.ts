/**
 * The directories of a table, `account=U1000001/year=2024`: which one a row belongs to, as SQL, and
 * how a name that a file system or a reader could trip over is written. What a table's levels are
 * is table-shape.ts.
 */
import { createHash } from 'node:crypto';
import { quoteIdentifier as quote, quoteLiteral } from '../../catalog/sql.js';
import { dropTemporary, makeTemporary, type SqlEngine } from '../sql/engine.js';
import type { DataFile } from './dataset-log.js';
import type { TableShape } from './table-shape.js';

/** The year of a row that has no day, and of a statement without a window. */
export const UNDATED = 'undated';

/** One directory: NULL in SQL where the table has no such level. */
export interface Partition {
  readonly account?: string;
  readonly year?: string;
}

export const partitionName = ({ account, year }: Partition): string =>
  JSON.stringify([account ?? null, year ?? null]);

/** Temporary: of each table and statement, its account, and the end of its window. */
const OWNERS = 'flexetl_owners';

/** Makes what `fromOwned` joins. The parts of unmapped rows are one table. */
export async function makeOwners(engine: SqlEngine): Promise<void> {
  await makeTemporary(
    engine,
    OWNERS,
    `SELECT split_part(table_name, '/', 1) AS table_name, statement_id,
       any_value(account_id) AS owner, max(window_to) AS window_to
     FROM ${engine.schema}.flexetl_coverage GROUP BY 1, 2`,
  );
}

export async function dropOwners(engine: SqlEngine): Promise<void> {
  await dropTemporary(engine, OWNERS);
}

const hasStatements = ({ columns }: TableShape): boolean =>
  columns.some(({ name }) => name === '_statement_id');

/** FROM of rows `t`, joined with what is known of their statements. @param relation of the rows */
export function fromOwned(table: string, shape: TableShape, relation: string): string {
  if (!hasStatements(shape)) return `${relation} t`;
  return `${relation} t LEFT JOIN ${OWNERS} o
    ON o.table_name = ${quoteLiteral(table)} AND o.statement_id = t._statement_id`;
}

/** SQL of the account of a row, in `fromOwned`. */
export function accountSql({ levels: { account } }: TableShape): string {
  return account === undefined ? 'CAST(NULL AS VARCHAR)' : `t.${quote(account.column)}`;
}

/** SQL of the year of a row. */
export function yearSql({ levels: { year } }: TableShape): string {
  if (year === undefined) return 'CAST(NULL AS VARCHAR)';
  const day = year.of === 'window end' ? 'o.window_to' : `t.${quote(year.of.column)}`;
  return `coalesce(printf('%04d', year(${day})), '${UNDATED}')`;
}

/** SQL of the account of a row's statement, where it is another one. */
export function ownerSql(shape: TableShape): string {
  if (!hasStatements(shape) || shape.levels.account === undefined) return 'CAST(NULL AS VARCHAR)';
  return `CASE WHEN o.owner <> ${accountSql(shape)} THEN o.owner END`;
}

/** Condition: a row is of the partition. */
export function isIn(shape: TableShape, { account, year }: Partition): string {
  return [
    ...(account === undefined ? [] : [`${accountSql(shape)} = ${quoteLiteral(account)}`]),
    ...(year === undefined ? [] : [`${yearSql(shape)} = ${quoteLiteral(year)}`]),
    'TRUE',
  ].join(' AND ');
}

/** The years in which rows of these days lie: of a time of day, the neighbouring ones, too. */
export function mayHold(
  shape: TableShape,
  file: DataFile,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): boolean {
  const { year } = file;
  if (year === undefined || year === UNDATED || from === null || to === null) return true;
  const { of } = shape.levels.year!;
  const column =
    of === 'window end' ? undefined : shape.columns.find(({ name }) => name === of.column);
  const slack = column === undefined || column.type === 'DATE' ? 0 : 1;
  const number = Number(year);
  return number >= yearOf(from) - slack && number <= yearOf(to) + slack;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** What Hive and Spark encode in the name of a partition, and what else a file system refuses. */
const UNSAFE = /[\p{Cc}"#%'*/:=?\\{}[\]^<>| ]|\.$/gu;
/** Bytes of a name; a file system bounds them at 255, with what stands before it. */
const MOST_BYTES = 200;
/** What Hive calls a partition without a value. */
const NOTHING = '__HIVE_DEFAULT_PARTITION__';

/** The directory of a partition, '' for a table without levels; ends in a slash otherwise. */
export function folderOf({ levels }: TableShape, partition: Partition): string {
  const parts = [
    ...(levels.account ? [`${levels.account.name}=${encode(partition.account ?? '')}`] : []),
    ...(levels.year ? [`${levels.year.name}=${encode(partition.year ?? UNDATED)}`] : []),
  ];
  return parts.map((part) => `${part}/`).join('');
}

/** A name that is too long is its beginning and a digest; the log and the rows have it whole. */
export function encode(value: string): string {
  if (value === '') return NOTHING;
  const encoded = value.replaceAll(UNSAFE, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
  if (Buffer.byteLength(encoded) <= MOST_BYTES) return encoded;
  const digest = createHash('sha256').update(value).digest('hex').slice(0, 32);
  return `${value.slice(0, 32).replaceAll(/[^\w.-]/g, '_')}~${digest}`;
}
