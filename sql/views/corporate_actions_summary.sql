-- Corporate actions, a row each: all legs of one action_id; without one, the legs of a day with
-- the same description. Level DETAIL; SUMMARY where the query has no DETAIL of the day.
--
-- account_id: Account.
-- _query: The Flex query that delivered it.
-- day: Day on which it was booked: report_date of the first leg, else the date of date_time.
-- action_id: Id of the action; NULL where the query does not tell it.
-- type: Type of the action, as FS, TC, SO; the first where the legs differ.
-- currency: Currency of the amounts.
-- description: Description of the action; the first where the legs differ.
-- legs: Number of legs.
-- symbol_out: Symbol that leaves, the first where several do.
-- quantity_out: Quantity that leaves; negative.
-- symbol_in: Symbol that comes, the first where several do.
-- quantity_in: Quantity that comes.
-- proceeds: Cash that comes; negative where it is paid.
-- value: Value of what moves, as the broker has it.
-- realized: Profit that it realizes, first in first out.
-- realized_in_base: realized by the rate of each leg; NULL where one is missing.
-- mtm_pnl: Profit against the closing price of the day.
CREATE OR REPLACE VIEW {schema}.corporate_actions_summary AS
WITH {zones},
{actions}
SELECT account_id, _query, min(day) AS day, action_id, min(type) AS type, currency,
  min(description) AS description, count(*) AS legs,
  min(CASE WHEN quantity < 0 THEN symbol END) AS symbol_out,
  sum(CASE WHEN quantity < 0 THEN quantity ELSE 0 END) AS quantity_out,
  min(CASE WHEN quantity > 0 THEN symbol END) AS symbol_in,
  sum(CASE WHEN quantity > 0 THEN quantity ELSE 0 END) AS quantity_in,
  sum(proceeds) AS proceeds, sum(value) AS value, sum(fifo_pnl_realized) AS realized,
  CASE WHEN count(fifo_pnl_realized) = count(fifo_pnl_realized * fx_rate_to_base)
    THEN sum(fifo_pnl_realized * fx_rate_to_base) END AS realized_in_base,
  sum(mtm_pnl) AS mtm_pnl
FROM actions
GROUP BY account_id, _query, action_id, currency,
  CASE WHEN action_id IS NULL THEN day END, CASE WHEN action_id IS NULL THEN description END;
