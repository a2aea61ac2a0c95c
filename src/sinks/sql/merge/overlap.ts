/**
 * Queries are separate sources: refuses an input that brings what another query
 * has already delivered, so that nothing is counted twice by accident.
 */
import { STATEMENTS_TABLE, UNMAPPED_TABLE } from '../../../catalog/section.js';
import { FlexError } from '../../../errors.js';
import type { SqlEngine } from '../engine.js';
import { INCOMING_COVERAGE } from './spoken.js';
import { isPartOf } from '../ledger/coverage-key.js';

const UNMAPPED = { table: UNMAPPED_TABLE };

/** How many overlaps a message names. */
const NAMED = 3;

/**
 * Rows of one element and account overlap by day (events), by the end of their
 * windows (snapshots) or by their windows. A statement without rows of the
 * element has delivered none. Where a window is unknown, it may be any.
 * @throws FlexError FLEX_QUERY_OVERLAP
 */
export async function refuseOverlap(engine: SqlEngine): Promise<void> {
  const rows = await engine.rows(
    `SELECT n.table_name, n.account_id, n.query AS new_query, c.query AS old_query,
       CAST(min(c.window_from) AS text) AS first_day, CAST(max(c.window_to) AS text) AS last_day
     FROM ${INCOMING_COVERAGE} n
     JOIN ${engine.schema}.flexetl_coverage c
       ON c.account_id = n.account_id AND c.table_name = n.table_name
      AND c.query <> n.query AND c.mode = 'merge'
     WHERE n.parsed > 0 AND c.parsed > 0 AND n.grain <> 'reference'
       AND n.table_name <> '${STATEMENTS_TABLE}' AND NOT (${isPartOf(UNMAPPED, 'n.table_name')})
       AND coalesce(CASE n.grain
         WHEN 'snapshot' THEN c.window_to = n.window_to
         WHEN 'window' THEN c.window_to = n.window_to AND c.window_from = n.window_from
         ELSE c.window_from <= n.window_to AND c.window_to >= n.window_from END, TRUE)
     GROUP BY n.table_name, n.account_id, n.query, c.query
     ORDER BY n.table_name, n.account_id, c.query`,
  );
  if (rows.length === 0) return;
  const named = rows
    .slice(0, NAMED)
    .map(
      (row) =>
        `${row['table_name']} of ${row['account_id']} between ${row['first_day']} and ${row['last_day']} from query "${row['old_query']}"`,
    );
  const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : '';
  const query = rows[0]!['new_query'];
  throw new FlexError(
    'FLEX_QUERY_OVERLAP',
    `The file is from query "${query}", but the destination already has these days from another query: ${named.join('; ')}${more}.`,
    {
      advice:
        'If both queries select the same data, load with --as-query and the name of the first; to keep them apart, use another ?schema= or --allow-overlap.',
    },
  );
}
