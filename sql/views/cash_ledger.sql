-- Every movement of cash of an account, query and currency, a row each, with the running
-- balance: trades by their net cash, both legs and the commission of currency conversions,
-- cash transactions, sales taxes, what corporate actions pay, and transfers of cash.
-- Transaction taxes are not in it: net cash holds them. Nor is what has no row of its own in
-- these sections: the daily settlement of open futures, debit cards, client fees, accruals.
-- A cancelled trade and its cancellation are two movements. Rows of several queries belong
-- to the ledger of each, and are never to be added.
--
-- account_id: Account of the movement.
-- _query: The Flex query that delivered it.
-- currency: Currency that moves: of a conversion's first leg, the first of the pair.
-- day: Day of the movement: report_date; where the query does not select it, the trade
--   date of trades, the settlement date of other cash, else the date of the time.
-- source: The table that holds the row: trades, trade_orders (where the query has orders and
--   no executions of them), cash_transactions, sales_taxes, corporate_actions or transfers.
-- kind: Trade, FX, FX Commission, Commission (of a trade that is charged in another currency),
--   Sales Tax, Corporate Action, Transfer; of cash transactions their type, with
--   Deposits/Withdrawals for both of its spellings.
-- amount: What the balance changes by, in currency; negative where it is paid. Of trades
--   net_cash, else proceeds, taxes and commission; of corporate actions proceeds. NULL where
--   the columns that are there do not tell, as of futures without net_cash.
-- balance: Sum of the amounts of account, query and currency up to this row, by day, time
--   and place in the statement:
--   the cash on hand where the first movement that was loaded is the account's first. NULL
--   from the first row whose amount is not known.
-- fx_rate_to_base: Rate of currency into the base currency; NULL where the row tells none.
-- amount_in_base: amount by fx_rate_to_base.
-- date_time: Time of the movement, where it has one.
-- settle_date: Day on which it settles.
-- asset_category: Class of the instrument that moved the cash.
-- symbol: Its symbol.
-- conid: Its contract id.
-- description: Of trades and corporate actions the instrument, of other cash the movement.
-- transaction_id: Transaction id of the movement.
-- level_of_detail: EXECUTION or ORDER of trades; DETAIL or SUMMARY of the rest.
-- _row_key: The row of the source table; both legs of a conversion have the same.
-- _statement_id: The statement that brought it.
CREATE OR REPLACE VIEW {schema}.cash_ledger AS
WITH {zones},
{fills},
{cash},
{actions},
trade_cash AS (
  SELECT f.*, CASE f.level_of_detail WHEN 'ORDER' THEN 'trade_orders' ELSE 'trades' END AS source,
    coalesce({is_fx:f}, FALSE) AS is_fx,
    -- The commission moves cash of its own where it is in another currency and not in net_cash.
    coalesce(f.ib_commission_currency, f.currency, '') <> coalesce(f.currency, '')
      AND coalesce(f.net_cash = f.proceeds + coalesce(f.taxes, 0), TRUE) AS is_apart
  FROM fills f
),
movements AS (
  SELECT account_id, _query, currency, day, source, 'Trade' AS kind,
    coalesce(net_cash, CASE WHEN coalesce(asset_category, '') NOT IN ('FUT', 'CFD')
      THEN proceeds + coalesce(taxes, 0) + CASE WHEN is_apart THEN 0 ELSE coalesce(ib_commission, 0) END
      END) AS amount,
    fx_rate_to_base, date_time, settle_date_target AS settle_date, asset_category, symbol, conid,
    description, transaction_id, level_of_detail, _row_key, _statement_id, _row_number, 1 AS leg
  FROM trade_cash WHERE NOT is_fx
  UNION ALL
  SELECT account_id, _query, ib_commission_currency, day, source, 'Commission', ib_commission,
    NULL, date_time, settle_date_target, asset_category, symbol, conid, description,
    transaction_id, level_of_detail, _row_key, _statement_id, _row_number, 3
  FROM trade_cash WHERE NOT is_fx AND is_apart AND ib_commission <> 0
  UNION ALL
  SELECT account_id, _query,
    CASE WHEN symbol LIKE '___.___' THEN substr(symbol, 1, 3)
      WHEN description LIKE '___.___' THEN substr(description, 1, 3) END,
    day, source, 'FX', quantity, NULL, date_time, settle_date_target, asset_category, symbol,
    conid, description, transaction_id, level_of_detail, _row_key, _statement_id, _row_number, 1
  FROM trade_cash WHERE is_fx
  UNION ALL
  SELECT account_id, _query, currency, day, source, 'FX',
    coalesce(proceeds, -trade_money) + coalesce(taxes, 0), fx_rate_to_base, date_time,
    settle_date_target, asset_category, symbol, conid, description, transaction_id,
    level_of_detail, _row_key, _statement_id, _row_number, 2
  FROM trade_cash WHERE is_fx
  UNION ALL
  SELECT account_id, _query, coalesce(ib_commission_currency, currency), day, source,
    'FX Commission', ib_commission,
    CASE WHEN coalesce(ib_commission_currency, currency) = currency THEN fx_rate_to_base END,
    date_time, settle_date_target, asset_category, symbol, conid, description, transaction_id,
    level_of_detail, _row_key, _statement_id, _row_number, 3
  FROM trade_cash WHERE is_fx AND ib_commission <> 0
  UNION ALL
  SELECT account_id, _query, currency, day, 'cash_transactions', type, amount, fx_rate_to_base,
    date_time, settle_date, asset_category, symbol, conid, description, transaction_id,
    level_of_detail, _row_key, _statement_id, _row_number, 1
  FROM cash
  UNION ALL
  SELECT account_id, _query, currency, date, 'sales_taxes', 'Sales Tax',
    coalesce(sales_tax, tax_amount),
    fx_rate_to_base, NULL, NULL, asset_category, symbol, conid,
    coalesce(taxable_description, description), transaction_id, 'DETAIL', _row_key, _statement_id, _row_number, 1
  FROM {maybe}.sales_taxes taxes
  UNION ALL
  SELECT account_id, _query, currency, day, 'corporate_actions', 'Corporate Action', proceeds,
    fx_rate_to_base, date_time, NULL, asset_category, symbol, conid, description, transaction_id,
    level_of_detail, _row_key, _statement_id, _row_number, 1
  FROM actions WHERE proceeds IS NOT NULL
  UNION ALL
  SELECT t.account_id, t._query, t.currency,
    coalesce(t.report_date, t.date, {written_day:t.date_time}, t.settle_date), 'transfers',
    'Transfer', t.cash_transfer, t.fx_rate_to_base, t.date_time, t.settle_date, t.asset_category,
    t.symbol, t.conid, t.description, t.transaction_id, 'DETAIL', t._row_key, t._statement_id, t._row_number, 1
  FROM {maybe}.transfers t
    {with_zone:t}
  WHERE t.cash_transfer IS NOT NULL
)
SELECT account_id, _query, currency, day, source, kind, amount,
  CASE WHEN count(*) OVER so_far = count(amount) OVER so_far THEN sum(amount) OVER so_far END
    AS balance,
  fx_rate_to_base, amount * fx_rate_to_base AS amount_in_base, date_time, settle_date,
  asset_category, symbol, conid, description, transaction_id, level_of_detail, _row_key,
  _statement_id
FROM movements
WHERE amount IS NULL OR amount <> 0
WINDOW so_far AS (
  PARTITION BY account_id, _query, currency
  ORDER BY day NULLS LAST, date_time NULLS LAST, source, _statement_id, _row_number, leg
  ROWS UNBOUNDED PRECEDING);
