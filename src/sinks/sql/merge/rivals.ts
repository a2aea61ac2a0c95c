/**
 * Whether anything in a destination competes with a statement, before its rows are known: by its
 * account, query and window alone. A statement that is no rival by these is none by the rules of
 * deciders.ts either, whatever the tables; one that is may turn out not to be.
 */
import { quoteLiteral } from '../../../catalog/sql.js';
import { STATEMENTS_TABLE } from '../../../catalog/section.js';
import type { Statement } from '../../../parser/statement.js';
import { rankOf } from './spoken.js';

export type Rivals =
  | 'none'
  /** Only of other queries: nothing to merge, but the rows may be there under another name. */
  | 'of other queries'
  | 'some';

/** Query of a row, where a statement has been published, in whatever mode: its own row is the same in all. */
export function knownQuery(schema: string, { id }: Statement): string {
  return `SELECT 1 AS found FROM ${schema}.flexetl_coverage c
    WHERE c.statement_id = ${quoteLiteral(id)} AND c.table_name = '${STATEMENTS_TABLE}' LIMIT 1`;
}

/**
 * Query of the rivals of a statement, for rivalsIn. Every statement has spoken of the table of the
 * statements, so that a row each is looked at.
 * @returns undefined of an unknown window, which may compete with any
 */
export function rivalsQuery(schema: string, statement: Statement): string | undefined {
  const { account, query, from, to } = statement;
  if (from === null || to === null) return undefined;
  const of = `c.account_id = ${quoteLiteral(account)} AND c.table_name = '${STATEMENTS_TABLE}'`;
  const coverage = `${schema}.flexetl_coverage c`;
  return `SELECT DISTINCT r.query = ${quoteLiteral(query)} AS same FROM (
      SELECT c.query FROM ${coverage} WHERE ${of} AND c.window_to >= DATE '${from}'
        AND coalesce(c.window_from <= DATE '${to}', TRUE)
      UNION ALL
      SELECT c.query FROM ${coverage} WHERE ${of} AND c.window_to IS NULL
      UNION ALL
      (SELECT d.query FROM ${schema}.flexetl_removed d
       WHERE d.query = ${quoteLiteral(query)} AND d.rank > ${quoteLiteral(rankOf(statement))}
       LIMIT 1)) r`;
}

/** @param rows the answer to rivalsQuery */
export function rivalsIn(rows: readonly (readonly (string | null)[])[]): Rivals {
  if (rows.length === 0) return 'none';
  return rows.every(([same]) => same === 'f') ? 'of other queries' : 'some';
}
