-- Trades without those that were cancelled: a cancellation (TradeCancel, FracShareCancel, code
-- Ca) goes together with the execution that it names, by orig_transaction_id, else by
-- orig_trade_id with the opposite quantity and the same price. Corrections and rebooked trades
-- stay. A cancellation stays where its original is not in the table or cannot be told, so that
-- sums of quantity, money and profit are those of all trades. Executions; orders where the
-- query has no executions of them, as level_of_detail says.
--
-- account_id: Account of the trade.
-- _query: The Flex query that delivered it.
-- level_of_detail: EXECUTION; ORDER where the query has orders and no executions of them.
-- day: Day that the trade counts by: report_date, else trade_date, else the date of date_time
--   as the broker wrote it.
-- report_date: Day of the statement that it belongs to.
-- trade_date: Trade date.
-- date_time: Time of the trade; where the query does not select it, trade_date and trade_time.
-- settle_date_target: Day on which it settles.
-- asset_category: Class of the instrument.
-- symbol: Symbol of the instrument.
-- description: Name of the instrument.
-- conid: Contract id of the instrument.
-- isin: ISIN of the instrument.
-- underlying_symbol: Symbol of the underlying.
-- put_call: P or C of options.
-- strike: Strike of options.
-- expiry: Last day of a derivative.
-- multiplier: What one contract stands for.
-- currency: Currency of the amounts.
-- fx_rate_to_base: Rate of currency into the base currency.
-- transaction_type: ExchTrade, BookTrade, TradeCorrect and the like.
-- exchange: Where it was executed.
-- buy_sell: BUY or SELL.
-- open_close_indicator: O where it opens a position, C where it closes one.
-- quantity: Quantity; negative where it is sold.
-- trade_price: Price of one unit.
-- trade_money: quantity by price by multiplier.
-- proceeds: What it brings before commission; negative where it is paid.
-- taxes: Taxes on it; negative.
-- ib_commission: Commission; negative where it is paid.
-- ib_commission_currency: Currency of the commission.
-- net_cash: proceeds with taxes and commission.
-- cost: Cost basis of what it opens or closes.
-- fifo_pnl_realized: Profit that it realizes, first in first out.
-- mtm_pnl: Profit against the closing price of the day.
-- notes: Codes of the broker.
-- trade_id: Trade id; not unique.
-- transaction_id: Transaction id.
-- ib_exec_id: Execution id.
-- ib_order_id: Number of its order.
-- _row_key: The row of the table trades or trade_orders.
-- _statement_id: The statement that brought it.
CREATE OR REPLACE VIEW {schema}.trades_net AS
WITH {zones},
{fills},
marked AS (
  SELECT account_id, _query, _row_key, day, conid, quantity, trade_price,
    CASE WHEN trade_id NOT IN ('', '0') THEN trade_id END AS trade_id,
    CASE WHEN transaction_id NOT IN ('', '0') THEN transaction_id END AS transaction_id,
    CASE WHEN orig_trade_id NOT IN ('', '0') THEN orig_trade_id END AS orig_trade_id,
    CASE WHEN orig_transaction_id NOT IN ('', '0') THEN orig_transaction_id END
      AS orig_transaction_id,
    (coalesce(transaction_type, '') IN ('TradeCancel', 'FracShareCancel')
      OR coalesce(buy_sell, '') LIKE '%(Ca.)'
      OR ';' || replace(replace(coalesce(notes, ''), ',', ';'), ' ', '') || ';' LIKE '%;Ca;%')
      AS cancels
  FROM fills WHERE level_of_detail = 'EXECUTION'
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
      ORDER BY day, _row_key) AS turn
    FROM marked m
    WHERE cancels AND orig_trade_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM by_transaction b WHERE b.account_id = m.account_id AND b._query = m._query
        AND b.cancellation = m._row_key)
  ) c
  JOIN (
    SELECT m.*, row_number() OVER (
      PARTITION BY account_id, _query, trade_id, conid, quantity, trade_price
      ORDER BY day, _row_key) AS turn
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
SELECT t.account_id, t._query, t.level_of_detail, t.day, t.report_date, t.trade_date, t.date_time,
  t.settle_date_target, t.asset_category, t.symbol, t.description, t.conid, t.isin,
  t.underlying_symbol, t.put_call, t.strike, t.expiry, t.multiplier, t.currency,
  t.fx_rate_to_base, t.transaction_type, t.exchange, t.buy_sell, t.open_close_indicator,
  t.quantity, t.trade_price, t.trade_money, t.proceeds, t.taxes, t.ib_commission,
  t.ib_commission_currency, t.net_cash, t.cost, t.fifo_pnl_realized, t.mtm_pnl, t.notes,
  t.trade_id, t.transaction_id, t.ib_exec_id, t.ib_order_id, t._row_key, t._statement_id
FROM fills t
WHERE t.level_of_detail = 'ORDER' OR NOT EXISTS (
  SELECT 1 FROM gone g WHERE g.account_id = t.account_id AND g._query = t._query
    AND g._row_key = t._row_key);
