import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from '../views/warehouse.js';
import { verdictOf, without } from './auditing.js';

type Row = Readonly<Record<string, string>>;

/** 1000 + 500 − 300.5 + 120.25 − 2.75 + 4 − 0.6 = 1320.4 */
const USD = {
  currency: 'USD',
  startingCash: '1000',
  deposits: '600',
  withdrawals: '-100',
  depositWithdrawals: '500',
  netTradesPurchases: '-300.5',
  netTradesSales: '120.25',
  commissions: '-2.75',
  dividends: '4',
  withholdingTax: '-0.6',
  endingCash: '1320.4',
};
/** The base summary in euros: 920 + 460 − 276.46 + 110.63 − 2.53 + 3.68 − 0.55 + 12 = 1226.77 */
const BASE = {
  currency: 'BASE_SUMMARY',
  startingCash: '920',
  depositWithdrawals: '460',
  netTradesPurchases: '-276.46',
  netTradesSales: '110.63',
  commissions: '-2.53',
  dividends: '3.68',
  withholdingTax: '-0.55',
  fxTranslationGainLoss: '12',
  endingCash: '1226.77',
};

function report(account: string, day: string, rows: readonly Row[]): string {
  return statement({
    account,
    from: day,
    sections: section('CashReport', 'CashReportCurrency', rows),
  });
}

describe.each(ENGINES)('cash in %s', (engine) => {
  it('proves balances by their parts, and a window by the one before', async () => {
    const warehouse = await openWarehouse(engine);
    const next = { ...USD, startingCash: '1320.4', endingCash: '1640.8' };
    await warehouse.load([
      report('U1000001', '20240304', [USD, BASE]),
      report('U1000001', '20240305', [next]),
      // deposits and withdrawals, where nobody selects their sum.
      report('U1000002', '20240304', [without(USD, 'depositWithdrawals')]),
      report('U1000002', '20240305', [
        { ...next, startingCash: '1320.41', endingCash: '1640.820000004' },
      ]),
      report('U1000003', '20240304', [
        {
          ...USD,
          startingCashSec: '1',
          netTradesSalesSec: '2',
          netTradesPurchasesSec: '0',
          commissionsSec: '0',
          depositWithdrawalsSec: '0',
          endingCashSec: '3.01',
        },
        without(BASE, 'fxTranslationGainLoss'),
      ]),
      report('U1000004', '20240304', [without(USD, 'startingCash')]),
      statement({ account: 'U1000005', from: '20240304', sections: '<Trades/>' }),
    ]);
    expect(await verdictOf(warehouse, 'cash_parts')).toMatchObject({
      counts: [5, 0, 2, 2],
      differences: [
        {
          account: 'U1000003',
          day: '2024-03-04',
          subject: 'USD Sec',
          expected: '3',
          found: '3.01',
          difference: '0.01',
        },
        { account: 'U1000002', day: '2024-03-05', subject: 'USD', difference: '0.010000004' },
      ],
      lacking: [
        ['CashReport@fxTranslationGainLoss', 1],
        ['CashReport@startingCash', 1],
        ['CashReport', 0],
      ],
    });
    expect(await verdictOf(warehouse, 'cash_windows')).toMatchObject({
      counts: [1, 0, 1, 0],
      differences: [{ account: 'U1000002', day: '2024-03-05', subject: 'USD', difference: '0.01' }],
    });
  });
});
