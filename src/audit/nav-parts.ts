/**
 * NAV: the starting value plus all changes is the ending value. Each row of ChangeInNAV on its own;
 * how windows follow each other is nav-totals.ts.
 */
import { bookOf, lackingList, type Identity, type Source } from './identity.js';

const TABLE = 'change_in_nav';

/**
 * Parts that must be selected, since hardly any window has none of them: without them a difference
 * means nothing.
 */
const USUAL = ['depositsWithdrawals', 'dividends', 'commissions'] as const;

/** Parts to name if they are not selected and the rest does not tie. */
const COMMON = [
  'withholdingTax',
  'interest',
  'changeInDividendAccruals',
  'changeInInterestAccruals',
  'fxTranslation',
  'otherFees',
  'brokerFees',
  'transactionTax',
  'assetTransfers',
] as const;

/**
 * Parts that most accounts never have, or that were added later: if not selected, they count as
 * zero.
 */
const RARE = [
  'costAdjustments',
  'transferredPnlAdjustments',
  'internalCashTransfers',
  'excessFundSweep',
  'debitCardActivity',
  'billPay',
  'grantActivity',
  'withholding871m',
  'withholdingTaxCollected',
  'advisorFees',
  'clientFees',
  'feesReceivables',
  'commissionCreditsRedemption',
  'commissionReceivables',
  'forexCommissions',
  'taxReceivables',
  'salesTax',
  'billableSalesTax',
  'softDollars',
  'netFxTrading',
  'linkingAdjustments',
  'other',
  'carbonCredits',
  'changeInBrokerFeeAccruals',
  'changeInCGTWithholdingAccruals',
  'changeInIncentiveCouponAccruals',
  'changeInLiteSurchargeAccruals',
  'commissionsAtPaxos',
  'donations',
  'mtmAtPaxos',
  'otherIncome',
  'paxosTransfers',
  'referralFee',
] as const;

export const navParts: Identity = {
  name: 'nav_parts',
  equation: 'ChangeInNAV: startingValue + all parts = endingValue',
  leavesOut:
    'The profit is in it once, as mtm or as realized + changeInUnrealized, whichever the query ' +
    'is set to; where both are filled, either may make the sum. corporateActionProceeds repeats ' +
    'what other parts hold in some reports: it counts only where the sum needs it. A part that ' +
    'the query does not select counts as nothing, and a difference names the common ones.',
  tolerance: '0.000001',
  needs: [{ section: 'ChangeInNAV', table: TABLE }],
  otherwise: 'a row of ChangeInNAV',
  checks,
};

function checks(source: Source): string {
  const column = (attribute: string, type?: string): string =>
    source.column('n', TABLE, attribute, type);
  const missing = (attribute: string): string => `${column(attribute)} IS NULL`;
  const profitMissing = `${missing('mtm')} AND (${missing('realized')} OR ${missing('changeInUnrealized')})`;
  return `WITH figures AS (
    SELECT n.account_id, n._query AS query, ${bookOf('n')} AS book, n._statement_id, n._row_key,
      coalesce(${column('fromDate', 'date')}, w.window_from) AS since,
      coalesce(${column('toDate', 'date')}, w.window_to) AS day,
      ${column('startingValue')} AS starting, ${column('endingValue')} AS ending,
      ${source.sum('n', TABLE, [...USUAL, ...COMMON, ...RARE])} AS parts,
      ${source.sum('n', TABLE, ['mtm'])} AS mtm,
      ${source.sum('n', TABLE, ['realized', 'changeInUnrealized'])} AS realized,
      ${source.sum('n', TABLE, ['corporateActionProceeds'])} AS proceeds,
      ${lackingList([
        [missing('startingValue'), 'ChangeInNAV@startingValue'],
        [missing('endingValue'), 'ChangeInNAV@endingValue'],
        [profitMissing, 'ChangeInNAV@mtm'],
        ...USUAL.map((name) => [missing(name), `ChangeInNAV@${name}`] as const),
      ])} AS lacking,
      ${lackingList(COMMON.map((name) => [missing(name), name] as const))} AS unselected
    FROM ${source.relation(TABLE)} n
    LEFT JOIN ${source.windows(TABLE)} w ON w.query = n._query AND w.statement_id = n._statement_id
  ),
  readings AS (
    SELECT f.*, starting + parts + profit_of.share * mtm + realized_of.share * realized
        + proceeds_of.share * proceeds AS expected
    FROM figures f
    CROSS JOIN (VALUES (0), (1)) profit_of (share)
    CROSS JOIN (VALUES (0), (1)) realized_of (share)
    CROSS JOIN (VALUES (0), (1)) proceeds_of (share)
    WHERE profit_of.share + realized_of.share > 0
  ),
  best AS (
    SELECT r.*, row_number() OVER (
      PARTITION BY query, _statement_id, _row_key ORDER BY abs(ending - expected), expected) AS place
    FROM readings r
  )
  SELECT account_id, query, book, since, day, '' AS subject, expected, ending AS found, lacking,
    'not selected: ' || unselected AS note
  FROM best WHERE place = 1`;
}
