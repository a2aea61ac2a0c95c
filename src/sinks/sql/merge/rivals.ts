/**
 * Whether anything in a destination competes with a statement, before its rows are known: by its
 * account, query and window alone. A statement that is no rival by these is none by the rules of
 * deciders.ts either, whatever the tables; one that is may turn out not to be.
 */
import { quoteLiteral } from '../../../catalog/sql.js';
import { STATEMENTS_TABLE } from '../../../catalog/section.js';
import type { Statement } from '../../../parser/statement.js';
import type { SqlEngine } from '../engine.js';
import { rankOf } from './spoken.js';

export type Rivals =
  | 'none'
  /** Only of other queries: nothing to merge, but the rows may be there under another name. */
  | 'of other queries'
  | 'some';

/** Whether a statement has been published before, in whatever mode: its own row is the same in all. */
export async function isKnown(
  engine: Pick<SqlEngine, 'schema' | 'rows'>,
  { id }: Statement,
): Promise<boolean> {
  const found = await engine.rows(
    `SELECT 1 AS found FROM ${engine.schema}.flexetl_coverage c
     WHERE c.statement_id = ${quoteLiteral(id)} AND c.table_name = '${STATEMENTS_TABLE}' LIMIT 1`,
  );
  return found.length > 0;
}

/**
 * Every statement has spoken of the table of the statements, so that a row each is looked at. One
 * of an unknown window may compete with any.
 */
export async function rivalsOf(
  engine: Pick<SqlEngine, 'schema' | 'rows'>,
  statement: Statement,
): Promise<Rivals> {
  const { schema } = engine;
  const { account, query, from, to } = statement;
  if (from === null || to === null) return 'some';
  const of = `c.account_id = ${quoteLiteral(account)} AND c.table_name = '${STATEMENTS_TABLE}'`;
  const coverage = `${schema}.flexetl_coverage c`;
  const found = await engine.rows(
    `SELECT DISTINCT r.query = ${quoteLiteral(query)} AS same FROM (
       SELECT c.query FROM ${coverage} WHERE ${of} AND c.window_to >= DATE '${from}'
         AND coalesce(c.window_from <= DATE '${to}', TRUE)
       UNION ALL
       SELECT c.query FROM ${coverage} WHERE ${of} AND c.window_to IS NULL
       UNION ALL
       (SELECT d.query FROM ${schema}.flexetl_removed d
        WHERE d.query = ${quoteLiteral(query)} AND d.rank > ${quoteLiteral(rankOf(statement))}
        LIMIT 1)) r`,
  );
  if (found.length === 0) return 'none';
  return found.every(({ same }) => same === 'f') ? 'of other queries' : 'some';
}
