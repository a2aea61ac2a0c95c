-- Positions at the end of each day that a statement ends on, one row an instrument: of level
-- SUMMARY where the query selects it, else the sum of its lots. Where several statements end on a
-- day, the newest decides; a day with none that says there are positions has no rows.
--
-- account_id: Account.
-- _query: The Flex query that delivered it; two queries have a position twice.
-- day: The day: last of the statement's window.
-- asset_category: Class of the instrument.
-- symbol: Symbol of the instrument.
-- description: Name of the instrument.
-- conid: Contract id of the instrument.
-- isin: ISIN of the instrument.
-- currency: Currency of the amounts.
-- side: Long or Short.
-- level_of_detail: SUMMARY, or LOT where it is the sum of lots.
-- position: Quantity held; negative where it is short.
-- multiplier: What one contract stands for.
-- mark_price: Price that it is valued at.
-- position_value: Value of the position.
-- cost_basis_money: Cost basis of the position.
-- fifo_pnl_unrealized: Profit that it would realize, first in first out.
-- fx_rate_to_base: Rate of currency into the base currency.
-- value_in_base: position_value by that rate; NULL where a rate is missing.
-- rows_summed: Number of rows: of lots, their number.
CREATE OR REPLACE VIEW {schema}.positions_by_day AS
WITH newest AS (
  SELECT statement_id, query, window_to FROM (
    SELECT statement_id, query, window_to, row_number() OVER (
      PARTITION BY account_id, query, window_to ORDER BY rank DESC) AS place
    FROM {schema}.flexetl_coverage WHERE table_name = 'open_positions'
  ) ranked WHERE place = 1
),
held AS (
  SELECT coalesce(n.window_to, p.report_date) AS day, p.account_id, p._query, p.asset_category,
    p.symbol, p.description, p.conid, p.isin, p.currency, p.side, p.position, p.multiplier,
    p.mark_price, p.position_value, p.cost_basis_money, p.fifo_pnl_unrealized, p.fx_rate_to_base,
    CASE WHEN p.level_of_detail = 'LOT' THEN 'LOT' ELSE 'SUMMARY' END AS level_of_detail,
    max(CASE WHEN p.level_of_detail = 'LOT' THEN 0 ELSE 1 END)
      OVER (PARTITION BY p._statement_id) AS has_summary
  FROM {schema}.open_positions p
  JOIN newest n ON n.statement_id = p._statement_id AND n.query = p._query
)
SELECT account_id, _query, day, asset_category, symbol, min(description) AS description, conid,
  min(isin) AS isin, currency, side, level_of_detail, sum(position) AS position,
  min(multiplier) AS multiplier, min(mark_price) AS mark_price,
  sum(position_value) AS position_value, sum(cost_basis_money) AS cost_basis_money,
  sum(fifo_pnl_unrealized) AS fifo_pnl_unrealized, min(fx_rate_to_base) AS fx_rate_to_base,
  CASE WHEN count(position_value) = count(position_value * fx_rate_to_base)
    THEN sum(position_value * fx_rate_to_base) END AS value_in_base,
  count(*) AS rows_summed
FROM held
WHERE has_summary = 0 OR level_of_detail = 'SUMMARY'
GROUP BY account_id, _query, day, asset_category, symbol, conid, currency, side, level_of_detail;
