-- Views that people ask for first. Hand-written; one text for Postgres and
-- DuckDB; {schema} is replaced by the quoted schema name. Each is made as soon
-- as all its tables are there. The comment right above a view becomes its
-- comment in the database.
--
-- All of them count what the tables hold: two queries that were both loaded with
-- --allow-overlap are told apart by _query, and tables loaded with --mode append
-- hold every statement's rows side by side.

-- The positions at the newest end date of each account and query; none, where
-- the newest statement says that there are none. Where the query selects both
-- levels, positions of level SUMMARY; where it selects lots alone, the lots.
-- value_in_base is position_value by the rate of the row. Does not add up over
-- accounts, queries or currencies.
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

-- Executions without those that were cancelled: a cancellation (TradeCancel,
-- FracShareCancel, code Ca) goes together with the execution that it names, by
-- orig_transaction_id, else by orig_trade_id with the opposite quantity and the
-- same price. Corrections and rebooked trades stay. A cancellation stays where
-- its original is not in the table or cannot be told, so that sums of quantity,
-- money and profit are those of the table trades.
CREATE OR REPLACE VIEW {schema}.trades_net AS
WITH marked AS (
  SELECT account_id, _query, _row_key, report_date, conid, quantity, trade_price,
    CASE WHEN trade_id NOT IN ('', '0') THEN trade_id END AS trade_id,
    CASE WHEN transaction_id NOT IN ('', '0') THEN transaction_id END AS transaction_id,
    CASE WHEN orig_trade_id NOT IN ('', '0') THEN orig_trade_id END AS orig_trade_id,
    CASE WHEN orig_transaction_id NOT IN ('', '0') THEN orig_transaction_id END
      AS orig_transaction_id,
    (coalesce(transaction_type, '') IN ('TradeCancel', 'FracShareCancel')
      OR coalesce(buy_sell, '') LIKE '%(Ca.)'
      OR ';' || replace(replace(coalesce(notes, ''), ',', ';'), ' ', '') || ';' LIKE '%;Ca;%')
      AS cancels
  FROM {schema}.trades
),
by_transaction AS (
  SELECT c.account_id, c._query, c._row_key AS cancellation, o._row_key AS original
  FROM (
    SELECT m.*, row_number() OVER (
      PARTITION BY account_id, _query, orig_transaction_id ORDER BY _row_key) AS turn
    FROM marked m WHERE cancels AND orig_transaction_id IS NOT NULL
  ) c
  JOIN (
    SELECT m.*, row_number() OVER (
      PARTITION BY account_id, _query, transaction_id ORDER BY _row_key) AS turn
    FROM marked m WHERE NOT cancels AND transaction_id IS NOT NULL
  ) o
    ON o.account_id = c.account_id AND o._query = c._query
   AND o.transaction_id = c.orig_transaction_id AND o.turn = c.turn AND o.quantity = -c.quantity
),
by_trade AS (
  SELECT c.account_id, c._query, c._row_key AS cancellation, o._row_key AS original
  FROM (
    SELECT m.*, row_number() OVER (
      PARTITION BY account_id, _query, orig_trade_id, conid, quantity, trade_price
      ORDER BY report_date, _row_key) AS turn
    FROM marked m
    WHERE cancels AND orig_trade_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM by_transaction b WHERE b.account_id = m.account_id AND b._query = m._query
        AND b.cancellation = m._row_key)
  ) c
  JOIN (
    SELECT m.*, row_number() OVER (
      PARTITION BY account_id, _query, trade_id, conid, quantity, trade_price
      ORDER BY report_date, _row_key) AS turn
    FROM marked m
    WHERE NOT cancels AND trade_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM by_transaction b WHERE b.account_id = m.account_id AND b._query = m._query
        AND b.original = m._row_key)
  ) o
    ON o.account_id = c.account_id AND o._query = c._query AND o.trade_id = c.orig_trade_id
   AND o.conid IS NOT DISTINCT FROM c.conid AND o.quantity = -c.quantity AND o.trade_price = c.trade_price
   AND o.turn = c.turn
),
gone AS (
  SELECT account_id, _query, cancellation AS _row_key FROM by_transaction
  UNION ALL SELECT account_id, _query, original FROM by_transaction
  UNION ALL SELECT account_id, _query, cancellation FROM by_trade
  UNION ALL SELECT account_id, _query, original FROM by_trade
)
SELECT t.account_id, t._query, t.report_date, t.trade_date, t.date_time, t.settle_date_target,
  t.asset_category, t.symbol, t.description, t.conid, t.isin, t.underlying_symbol, t.put_call,
  t.strike, t.expiry, t.multiplier, t.currency, t.fx_rate_to_base, t.transaction_type, t.exchange,
  t.buy_sell, t.open_close_indicator, t.quantity, t.trade_price, t.trade_money, t.proceeds,
  t.taxes, t.ib_commission, t.ib_commission_currency, t.net_cash, t.cost, t.fifo_pnl_realized,
  t.mtm_pnl, t.notes, t.trade_id, t.transaction_id, t.ib_exec_id, t.ib_order_id, t._row_key,
  t._statement_id
FROM {schema}.trades t
WHERE NOT EXISTS (
  SELECT 1 FROM gone g WHERE g.account_id = t.account_id AND g._query = t._query
    AND g._row_key = t._row_key);

-- One row a dividend of an account, query, instrument and currency: what was
-- paid, the tax withheld on it, reversed and booked again, whenever that was
-- reported. The instrument is told by conid, else by isin, else by symbol.
-- Movements belong together by action_id; one without it belongs to
-- the action of the same instrument and day, where there is exactly one, else to
-- what else has no action on that day. The day is that of date_time (in
-- America/New_York), which corrections repeat; else settle_date; else
-- report_date. Counts dividends, payments in lieu, withholding tax and 871(m)
-- withholding; level DETAIL alone; nothing of bonds, whose tax is on interest.
-- Tax is negative. The amounts in base are NULL where a rate is missing.
CREATE OR REPLACE VIEW {schema}.dividends_net AS
WITH movements AS (
  SELECT account_id, _query, conid, symbol, isin, currency, fx_rate_to_base, amount, type,
    report_date, coalesce(conid, isin, symbol) AS instrument,
    CASE WHEN action_id <> '' THEN action_id END AS action_id,
    coalesce(CAST(date_time AT TIME ZONE 'America/New_York' AS date), settle_date, report_date)
      AS day
  FROM {schema}.cash_transactions
  WHERE type IN ('Dividends', 'Payment In Lieu Of Dividends', 'Withholding Tax',
      '871(m) Withholding')
    AND coalesce(level_of_detail, 'DETAIL') = 'DETAIL'
    -- Tax on cash interest names no instrument.
    AND coalesce(conid, isin, symbol) IS NOT NULL
    AND coalesce(asset_category, '') NOT IN ('BOND', 'BILL')
),
joined AS (
  SELECT m.*,
    coalesce(action_id, CASE WHEN min(action_id) OVER same_day = max(action_id) OVER same_day
      THEN min(action_id) OVER same_day END) AS action
  FROM movements m
  WINDOW same_day AS (PARTITION BY account_id, _query, instrument, currency, day)
)
SELECT account_id, _query, min(conid) AS conid, min(symbol) AS symbol, min(isin) AS isin, currency,
  action AS action_id, min(day) AS day,
  min(report_date) AS first_report_date, max(report_date) AS last_report_date,
  sum(CASE WHEN type IN ('Dividends', 'Payment In Lieu Of Dividends') THEN amount ELSE 0 END)
    AS dividends,
  sum(CASE WHEN type IN ('Dividends', 'Payment In Lieu Of Dividends') THEN 0 ELSE amount END)
    AS withholding_tax,
  sum(amount) AS net,
  CASE WHEN count(*) = count(fx_rate_to_base) THEN sum(amount * fx_rate_to_base) END
    AS net_in_base,
  count(*) AS movements
FROM joined
GROUP BY account_id, _query, instrument, currency, action, CASE WHEN action IS NULL THEN day END;

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
