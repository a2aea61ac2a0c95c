/**
 * Rows of mode append: every statement's rows stand, so the statement is part of
 * their key, and by that they are told from rows that were merged.
 */
import { quoteIdentifier as quote } from '../../../catalog/formats/create-table.js';
import { STATEMENTS_TABLE, type RowElement } from '../../../catalog/section.js';
import type { Staged } from '../engine.js';

/**
 * The staged rows as mode append has them: with the statement in their key, so that
 * every statement's rows stand. The statements themselves are told apart as they are.
 */
export function sideBySide(element: RowElement, { relation, columns }: Staged): string {
  const select = columns.map((name) =>
    name === '_row_key' && element.table !== STATEMENTS_TABLE
      ? `a._statement_id || '/' || a._row_key AS _row_key`
      : `a.${quote(name)}`,
  );
  return `(SELECT ${select.join(', ')}, a."_place" FROM ${relation} a)`;
}

/** Whether a row was put there side by side. */
export function isAppended(alias: string): string {
  const id = `${alias}._statement_id`;
  return `substr(${alias}._row_key, 1, length(${id}) + 1) = ${id} || '/'`;
}
