-- Fees and interest of an account, query, day and currency, a row each kind: cash transactions
-- that are neither dividends, payments in lieu and the tax on them, nor deposits and
-- withdrawals; commissions of trades; sales taxes. Level DETAIL; SUMMARY where the query has no
-- DETAIL of the day. Does not count taxes on trades, which are in their net cash.
--
-- account_id: Account.
-- _query: The Flex query that delivered the rows; rows of two queries are never to be added.
-- day: Day of the movement: report_date, else the date as in cash_ledger.
-- currency: Currency of the amounts.
-- category: interest (with what bonds pay), fee, commission or tax.
-- kind: Type of the cash transaction, Trade Commission, or Sales Tax. Withholding Tax is that
--   on interest: it names no instrument, or a bond.
-- received: Sum of the amounts above zero.
-- paid: Sum of the amounts below zero.
-- amount: Both together: negative where it costs.
-- amount_in_base: Sum of the amounts by their rates; NULL where a rate is missing.
-- movements: Number of rows.
CREATE OR REPLACE VIEW {schema}.fees_and_interest AS
WITH {zones},
{fills},
{cash},
charges AS (
  SELECT account_id, _query, day, currency, type AS kind, amount, fx_rate_to_base,
    CASE WHEN type IN ('Withholding Tax', '871(m) Withholding') THEN 'tax'
      WHEN type LIKE '%Interest%' AND type <> 'Broker Fees' THEN 'interest'
      ELSE 'fee' END AS category
  FROM cash
  WHERE coalesce(type, '') NOT IN ('Dividends', 'Payment In Lieu Of Dividends',
      'Deposits/Withdrawals')
    AND (type NOT IN ('Withholding Tax', '871(m) Withholding')
      OR coalesce(conid, isin, symbol) IS NULL OR asset_category IN ('BOND', 'BILL'))
  UNION ALL
  SELECT account_id, _query, day, coalesce(ib_commission_currency, currency), 'Trade Commission',
    ib_commission,
    CASE WHEN coalesce(ib_commission_currency, currency) = currency THEN fx_rate_to_base END,
    'commission'
  FROM fills WHERE ib_commission <> 0
  UNION ALL
  SELECT account_id, _query, date, currency, 'Sales Tax', coalesce(sales_tax, tax_amount),
    fx_rate_to_base, 'tax'
  FROM {maybe}.sales_taxes taxes
)
SELECT account_id, _query, day, currency, category, kind,
  sum(CASE WHEN amount > 0 THEN amount ELSE 0 END) AS received,
  sum(CASE WHEN amount < 0 THEN amount ELSE 0 END) AS paid,
  sum(amount) AS amount,
  CASE WHEN count(*) = count(fx_rate_to_base) THEN sum(amount * fx_rate_to_base) END
    AS amount_in_base,
  count(*) AS movements
FROM charges
GROUP BY account_id, _query, day, currency, category, kind;
