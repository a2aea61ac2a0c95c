/**
 * NAV: a window begins with the value that the window before it ended with. The
 * windows themselves, as other identities of NAV use them, are here, too.
 */
import {
  BREAKS,
  bookOf,
  sameBook,
  weekdayBetween,
  type Identity,
  type Source,
} from './identity.js';

const TABLE = 'change_in_nav';

export const navChain: Identity = {
  name: 'nav_windows',
  equation: 'ChangeInNAV: startingValue = endingValue of the window before',
  leavesOut:
    'Compared are windows that follow each other: the next one begins within five days. Where a ' +
    'weekday lies between, it may be a holiday or not loaded: then only equality proves anything. ' +
    'The first window of an account, and one after a gap, have nothing to be compared with; nor has ' +
    'a window in another base currency.',
  tolerance: '0.00000001',
  needs: [{ section: 'ChangeInNAV', table: TABLE }],
  otherwise: 'windows of ChangeInNAV that follow each other',
  checks,
};

/** A query of the rows of ChangeInNAV: book, since, day, starting, ending, currency. */
export function navWindows(source: Source): string {
  const column = (attribute: string, type?: string): string =>
    source.column('n', TABLE, attribute, type);
  return `SELECT n.account_id, n._query AS query, ${bookOf('n')} AS book, n._statement_id, n._row_key,
      coalesce(${column('fromDate', 'date')}, w.window_from) AS since,
      coalesce(${column('toDate', 'date')}, w.window_to) AS day,
      ${column('startingValue')} AS starting, ${column('endingValue')} AS ending,
      ${column('currency', 'text')} AS currency
    FROM ${source.relation(TABLE)} n
    LEFT JOIN ${source.windows(TABLE)} w ON w.query = n._query AND w.statement_id = n._statement_id`;
}

function checks(source: Source): string {
  return `WITH nav AS (${navWindows(source)}),
  following AS (
    SELECT n.account_id, n.query, n.book, n.since AS day, n.starting AS found,
      b.ending AS expected, b.day AS before, n.currency, b.currency AS other,
      rank() OVER (PARTITION BY n.query, n._statement_id, n._row_key ORDER BY breaks.days) AS place
    FROM nav n CROSS JOIN ${BREAKS}
    JOIN nav b ON ${sameBook('b', 'n')} AND b.day = n.since - breaks.days
  )
  SELECT account_id, query, book, CAST(NULL AS date) AS since, day, '' AS subject,
    CASE WHEN currency <> other THEN NULL ELSE expected END AS expected, found,
    CASE WHEN currency <> other THEN 'figures in one base currency'
      WHEN expected IS NULL THEN 'ChangeInNAV@endingValue'
      WHEN found IS NULL THEN 'ChangeInNAV@startingValue'
      WHEN ${weekdayBetween('before', 'day')} THEN 'ChangeInNAV of the days between' END AS lacking,
    'the window before ends on ' || CAST(before AS text) AS note
  FROM following WHERE place = 1`;
}
