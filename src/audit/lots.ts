/**
 * Profit: what an execution realised is what the lots that it closed realised.
 * Lots follow their execution in document order, which is `_row_number`.
 */
import { bookOf, type Identity, type Source } from './identity.js';

const PARTS = ['trade_lots', 'wash_sales'] as const;

export const lots: Identity = {
  name: 'lots',
  equation:
    'Trades: fifoPnlRealized of an execution = sum over the lots and wash sales that follow it',
  leavesOut:
    'Lots belong to the execution that they follow in the report. An execution without lots is ' +
    'compared only where its statement has lots of another; what corporate actions realise has no ' +
    'lots and is not in it. Both sides have six decimals, and an execution may close many lots.',
  tolerance: '0.0001',
  needs: [
    { section: 'Trades', table: 'trades' },
    { section: 'Trades (closed lots)', table: 'trade_lots' },
  ],
  otherwise: 'an execution that realises a profit',
  checks,
};

function checks(source: Source): string {
  const rows = (table: string, opens: 0 | 1): string => {
    const column = (attribute: string, type?: string): string =>
      source.column('r', table, attribute, type);
    return `SELECT r.account_id, r._query AS query, ${bookOf('r')} AS book, r._statement_id,
      ${source.has(table, '_row_number') ? 'r._row_number' : 'CAST(NULL AS bigint)'} AS line,
      ${opens} AS opens, ${column('fifoPnlRealized')} AS realized,
      ${column('reportDate', 'date')} AS day, ${column('symbol', 'text')} AS symbol,
      ${column('transactionID', 'text')} AS transaction_id
    FROM ${source.relation(table)} r`;
  };
  const parts = PARTS.filter((table) => source.has(table)).map((table) => rows(table, 0));
  return `WITH lines AS (
    ${[rows('trades', 1), ...parts].join('\n    UNION ALL\n    ')}
  ),
  numbered AS (
    SELECT l.*, sum(opens) OVER (
        PARTITION BY query, book, _statement_id ORDER BY line ROWS UNBOUNDED PRECEDING) AS execution,
      sum(1 - opens) OVER (PARTITION BY query, book, _statement_id) AS lots,
      count(*) OVER (PARTITION BY query, book, _statement_id)
        - count(line) OVER (PARTITION BY query, book, _statement_id) AS unplaced
    FROM lines l
  ),
  executions AS (
    SELECT account_id, query, book, _statement_id, execution, lots, unplaced,
      coalesce(max(CASE WHEN opens = 1 THEN day END), max(day)) AS day,
      max(symbol) AS symbol, max(CASE WHEN opens = 1 THEN transaction_id END) AS transaction_id,
      sum(CASE WHEN opens = 1 THEN realized END) AS found,
      sum(CASE WHEN opens = 0 THEN coalesce(realized, 0) ELSE 0 END) AS expected,
      count(*) AS members, min(CASE WHEN opens = 0 AND realized IS NULL THEN 0 ELSE 1 END) AS whole
    FROM numbered
    GROUP BY account_id, query, book, _statement_id, execution, lots, unplaced
  )
  SELECT account_id, query, book, CAST(NULL AS date) AS since, day,
    trim(coalesce(symbol, '') || ' ' || coalesce(transaction_id, '')) AS subject,
    CASE WHEN lots > 0 AND unplaced = 0 AND execution > 0 AND whole = 1 THEN expected END AS expected,
    found,
    CASE WHEN lots = 0 THEN 'Trades (closed lots)'
      WHEN unplaced > 0 THEN '_row_number (rows of an earlier version: load them again with --force)'
      WHEN execution = 0 THEN 'the execution that the lots follow'
      WHEN found IS NULL THEN 'Trade@fifoPnlRealized'
      WHEN whole = 0 THEN 'Lot@fifoPnlRealized' END AS lacking,
    CAST(NULL AS text) AS note
  FROM executions
  WHERE members > 1 OR coalesce(found, 1) <> 0`;
}
