/**
 * Cash: the starting balance and what moved it make the ending balance, for each
 * currency of CashReport and for the base summary, and in each segment.
 */
import { bookOf, lackingList, type Identity, type Source } from './identity.js';

const TABLE = 'cash_report_currencies';

/** The whole account, and the segments that it is made of. */
const SEGMENTS = ['', 'Sec', 'Com', 'IBUKL', 'Paxos'] as const;

/** Parts that must be selected: without them a difference means nothing. */
const USUAL = ['netTradesSales', 'netTradesPurchases', 'commissions'] as const;

/** Other movements of cash; if not selected, they count as zero. */
const OTHERS = [
  'clientFees',
  'referralFee',
  'commissionCreditsRedemption',
  'billableCommissions',
  'carbonCredits',
  'donations',
  'accountTransfers',
  'linkingAdjustments',
  'internalTransfers',
  'paxosTransfers',
  'excessFundSweep',
  'debitCardActivity',
  'billPay',
  'dividends',
  'insuredDepositInterest',
  'brokerInterest',
  'brokerFees',
  'bondInterest',
  'cashSettlingMtm',
  'realizedVm',
  'realizedForexVm',
  'cfdCharges',
  'advisorFees',
  'feesReceivables',
  'paymentInLieu',
  'transactionTax',
  'taxReceivables',
  'withholdingTax',
  'withholding871m',
  'withholdingCollectedTax',
  'salesTax',
  'billableSalesTax',
  'ipoSubscription',
  'fxTranslationGainLoss',
  'otherFees',
  'otherIncome',
  'other',
] as const;

/** Of those, the ones to name if they are not selected and the rest does not tie. */
const COMMON = [
  'dividends',
  'brokerInterest',
  'withholdingTax',
  'otherFees',
  'cashSettlingMtm',
  'internalTransfers',
  'accountTransfers',
  'transactionTax',
] as const;

export const cashParts: Identity = {
  name: 'cash_parts',
  equation: 'CashReport: startingCash + all parts = endingCash',
  leavesOut:
    'For each currency, for BASE_SUMMARY, and for each segment (Sec, Com, IBUKL, Paxos) that is ' +
    'selected. deposits and withdrawals are what depositWithdrawals consists of, and count only ' +
    "without it. Futures and other positions that settle in cash daily are in it by the broker's " +
    'own figures (cashSettlingMtm, realizedVm); collateral of securities lending is not part of it. ' +
    'A part that the query does not select counts as nothing, and a difference names the common ones.',
  tolerance: '0.000001',
  needs: [{ section: 'CashReport', table: TABLE }],
  otherwise: 'a row of CashReport',
  checks,
};

function checks(source: Source): string {
  const segments = SEGMENTS.filter(
    (segment) =>
      segment === '' ||
      (source.has(TABLE, `startingCash${segment}`) && source.has(TABLE, `endingCash${segment}`)),
  );
  return `WITH figures AS (${cashWindows(source)})
  ${segments.map((segment) => segmentChecks(source, segment)).join('\n  UNION ALL\n  ')}`;
}

/** A query of the rows of CashReport with book, since, day and subject, all their columns, and the alias c. */
export function cashWindows(source: Source): string {
  const column = (attribute: string, type?: string): string =>
    source.column('c', TABLE, attribute, type);
  return `SELECT c.*, c._query AS query, ${bookOf('c')} AS book,
      coalesce(${column('fromDate', 'date')}, w.window_from) AS since,
      coalesce(${column('toDate', 'date')}, w.window_to) AS day
    FROM ${source.relation(TABLE)} c
    LEFT JOIN ${source.windows(TABLE)} w ON w.query = c._query AND w.statement_id = c._statement_id`;
}

function segmentChecks(source: Source, segment: string): string {
  const column = (attribute: string): string => source.column('c', TABLE, attribute + segment);
  const missing = (attribute: string): string => `${column(attribute)} IS NULL`;
  const name = (attribute: string): string => `CashReport@${attribute}${segment}`;
  const parts = [...USUAL, ...OTHERS].map((attribute) => attribute + segment);
  const deposited = `coalesce(${column('depositWithdrawals')},
      coalesce(${column('deposits')}, 0) + coalesce(${column('withdrawals')}, 0))`;
  const subject = segment === '' ? 'c.currency' : `c.currency || ' ${segment}'`;
  return `SELECT c.account_id, c.query, c.book, c.since, c.day, coalesce(${subject}, '') AS subject,
    ${column('startingCash')} + ${source.sum('c', TABLE, parts)} + ${deposited} AS expected,
    ${column('endingCash')} AS found,
    ${lackingList([
      [missing('startingCash'), name('startingCash')],
      [missing('endingCash'), name('endingCash')],
      ...USUAL.map((attribute) => [missing(attribute), name(attribute)] as const),
      [`${missing('depositWithdrawals')} AND ${missing('deposits')}`, name('depositWithdrawals')],
      [
        `c.currency = 'BASE_SUMMARY' AND ${missing('fxTranslationGainLoss')}`,
        name('fxTranslationGainLoss'),
      ],
    ])} AS lacking,
    'not selected: ' || ${lackingList(COMMON.map((each) => [missing(each), each + segment] as const))} AS note
  FROM figures c
  ${segment === '' ? '' : `WHERE ${column('startingCash')} IS NOT NULL AND ${column('endingCash')} IS NOT NULL`}`;
}
