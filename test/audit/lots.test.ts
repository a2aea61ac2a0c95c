import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, statement } from '../views/warehouse.js';
import { verdictOf } from './auditing.js';

function row(element: string, fifoPnlRealized: string, id = ''): string {
  return `<${element} symbol="AAPL" reportDate="20240305" transactionID="${id}" fifoPnlRealized="${fifoPnlRealized}"/>`;
}

function report(account: string, rows: readonly string[]): string {
  const sections = `<Trades>\n${rows.join('\n')}\n</Trades>`;
  return statement({ account, from: '20240305', sections });
}

describe.each(ENGINES)('lots in %s', (engine) => {
  it('realise what their execution did', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      report('U1000001', [
        row('Trade', '0', '1'),
        row('Trade', '12.345678', '2'),
        row('Lot', '10'),
        row('Lot', '2.345678'),
        row('Trade', '-4', '3'),
        row('Lot', '-9'),
        row('WashSale', '5'),
        // Six decimals each.
        row('Trade', '1', '4'),
        row('Lot', '0.333333'),
        row('Lot', '0.666666'),
      ]),
      // The same two lots, each of another execution: their order alone tells them apart.
      report('U1000002', [
        row('Trade', '3', '5'),
        row('Lot', '3'),
        row('Trade', '8.01', '6'),
        row('Lot', '8'),
        row('Trade', '2', '7'),
      ]),
      report('U1000003', [row('Trade', '3', '8')]),
      report('U1000004', [row('Lot', '3'), row('Trade', '3', '9'), row('Lot', '3')]),
    ]);
    const { counts, differences, lacking } = await verdictOf(warehouse, 'lots');
    expect(differences).toMatchObject([
      {
        account: 'U1000002',
        day: '2024-03-05',
        subject: 'AAPL 6',
        expected: '8',
        found: '8.01',
        difference: '0.01',
      },
      { account: 'U1000002', subject: 'AAPL 7', expected: '0', found: '2' },
    ]);
    expect(lacking).toEqual([
      ['Trades (closed lots)', 1],
      ['the execution that the lots follow', 1],
    ]);
    expect(counts).toEqual([4, 1, 2, 2]);
  });
});
