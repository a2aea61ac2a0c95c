-- Conversions of currency: trades of category CASH, a row each execution; orders where the query
-- has no executions of them. Without the category a pair is known by its symbol. A cancellation
-- is a row of its own, with what was sold and bought turned round.
--
-- account_id: Account.
-- _query: The Flex query that delivered it.
-- day: Day of the trade: report_date, else trade_date, else the date of date_time as written.
-- date_time: Time of the trade.
-- settle_date: Day on which it settles.
-- pair: Symbol of the pair, as EUR.USD.
-- sold_currency: Currency that leaves the account; NULL where the symbol does not tell it.
-- sold_amount: How much of it, above zero.
-- bought_currency: Currency that comes.
-- bought_amount: How much of it, above zero.
-- price: Units of the second currency of the pair for one of the first.
-- commission: Commission; negative where it is paid.
-- commission_currency: Its currency.
-- notes: Codes of the broker, AFx for automatic conversions.
-- transaction_id: Transaction id.
-- level_of_detail: EXECUTION or ORDER.
-- _row_key: The row of the table trades or trade_orders.
-- _statement_id: The statement that brought it.
CREATE OR REPLACE VIEW {schema}.fx_conversions AS
WITH {zones},
{fills},
conversions AS (
  SELECT f.*, coalesce(proceeds, -trade_money) AS money,
    CASE WHEN symbol LIKE '___.___' THEN substr(symbol, 1, 3)
      WHEN description LIKE '___.___' THEN substr(description, 1, 3) END AS first_currency
  FROM fills f
  WHERE {is_fx:f}
)
SELECT account_id, _query, day, date_time, settle_date_target AS settle_date,
  coalesce(symbol, description) AS pair,
  CASE WHEN quantity < 0 THEN first_currency ELSE currency END AS sold_currency,
  CASE WHEN quantity < 0 THEN -quantity ELSE -money END AS sold_amount,
  CASE WHEN quantity < 0 THEN currency ELSE first_currency END AS bought_currency,
  CASE WHEN quantity < 0 THEN money ELSE quantity END AS bought_amount,
  trade_price AS price, ib_commission AS commission,
  CASE WHEN ib_commission IS NOT NULL THEN coalesce(ib_commission_currency, currency) END
    AS commission_currency,
  notes, transaction_id, level_of_detail, _row_key, _statement_id
FROM conversions;
