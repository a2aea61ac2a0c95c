/**
 * The rows that several inputs add to the ledger in one transaction, a statement of SQL for each
 * table. Those of one input, which claims its place first, are loads.ts.
 */
import type { SqlEngine, SqlValue } from '../engine.js';
import { insertRows } from './insert-rows.js';
import { loadValues, recordFindings, type LoadRecord } from './loads.js';

const LOAD_TYPES = [
  ...['text', 'text', 'text', 'text', 'bigint', 'text', 'text', 'text', 'text'],
  ...['timestamptz', 'timestamptz', 'bigint', 'bigint', 'text', 'bigint', 'text'],
];

/**
 * Writes what became of the inputs, with their statements, problems and drift.
 * @throws FlexError FLEX_DEST_CONFLICT where one of them is loaded already
 */
export async function recordLoads(
  engine: SqlEngine,
  records: readonly LoadRecord[],
): Promise<void> {
  const { schema } = engine;
  const now = new Date();
  await insertRows(
    engine,
    `${schema}.flexetl_loads`,
    LOAD_TYPES,
    records.map((record) =>
      loadValues(record, now, JSON.stringify(Object.fromEntries(record.tables))),
    ),
  );
  await insertRows(
    engine,
    `${schema}.flexetl_load_statements`,
    ['text', 'text', 'text'],
    records.flatMap(({ input: { sha256, variant }, report }) =>
      [...report.statements].map(({ id }): SqlValue[] => [sha256, variant, id]),
    ),
  );
  await recordFindings(engine, records);
}
