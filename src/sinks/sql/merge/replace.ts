/**
 * Mode replace: empties the tables that an input speaks of, for the accounts it
 * speaks of, before the input is published. Only called within its transaction.
 */
import { STATEMENTS_TABLE } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { dropTemporary, makeTemporary, type SqlEngine } from '../engine.js';
import { isPartOf, tableOf } from '../ledger/coverage-key.js';
import { INCOMING_COVERAGE } from './spoken.js';

const GONE = 'flexetl_gone';

/**
 * Removes rows, their coverage, and the memory that their inputs were loaded:
 * those can be loaded again.
 * @param already `table account` pairs that this call has emptied before: what an
 *   earlier input of the same call brought stays; the new pairs are added
 * @param isShared whether the rows of a table are facts that belong to no account: rule 4
 * @returns how many rows went, by table
 */
export async function emptyForReplace(
  engine: SqlEngine,
  already: Set<string>,
  isShared: (table: string) => boolean,
): Promise<Map<string, number>> {
  const { schema } = engine;
  const deleted = new Map<string, number>();
  const pairs = await engine.rows(
    `SELECT DISTINCT table_name, account_id FROM ${INCOMING_COVERAGE} ORDER BY table_name, account_id`,
  );
  // Asked before anything goes: else it would depend on which account comes first.
  const saidByOthers = new Set<string>();
  for (const { table_name: part, account_id: account } of pairs) {
    const table = tableOf(part!);
    if (isShared(table) && (await othersSpeak(engine, table, account!))) {
      saidByOthers.add(`${table} ${account}`);
    }
  }
  for (const { table_name: part, account_id: account } of pairs) {
    const table = tableOf(part!);
    const pair = `${table} ${account}`;
    if (table === STATEMENTS_TABLE || already.has(pair)) continue;
    already.add(pair);
    if (saidByOthers.has(pair)) continue;
    const ofTable = isPartOf({ table }, 'table_name');
    await makeTemporary(
      engine,
      GONE,
      `SELECT DISTINCT statement_id FROM ${schema}.flexetl_coverage
       WHERE ${ofTable} AND account_id = ${quoteLiteral(account!)}`,
    );
    const count = await engine.run(
      `DELETE FROM ${schema}.${quote(table)} AS t USING ${GONE} g
       WHERE t._statement_id = g.statement_id`,
    );
    deleted.set(table, (deleted.get(table) ?? 0) + count);
    await engine.run(
      `DELETE FROM ${schema}.flexetl_coverage WHERE ${ofTable} AND account_id = $1`,
      [account!],
    );
    await engine.run(
      `DELETE FROM ${schema}.flexetl_removed WHERE table_name = ${quoteLiteral(table)}
         AND statement_id IN (SELECT statement_id FROM ${GONE})`,
    );
    await forgetLoads(engine);
  }
  await dropTemporary(engine, GONE);
  return deleted;
}

/**
 * Whether another account's statement has delivered facts of a table that belong to no account.
 * Only the last source of each fact is known: so all of them stay, and newer rows of the input
 * replace those with the same keys.
 */
async function othersSpeak(engine: SqlEngine, table: string, account: string): Promise<boolean> {
  const rows = await engine.rows(
    `SELECT 1 AS found FROM ${engine.schema}.flexetl_coverage
     WHERE ${isPartOf({ table }, 'table_name')} AND account_id <> $1 AND parsed > 0 LIMIT 1`,
    [account],
  );
  return rows.length > 0;
}

/** The inputs that held these statements are not wholly in the destination any more. */
async function forgetLoads(engine: SqlEngine): Promise<void> {
  const { schema } = engine;
  await engine.run(
    `DELETE FROM ${schema}.flexetl_loads WHERE EXISTS (
       SELECT 1 FROM ${schema}.flexetl_load_statements l JOIN ${GONE} g
         ON g.statement_id = l.statement_id
       WHERE l.sha256 = flexetl_loads.sha256 AND l.variant = flexetl_loads.variant)`,
  );
  // With all of their statements, so that they can be recorded anew.
  await engine.run(
    `DELETE FROM ${schema}.flexetl_load_statements AS l WHERE NOT EXISTS (
       SELECT 1 FROM ${schema}.flexetl_loads o WHERE o.sha256 = l.sha256 AND o.variant = l.variant)`,
  );
}
