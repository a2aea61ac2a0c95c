-- By currency, since amounts of two currencies have no sum. All are decimals: sums are exact.
select
  account_id,
  query,
  cast(date_trunc('month', day) as date) as month,
  currency,
  sum(realized_profit) as realized_profit,
  count(*) as executions
from {{ ref('stg_trades') }}
where realized_profit <> 0
group by 1, 2, 3, 4
