-- Pieces of SQL that views share. In a view, `{zones}` stands for the text below the
-- line that names it, and `{written_day:t.date_time}` for that text with the argument
-- in place of $1.

-- {zones} The zone of each statement that was not read in the default one, out of the
-- options of its load; apart for rows of mode append. names_zones: its times name their
-- own zone, for --timezone did not move the time of generation, which the rank keeps as
-- the default zone reads it.
zones AS (
  SELECT l.statement_id, l.appended,
    split_part(split_part(max(l.variant), '"timezone":"', 2), '"', 1) AS zone,
    coalesce(max(substr(c.rank, 1, 19))
      = max(replace(substr(CAST(s.when_generated AT TIME ZONE 'UTC' AS text), 1, 19), ' ', 'T')),
      FALSE) AS names_zones
  FROM (
    SELECT statement_id, variant, variant LIKE 'append %' AS appended
    FROM {schema}.flexetl_load_statements WHERE variant LIKE '%"timezone":"%'
  ) l
  LEFT JOIN (
    SELECT statement_id, min(rank) AS rank FROM {schema}.flexetl_coverage GROUP BY statement_id
  ) c ON c.statement_id = l.statement_id
  LEFT JOIN {schema}.flexetl_statements s ON s._statement_id = l.statement_id
  GROUP BY l.statement_id, l.appended
)

-- {with_zone} Joins the zone, as z, to the rows of the alias $1.
LEFT JOIN zones z ON z.statement_id = $1._statement_id
    AND z.appended = (substr($1._row_key, 1, length($1._statement_id) + 1) = $1._statement_id || '/')

-- {zone} The zone that the wall clocks of a row were read in.
coalesce(z.zone, 'America/New_York')

-- {written_day} The date that the broker wrote, of a time. Where the statement names zones,
-- they are those of US Eastern, as the service writes them; a date without a time names
-- none, and is midnight in the zone of the load.
CASE
      WHEN z.names_zones AND CAST($1 AT TIME ZONE z.zone AS time) <> TIME '00:00:00'
      THEN CAST($1 AT TIME ZONE 'America/New_York' AS date)
      ELSE CAST($1 AT TIME ZONE {zone} AS date)
    END

-- {trade_day} The day that a trade of the alias $1 counts by.
coalesce($1.report_date, $1.trade_date, {written_day:$1.date_time})

-- {trade_columns} What views take of a trade.
t.account_id, t._query, t.report_date, t.trade_date,
    {trade_day:t} AS day,
    t.settle_date_target, t.asset_category, t.symbol, t.description, t.conid, t.isin,
    t.underlying_symbol, t.put_call, t.strike, t.expiry, t.multiplier, t.currency,
    t.fx_rate_to_base, t.transaction_type, t.exchange, t.buy_sell, t.open_close_indicator,
    t.quantity, t.trade_price, t.trade_money, t.proceeds, t.taxes, t.ib_commission,
    t.ib_commission_currency, t.net_cash, t.cost, t.fifo_pnl_realized, t.mtm_pnl, t.notes,
    t.trade_id, t.transaction_id, t.orig_trade_id, t.orig_transaction_id, t.ib_exec_id,
    t.ib_order_id, t._row_key, t._statement_id, t._row_number

-- {fills} Executions; and orders where the query has no executions of them: none of the same
-- number on the same day, and none at all on that day where either has no number.
executed AS (
  SELECT t.account_id, t._query, coalesce({trade_day:t}, DATE '0001-01-01') AS day,
    CASE WHEN t.ib_order_id NOT IN ('', '0') THEN t.ib_order_id END AS ib_order_id
  FROM {maybe}.trades t
    {with_zone:t}
),
ordered AS (
  SELECT 'ORDER' AS level_of_detail, t.date_time,
    {trade_columns}
  FROM {maybe}.trade_orders t
    {with_zone:t}
),
fills AS (
  SELECT 'EXECUTION' AS level_of_detail,
    coalesce(t.date_time, (t.trade_date + t.trade_time) AT TIME ZONE {zone}) AS date_time,
    {trade_columns}
  FROM {maybe}.trades t
    {with_zone:t}
  WHERE coalesce(t.level_of_detail, 'EXECUTION') = 'EXECUTION'
  UNION ALL
  SELECT o.*
  FROM ordered o
  WHERE NOT EXISTS (
      SELECT 1 FROM executed e
      WHERE e.account_id = o.account_id AND e._query = o._query
        AND e.day = coalesce(o.day, DATE '0001-01-01') AND e.ib_order_id = o.ib_order_id)
    AND NOT EXISTS (
      SELECT 1 FROM executed e
      WHERE e.account_id = o.account_id AND e._query = o._query
        AND e.day = coalesce(o.day, DATE '0001-01-01')
        AND (e.ib_order_id IS NULL OR coalesce(o.ib_order_id, '') IN ('', '0')))
)

-- {cash} Movements of the section CashTransactions: level DETAIL; level SUMMARY where the query
-- has no DETAIL of the statement or the day, and not where it sums up several accounts.
cash_days AS (
  SELECT c.account_id, c._query, c._statement_id, coalesce(c.level_of_detail, 'DETAIL') AS level,
    coalesce(c.report_date, c.settle_date, {written_day:c.date_time}, DATE '0001-01-01') AS day
  FROM {maybe}.cash_transactions c
    {with_zone:c}
  WHERE coalesce(c.level_of_detail, 'DETAIL') <> 'SUMMARY'
),
cash AS (
  SELECT c.account_id, c._query, coalesce(c.level_of_detail, 'DETAIL') AS level_of_detail,
    coalesce(c.report_date, c.settle_date, {written_day:c.date_time}) AS day,
    {written_day:c.date_time} AS written_day,
    c.report_date, c.settle_date, c.ex_date, c.date_time, c.currency, c.fx_rate_to_base,
    CASE WHEN c.type = 'Deposits & Withdrawals' THEN 'Deposits/Withdrawals' ELSE c.type END AS type,
    c.amount, c.asset_category, c.symbol, c.conid, c.isin, c.description, c.dividend_type,
    c.code, CASE WHEN c.action_id NOT IN ('', '0') THEN c.action_id END AS action_id,
    c.transaction_id, c._row_key, c._statement_id, c._row_number
  FROM {maybe}.cash_transactions c
    {with_zone:c}
  WHERE coalesce(c.level_of_detail, 'DETAIL') <> 'SUMMARY'
    OR (c.account_id <> '-'
      AND NOT EXISTS (
        SELECT 1 FROM cash_days d WHERE d.account_id = c.account_id AND d._query = c._query
          AND d._statement_id = c._statement_id)
      AND NOT EXISTS (
        SELECT 1 FROM cash_days d WHERE d.account_id = c.account_id AND d._query = c._query
          AND d.day = coalesce(c.report_date, c.settle_date, {written_day:c.date_time},
            DATE '0001-01-01')))
)

-- {actions} Legs of corporate actions: level DETAIL; level SUMMARY where the query has no DETAIL
-- of the statement or the day. proceeds is the cash; amount is its opposite.
action_days AS (
  SELECT a.account_id, a._query, a._statement_id,
    coalesce(a.report_date, a.date, {written_day:a.date_time}, DATE '0001-01-01') AS day
  FROM {maybe}.corporate_actions a
    {with_zone:a}
  WHERE coalesce(a.level_of_detail, 'DETAIL') <> 'SUMMARY'
),
actions AS (
  SELECT a.account_id, a._query, coalesce(a.level_of_detail, 'DETAIL') AS level_of_detail,
    coalesce(a.report_date, a.date, {written_day:a.date_time}) AS day,
    a.report_date, a.date_time, a.type, a.currency, a.fx_rate_to_base, a.asset_category, a.symbol,
    a.conid, a.isin, coalesce(a.action_description, a.description) AS description, a.quantity,
    coalesce(a.proceeds, -a.amount) AS proceeds, a.value, coalesce(a.cost_basis, a.cost) AS cost_basis,
    coalesce(a.fifo_pnl_realized, a.realized_pl) AS fifo_pnl_realized, a.mtm_pnl, a.code,
    CASE WHEN a.action_id NOT IN ('', '0') THEN a.action_id END AS action_id,
    a.transaction_id, a._row_key, a._statement_id, a._row_number
  FROM {maybe}.corporate_actions a
    {with_zone:a}
  WHERE coalesce(a.level_of_detail, 'DETAIL') <> 'SUMMARY'
    OR (a.account_id <> '-'
      AND NOT EXISTS (
        SELECT 1 FROM action_days d WHERE d.account_id = a.account_id AND d._query = a._query
          AND d._statement_id = a._statement_id)
      AND NOT EXISTS (
        SELECT 1 FROM action_days d WHERE d.account_id = a.account_id AND d._query = a._query
          AND d.day = coalesce(a.report_date, a.date, {written_day:a.date_time},
            DATE '0001-01-01')))
)

-- {is_fx} Whether a trade of the alias $1 converts currency. Without its category a pair is known
-- by its symbol, and by having no net cash.
($1.asset_category = 'CASH' OR ($1.asset_category IS NULL AND coalesce($1.net_cash, 0) = 0
      AND coalesce($1.symbol LIKE '___.' || $1.currency, FALSE)))
