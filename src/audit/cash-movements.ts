/**
 * Cash: what a window of CashReport changed is the sum of the movements that the
 * other sections tell of, as the view cash_ledger has them.
 */
import { isAppended } from '../sinks/sql/merge/keys.js';
import { cashWindows } from './cash-parts.js';
import { lackingList, type Identity, type Source } from './identity.js';

const TABLE = 'cash_report_currencies';
const LEDGER = 'cash_ledger';

/** Parts of CashReport without rows of their own, which are not in cash_ledger. */
const WITHOUT_ROWS = [
  'cashSettlingMtm',
  'realizedVm',
  'realizedForexVm',
  'debitCardActivity',
  'clientFees',
  'excessFundSweep',
  'ipoSubscription',
  'linkingAdjustments',
] as const;

/** Sections that move cash: without the first two, nothing can be proved. */
const SOURCES = [
  { section: 'Trades', table: 'trades', alias: 'traded' },
  { section: 'CashTransactions', table: 'cash_transactions', alias: 'paid' },
  { section: 'CorporateActions', table: 'corporate_actions', alias: 'acted' },
  { section: 'Transfers', table: 'transfers', alias: 'moved' },
] as const;

export const cashMovements: Identity = {
  name: 'cash_movements',
  equation:
    'CashReport: endingCash − startingCash = sum of the movements of cash_ledger in the window',
  leavesOut:
    'For each currency, not for BASE_SUMMARY. What CashReport has no rows of in other sections is ' +
    'taken from its own parts: daily settlement of futures and CFDs, debit cards, client fees, ' +
    'sweeps, subscriptions, linking. Where one of them moved cash, or the query lacks ' +
    'CorporateActions, Transfers or report dates, only equality proves anything. So it is where a ' +
    'conversion states its commission in a third currency, mostly the base: the broker may have ' +
    'charged it in one of the pair. Many figures of nine decimals add up. Rows side by side are ' +
    'left out.',
  tolerance: '0.00001',
  needs: [
    { section: 'CashReport', table: TABLE },
    { section: 'the view cash_ledger', table: LEDGER, view: true },
  ],
  otherwise: 'a currency in CashReport',
  checks,
};

function checks(source: Source): string {
  const column = (attribute: string): string => source.column('c', TABLE, attribute);
  const without = source.sum('c', TABLE, WITHOUT_ROWS);
  const moved = WITHOUT_ROWS.map((name) => `coalesce(${column(name)}, 0) <> 0`).join(' OR ');
  return `WITH figures AS (${cashWindows(source)}),
  movements AS (
    SELECT l.account_id, l._query AS query, l.currency, l.day, sum(l.amount) AS amount,
      count(*) - count(l.amount) AS unknown,
      sum(CASE WHEN l.kind = 'Deposits/Withdrawals' THEN 1 ELSE 0 END) AS deposits
    FROM ${source.relation(LEDGER)} l WHERE NOT ${isAppended('l')}
    GROUP BY l.account_id, l._query, l.currency, l.day
  ),
  undated AS (${undated(source)}),
  third AS (
    SELECT DISTINCT l.account_id, l._query AS query, l.day
    FROM ${source.relation(LEDGER)} l
    WHERE l.kind = 'FX Commission' AND NOT ${isAppended('l')}
      AND coalesce(l.symbol, l.description) NOT LIKE '%' || l.currency || '%'
  ),
  windows AS (
    SELECT c.account_id, c.query, c.currency, c.since, c.day, c._statement_id, c._row_key,
      ${column('endingCash')} - ${column('startingCash')} - (${without}) AS expected,
      CASE WHEN ${moved} THEN 1 ELSE 0 END AS settled,
      coalesce(${column('depositWithdrawals')}, 0) AS deposited
    FROM figures c
    WHERE c.book = '' AND c.currency IS NOT NULL AND c.currency <> 'BASE_SUMMARY'
  ),
  sums AS (
    SELECT w.query, w._statement_id, w._row_key,
      coalesce(sum(m.amount), 0) AS found, coalesce(sum(m.unknown), 0) AS unknown,
      coalesce(sum(m.deposits), 0) AS deposits,
      max(CASE WHEN third.day IS NULL THEN 0 ELSE 1 END) AS third
    FROM windows w
    LEFT JOIN movements m ON m.account_id = w.account_id AND m.query = w.query
      AND m.currency = w.currency AND m.day BETWEEN w.since AND w.day
    LEFT JOIN (
      SELECT w.query, w._statement_id, w._row_key, min(t.day) AS day
      FROM windows w JOIN third t ON t.account_id = w.account_id AND t.query = w.query
        AND t.day BETWEEN w.since AND w.day
      GROUP BY w.query, w._statement_id, w._row_key
    ) third ON third.query = w.query AND third._statement_id = w._statement_id
      AND third._row_key = w._row_key
    GROUP BY w.query, w._statement_id, w._row_key
  )
  SELECT w.account_id, w.query, '' AS book, w.since, w.day, w.currency AS subject,
    CASE WHEN traded.parsed IS NOT NULL AND paid.parsed IS NOT NULL THEN w.expected END AS expected,
    CASE WHEN s.unknown = 0 THEN s.found END AS found,
    ${lackingList([
      ['w.expected IS NULL', 'CashReport@startingCash or @endingCash'],
      ...SOURCES.map(({ alias, section }) => [`${alias}.parsed IS NULL`, section] as const),
      ['s.unknown > 0', 'Trade@netCash'],
      ['w.settled = 1', 'rows of daily settlement, cards, fees or sweeps'],
      ['s.third = 1', 'the currency that a conversion paid its commission in'],
      ['w.deposited <> 0 AND s.deposits = 0', 'CashTransactions of type Deposits/Withdrawals'],
      ['u.account_id IS NOT NULL', 'the report date of trades or cash transactions'],
    ])} AS lacking,
    'a query may select CashTransactions without some of their types' AS note
  FROM windows w
  JOIN sums s ON s.query = w.query AND s._statement_id = w._statement_id AND s._row_key = w._row_key
  ${SOURCES.map(
    ({ table, alias }) => `LEFT JOIN (
    SELECT query, statement_id, max(parsed) AS parsed FROM ${source.relation('flexetl_coverage')}
    WHERE table_name = '${table}' AND mode <> 'append' GROUP BY query, statement_id
  ) ${alias} ON ${alias}.query = w.query AND ${alias}.statement_id = w._statement_id`,
  ).join('\n  ')}
  LEFT JOIN undated u ON u.account_id = w.account_id AND u.query = w.query`;
}

/** A query of the accounts that have rows without the broker's report date. */
function undated(source: Source): string {
  const tables = SOURCES.map(({ table }) => table).filter((table) => source.has(table));
  const queries = tables.map(
    (table) => `SELECT r.account_id, r._query AS query FROM ${source.relation(table)} r
    WHERE ${source.column('r', table, 'reportDate', 'date')} IS NULL AND NOT ${isAppended('r')}`,
  );
  return queries.length === 0
    ? `SELECT CAST(NULL AS text) AS account_id, CAST(NULL AS text) AS query`
    : queries.join('\n    UNION\n    ');
}
