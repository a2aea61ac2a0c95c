-- Cash transactions by currency and day: dividends, tax, interest, fees, deposits and
-- withdrawals. Level DETAIL; SUMMARY where the query has no DETAIL of the day. Does not count
-- the cash that trades move: cash_ledger has it all.
--
-- account_id: Account.
-- _query: The Flex query that delivered the rows.
-- report_date: The day; where the query selects no report date, settle_date, else the date of
--   date_time as the broker wrote it.
-- currency: Currency of the amounts.
-- received: Sum of the amounts above zero.
-- paid: Sum of the amounts below zero.
-- amount: Both together.
-- amount_in_base: Sum of the amounts by their rates; NULL where a rate is missing.
-- movements: Number of rows.
CREATE OR REPLACE VIEW {schema}.cash_by_currency_and_day AS
WITH {zones},
{cash}
SELECT account_id, _query, day AS report_date, currency,
  sum(CASE WHEN amount > 0 THEN amount ELSE 0 END) AS received,
  sum(CASE WHEN amount < 0 THEN amount ELSE 0 END) AS paid,
  sum(amount) AS amount,
  CASE WHEN count(*) = count(fx_rate_to_base) THEN sum(amount * fx_rate_to_base) END
    AS amount_in_base,
  count(*) AS movements
FROM cash
GROUP BY account_id, _query, day, currency;
