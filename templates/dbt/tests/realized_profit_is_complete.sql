-- Fails where months and trades do not have the same sums, to the last digit.
with months as (
  select account_id, query, currency, sum(realized_profit) as realized_profit
  from {{ ref('realized_profit_by_month') }}
  group by 1, 2, 3
),
trades as (
  select account_id, query, currency, sum(realized_profit) as realized_profit
  from {{ ref('stg_trades') }}
  where realized_profit <> 0
  group by 1, 2, 3
)
select * from (select * from months except select * from trades) as too_much
union all
select * from (select * from trades except select * from months) as missing
