/**
 * Refuses an input whose events without a report date can neither be matched with those of another
 * statement nor be decided about, so that no event is duplicated or lost by a guess: rule 1. Asked
 * when the coverage of the input is recorded.
 */
import { portalName } from '../../../catalog/portal.js';
import { FlexError } from '../../../errors.js';
import type { SinkOptions } from '../../sink.js';
import type { SqlEngine } from '../engine.js';
import { isWithin } from './deciders.js';
import { INCOMING_COVERAGE } from './spoken.js';

/** How many overlaps a message names. */
const NAMED = 3;

/**
 * @throws FlexError FLEX_UNDATED_OVERLAP
 */
export async function refuseUndated(
  engine: SqlEngine,
  { catalog }: Pick<SinkOptions, 'catalog'>,
): Promise<void> {
  const coverage = `${engine.schema}.flexetl_coverage`;
  const pairs = [
    pairsOf(coverage, INCOMING_COVERAGE, coverage),
    pairsOf(INCOMING_COVERAGE, coverage, coverage),
  ];
  const rows = await engine.rows(`${pairs.join(' UNION ')} ORDER BY 1, 2, 3, 4, 5, 6`);
  const [first] = rows;
  if (first === undefined) return;
  const named = rows
    .slice(0, NAMED)
    .map(
      (row) =>
        `${row['table_name']} of ${row['account_id']}: the statement of ${row['old_from']} to ${row['old_to']} and the newer one of ${row['new_from']} to ${row['new_to']}`,
    );
  const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : '';
  const element = catalog.table(first['table_name']!)!;
  const section = portalName(element.section);
  const date = portalName(element.date ?? '');
  const key = element.keys.find((names) => !names.includes(element.date ?? ''));
  const orKey = key === undefined ? '' : ` (or ${key.map(portalName).join(' and ')})`;
  throw new FlexError(
    'FLEX_UNDATED_OVERLAP',
    `Query "${first['query']}" has rows without a report date, and two overlapping statements may have the same rows: ${named.join('; ')}${more}.`,
    {
      advice: `Select ${date}${orKey} for ${section} in Client Portal; then fetch one report that covers all days of both statements, and load it first. --allow-overlap keeps both.`,
    },
  );
}

/** Query of the pairs of an older statement `o` and a newer one `w` that leave rows in doubt. */
function pairsOf(older: string, newer: string, all: string): string {
  const day = (column: string): string => `coalesce(CAST(${column} AS text), 'an unknown day')`;
  return `SELECT o.table_name, o.account_id, o.query, ${day('o.window_from')} AS old_from,
      ${day('o.window_to')} AS old_to, ${day('w.window_from')} AS new_from,
      ${day('w.window_to')} AS new_to
    FROM ${older} o JOIN ${newer} w
      ON w.account_id = o.account_id AND w.query = o.query AND w.table_name = o.table_name
     AND w.mode = o.mode AND w.rank > o.rank
    WHERE o.grain = 'event' AND o.mode = 'merge' AND o.parsed > 0 AND w.parsed > 0
      AND (o.undated > 0 OR o.bound_to IS NOT NULL)
      AND coalesce(o.window_from <= w.window_to AND o.window_to >= w.window_from, TRUE)
      AND NOT ${isWithin('o', 'w')} AND ${isInDoubt()}
      AND NOT ${isSuperseded('o', all)} AND NOT ${isSuperseded('w', all)}`;
}

/**
 * Condition: rows of `o` may be rows of `w` and cannot be told from them. False if all are known by
 * the same natural keys. Rows that a day bounds are in doubt if `w` selects other attributes, so
 * that the rows would have other keys there: if `w` may hold events of their days and does not
 * reach the end of `o`, or if they are of days before its window, of which it has events that were
 * booked late.
 */
function isInDoubt(): string {
  const other = 'o.attributes IS DISTINCT FROM w.attributes';
  const traded = `coalesce(w.traded_from, CAST('-infinity' AS date))`;
  return `NOT (o.keyed_by = w.keyed_by AND o.keyed_by NOT LIKE '%#%')
    AND (o.undated > 0 AND (${other} OR o.dateless > 0)
      OR ${other} AND o.bound_to >= ${traded} AND coalesce(o.bound_from <= w.window_to, TRUE)
        AND (coalesce(w.window_to < o.window_to, TRUE)
          OR w.window_from IS NULL OR o.window_from IS NULL
          OR o.bound_from < w.window_from AND ${traded} < w.window_from))`;
}

/** Condition: all rows of a statement are decided about, by a newer one that covers its window. */
function isSuperseded(alias: string, all: string): string {
  return `EXISTS (SELECT 1 FROM ${all} s
    WHERE s.account_id = ${alias}.account_id AND s.query = ${alias}.query
      AND s.table_name = ${alias}.table_name AND s.mode = ${alias}.mode
      AND s.rank > ${alias}.rank AND ${isWithin(alias, 's')})`;
}
