/**
 * What a Postgres schema holds, in a form that two loads of the same files have in common: all
 * rows of all tables, ledger included, without the ids and times of the load, and without the turns
 * that were taken.
 */
import type { FreshDatabase } from '../postgres/database.js';

/** What differs from load to load, by name, whatever the table. */
const OF_THE_LOAD = [
  '_load_id',
  'load_id',
  'started_at',
  'finished_at',
  'applied_at',
  'holder',
  'input',
];
/** Counts depend on what was there before: the same files in another order count otherwise. */
const OF_THE_ORDER = ['tables'];

/** The digest of the rows of each table, or of none where the schema is not there. */
export type Stored = Readonly<Record<string, string>>;

export async function storedIn(
  database: FreshDatabase,
  { schema = 'flex', orderMatters = true } = {},
): Promise<Stored> {
  const tables = await database.query(
    `SELECT format('%I.%I', schemaname, tablename) AS quoted, tablename AS name
     FROM pg_tables WHERE schemaname = $1 AND tablename <> 'flexetl_locks' ORDER BY tablename`,
    [schema],
  );
  if (tables.length === 0) return {};
  const left = [...OF_THE_LOAD, ...(orderMatters ? [] : OF_THE_ORDER)];
  const without = left.map((name) => ` - '${name}'`).join('');
  const digests = tables.map(
    ({ quoted, name }) =>
      `SELECT '${String(name)}' AS name, (SELECT count(*) || ' ' || coalesce(md5(string_agg(row, E'\\n' ORDER BY row)), '')
         FROM (SELECT (to_jsonb(t)${without})::text AS row FROM ${String(quoted)} t) r) AS digest`,
  );
  const rows = await database.query(digests.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, digest }) => [String(name), String(digest)]));
}

/** Number of rows of a table. */
export async function countOf(database: FreshDatabase, table: string): Promise<number> {
  const [row] = await database.query(`SELECT count(*)::int AS n FROM ${table}`);
  return Number(row?.['n']);
}
