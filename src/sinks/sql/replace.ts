/**
 * Mode replace: empties the tables that an input speaks of, for the accounts it
 * speaks of, before the input is published. Only called within its transaction.
 */
import { quoteIdentifier as quote } from '../../catalog/ddl.js';
import { STATEMENTS_TABLE } from '../../catalog/section.js';
import type { SqlEngine } from './engine.js';
import { NOW } from './ledger.js';
import { isPartOf, tableOf } from './parts.js';
import { dropTemporary, makeTemporary } from './temporary.js';

const GONE = 'flexetl_gone';

/**
 * Removes rows, their coverage, and the memory that their inputs were loaded:
 * those can be loaded again.
 * @param already `table account` pairs that this call has emptied before: what an
 *   earlier input of the same call brought stays; the new pairs are added
 * @returns how many rows went, by table
 */
export async function emptyForReplace(
  engine: SqlEngine,
  already: Set<string>,
): Promise<Map<string, number>> {
  const { schema } = engine;
  const deleted = new Map<string, number>();
  const pairs = await engine.rows(
    `SELECT DISTINCT table_name, account_id FROM ${NOW} ORDER BY table_name, account_id`,
  );
  for (const { table_name: part, account_id: account } of pairs) {
    const table = tableOf(part!);
    const pair = `${table} ${account}`;
    if (table === STATEMENTS_TABLE || already.has(pair)) continue;
    already.add(pair);
    const ofTable = isPartOf({ table }, 'table_name');
    await makeTemporary(
      engine,
      GONE,
      `SELECT statement_id FROM ${schema}.flexetl_coverage
       WHERE ${ofTable} AND account_id = ${literal(account!)}`,
    );
    const count = await engine.run(
      `DELETE FROM ${schema}.${quote(table)} WHERE _statement_id IN (SELECT statement_id FROM ${GONE})`,
    );
    deleted.set(table, (deleted.get(table) ?? 0) + count);
    await engine.run(
      `DELETE FROM ${schema}.flexetl_coverage WHERE ${ofTable} AND account_id = $1`,
      [account!],
    );
    await forgetLoads(engine);
  }
  await dropTemporary(engine, GONE);
  return deleted;
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

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
