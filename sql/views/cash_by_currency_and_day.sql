-- Cash movements of level DETAIL by currency and report day: dividends, tax,
-- interest, fees, deposits and withdrawals. Where the query selects no report
-- date, the day is settle_date, else that of date_time (in America/New_York).
-- Does not count the cash that trades move. amount_in_base is NULL where a rate
-- is missing.
CREATE OR REPLACE VIEW {schema}.cash_by_currency_and_day AS
WITH movements AS (
  SELECT account_id, _query, currency, amount, fx_rate_to_base,
    coalesce(report_date, settle_date, CAST(date_time AT TIME ZONE 'America/New_York' AS date))
      AS report_date
  FROM {schema}.cash_transactions
  WHERE coalesce(level_of_detail, 'DETAIL') = 'DETAIL'
)
SELECT account_id, _query, report_date, currency,
  sum(CASE WHEN amount > 0 THEN amount ELSE 0 END) AS received,
  sum(CASE WHEN amount < 0 THEN amount ELSE 0 END) AS paid,
  sum(amount) AS amount,
  CASE WHEN count(*) = count(fx_rate_to_base) THEN sum(amount * fx_rate_to_base) END
    AS amount_in_base,
  count(*) AS movements
FROM movements
GROUP BY account_id, _query, report_date, currency;
