-- Dividends by the day on which they are paid, as accruals tell them: those that the newest open
-- accruals of account and query hold, and those of which a posting or reversal was reported. A
-- row each instrument, currency, ex-date, day of payment and rate per share, with the newest
-- figures: a dividend that was first expected at another rate has that as a row, closed.
--
-- account_id: Account.
-- _query: The Flex query that delivered it; rows of two queries are never to be added.
-- conid: Contract id of the instrument.
-- symbol: Symbol of the instrument.
-- isin: ISIN of the instrument.
-- currency: Currency of the amounts.
-- ex_date: First day without the right to it.
-- pay_date: Day of payment.
-- quantity: Shares that it is paid on.
-- gross_rate: Amount per share.
-- gross_amount: Before tax and fees.
-- tax: Tax expected, as the broker signs it.
-- fee: Fees expected, as the broker signs them.
-- net_amount: What is expected to be paid.
-- status: open where the newest open accruals hold it; closed where its postings were reversed,
--   which they are when it is paid or called off; posted where neither is known.
CREATE OR REPLACE VIEW {schema}.dividend_calendar AS
WITH newest AS (
  SELECT statement_id, query FROM (
    SELECT statement_id, query, row_number() OVER (PARTITION BY account_id, query
      ORDER BY coalesce(window_to, DATE '0001-01-01') DESC, rank DESC) AS place
    FROM {schema}.flexetl_coverage WHERE table_name = 'open_dividend_accruals'
  ) ranked WHERE place = 1
),
open AS (
  SELECT o.account_id, o._query, o.conid, o.symbol, o.isin, o.currency, o.ex_date, o.pay_date,
    o.quantity, o.gross_rate, o.gross_amount, o.tax, o.fee, o.net_amount,
    coalesce(o.conid, o.isin, o.symbol) AS instrument
  FROM {maybe}.open_dividend_accruals o
  JOIN newest n ON n.statement_id = o._statement_id AND n.query = o._query
),
changes AS (
  SELECT c.account_id, c._query, c.conid, c.symbol, c.isin, c.currency, c.ex_date, c.pay_date,
    c.quantity, c.gross_rate, c.gross_amount, c.tax, c.fee, c.net_amount,
    coalesce(c.conid, c.isin, c.symbol) AS instrument,
    ';' || replace(coalesce(c.code, ''), ' ', '') || ';' LIKE '%;Re;%' AS reverses,
    coalesce(c.report_date, c.date) AS reported, c._generated_at, c._row_number, c._row_key
  FROM {maybe}.change_in_dividend_accruals c
),
ranked AS (
  SELECT c.*, sum(net_amount) OVER one AS left_over,
    max(CASE WHEN reverses THEN 1 ELSE 0 END) OVER one AS is_reversed,
    row_number() OVER (
      PARTITION BY account_id, _query, instrument, currency, ex_date, pay_date, gross_rate
      ORDER BY CASE WHEN reverses THEN 1 ELSE 0 END, reported DESC NULLS LAST,
        _generated_at DESC NULLS LAST, _row_number DESC NULLS LAST, _row_key) AS place
  FROM changes c
  WINDOW one AS (PARTITION BY account_id, _query, instrument, currency, ex_date, pay_date, gross_rate)
)
SELECT account_id, _query, conid, symbol, isin, currency, ex_date, pay_date, quantity, gross_rate,
  gross_amount, tax, fee, net_amount, 'open' AS status
FROM open
UNION ALL
SELECT account_id, _query, conid, symbol, isin, currency, ex_date, pay_date, quantity, gross_rate,
  CASE WHEN reverses THEN -gross_amount ELSE gross_amount END,
  CASE WHEN reverses THEN -tax ELSE tax END, CASE WHEN reverses THEN -fee ELSE fee END,
  CASE WHEN reverses THEN -net_amount ELSE net_amount END,
  CASE WHEN is_reversed = 1 AND (left_over = 0 OR reverses) THEN 'closed' ELSE 'posted' END
FROM ranked r
WHERE place = 1 AND NOT EXISTS (
  SELECT 1 FROM open o WHERE o.account_id = r.account_id AND o._query = r._query
    AND o.instrument = r.instrument
    AND coalesce(o.currency, '') = coalesce(r.currency, '')
    AND coalesce(o.gross_rate, 0) = coalesce(r.gross_rate, 0)
    AND coalesce(o.ex_date, DATE '0001-01-01') = coalesce(r.ex_date, DATE '0001-01-01')
    AND coalesce(o.pay_date, DATE '0001-01-01') = coalesce(r.pay_date, DATE '0001-01-01'));
