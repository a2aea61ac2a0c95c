/**
 * The keys of rows as SQL: two rows of one key, and the keys of rows that mode append keeps, of
 * which the statement is a part. By that they are told from rows that were merged.
 */
import { STATEMENTS_TABLE, type RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { keyColumns } from '../../../catalog/table-columns.js';
import type { SqlEngine, Staged } from '../engine.js';
import { partOfRow } from '../ledger/coverage-key.js';

/**
 * Select list: the columns of a key.
 * @param keys their names, not quoted: see keyColumns
 */
export function keyOf(keys: readonly string[], alias: string): string {
  return keys.map((name) => `${alias}.${quote(name)}`).join(', ');
}

/** Condition: two rows have one key. @param left alias of one, `right` of the other */
export function sameKey(keys: readonly string[], left: string, right: string): string {
  return keys.map((name) => `${left}.${quote(name)} = ${right}.${quote(name)}`).join(' AND ');
}

/** Whether the newest row of each key stands, whatever the windows: facts that statements share. */
export function isMergedByKey({ grain, table }: RowElement): boolean {
  return grain === 'reference' && table !== STATEMENTS_TABLE;
}

/**
 * Condition: the table of an element holds the key of a row by a newer statement.
 * @param alias of a relation with the columns of the key, and `_rank`
 * @param target stands for the table, where that is not it
 */
export function heldByNewer(
  { schema }: Pick<SqlEngine, 'schema'>,
  element: RowElement,
  alias: string,
  target = `${schema}.${quote(element.table)}`,
): string {
  return `EXISTS (SELECT 1 FROM ${target} t
    JOIN ${schema}.flexetl_coverage c ON c.statement_id = t._statement_id
      AND c.table_name = ${partOfRow(element, 't')} AND c.mode = 'merge'
    WHERE ${sameKey(keyColumns(element), 't', alias)} AND c.rank > ${alias}."_rank")`;
}

/**
 * The staged rows as mode append has them: with the statement in their key, so that
 * every statement's rows stand. The statements themselves are told apart as they are.
 */
export function appended(element: RowElement, { relation, columns }: Staged): string {
  const select = columns.map((name) =>
    name === '_row_key' && element.table !== STATEMENTS_TABLE
      ? `a._statement_id || '/' || a._row_key AS _row_key`
      : `a.${quote(name)}`,
  );
  return `(SELECT ${select.join(', ')}, a."_place" FROM ${relation} a)`;
}

/** The same for rows that are not staged: what stands before their keys. */
export function beforeAppended({ table }: RowElement, statementId: string): string {
  return table === STATEMENTS_TABLE ? '' : `${statementId}/`;
}

/** Whether a row was put there side by side. */
export function isAppended(alias: string): string {
  const id = `${alias}._statement_id`;
  return `substr(${alias}._row_key, 1, length(${id}) + 1) = ${id} || '/'`;
}
