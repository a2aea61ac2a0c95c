import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from '../views/warehouse.js';
import { verdictOf } from './auditing.js';

type Row = Readonly<Record<string, string>>;

const TRADES = [
  // A purchase, and dollars bought for euros: 0.50 of commission in dollars.
  {
    symbol: 'AAPL',
    assetCategory: 'STK',
    currency: 'USD',
    reportDate: '20240304',
    quantity: '2',
    netCash: '-301.25',
    transactionID: '1',
  },
  {
    symbol: 'EUR.USD',
    assetCategory: 'CASH',
    currency: 'USD',
    reportDate: '20240304',
    quantity: '-100',
    proceeds: '108',
    taxes: '0',
    netCash: '0',
    ibCommission: '-0.5',
    ibCommissionCurrency: 'USD',
    transactionID: '2',
  },
];
const CASH = [
  {
    currency: 'USD',
    reportDate: '20240304',
    type: 'Dividends',
    amount: '4.75',
    transactionID: '3',
  },
];
const OTHERS = '<CorporateActions/>\n<Transfers/>';

/** −301.25 + 108 − 0.5 + 4.75 = −189 dollars, and −100 euros. */
function report(
  account: string,
  {
    usd = '811',
    other = {},
    sections = OTHERS,
    commission = 'USD',
  }: { usd?: string; other?: Row; sections?: string; commission?: string },
): string {
  const cash = [
    { currency: 'USD', startingCash: '1000', endingCash: usd, ...other },
    { currency: 'EUR', startingCash: '500', endingCash: '400' },
  ];
  return statement({
    account,
    from: '20240304',
    sections: [
      section('CashReport', 'CashReportCurrency', cash),
      section(
        'Trades',
        'Trade',
        TRADES.map((row) =>
          row.assetCategory === 'CASH' ? { ...row, ibCommissionCurrency: commission } : row,
        ),
      ),
      section('CashTransactions', 'CashTransaction', CASH),
      sections,
    ].join('\n'),
  });
}

describe.each(ENGINES)('cash_movements in %s', (engine) => {
  it('are what the cash report changed by', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      report('U1000001', {}),
      report('U1000002', { usd: '811.01' }),
      // Futures settled 12.5: taken from the report itself, and no proof where the rest is off.
      report('U1000003', { usd: '823.5', other: { cashSettlingMtm: '12.5' } }),
      report('U1000004', { usd: '823.51', other: { cashSettlingMtm: '12.5' } }),
      report('U1000005', { usd: '811.01', sections: '' }),
      // A commission in a currency that is none of the pair, and deposits that are not selected.
      report('U1000007', { usd: '811.3', commission: 'CHF' }),
      report('U1000008', { usd: '911', other: { depositWithdrawals: '100' } }),
      statement({
        account: 'U1000006',
        from: '20240304',
        sections: section('CashReport', 'CashReportCurrency', [
          { currency: 'USD', startingCash: '1', endingCash: '1' },
        ]),
      }),
    ]);
    const { counts, differences, lacking } = await verdictOf(warehouse, 'cash_movements');
    expect(differences).toMatchObject([
      {
        account: 'U1000002',
        day: '2024-03-04',
        subject: 'USD',
        expected: '-188.99',
        found: '-189',
        difference: '-0.01',
      },
    ]);
    expect(lacking).toEqual([
      ['rows of daily settlement, cards, fees or sweeps', 1],
      ['CorporateActions, Transfers', 1],
      ['Trades, CashTransactions, CorporateActions, Transfers', 1],
      ['the currency that a conversion paid its commission in', 1],
      ['CashTransactions of type Deposits/Withdrawals', 1],
    ]);
    expect(counts).toEqual([9, 0, 1, 5]);
  });
});
