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
