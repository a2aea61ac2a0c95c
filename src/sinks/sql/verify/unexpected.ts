/**
 * Rows that stand in a table in the name of the file's statements, and which of them are no
 * business of the file. Counted by statement and part, for the database may spread the table over
 * servers: it is joined with the statements alone, and what follows is asked beside it.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { keyColumns } from '../../../catalog/table-columns.js';
import { makeTemporary, Scratch, type SqlEngine } from '../engine.js';
import { OUTSIDE, partOfRow, sectionOfRow } from '../ledger/coverage-key.js';

/** Temporary: all statements of the file that were loaded. */
export const STATEMENTS = 'flexetl_said_ids';

/** Temporary: rows of the file's statements that tables have, counted by statement and part. */
export const FOUND = 'flexetl_found';
export const FOUND_COLUMNS = {
  ...{ table_name: 'text', statement_id: 'text', part: 'text', n: 'bigint' },
};

/** A table of which no row must be there. */
interface Counted {
  countFound(): string;
  isOfFile(alias: string): string;
}

/** How many rows of each table are there, none of which must be, asked at once. */
export async function countUnexpected(
  engine: SqlEngine,
  comparisons: readonly Counted[],
): Promise<Map<string, number>> {
  const [first] = comparisons;
  if (first === undefined) return new Map();
  const scratch = new Scratch(engine);
  const counts = comparisons.map((each) => each.countFound());
  const found = await scratch.hold(FOUND, FOUND_COLUMNS, counts.join(' UNION ALL '));
  if (found === undefined) return new Map();
  const rows = await engine.rows(
    `SELECT f.table_name, sum(f.n) AS n FROM ${found} f WHERE ${first.isOfFile('f')}
     GROUP BY f.table_name`,
  );
  await scratch.clear();
  return new Map(rows.map((row) => [row['table_name']!, Number(row['n'])]));
}

/** Makes the list of the statements. @param said relations of what they spoke of */
export async function listStatements(engine: SqlEngine, said: readonly string[]): Promise<void> {
  const all = said.map((each) => `SELECT statement_id FROM ${each}`).join(' UNION ');
  await makeTemporary(engine, STATEMENTS, all);
  await engine.analyze(STATEMENTS, ['statement_id']);
}

/** Query: how many rows of a table are in the name of each statement, by part. */
export function countByStatement(element: RowElement, target: string): string {
  return `SELECT ${quoteLiteral(element.table)} AS table_name, t._statement_id AS statement_id,
      ${partOfRow(element, 't')} AS part, count(*) AS n
    FROM ${target} t JOIN ${STATEMENTS} o ON o.statement_id = t._statement_id
    GROUP BY ${byStatement(element, 't')}`;
}

/** What rows are grouped by for that: a statement, and what tells the part. */
export function byStatement(element: RowElement, alias: string): string {
  const section = sectionOfRow(element, alias) === undefined ? '' : `, ${alias}.section`;
  return `${alias}._statement_id${section}`;
}

/** Query: the keys of these rows, with what names them, and their part. */
export function rowsByStatement(element: RowElement, target: string): string {
  const names = new Set([...keyColumns(element), '_query', '_row_key', '_statement_id']);
  const columns = [...names].map((name) => `t.${quote(name)}`).join(', ');
  return `SELECT ${columns}, t._statement_id AS statement_id, ${partOfRow(element, 't')} AS part
    FROM ${target} t JOIN ${STATEMENTS} o ON o.statement_id = t._statement_id`;
}

/**
 * Condition: rows of the statement and part of `alias` are the file's business. What is not spoken
 * of in the way in which the file is read now may have been loaded in another way: then the ledger
 * says so. What stands outside of a statement may be of another file that has the same one.
 */
export function isOfFile(engine: SqlEngine, said: readonly string[], alias: string): string {
  const same = (other: string): string =>
    `${other}.statement_id = ${alias}.statement_id AND ${other}.table_name = ${alias}.part`;
  const spoken = said.map((each) => `EXISTS (SELECT 1 FROM ${each} n WHERE ${same('n')})`);
  const recorded = `EXISTS (SELECT 1 FROM ${engine.schema}.flexetl_coverage c WHERE ${same('c')})`;
  return `${alias}.part <> '${OUTSIDE}' AND (${spoken.join(' OR ')} OR NOT ${recorded})`;
}
