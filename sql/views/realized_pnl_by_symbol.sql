-- Realized profit of executions, first in first out, by year and symbol; losses
-- are negative. The year is that of report_date, else of trade_date, else of
-- date_time (in America/New_York). A cancelled execution and its cancellation
-- both count, and so net out in the years in which each was reported. realized
-- is in the currency of the instrument; realized_in_base takes the rate of each
-- execution, and is NULL where one is missing. Does not count dividends, interest,
-- unrealized profit, and what corporate actions realize.
CREATE OR REPLACE VIEW {schema}.realized_pnl_by_symbol AS
WITH executions AS (
  SELECT account_id, _query, asset_category, symbol, conid, currency, fifo_pnl_realized,
    fx_rate_to_base,
    CAST(extract(year FROM coalesce(report_date, trade_date,
      CAST(date_time AT TIME ZONE 'America/New_York' AS date))) AS integer) AS year
  FROM {schema}.trades
  WHERE fifo_pnl_realized <> 0 AND coalesce(level_of_detail, 'EXECUTION') = 'EXECUTION'
)
SELECT account_id, _query, year, asset_category, symbol, conid, currency,
  sum(fifo_pnl_realized) AS realized,
  CASE WHEN count(*) = count(fx_rate_to_base) THEN sum(fifo_pnl_realized * fx_rate_to_base) END
    AS realized_in_base,
  count(*) AS executions
FROM executions
GROUP BY account_id, _query, year, asset_category, symbol, conid, currency;
