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
