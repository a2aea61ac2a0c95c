/**
 * NAV: the values of a window are the totals that EquitySummaryInBase has of
 * its last day and of the day before it. The parts between are nav-parts.ts.
 */
import {
  BREAKS,
  bookOf,
  sameBook,
  weekdayBetween,
  type Identity,
  type Source,
} from './identity.js';
import { navWindows } from './nav-windows.js';

const TOTALS = 'equity_summary_by_report_date_in_base';

export const navTotals: Identity = {
  name: 'nav_totals',
  equation:
    'ChangeInNAV: startingValue = EquitySummaryInBase total of the day before, endingValue = total of the last day',
  leavesOut:
    'The day before is the nearest one with a total, at most five days back. Where a weekday lies ' +
    'between, it may be a holiday or not loaded: then only equality proves anything. Windows whose ' +
    'base currency differs from that of the total are not compared.',
  tolerance: '0.00000001',
  needs: [
    { section: 'ChangeInNAV', table: 'change_in_nav' },
    { section: 'EquitySummaryInBase', table: TOTALS },
  ],
  otherwise: 'a row of ChangeInNAV',
  checks,
};

function checks(source: Source): string {
  return `WITH nav AS (${navWindows(source)}),
  totals AS (
    SELECT * FROM (
      SELECT e.account_id, e._query AS query, ${bookOf('e')} AS book, e.report_date AS day,
        ${source.column('e', TOTALS, 'currency', 'text')} AS currency,
        ${source.column('e', TOTALS, 'total')} AS total,
        row_number() OVER (
          PARTITION BY e.account_id, e._query, ${bookOf('e')}, e.report_date
          ORDER BY coalesce(e._generated_at, TIMESTAMP '0001-01-01 00:00:00') DESC,
            e._statement_id DESC, e._row_key DESC) AS place
      FROM ${source.relation(TOTALS)} e WHERE e.report_date IS NOT NULL
    ) ranked WHERE place = 1
  ),
  earlier AS (
    SELECT * FROM (
      SELECT n.query, n._statement_id, n._row_key, t.day, t.currency, t.total, row_number() OVER (
        PARTITION BY n.query, n._statement_id, n._row_key ORDER BY breaks.days) AS place
      FROM nav n CROSS JOIN ${BREAKS}
      JOIN totals t ON ${sameBook('t', 'n')} AND t.day = n.since - breaks.days
    ) ranked WHERE place = 1
  ),
  compared AS (
    SELECT n.account_id, n.query, n.book, n.since AS day, 'startingValue' AS subject,
      n.starting AS found, t.total AS expected, n.currency, t.currency AS other,
      CASE WHEN n.starting IS NULL THEN 'ChangeInNAV@startingValue'
        WHEN t.total IS NULL OR ${weekdayBetween('t.day', 'n.since')}
        THEN 'EquitySummaryInBase of the day before' END AS lacking,
      'the total is of ' || CAST(t.day AS text) AS note
    FROM nav n LEFT JOIN earlier t
      ON t.query = n.query AND t._statement_id = n._statement_id AND t._row_key = n._row_key
    UNION ALL
    SELECT n.account_id, n.query, n.book, n.day, 'endingValue' AS subject,
      n.ending AS found, t.total AS expected, n.currency, t.currency AS other,
      CASE WHEN n.ending IS NULL THEN 'ChangeInNAV@endingValue'
        WHEN t.total IS NULL THEN 'EquitySummaryInBase of the last day' END AS lacking,
      CAST(NULL AS text) AS note
    FROM nav n LEFT JOIN totals t ON ${sameBook('t', 'n')} AND t.day = n.day
  )
  SELECT account_id, query, book, CAST(NULL AS date) AS since, day, subject,
    CASE WHEN currency <> other THEN NULL ELSE expected END AS expected, found,
    CASE WHEN currency <> other THEN 'figures in one base currency' ELSE lacking END AS lacking, note
  FROM compared`;
}
