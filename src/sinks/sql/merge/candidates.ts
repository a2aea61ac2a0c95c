/**
 * Which tables must be merged at all: if nothing competes with the input, its rows go directly into
 * the table. How rows are published is publish-table.ts.
 */
import type { Catalog } from '../../../catalog/catalog.js';
import type { SqlEngine } from '../engine.js';
import { knownSections, tableOf } from '../ledger/coverage-key.js';
import { mayCoverByGrain, sameWindow } from './deciders.js';
import { INCOMING_COVERAGE } from './spoken.js';

/**
 * The tables of which a statement of this input has spoken in an earlier load. It
 * may have been read in another way then (zone, catalogue), and so with other keys.
 * Asked before the coverage of this input is recorded.
 */
export async function repeatedTables(engine: SqlEngine): Promise<Set<string>> {
  const rows = await engine.rows(
    `SELECT DISTINCT n.table_name FROM ${INCOMING_COVERAGE} n
     JOIN ${engine.schema}.flexetl_coverage c
       ON c.account_id = n.account_id AND c.query = n.query AND c.table_name = n.table_name
      AND c.mode = n.mode AND c.statement_id = n.statement_id`,
  );
  return new Set(rows.map((row) => tableOf(row['table_name']!)));
}

/**
 * The tables for which another statement of the same account and query may decide about rows
 * of this input, or the other way round, and those of which a newer statement's rows have been
 * removed. Only for these, and for reference tables, must rows be weighed against each other; for
 * the others it is enough to insert, and nothing at all is done where the input has no rows.
 */
export async function tablesToMerge(engine: SqlEngine): Promise<Set<string>> {
  const rows = await engine.rows(
    `SELECT DISTINCT n.table_name FROM ${INCOMING_COVERAGE} n
     JOIN ${engine.schema}.flexetl_coverage c
       ON c.account_id = n.account_id AND c.query = n.query AND c.table_name = n.table_name
      AND c.mode = 'merge' AND c.statement_id <> n.statement_id
     WHERE ${mayCoverByGrain('n', 'c')} OR ${mayCoverByGrain('c', 'n')}
     UNION
     SELECT DISTINCT n.table_name FROM ${INCOMING_COVERAGE} n
     JOIN ${engine.schema}.flexetl_removed r
       ON r.query = n.query AND r.table_name = n.table_name AND r.rank > n.rank`,
  );
  return new Set(rows.map((row) => tableOf(row['table_name']!)));
}

/**
 * Whether unmapped rows of a known section conflict with another statement of the same window: this
 * input has such rows in a section of that statement, or that one in a section of this input. Only
 * asked if there are unmapped rows at all.
 */
export async function unmappedRowsConflict(engine: SqlEngine, catalog: Catalog): Promise<boolean> {
  const own = 'n.account_id, n.query, n.statement_id, n.window_from, n.window_to';
  const known = knownSections(catalog);
  const rows = await engine.rows(
    `SELECT 1 AS found FROM (
       SELECT ${own}, k.part AS met FROM ${INCOMING_COVERAGE} n JOIN ${known} ON k.table_name = n.table_name
       UNION ALL
       SELECT ${own}, k.table_name AS met FROM ${INCOMING_COVERAGE} n JOIN ${known} ON k.part = n.table_name
     ) n
     JOIN ${engine.schema}.flexetl_coverage c
       ON c.account_id = n.account_id AND c.query = n.query AND c.table_name = n.met
      AND c.mode = 'merge' AND c.statement_id <> n.statement_id
     WHERE ${sameWindow('n', 'c')} LIMIT 1`,
  );
  return rows.length > 0;
}
