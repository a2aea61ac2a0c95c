-- Net asset value in base currency, one row a day of account and query: the
-- newest that was reported. change is what it differs by from the day before
-- that is there: deposits and withdrawals are in it, so it is no profit. The
-- parts shown are the common ones, and need not add up to total.
CREATE OR REPLACE VIEW {schema}.nav_by_day AS
WITH newest AS (
  SELECT account_id, _query, report_date, currency, cash, stock, options, bonds, funds,
    dividend_accruals, interest_accruals, crypto, total,
    row_number() OVER (
      PARTITION BY account_id, _query, report_date
      ORDER BY coalesce(_generated_at, TIMESTAMP '0001-01-01 00:00:00') DESC, _statement_id DESC,
        _row_key DESC) AS place
  FROM {schema}.equity_summary_by_report_date_in_base
)
SELECT account_id, _query, report_date, currency, cash, stock, options, bonds, funds,
  dividend_accruals, interest_accruals, crypto, total,
  total - lag(total) OVER (PARTITION BY account_id, _query ORDER BY report_date) AS change
FROM newest
WHERE place = 1;
