-- Closed lots, a row each: when they were opened and closed, how long they were held, and what
-- that realized; and legs of corporate actions that realize something. Wash sales are not in it.
-- Where a query selects closed lots, those of a year add up, with wash sales and corporate
-- actions, to realized_pnl_by_symbol.
--
-- account_id: Account.
-- _query: The Flex query that delivered it; rows of two queries are never to be added.
-- source: The table that holds the row: trade_lots or corporate_actions.
-- day: Day of the closing: report_date, else trade_date, else the date of date_time as the
--   broker wrote it.
-- asset_category: Class of the instrument.
-- symbol: Symbol of the instrument.
-- conid: Contract id of the instrument.
-- currency: Currency of the amounts.
-- quantity: Quantity that was closed, as the broker signs it.
-- opened: Date of open_date_time as the broker wrote it; NULL of corporate actions.
-- held_since: Date from which the holding period counts: holding_period_date_time, else opened.
-- closed: Trade date of the closing.
-- days_held: Days from held_since to closed.
-- term: LONG or SHORT: by the code LT or ST where the lot has it, else LONG where it was held
--   for more than a year; NULL where the opening is not known.
-- cost: Cost basis of what was closed.
-- realized: Profit that it realized, first in first out.
-- fx_rate_to_base: Rate of currency into the base currency.
-- realized_in_base: realized by that rate.
-- opening_transaction_id: Transaction id of the trade that opened the lot.
-- closing_transaction_id: Transaction id of the trade that closed it: the last one before the
--   lot in its statement, where that is of the same instrument.
-- _row_key: The row of the source table.
-- _statement_id: The statement that brought it.
CREATE OR REPLACE VIEW {schema}.realized_lots AS
WITH {zones},
{actions},
placed AS (
  SELECT _statement_id, _row_number, _row_number AS trade, conid, symbol, transaction_id,
    0 AS is_lot
  FROM {maybe}.trades traded WHERE coalesce(level_of_detail, 'EXECUTION') = 'EXECUTION'
  UNION ALL
  SELECT _statement_id, _row_number, NULL, conid, symbol, NULL, 1 FROM {maybe}.trade_lots lots
),
followed AS (
  SELECT _statement_id, _row_number, is_lot, conid, symbol, transaction_id,
    max(trade) OVER (PARTITION BY _statement_id ORDER BY _row_number, is_lot
      ROWS UNBOUNDED PRECEDING) AS trade
  FROM placed
),
closings AS (
  SELECT l._statement_id, l._row_number, min(t.transaction_id) AS transaction_id
  FROM followed l
  JOIN followed t ON t._statement_id = l._statement_id AND t._row_number = l.trade
    AND t.is_lot = 0 AND coalesce(t.conid, t.symbol) = coalesce(l.conid, l.symbol)
  WHERE l.is_lot = 1
  GROUP BY l._statement_id, l._row_number
),
lots AS (
  SELECT t.account_id, t._query, {trade_day:t} AS day, t.asset_category, t.symbol, t.conid,
    t.currency, t.quantity, {written_day:t.open_date_time} AS opened,
    coalesce({written_day:t.holding_period_date_time}, {written_day:t.open_date_time})
      AS held_since,
    coalesce(t.trade_date, {written_day:t.date_time}, t.report_date) AS closed,
    ';' || replace(replace(coalesce(t.notes, ''), ',', ';'), ' ', '') || ';' AS codes,
    t.cost, t.fifo_pnl_realized, t.fx_rate_to_base, t.transaction_id, t._row_key,
    t._statement_id, t._row_number
  FROM {maybe}.trade_lots t
    {with_zone:t}
)
SELECT l.account_id, l._query, 'trade_lots' AS source, l.day, l.asset_category, l.symbol, l.conid,
  l.currency, l.quantity, l.opened, l.held_since, l.closed, l.closed - l.held_since AS days_held,
  CASE WHEN l.codes LIKE '%;LT;%' THEN 'LONG' WHEN l.codes LIKE '%;ST;%' THEN 'SHORT'
    WHEN l.closed > CAST(l.held_since + INTERVAL '1 year' AS date) THEN 'LONG'
    WHEN l.held_since IS NOT NULL THEN 'SHORT' END AS term,
  l.cost, l.fifo_pnl_realized AS realized, l.fx_rate_to_base,
  l.fifo_pnl_realized * l.fx_rate_to_base AS realized_in_base,
  l.transaction_id AS opening_transaction_id, c.transaction_id AS closing_transaction_id,
  l._row_key, l._statement_id
FROM lots l
LEFT JOIN closings c ON c._statement_id = l._statement_id AND c._row_number = l._row_number
UNION ALL
SELECT account_id, _query, 'corporate_actions', day, asset_category, symbol, conid, currency,
  quantity, NULL, NULL, coalesce({written_day:a.date_time}, day), NULL, NULL, cost_basis,
  fifo_pnl_realized, fx_rate_to_base, fifo_pnl_realized * fx_rate_to_base, NULL, transaction_id,
  _row_key, a._statement_id
FROM actions a
  {with_zone:a}
WHERE fifo_pnl_realized <> 0;
