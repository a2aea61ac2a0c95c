import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from './warehouse.js';

const trade = (id: string, more: Record<string, string>): Record<string, string> => ({
  accountId: 'U1000001',
  currency: 'USD',
  fxRateToBase: '1',
  assetCategory: 'STK',
  symbol: 'ALFA',
  conid: '900001',
  tradeID: `7${id}`,
  transactionID: id,
  reportDate: '20240304',
  tradeDate: '20240304',
  dateTime: '20240304;101530',
  transactionType: 'ExchTrade',
  buySell: 'BUY',
  notes: '',
  fifoPnlRealized: '0',
  levelOfDetail: 'EXECUTION',
  ...more,
});

const cancel = { transactionType: 'TradeCancel', tradeID: '', notes: 'Ca', buySell: 'BUY (Ca.)' };

/**
 * Worked out by hand:
 *   1 bought 100, cancelled by 2 (by transaction), booked again as 3 with the same tradeID: 3 stays
 *   4 bought 50 and 5 bought 50 alike (one order, one tradeID), 6 cancels one of the two by the
 *     tradeID: one of 50 stays, the later
 *   7 cancels a trade of February that was not loaded: stays
 *   8 sold 10 with a code Ca among others, cancels 9 although its type does not say so
 *   10 of another account has the transactionID that 2 names: stays
 *   11 cancels 3 with another quantity: both stay
 */
const TRADES = [
  trade('1', { quantity: '100', tradePrice: '10' }),
  trade('2', {
    ...cancel,
    quantity: '-100',
    tradePrice: '10',
    origTransactionID: '1',
    origTradeID: '71',
  }),
  trade('3', {
    quantity: '100',
    tradePrice: '9.5',
    tradeID: '71',
    transactionType: 'TradeCorrect',
    notes: 'Co',
    origTransactionID: '1',
    origTradeID: '71',
  }),
  trade('4', { quantity: '50', tradePrice: '20', tradeID: '74' }),
  trade('5', { quantity: '50', tradePrice: '20', tradeID: '74', reportDate: '20240305' }),
  trade('6', {
    ...cancel,
    quantity: '-50',
    tradePrice: '20',
    origTransactionID: '0',
    origTradeID: '74',
    reportDate: '20240306',
  }),
  trade('7', {
    ...cancel,
    quantity: '-5',
    tradePrice: '30',
    origTransactionID: '777',
    origTradeID: '7777',
  }),
  trade('8', {
    quantity: '10',
    tradePrice: '40',
    transactionType: 'FracShare',
    tradeID: '',
    notes: 'FP; Ca;',
    origTransactionID: '9',
  }),
  trade('9', { quantity: '-10', tradePrice: '40', tradeID: '' }),
  trade('11', { ...cancel, quantity: '-60', tradePrice: '9.5', origTransactionID: '3' }),
];

const OTHER_ACCOUNT = [trade('1', { accountId: 'U1000002', quantity: '7', tradePrice: '10' })];

const march = (account: string, rows: readonly Record<string, string>[]): string =>
  statement({
    account,
    from: '20240301',
    to: '20240331',
    sections: section('Trades', 'Trade', rows),
  });

describe.each(ENGINES)('trades_net in %s', (engine) => {
  it('is trades without those that were cancelled', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([march('U1000001', TRADES), march('U1000002', OTHER_ACCOUNT)]);
    const kept = await warehouse.rows(
      `SELECT account_id, transaction_id, quantity FROM trades_net
       ORDER BY account_id, CAST(transaction_id AS integer)`,
    );
    expect(kept).toEqual([
      ['U1000001', '3', '100'],
      ['U1000001', '5', '50'],
      ['U1000001', '7', '-5'],
      ['U1000001', '11', '-60'],
      ['U1000002', '1', '7'],
    ]);
    const sums = 'SELECT account_id, sum(quantity) FROM $ GROUP BY account_id ORDER BY account_id';
    expect(await warehouse.rows(sums.replace('$', 'trades_net'))).toEqual([
      ['U1000001', '85'],
      ['U1000002', '7'],
    ]);
    expect(await warehouse.rows(sums.replace('$', 'trades'))).toEqual(
      await warehouse.rows(sums.replace('$', 'trades_net')),
    );
  });

  it('follows a chain of cancellations', async () => {
    const warehouse = await openWarehouse(engine);
    const chain = [
      trade('1', { quantity: '10', tradePrice: '1', tradeID: '70' }),
      trade('2', { ...cancel, quantity: '-10', tradePrice: '1', origTradeID: '70' }),
      trade('3', { quantity: '10', tradePrice: '2', tradeID: '70' }),
      trade('4', { ...cancel, quantity: '-10', tradePrice: '2', origTradeID: '70' }),
      trade('5', { quantity: '10', tradePrice: '3', tradeID: '70' }),
    ];
    await warehouse.load([march('U1000001', chain)]);
    expect(await warehouse.rows('SELECT transaction_id FROM trades_net')).toEqual([['5']]);
  });

  it('tells by tradeID also where the query selects no conid', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      march('U1000001', [
        trade('1', { quantity: '10', tradePrice: '1', tradeID: '70', conid: '' }),
        trade('2', { ...cancel, quantity: '-10', tradePrice: '1', origTradeID: '70', conid: '' }),
        trade('3', { quantity: '10', tradePrice: '2', tradeID: '70', conid: '' }),
      ]),
    ]);
    expect(await warehouse.rows('SELECT transaction_id FROM trades_net')).toEqual([['3']]);
  });

  it('keeps everything where the query selects no identifiers', async () => {
    const warehouse = await openWarehouse(engine);
    const bare = ['5', '-5', '5'].map((quantity) => ({
      conid: '1',
      reportDate: '20240304',
      quantity,
      transactionType: quantity === '-5' ? 'TradeCancel' : 'ExchTrade',
    }));
    await warehouse.load([march('U1000001', bare)]);
    expect(await warehouse.rows('SELECT count(*), sum(quantity) FROM trades_net')).toEqual([
      ['3', '5'],
    ]);
  });
});

describe.each(ENGINES)('realized_pnl_by_symbol in %s', (engine) => {
  it('adds what executions realized, by year and symbol, and in base currency', async () => {
    const warehouse = await openWarehouse(engine);
    const eur = { currency: 'EUR', symbol: 'BETA', conid: '900002' };
    const sold = (id: string, day: string, pnl: string, more = {}): Record<string, string> =>
      trade(id, { reportDate: day, quantity: '-1', fifoPnlRealized: pnl, ...more });
    const year = (account: string, rows: readonly Record<string, string>[]): string =>
      statement({
        account,
        from: '20231201',
        to: '20240331',
        sections: section('Trades', 'Trade', rows),
      });
    await warehouse.load([
      year('U1000001', [
        sold('1', '20231229', '10.5'),
        sold('2', '20240102', '-4'),
        sold('3', '20240103', '6'),
        // Opens a position: nothing is realized.
        trade('4', { quantity: '1' }),
        // 3 × 1.1 + 1 × 1.2 = 4.5; in January the rate was another than in March.
        sold('5', '20240104', '3', { ...eur, fxRateToBase: '1.1' }),
        sold('6', '20240304', '1', { ...eur, fxRateToBase: '1.2' }),
        // Cancelled in the next year: 2023 counts it, 2024 takes it back.
        sold('7', '20231229', '100'),
        sold('8', '20240102', '-100', { ...cancel, quantity: '1', origTransactionID: '7' }),
        sold('9', '20240105', '2', { symbol: 'GAMA', conid: '900003', fxRateToBase: '' }),
      ]),
      year('U1000002', [sold('1', '20240102', '1', { accountId: 'U1000002' })]),
    ]);
    const rows = await warehouse.rows(
      `SELECT account_id, year, symbol, currency, realized, realized_in_base, executions
       FROM realized_pnl_by_symbol ORDER BY account_id, year, symbol`,
    );
    expect(rows).toEqual([
      ['U1000001', '2023', 'ALFA', 'USD', '110.5', '110.5', '2'],
      ['U1000001', '2024', 'ALFA', 'USD', '-98', '-98', '3'],
      ['U1000001', '2024', 'BETA', 'EUR', '4', '4.5', '2'],
      ['U1000001', '2024', 'GAMA', 'USD', '2', null, '1'],
      ['U1000002', '2024', 'ALFA', 'USD', '1', '1', '1'],
    ]);
  });

  it('takes the year of the trade date, else of date_time, where the query selects no report date', async () => {
    const warehouse = await openWarehouse(engine);
    const sold = (id: string, more: Record<string, string>): Record<string, string> =>
      trade(id, { quantity: '-1', fifoPnlRealized: '1', reportDate: '', ...more });
    await warehouse.load([
      statement({
        from: '20231201',
        to: '20240331',
        sections: section('Trades', 'Trade', [
          sold('1', { tradeDate: '20231229' }),
          sold('2', { tradeDate: '20240102' }),
          sold('3', { tradeDate: '', dateTime: '20231229;235959' }),
        ]),
      }),
    ]);
    expect(
      await warehouse.rows('SELECT year, realized FROM realized_pnl_by_symbol ORDER BY year'),
    ).toEqual([
      ['2023', '2'],
      ['2024', '1'],
    ]);
  });
});
