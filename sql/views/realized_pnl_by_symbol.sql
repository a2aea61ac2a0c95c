-- Realized profit, first in first out, by year and symbol: of trades, and of corporate actions;
-- losses are negative. A cancelled execution and its cancellation both count, and so net out in
-- the years in which each was reported. Orders count where the query has no executions of them.
-- Does not count dividends, interest, unrealized profit, and gains on currencies held.
--
-- account_id: Account.
-- _query: The Flex query that delivered the rows; rows of two queries are never to be added.
-- year: Year of report_date, else of trade_date, else of the date of date_time as the broker
--   wrote it.
-- asset_category: Class of the instrument.
-- symbol: Symbol of the instrument.
-- conid: Contract id of the instrument.
-- currency: Currency of the instrument, and of the amounts that are not in base.
-- level_of_detail: EXECUTION or ORDER: what the trades were taken from; EXECUTION, ORDER where
--   from both, of different days; NULL where corporate actions alone realized it.
-- realized: Profit of trades and corporate actions.
-- realized_by_trades: The part of trades.
-- realized_by_corporate_actions: The part of corporate actions.
-- realized_in_base: realized by the rate of each row; NULL where one is missing.
-- executions: Number of executions that realized something.
-- orders: Number of orders that did.
-- corporate_actions: Number of legs of corporate actions that did.
CREATE OR REPLACE VIEW {schema}.realized_pnl_by_symbol AS
WITH {zones},
{fills},
{actions},
realized AS (
  SELECT account_id, _query, day, asset_category, symbol, conid, currency, level_of_detail,
    fifo_pnl_realized, fx_rate_to_base
  FROM fills WHERE fifo_pnl_realized <> 0
  UNION ALL
  SELECT account_id, _query, day, asset_category, symbol, conid, currency, 'ACTION',
    fifo_pnl_realized, fx_rate_to_base
  FROM actions WHERE fifo_pnl_realized <> 0
),
dated AS (
  SELECT r.*, CAST(extract(year FROM day) AS integer) AS year FROM realized r
)
SELECT account_id, _query, year, asset_category, symbol, conid, currency,
  CASE
    WHEN max(CASE level_of_detail WHEN 'EXECUTION' THEN 1 ELSE 0 END) = 1
      AND max(CASE level_of_detail WHEN 'ORDER' THEN 1 ELSE 0 END) = 1 THEN 'EXECUTION, ORDER'
    WHEN max(CASE level_of_detail WHEN 'EXECUTION' THEN 1 ELSE 0 END) = 1 THEN 'EXECUTION'
    WHEN max(CASE level_of_detail WHEN 'ORDER' THEN 1 ELSE 0 END) = 1 THEN 'ORDER'
  END AS level_of_detail,
  sum(fifo_pnl_realized) AS realized,
  sum(CASE WHEN level_of_detail = 'ACTION' THEN 0 ELSE fifo_pnl_realized END)
    AS realized_by_trades,
  sum(CASE WHEN level_of_detail = 'ACTION' THEN fifo_pnl_realized ELSE 0 END)
    AS realized_by_corporate_actions,
  CASE WHEN count(*) = count(fx_rate_to_base) THEN sum(fifo_pnl_realized * fx_rate_to_base) END
    AS realized_in_base,
  count(CASE level_of_detail WHEN 'EXECUTION' THEN 1 END) AS executions,
  count(CASE level_of_detail WHEN 'ORDER' THEN 1 END) AS orders,
  count(CASE level_of_detail WHEN 'ACTION' THEN 1 END) AS corporate_actions
FROM dated
GROUP BY account_id, _query, year, asset_category, symbol, conid, currency;
