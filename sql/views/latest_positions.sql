-- The positions at the newest end date of each account and query; none, where
-- the newest statement says that there are none. Where the query selects both
-- levels, positions of level SUMMARY; where it selects lots alone, the lots.
-- value_in_base is position_value by the rate of the row. Does not add up over
-- accounts, queries or currencies.
--
-- account_id: Account.
-- _query: The Flex query that delivered it; two queries have a position twice.
-- as_of: Last day of the statement.
-- report_date: Day that the row names.
-- asset_category: Class of the instrument.
-- symbol: Symbol of the instrument.
-- description: Name of the instrument.
-- conid: Contract id of the instrument.
-- isin: ISIN of the instrument.
-- currency: Currency of the amounts.
-- fx_rate_to_base: Rate of currency into the base currency.
-- level_of_detail: SUMMARY, or LOT where the query selects lots alone.
-- side: Long or Short.
-- position: Quantity held; negative where it is short.
-- multiplier: What one contract stands for.
-- mark_price: Price that it is valued at.
-- position_value: Value of the position.
-- value_in_base: position_value by fx_rate_to_base.
-- open_price: Price at which it was opened.
-- cost_basis_price: Cost basis of one unit.
-- cost_basis_money: Cost basis of the position.
-- fifo_pnl_unrealized: Profit that it would realize, first in first out.
-- percent_of_nav: Part of net asset value, in hundredths.
-- open_date_time: When the lot was opened.
-- _row_key: The row of the table open_positions.
-- _statement_id: The statement that brought it.
CREATE OR REPLACE VIEW {schema}.latest_positions AS
WITH newest AS (
  SELECT statement_id, query, window_to
  FROM (
    SELECT statement_id, query, window_to,
      row_number() OVER (
        PARTITION BY account_id, query
        ORDER BY coalesce(window_to, DATE '0001-01-01') DESC, rank DESC) AS place
    FROM {schema}.flexetl_coverage
    WHERE table_name = 'open_positions'
  ) ranked
  WHERE place = 1
),
held AS (
  SELECT n.window_to AS as_of, p.account_id, p._query, p.report_date, p.asset_category, p.symbol,
    p.description, p.conid, p.isin, p.currency, p.fx_rate_to_base, p.level_of_detail, p.side,
    p.position, p.multiplier, p.mark_price, p.position_value, p.open_price, p.cost_basis_price,
    p.cost_basis_money, p.fifo_pnl_unrealized, p.percent_of_nav, p.open_date_time, p._row_key,
    p._statement_id,
    max(CASE WHEN p.level_of_detail = 'SUMMARY' THEN 1 ELSE 0 END)
      OVER (PARTITION BY p._statement_id) AS has_summary
  FROM {schema}.open_positions p
  JOIN newest n ON n.statement_id = p._statement_id AND n.query = p._query
)
SELECT account_id, _query, as_of, report_date, asset_category, symbol, description, conid, isin,
  currency, fx_rate_to_base, level_of_detail, side, position, multiplier, mark_price,
  position_value, position_value * fx_rate_to_base AS value_in_base, open_price, cost_basis_price,
  cost_basis_money, fifo_pnl_unrealized, percent_of_nav, open_date_time, _row_key, _statement_id
FROM held
WHERE has_summary = 0 OR level_of_detail = 'SUMMARY';
