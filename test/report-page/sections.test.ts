/** The sections of the report, on both databases: what they say of data, and of data that is not there. */
import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from '../views/warehouse.js';
import { cellsIn, DEMO, hostileReport, leadOf, pageOf, sectionOf } from './reports.js';

const IDS = [
  ...['coverage', 'audit', 'net-asset-value', 'cash', 'positions'],
  ...['realized-profit', 'dividends', 'fees', 'problems'],
];

function trade(day: string, attributes: Readonly<Record<string, string>>): string {
  return section('Trades', 'Trade', [
    {
      ...{ assetCategory: 'STK', symbol: 'AAPL', currency: 'USD', transactionID: day },
      ...{ tradeDate: day, reportDate: day, ...attributes },
    },
  ]);
}

describe.each(ENGINES)('the report of %s', (engine) => {
  it('shows what the demo holds', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([DEMO]);
    const page = await pageOf(warehouse);
    expect([...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)).toEqual(IDS);
    expect(leadOf(page, 'audit')).toMatch(/^Everything that can be proved ties: \d+ checks\./);
    expect(sectionOf(page, 'net-asset-value')).toContain('<strong>137,662.94 USD</strong>');
    expect(cellsIn(page, 'cash')).toContainEqual([
      'GBP',
      'U1000002',
      '0.00',
      '2,370.21',
      '2,370.21',
    ]);
    expect(cellsIn(page, 'positions')).toContainEqual([
      ...['VOD', 'VODAFONE GROUP PLC', 'U1000002', 'STK', 'GBP', '8,000', '0.6788'],
      ...['5,430.40', '5,556.62', '−126.22', '9.18'],
    ]);
    expect(cellsIn(page, 'realized-profit')).toContainEqual([
      ...['2024-03', 'MSFT', 'U1000001', 'USD', '5,118.30'],
    ]);
    expect(cellsIn(page, 'dividends')).toContainEqual([
      ...['2024-04', 'U1000001', '211.38', '0.00', '−31.71', '0.00', '179.67'],
    ]);
    expect(leadOf(page, 'problems')).toBe(
      'Every value has fitted its column, and every name is known.',
    );
  });

  it('says in a sentence what nothing is known of', async () => {
    const warehouse = await openWarehouse(engine);
    const sections = section('SecuritiesInfo', 'SecurityInfo', [{ symbol: 'X', conid: '1' }]);
    await warehouse.load([statement({ from: '20240304', sections })]);
    const page = await pageOf(warehouse);
    for (const id of IDS.slice(2, -1)) {
      expect(leadOf(page, id)).toMatch(/^Nothing is known of (?:it|them): no statement has /);
      expect(sectionOf(page, id)).not.toMatch(/<table|<figure/);
    }
  });

  it('takes a query that selects the fewest fields', async () => {
    const warehouse = await openWarehouse(engine);
    const elements = {
      EquitySummaryInBase: 'EquitySummaryByReportDateInBase',
      CashReport: 'CashReportCurrency',
      OpenPositions: 'OpenPosition',
      Trades: 'Trade',
      CashTransactions: 'CashTransaction',
      CorporateActions: 'CorporateAction',
    };
    const sections = Object.entries(elements).map(([name, element]) =>
      section(name, element, [{ accountId: 'U1000001' }]),
    );
    await warehouse.load([statement({ from: '20240304', sections: sections.join('\n') })]);
    const page = await pageOf(warehouse);
    expect(leadOf(page, 'net-asset-value')).toMatch(/^Nothing is known of it/);
    expect(leadOf(page, 'realized-profit')).toMatch(/^No trade and no corporate action/);
    expect(cellsIn(page, 'positions')).toEqual([['–']]);
  });

  it('never adds two currencies, accounts or queries', async () => {
    const warehouse = await openWarehouse(engine);
    const realized = { fifoPnlRealized: '1000000000000.01' };
    const reports = [
      statement({ from: '20240304', sections: trade('20240304', realized) }),
      statement({
        from: '20240305',
        sections: trade('20240305', { ...realized, currency: 'EUR' }),
      }),
      statement({ from: '20240306', sections: trade('20240306', realized) }),
      statement({ account: 'U1000002', from: '20240304', sections: trade('20240304', realized) }),
    ];
    await warehouse.load(reports);
    const page = await pageOf(warehouse);
    expect(cellsIn(page, 'realized-profit').toSorted()).toEqual([
      ['2024-03', 'AAPL', 'U1000001', 'EUR', '1,000,000,000,000.01'],
      ['2024-03', 'AAPL', 'U1000001', 'USD', '2,000,000,000,000.02'],
      ['2024-03', 'AAPL', 'U1000002', 'USD', '1,000,000,000,000.01'],
    ]);
    expect(sectionOf(page, 'realized-profit').match(/<figure>/g)).toHaveLength(3);
  });

  it('tells days that are missing, restated, and perhaps a holiday', async () => {
    const warehouse = await openWarehouse(engine);
    const day = (from: string, pnl: string, generated: string, account?: string): string =>
      statement({
        ...(account === undefined ? {} : { account }),
        ...{ from, generated, sections: trade(from, { fifoPnlRealized: pnl }) },
      });
    await warehouse.load([
      day('20240304', '1', '20240305;010000'),
      day('20240304', '2', '20240306;010000'),
      day('20240306', '3', '20240307;010000'),
      day('20240311', '4', '20240312;010000'),
      day('20240305', '5', '20240306;010000', 'U1000002'),
    ]);
    const page = await pageOf(warehouse);
    expect(cellsIn(page, 'coverage')).toEqual([
      ['U1000001', '2024-03-04', '2024-03-11', '3', '1', '2', '1'],
      ['U1000002', '2024-03-05', '2024-03-05', '1', '0', '0', '0'],
      ['2024-03-07', '2024-03-08', '2', 'possibly a holiday: no account has it'],
      ['2024-03-05', '2024-03-05', '1', 'missing'],
    ]);
    const [, calendar] = sectionOf(page, 'coverage').split('<figure>');
    for (const state of ['covered', 'restated', 'missing', 'holiday', 'weekend']) {
      expect(calendar).toContain(`<path class="${state}"`);
    }
    expect(page).toContain('<dt>Missing</dt><dd>1 weekday</dd>');
  });

  it('takes for restated all days that a window shares with one that changes it', async () => {
    const warehouse = await openWarehouse(engine);
    const window = (from: string, to: string, pnl: string, generated: string): string => {
      const sections = trade('20240307', { fifoPnlRealized: pnl });
      return statement({ from, to, generated, sections });
    };
    await warehouse.load([
      window('20240301', '20240308', '1', '20240309;010000'),
      window('20240306', '20240312', '2', '20240313;010000'),
    ]);
    expect(cellsIn(await pageOf(warehouse), 'coverage')).toEqual([
      ['2024-03-01', '2024-03-12', '12', '0', '0', '3'],
    ]);
  });

  it('takes a statement again that changed nothing for no restatement', async () => {
    const warehouse = await openWarehouse(engine);
    const sections = trade('20240304', { fifoPnlRealized: '1' });
    await warehouse.load([
      statement({ from: '20240304', sections }),
      statement({ from: '20240304', generated: '20240310;010000', sections }),
    ]);
    const [row] = cellsIn(await pageOf(warehouse), 'coverage');
    expect(row!.at(-1)).toBe('0');
  });

  it('names file and line of what did not fit, and escapes every name', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([hostileReport()]);
    const page = await pageOf(warehouse);
    expect(page).not.toMatch(/<img|[\u202e\u2066\u200b]/);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    const [problem] = cellsIn(page, 'problems');
    expect(problem!.slice(1, 4)).toEqual(['5', 'Trades', 'strike']);
    expect(problem![4]).toContain('&lt;/script&gt;&lt;img src=x');
    expect(sectionOf(page, 'problems')).toContain(
      '<td>Trade@hostile</td><td>attribute</td><td class="n">1</td><td class="n">1</td><td>bytes</td>',
    );
    for (const id of ['positions', 'realized-profit', 'net-asset-value', 'cash', 'dividends']) {
      expect(sectionOf(page, id)).toContain('&lt;img src=x');
    }
  });
});

it('quotes the name of a schema', async () => {
  const warehouse = await openWarehouse('postgres');
  const dest = `${warehouse.dest}?schema=${encodeURIComponent(`it's "odd"`)}`;
  const { assertLoaded, load } = await import('../../src/library/load.js');
  assertLoaded(await load({ source: [Buffer.from(DEMO)], sink: dest }));
  const page = await pageOf({ dest });
  expect(cellsIn(page, 'positions')).toHaveLength(10);
  expect(page).toContain('schema it&#39;s &quot;odd&quot;</bdi></h1>');
});
