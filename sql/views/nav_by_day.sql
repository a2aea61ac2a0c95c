-- Net asset value in base currency, one row a day of account and query: the newest that was
-- reported. The parts shown are the common ones, and need not add up to total.
--
-- account_id: Account.
-- _query: The Flex query that delivered it; two queries have the day twice.
-- report_date: The day.
-- currency: Base currency on that day.
-- cash: Cash.
-- stock: Stocks.
-- options: Options.
-- bonds: Bonds.
-- funds: Funds.
-- dividend_accruals: Dividends accrued and not paid.
-- interest_accruals: Interest accrued and not paid.
-- crypto: Cryptocurrencies.
-- total: Net asset value.
-- change: total less that of the day before that is there. Deposits and withdrawals are in it,
--   so it is no profit. NULL on the first day, and where the base currency is another than on
--   the day before: amounts of two currencies have no difference.
CREATE OR REPLACE VIEW {schema}.nav_by_day AS
WITH newest AS (
  SELECT account_id, _query, report_date, currency, cash, stock, options, bonds, funds,
    dividend_accruals, interest_accruals, crypto, total,
    row_number() OVER (
      PARTITION BY account_id, _query, report_date
      ORDER BY coalesce(_generated_at, TIMESTAMP '0001-01-01 00:00:00') DESC, _statement_id DESC,
        _row_key DESC) AS place
  FROM {schema}.equity_summary_by_report_date_in_base equity
)
SELECT account_id, _query, report_date, currency, cash, stock, options, bonds, funds,
  dividend_accruals, interest_accruals, crypto, total,
  CASE
    WHEN currency <> lag(currency) OVER (PARTITION BY account_id, _query ORDER BY report_date)
    THEN NULL
    ELSE total - lag(total) OVER (PARTITION BY account_id, _query ORDER BY report_date)
  END AS change
FROM newest
WHERE place = 1;
