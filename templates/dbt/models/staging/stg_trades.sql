-- Executions. The day is that of the statement, as the broker counts; where the query does not
-- select it, the trade date.
select
  account_id,
  _query as query,
  coalesce(
    report_date,
    trade_date,
    cast(date_time at time zone 'America/New_York' as date)
  ) as day,
  asset_category,
  symbol,
  conid,
  currency,
  fx_rate_to_base,
  buy_sell,
  quantity,
  trade_price,
  proceeds,
  ib_commission as commission,
  ib_commission_currency as commission_currency,
  net_cash,
  fifo_pnl_realized as realized_profit,
  _row_key as row_key,
  _statement_id as statement_id
from {{ source('flex', 'trades') }}
where coalesce(level_of_detail, 'EXECUTION') = 'EXECUTION'
