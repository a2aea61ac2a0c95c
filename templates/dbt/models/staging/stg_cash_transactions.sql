-- Movements of cash, one by one: the sums that a query may select beside them are left out.
select
  account_id,
  _query as query,
  coalesce(
    report_date,
    settle_date,
    cast(date_time at time zone 'America/New_York' as date)
  ) as day,
  settle_date,
  type,
  currency,
  fx_rate_to_base,
  amount,
  symbol,
  conid,
  description,
  _row_key as row_key,
  _statement_id as statement_id
from {{ source('flex', 'cash_transactions') }}
where coalesce(level_of_detail, 'DETAIL') <> 'SUMMARY'
