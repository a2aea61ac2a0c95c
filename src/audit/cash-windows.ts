/** Cash: a window begins with the balance that the window before it ended with, for each currency. */
import { cashWindows } from './cash-parts.js';
import { BREAKS, sameBook, weekdayBetween, type Identity, type Source } from './identity.js';

const TABLE = 'cash_report_currencies';

export const cashChain: Identity = {
  name: 'cash_windows',
  equation: 'CashReport: startingCash = endingCash of the window before, for each currency',
  leavesOut:
    'Compared are windows that follow each other: the next one begins within five days. Where a ' +
    'weekday lies between, it may be a holiday or not loaded: then only equality proves anything. ' +
    'A currency that one of two windows lacks is not compared.',
  tolerance: '0.00000001',
  needs: [{ section: 'CashReport', table: TABLE }],
  otherwise: 'windows of CashReport that follow each other',
  checks,
};

function checks(source: Source): string {
  return `WITH figures AS (${cashWindows(source)}),
  cash AS (
    SELECT c.account_id, c.query, c.book, c._statement_id, c._row_key, c.since, c.day, c.currency,
      coalesce(${source.column('c', TABLE, 'levelOfDetail', 'text')}, '') AS level,
      ${source.column('c', TABLE, 'startingCash')} AS starting,
      ${source.column('c', TABLE, 'endingCash')} AS ending
    FROM figures c
  ),
  following AS (
    SELECT n.account_id, n.query, n.book, n.since AS day, n.currency, n.starting AS found,
      b.ending AS expected, b.day AS before,
      rank() OVER (PARTITION BY n.query, n._statement_id, n._row_key ORDER BY breaks.days) AS place
    FROM cash n CROSS JOIN ${BREAKS}
    JOIN cash b ON ${sameBook('b', 'n')} AND b.currency = n.currency AND b.level = n.level
      AND b.day = n.since - breaks.days
  )
  SELECT account_id, query, book, CAST(NULL AS date) AS since, day, currency AS subject,
    expected, found,
    CASE WHEN expected IS NULL THEN 'CashReport@endingCash'
      WHEN found IS NULL THEN 'CashReport@startingCash'
      WHEN ${weekdayBetween('before', 'day')} THEN 'CashReport of the days between' END AS lacking,
    'the window before ends on ' || CAST(before AS text) AS note
  FROM following WHERE place = 1`;
}
