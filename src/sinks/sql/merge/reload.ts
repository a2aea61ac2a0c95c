/**
 * Cleans up after a statement that is read again with other options. Its rows in the tables that it
 * still covers are merge.ts.
 */
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import type { InputFacts, Mode } from '../../sink.js';
import { parseVariant, readsAlike } from '../../variant.js';
import { dropTemporary, makeTemporary, type SqlEngine } from '../engine.js';
import { OUTSIDE, partOfRow, tableOf } from '../ledger/coverage-key.js';
import { sameWindow } from './deciders.js';
import { isAppended } from './keys.js';
import { INCOMING_COVERAGE } from './spoken.js';

const ORPHANED = 'flexetl_orphaned';

/**
 * Removes rows from tables that a statement of this input covered before and no longer covers: the
 * catalogue has another place for them now. Rows outside of sections are removed only if the window
 * is read as another one, which is in their key. Only for an input that is read whole; one with
 * selected sections says nothing of the others.
 * @param exists whether the schema has a table
 * @returns by table, how many rows were removed
 */
export async function deleteOrphanedRows(
  engine: SqlEngine,
  mode: Mode,
  exists: (table: string) => boolean,
): Promise<Map<string, number>> {
  const { schema } = engine;
  const same = ['account_id', 'query', 'statement_id', 'mode'];
  const sameStatement = same.map((name) => `n.${name} = c.${name}`).join(' AND ');
  await makeTemporary(
    engine,
    ORPHANED,
    `SELECT c.account_id, c.query, c.table_name, c.statement_id, c.mode
     FROM ${schema}.flexetl_coverage c
     WHERE EXISTS (SELECT 1 FROM ${INCOMING_COVERAGE} n WHERE ${sameStatement}
         AND (c.table_name <> '${OUTSIDE}' OR NOT ${sameWindow('n', 'c')}))
       AND (c.table_name = '${OUTSIDE}' OR NOT EXISTS (SELECT 1 FROM ${INCOMING_COVERAGE} n
         WHERE ${sameStatement} AND n.table_name = c.table_name))`,
  );
  const rows = await engine.rows(`SELECT DISTINCT table_name FROM ${ORPHANED} ORDER BY table_name`);
  const deleted = new Map<string, number>();
  for (const table of new Set(rows.map((row) => tableOf(row['table_name']!)))) {
    if (!exists(table)) continue;
    const count = await engine.run(
      `DELETE FROM ${schema}.${quote(table)} AS t USING ${ORPHANED} f
       WHERE ${mode === 'append' ? '' : 'NOT '}(${isAppended('t')})
         AND f.table_name = ${partOfRow({ table }, 't')} AND f.statement_id = t._statement_id
         AND f.query = t._query`,
    );
    deleted.set(table, count);
  }
  if (rows.length > 0) {
    const key = [...same, 'table_name'].map((name) => `f.${name} = c.${name}`).join(' AND ');
    await engine.run(
      `DELETE FROM ${schema}.flexetl_coverage AS c
       WHERE EXISTS (SELECT 1 FROM ${ORPHANED} f WHERE ${key})`,
    );
  }
  await dropTemporary(engine, ORPHANED);
  return deleted;
}

/**
 * Forgets loads that brought a statement of this input with other options: the rows are now as this
 * input reads them, so those inputs are no longer completely there.
 */
export async function invalidateOtherVariants(engine: SqlEngine, input: InputFacts): Promise<void> {
  const { schema } = engine;
  const loads = await engine.rows(
    `SELECT DISTINCT sha256, variant FROM ${schema}.flexetl_load_statements
     WHERE statement_id IN (SELECT statement_id FROM ${INCOMING_COVERAGE})`,
  );
  const own = parseVariant(input.variant);
  for (const { sha256, variant } of loads as { sha256: string; variant: string }[]) {
    const other = parseVariant(variant);
    if (other.mode !== own.mode || readsAlike(other, own)) continue;
    for (const table of ['flexetl_loads', 'flexetl_load_statements']) {
      await engine.run(`DELETE FROM ${schema}.${table} WHERE sha256 = $1 AND variant = $2`, [
        sha256,
        variant,
      ]);
    }
  }
}
