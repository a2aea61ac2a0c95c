import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from './warehouse.js';

type Attributes = Record<string, string>;

const cash = (id: string, amount: string, more: Attributes): Attributes => ({
  accountId: 'U1000001',
  currency: 'USD',
  fxRateToBase: '1',
  symbol: 'ALFA',
  conid: '900001',
  isin: 'US9000010012',
  type: 'Dividends',
  transactionID: id,
  amount,
  dateTime: '20231215;202000',
  settleDate: '20231215',
  reportDate: '20231215',
  levelOfDetail: 'DETAIL',
  ...more,
});
const tax = (id: string, amount: string, more: Attributes): Attributes =>
  cash(id, amount, { type: 'Withholding Tax', ...more });

const window = (from: string, to: string, rows: readonly Attributes[], account = 'U1000001') =>
  statement({
    account,
    from,
    to,
    sections: section('CashTransactions', 'CashTransaction', rows),
  });

const ACTION = { actionID: '5001' };
const NEXT_YEAR = { reportDate: '20240220' };

/** Paid 100, taxed 30; reversed and booked again as 90; the tax given back next year and taken as 13.5. */
const PAID = [
  cash('1', '100', ACTION),
  tax('2', '-30', ACTION),
  cash('3', '-100', { ...ACTION, reportDate: '20231220' }),
  cash('4', '90', { ...ACTION, reportDate: '20231220' }),
  // The sum of the day, which is no movement of its own.
  cash('', '70', { levelOfDetail: 'SUMMARY', actionID: '5001' }),
  // Another dividend of the same day and instrument.
  cash('5', '7', { actionID: '5002', type: 'Payment In Lieu Of Dividends' }),
  // Neither is a dividend.
  cash('6', '12', { type: 'Broker Interest Received', conid: '', isin: '', symbol: '' }),
  tax('7', '-2.4', { conid: '', isin: '', symbol: '' }),
];
const CORRECTED = [
  tax('8', '30', { ...ACTION, ...NEXT_YEAR }),
  tax('9', '-13.5', { ...ACTION, ...NEXT_YEAR }),
];

/** No action in another currency; the tax has neither a date_time nor an action. */
const WITHOUT_ACTION = { symbol: 'BETA', conid: '900002', isin: '', currency: 'EUR' };
const EURO = [
  cash('10', '50', { ...WITHOUT_ACTION, fxRateToBase: '1.1' }),
  tax('11', '-5', { ...WITHOUT_ACTION, fxRateToBase: '1.1', dateTime: '' }),
  tax('12', '5', { ...WITHOUT_ACTION, ...NEXT_YEAR, fxRateToBase: '1.2' }),
  // The next dividend is another one.
  cash('13', '60', {
    ...WITHOUT_ACTION,
    dateTime: '20240315;202000',
    reportDate: '20240315',
    fxRateToBase: '',
  }),
];

/** One action on the day, which the tax does not name. */
const JOINED = [
  cash('20', '8', { accountId: 'U1000002', actionID: '6001' }),
  tax('21', '-2', { accountId: 'U1000002', actionID: '' }),
];

const YEAR: [string, string] = ['20231201', '20231231'];
const QUARTER: [string, string] = ['20240101', '20240331'];

describe.each(ENGINES)('dividends_net in %s', (engine) => {
  it('nets reversals and tax, whenever they are reported', async () => {
    const warehouse = await openWarehouse(engine);
    const [early, late] = [EURO.slice(0, 2), EURO.slice(2)];
    await warehouse.load([
      window(...YEAR, [...PAID, ...early]),
      window(...QUARTER, [...CORRECTED, ...late]),
      window(...YEAR, JOINED, 'U1000002'),
    ]);
    const rows = await warehouse.rows(
      `SELECT account_id, symbol, currency, action_id, CAST(day AS text), CAST(last_report_date AS text),
         dividends, payments_in_lieu, withholding_tax, net, net_in_base, movements
       FROM dividends_net ORDER BY account_id, symbol, day, action_id`,
    );
    expect(rows).toEqual([
      [
        'U1000001',
        'ALFA',
        'USD',
        '5001',
        '2023-12-15',
        '2024-02-20',
        '90',
        '0',
        '-13.5',
        '76.5',
        '76.5',
        '6',
      ],
      ['U1000001', 'ALFA', 'USD', '5002', '2023-12-15', '2023-12-15', '0', '7', '0', '7', '7', '1'],
      // 50 × 1.1 − 5 × 1.1 + 5 × 1.2 = 55.5
      [
        'U1000001',
        'BETA',
        'EUR',
        null,
        '2023-12-15',
        '2024-02-20',
        '50',
        '0',
        '0',
        '50',
        '55.5',
        '3',
      ],
      [
        'U1000001',
        'BETA',
        'EUR',
        null,
        '2024-03-15',
        '2024-03-15',
        '60',
        '0',
        '0',
        '60',
        null,
        '1',
      ],
      [
        'U1000002',
        'ALFA',
        'USD',
        '6001',
        '2023-12-15',
        '2023-12-15',
        '8',
        '0',
        '-2',
        '6',
        '6',
        '2',
      ],
    ]);
  });
});

/** A query that selects neither conid nor actions: the isin tells the instruments, else the symbol. */
const WITHOUT_CONID = { accountId: 'U1000004', conid: '', actionID: '' };
const SPARE = [
  cash('40', '10', WITHOUT_CONID),
  tax('41', '-1.5', WITHOUT_CONID),
  cash('42', '20', { ...WITHOUT_CONID, isin: '', symbol: 'BETA' }),
  tax('43', '-3', { ...WITHOUT_CONID, isin: '', symbol: 'BETA' }),
  // Tax on interest names no instrument in any way.
  tax('44', '-9', { ...WITHOUT_CONID, isin: '', symbol: '' }),
];

/** Tax on a coupon names the bond, and is on no dividend. */
const COUPON = { accountId: 'U1000004', assetCategory: 'BOND', conid: '900009', symbol: 'DEBT' };
const BOND = [
  cash('50', '25', { ...COUPON, type: 'Bond Interest Received' }),
  tax('51', '-7.5', COUPON),
];

describe.each(ENGINES)('dividends_net in %s, of other queries and instruments', (engine) => {
  it('tells instruments by isin or symbol where there is no conid, and leaves out bonds', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([window(...YEAR, [...SPARE, ...BOND], 'U1000004')]);
    const rows = await warehouse.rows(
      `SELECT conid, isin, symbol, dividends, withholding_tax, net FROM dividends_net ORDER BY symbol`,
    );
    expect(rows).toEqual([
      [null, 'US9000010012', 'ALFA', '10', '-1.5', '8.5'],
      [null, null, 'BETA', '20', '-3', '17'],
    ]);
  });
});

describe.each(ENGINES)('cash_by_currency_and_day in %s', (engine) => {
  it('takes the day of settlement, else of date_time, where the query selects no report date', async () => {
    const warehouse = await openWarehouse(engine);
    const bare = { reportDate: '', dateTime: '20231214;202000' };
    await warehouse.load([
      window(...YEAR, [
        cash('1', '5', { ...bare, settleDate: '20231218' }),
        cash('2', '-1', { ...bare, settleDate: '20231218' }),
        cash('3', '7', { ...bare, settleDate: '' }),
      ]),
    ]);
    const rows = await warehouse.rows(
      'SELECT CAST(report_date AS text), amount FROM cash_by_currency_and_day ORDER BY report_date',
    );
    expect(rows).toEqual([
      ['2023-12-14', '7'],
      ['2023-12-18', '4'],
    ]);
  });

  it('adds movements of level DETAIL', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      window(...YEAR, [...PAID, ...EURO.slice(0, 2)]),
      window(...YEAR, JOINED, 'U1000002'),
    ]);
    const rows = await warehouse.rows(
      `SELECT account_id, CAST(report_date AS text), currency, received, paid, amount,
         amount_in_base, movements
       FROM cash_by_currency_and_day ORDER BY account_id, report_date, currency`,
    );
    expect(rows).toEqual([
      ['U1000001', '2023-12-15', 'EUR', '50', '-5', '45', '49.5', '2'],
      // 100 + 7 + 12 received; 30 + 2.4 paid.
      ['U1000001', '2023-12-15', 'USD', '119', '-32.4', '86.6', '86.6', '5'],
      ['U1000001', '2023-12-20', 'USD', '90', '-100', '-10', '-10', '2'],
      ['U1000002', '2023-12-15', 'USD', '8', '-2', '6', '6', '2'],
    ]);
  });
});
