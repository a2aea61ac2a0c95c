-- One row a dividend of an account, query, instrument and currency: what was paid, the tax
-- withheld and the fees charged on it, reversed and booked again, whenever that was reported.
-- The instrument is told by conid, else by isin, else by symbol. Movements belong together by
-- action_id; one without it belongs to the action of the same instrument, day and rate per share,
-- else of instrument and day, where there is exactly one, else to what has no action on that day. Dividends of one action or day
-- are rows of their own where the rate per share or the kind tells them apart; tax and fees go
-- to the dividend whose rate they name, else have a row of their own. Level DETAIL; SUMMARY where the query has no
-- DETAIL of the day. Nothing of bonds, whose tax is on interest, and no fees without a dividend.
--
-- account_id: Account.
-- _query: The Flex query that delivered the rows; rows of two queries are never to be added.
-- conid: Contract id of the instrument.
-- symbol: Symbol of the instrument.
-- isin: ISIN of the instrument.
-- currency: Currency of the amounts.
-- action_id: Id of the corporate action; NULL where the rows have none (0 is none).
-- day: Day of the dividend: the date of date_time as the broker wrote it, which corrections
--   repeat; else settle_date; else report_date.
-- settle_date: Day on which it was paid, the first where corrections name others.
-- ex_date: First day without the right to it, where the cash or an accrual tells it.
-- first_report_date: When the first of its movements was reported.
-- last_report_date: When the last was.
-- kind: dividend_type, else what the description ends with in parentheses, as Ordinary
--   Dividend or Return of Capital; both ends of the alphabet where the row has several.
-- is_mixed: Whether the row adds up payments of several kinds, or several payments that
--   nothing tells apart, or tax of which nothing tells the dividend.
-- dividends: Dividends, with their reversals.
-- payments_in_lieu: Payments in lieu of dividends, with their reversals.
-- withholding_tax: Withholding tax and 871(m) withholding; negative.
-- fees: Fees on the dividend, as for depositary receipts; negative.
-- net: All four together.
-- net_in_base: Each movement by its rate; NULL where a rate is missing.
-- quantity: Shares that it was paid on, where one accrual of the day of payment tells it.
-- gross_rate: Amount per share, from the same accrual.
-- movements: Number of rows.
CREATE OR REPLACE VIEW {schema}.dividends_net AS
WITH {zones},
{cash},
described AS (
  SELECT c.account_id, c._query, c.conid, c.symbol, c.isin, c.currency, c.fx_rate_to_base,
    c.amount, c.type, c.report_date, c.settle_date, c.ex_date, c.action_id,
    coalesce(c.conid, c.isin, c.symbol) AS instrument,
    coalesce(c.written_day, c.settle_date, c.report_date) AS day,
    CASE WHEN c.type IN ('Dividends', 'Payment In Lieu Of Dividends')
      THEN coalesce(c.dividend_type, CASE WHEN replace(c.description, ' - REVERSAL', '') LIKE '%(%)'
        THEN regexp_replace(replace(c.description, ' - REVERSAL', ''), '^.*[(]([^()]*)[)]$', '\1') END)
    END AS kind,
    CASE WHEN c.description LIKE '%DIVIDEND% PER SHARE%'
      THEN substr(c.description, strpos(c.description, 'DIVIDEND'),
        strpos(c.description, ' PER SHARE') - strpos(c.description, 'DIVIDEND')) END AS rate
  FROM cash c
  WHERE c.type IN ('Dividends', 'Payment In Lieu Of Dividends', 'Withholding Tax',
      '871(m) Withholding', 'Other Fees')
    -- Tax on cash interest names no instrument.
    AND coalesce(c.conid, c.isin, c.symbol) IS NOT NULL
    AND coalesce(c.asset_category, '') NOT IN ('BOND', 'BILL')
),
joined AS (
  SELECT d.*, coalesce(action_id,
      CASE WHEN rate IS NOT NULL AND min(action_id) OVER same_rate = max(action_id) OVER same_rate
        THEN min(action_id) OVER same_rate END,
      CASE WHEN min(action_id) OVER same_day = max(action_id) OVER same_day
        THEN min(action_id) OVER same_day END) AS action
  FROM described d
  WINDOW same_day AS (PARTITION BY account_id, _query, instrument, currency, day),
    same_rate AS (PARTITION BY account_id, _query, instrument, currency, day, rate)
),
dated AS (
  SELECT j.*, CASE WHEN action IS NULL THEN coalesce(day, DATE '0001-01-01')
      ELSE DATE '0001-01-01' END AS action_day
  FROM joined j
),
-- What each came to within its action or day: reversed and rebooked as another, it is nothing.
told_apart AS (
  SELECT account_id, _query, instrument, currency, coalesce(action, '') AS action, action_day,
    coalesce(rate, '') AS rate, coalesce(kind, '') AS kind
  FROM dated
  WHERE type = 'Dividends'
  GROUP BY account_id, _query, instrument, currency, coalesce(action, ''), action_day,
    coalesce(rate, ''), coalesce(kind, '')
  HAVING sum(amount) <> 0
),
several AS (
  SELECT account_id, _query, instrument, currency, action, action_day
  FROM told_apart
  GROUP BY account_id, _query, instrument, currency, action, action_day
  HAVING count(*) > 1
),
-- Tax and fees name the rate and not the kind.
kinds AS (
  SELECT account_id, _query, instrument, currency, action, action_day, rate, min(kind) AS kind
  FROM told_apart
  GROUP BY account_id, _query, instrument, currency, action, action_day, rate
  HAVING count(*) = 1
),
parted AS (
  SELECT d.*, s.account_id IS NOT NULL AS is_parted,
    CASE WHEN s.account_id IS NOT NULL THEN coalesce(d.rate, '') END AS part,
    CASE WHEN s.account_id IS NULL THEN NULL
      WHEN d.type IN ('Dividends', 'Payment In Lieu Of Dividends') THEN coalesce(d.kind, '')
      ELSE coalesce(k.kind, '') END AS part_kind
  FROM dated d
  LEFT JOIN several s ON s.account_id = d.account_id AND s._query = d._query
    AND s.instrument = d.instrument AND s.currency IS NOT DISTINCT FROM d.currency
    AND s.action = coalesce(d.action, '') AND s.action_day = d.action_day
  LEFT JOIN kinds k ON k.account_id = d.account_id AND k._query = d._query
    AND k.instrument = d.instrument AND k.currency IS NOT DISTINCT FROM d.currency
    AND k.action = coalesce(d.action, '') AND k.action_day = d.action_day
    AND k.rate = coalesce(d.rate, '')
),
summed AS (
  SELECT account_id, _query, instrument, min(conid) AS conid, min(symbol) AS symbol,
    min(isin) AS isin, currency, action, min(day) AS day, min(settle_date) AS settle_date,
    min(ex_date) AS ex_date, min(report_date) AS first_report_date,
    max(report_date) AS last_report_date,
    CASE WHEN min(kind) = max(kind) THEN min(kind) ELSE min(kind) || ', ' || max(kind) END AS kind,
    coalesce(min(kind) <> max(kind), FALSE)
      OR (is_parted AND count(CASE WHEN type IN ('Dividends', 'Payment In Lieu Of Dividends')
        THEN 1 END) = 0)
      OR sum(CASE WHEN type = 'Dividends' THEN CASE WHEN amount > 0 THEN 1 ELSE -1 END END) > 1
      AS is_mixed,
    sum(CASE WHEN type = 'Dividends' THEN amount ELSE 0 END) AS dividends,
    sum(CASE WHEN type = 'Payment In Lieu Of Dividends' THEN amount ELSE 0 END)
      AS payments_in_lieu,
    sum(CASE WHEN type IN ('Withholding Tax', '871(m) Withholding') THEN amount ELSE 0 END)
      AS withholding_tax,
    sum(CASE WHEN type = 'Other Fees' THEN amount ELSE 0 END) AS fees,
    sum(amount) AS net,
    CASE WHEN count(*) = count(fx_rate_to_base) THEN sum(amount * fx_rate_to_base) END
      AS net_in_base,
    count(*) AS movements, count(CASE WHEN type <> 'Other Fees' THEN 1 END) AS of_dividends
  FROM parted
  GROUP BY account_id, _query, instrument, currency, action, action_day, is_parted, part, part_kind
),
accrued AS (
  SELECT account_id, _query, coalesce(conid, isin, symbol) AS instrument, pay_date, gross_amount,
    quantity, gross_rate, ex_date
  FROM {maybe}.change_in_dividend_accruals changed WHERE gross_amount > 0
  UNION
  SELECT account_id, _query, coalesce(conid, isin, symbol), pay_date, gross_amount, quantity,
    gross_rate, ex_date
  FROM {maybe}.open_dividend_accruals still_open WHERE gross_amount > 0
),
by_day AS (
  SELECT account_id, _query, instrument, pay_date,
    CASE WHEN min(quantity) = max(quantity) THEN min(quantity) END AS quantity,
    CASE WHEN min(gross_rate) = max(gross_rate) THEN min(gross_rate) END AS gross_rate,
    CASE WHEN min(ex_date) = max(ex_date) THEN min(ex_date) END AS ex_date
  FROM accrued GROUP BY account_id, _query, instrument, pay_date
),
by_amount AS (
  SELECT account_id, _query, instrument, pay_date, gross_amount,
    CASE WHEN min(quantity) = max(quantity) THEN min(quantity) END AS quantity,
    CASE WHEN min(gross_rate) = max(gross_rate) THEN min(gross_rate) END AS gross_rate,
    CASE WHEN min(ex_date) = max(ex_date) THEN min(ex_date) END AS ex_date
  FROM accrued GROUP BY account_id, _query, instrument, pay_date, gross_amount
)
SELECT s.account_id, s._query, s.conid, s.symbol, s.isin, s.currency, s.action AS action_id,
  s.day, s.settle_date, coalesce(s.ex_date, a.ex_date, d.ex_date) AS ex_date,
  s.first_report_date, s.last_report_date, s.kind, coalesce(s.is_mixed, FALSE) AS is_mixed,
  s.dividends, s.payments_in_lieu, s.withholding_tax, s.fees, s.net, s.net_in_base,
  coalesce(a.quantity, d.quantity) AS quantity, coalesce(a.gross_rate, d.gross_rate) AS gross_rate,
  s.movements
FROM summed s
LEFT JOIN by_amount a ON a.account_id = s.account_id AND a._query = s._query
  AND a.instrument = s.instrument AND a.pay_date = coalesce(s.settle_date, s.day)
  AND a.gross_amount = s.dividends + s.payments_in_lieu
LEFT JOIN by_day d ON d.account_id = s.account_id AND d._query = s._query
  AND d.instrument = s.instrument AND d.pay_date = coalesce(s.settle_date, s.day)
WHERE s.of_dividends > 0;
