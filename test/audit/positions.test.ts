import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from '../views/warehouse.js';
import { verdictOf } from './auditing.js';

type Row = Readonly<Record<string, string>>;

interface Day {
  readonly account?: string;
  readonly day: string;
  readonly from?: string;
  readonly positions: Readonly<Record<string, string>>;
  readonly trades?: readonly Row[];
  /** Without them the sections are not selected. */
  readonly actions?: readonly Row[];
}

const CONIDS: Readonly<Record<string, string>> = { AAPL: '265598', ESH4: '495512557', IBM: '8314' };

/** A report with positions of level SUMMARY and, as half of each, two lots. */
function report({
  account = 'U1000001',
  day,
  from = day,
  positions,
  trades = [],
  actions,
}: Day): string {
  const held = Object.entries(positions).flatMap(([symbol, position]) => {
    const row = { symbol, conid: CONIDS[symbol]!, reportDate: day };
    const lot = { ...row, levelOfDetail: 'LOT', position: String(Number(position) / 2) };
    return [
      { ...row, levelOfDetail: 'SUMMARY', position },
      { ...lot, openDateTime: '20230102;100000' },
      { ...lot, openDateTime: '20230103;100000' },
    ];
  });
  const sections = [
    section('OpenPositions', 'OpenPosition', held),
    section('Trades', 'Trade', trades),
    ...(actions === undefined
      ? []
      : [section('CorporateActions', 'CorporateAction', actions), '<Transfers/>']),
  ];
  return statement({ account, from, to: day, sections: sections.join('\n') });
}

function trade(symbol: string, quantity: string, reportDate?: string, id = ''): Row {
  const own = { symbol, conid: CONIDS[symbol] ?? '1', quantity, assetCategory: 'STK' };
  const dated = reportDate === undefined ? {} : { reportDate };
  return { ...own, ...dated, transactionID: `${symbol}${quantity}${reportDate ?? ''}${id}` };
}

describe.each(ENGINES)('positions in %s', (engine) => {
  it('follow from the day before, trades, corporate actions and transfers', async () => {
    const warehouse = await openWarehouse(engine);
    const split = { symbol: 'AAPL', conid: '265598', reportDate: '20240305', quantity: '45' };
    await warehouse.load([
      report({ day: '20240301', positions: { AAPL: '10', ESH4: '2' }, actions: [] }),
      // AAPL 10 + 7 − 2 = 15; ESH4 2 − 2 = 0, an expiry; euros are no position.
      report({
        day: '20240304',
        positions: { AAPL: '15' },
        trades: [
          trade('AAPL', '7', '20240304'),
          trade('AAPL', '-2', '20240304'),
          trade('ESH4', '-2', '20240304'),
          { ...trade('EUR.USD', '1000', '20240304'), assetCategory: 'CASH' },
        ],
        actions: [],
      }),
      // A split of four for one, stated at both levels of detail: 15 + 45 = 60.
      report({
        day: '20240305',
        positions: { AAPL: '60' },
        actions: [
          { ...split, levelOfDetail: 'DETAIL', transactionID: '77' },
          { ...split, levelOfDetail: 'SUMMARY' },
        ],
      }),
      report({ day: '20240306', positions: { AAPL: '60', IBM: '4' }, actions: [] }),
      // Without the sections of corporate actions and transfers.
      report({ account: 'U1000002', day: '20240304', positions: { AAPL: '10' } }),
      report({
        account: 'U1000002',
        day: '20240305',
        positions: { AAPL: '11', IBM: '1' },
        trades: [trade('IBM', '1', '20240305')],
      }),
      // A day between that is not loaded.
      report({ account: 'U1000003', day: '20240304', positions: { AAPL: '10' }, actions: [] }),
      report({ account: 'U1000003', day: '20240306', positions: { AAPL: '12' }, actions: [] }),
      // Trades without a report date: within a window of one day, and of a month.
      report({ account: 'U1000004', day: '20240301', positions: { AAPL: '1' }, actions: [] }),
      report({
        account: 'U1000004',
        day: '20240304',
        positions: { AAPL: '3' },
        trades: [trade('AAPL', '2')],
        actions: [],
      }),
      report({ account: 'U1000005', day: '20240304', positions: { AAPL: '1' } }),
      statement({ account: 'U1000006', from: '20240304', sections: '<Trades/>' }),
    ]);
    const { counts, differences, lacking } = await verdictOf(warehouse, 'positions');
    expect(differences).toMatchObject([
      {
        account: 'U1000001',
        day: '2024-03-06',
        subject: 'IBM 8314',
        expected: '0',
        found: '4',
        difference: '4',
      },
    ]);
    expect(lacking).toEqual([
      ['CorporateActions, Transfers', 1],
      [
        'Trades of the days between, CorporateActions of the days between, Transfers of the days between',
        1,
      ],
      ['two days of OpenPositions', 0],
      ['OpenPositions', 0],
    ]);
    expect(counts).toEqual([6, 0, 1, 2]);
  });
});
