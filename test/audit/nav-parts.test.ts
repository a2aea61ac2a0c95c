import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from '../views/warehouse.js';
import { verdictOf, without } from './auditing.js';

type Row = Readonly<Record<string, string>>;

/** 1000 + 12.50 + 200 + 7.25 − 1.09 + 0.40 − 2.06 = 1217 */
const DAY = {
  startingValue: '1000',
  mtm: '12.50',
  realized: '0',
  changeInUnrealized: '0',
  depositsWithdrawals: '200',
  dividends: '7.25',
  withholdingTax: '-1.09',
  interest: '0.40',
  commissions: '-2.06',
  endingValue: '1217',
};

function report(account: string, row: Row, day = '20240305', query = 'Daily'): string {
  const sections = section('ChangeInNAV', 'ChangeInNAV', [row]);
  return statement({ account, query, from: day, sections });
}

describe.each(ENGINES)('nav_parts in %s', (engine) => {
  it('proves that the parts make the difference, or names the day and the amount', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      report('U1000001', { ...DAY, twr: '21.7' }),
      report('U1000001', { ...DAY, endingValue: '1217.01' }, '20240306'),
      // Rounding: a millionth, and no more.
      report('U1000002', { ...DAY, endingValue: '1217.000001' }),
      report('U1000002', { ...DAY, endingValue: '1216.999999' }, '20240306'),
      report('U1000002', { ...DAY, endingValue: '1217.000002' }, '20240307'),
      // The profit is counted once, and either figure of it may be the one.
      report('U1000003', { ...DAY, mtm: '0', realized: '10', changeInUnrealized: '2.5' }),
      report('U1000003', { ...DAY, realized: '10', changeInUnrealized: '4' }, '20240306'),
      report('U1000003', { ...DAY, mtm: '3', realized: '12.5' }, '20240307'),
    ]);
    expect(await verdictOf(warehouse, 'nav_parts')).toEqual({
      counts: [4, 2, 2, 0],
      differences: [
        {
          identity: 'nav_parts',
          account: 'U1000001',
          query: 'Daily',
          day: '2024-03-06',
          subject: '',
          expected: '1217',
          found: '1217.01',
          difference: '0.01',
          note: expect.stringMatching(/^not selected: changeInDividendAccruals, /) as string,
        },
        expect.objectContaining({
          account: 'U1000002',
          day: '2024-03-07',
          difference: '0.000002',
        }),
      ],
      lacking: [],
    });
  });

  it('does not prove what is not selected; keeps queries apart, and rows side by side', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      report('U1000001', without(DAY, 'endingValue')),
      report('U1000001', without(DAY, 'dividends'), '20240306'),
      // What is not there adds up to nothing: equality proves it.
      report('U1000001', { ...without(DAY, 'dividends'), endingValue: '1209.75' }, '20240307'),
      statement({ account: 'U1000002', from: '20240305', sections: '<Trades/>' }),
    ]);
    await warehouse.load([report('U1000003', DAY)], { mode: 'append' });
    await warehouse.load([report('U1000003', DAY, '20240305', 'Other')], { allowOverlap: true });
    expect(await verdictOf(warehouse, 'nav_parts')).toEqual({
      counts: [3, 0, 0, 2],
      differences: [],
      lacking: [
        ['ChangeInNAV@dividends', 1],
        ['ChangeInNAV@endingValue', 1],
        ['ChangeInNAV', 0],
      ],
    });
  });
});
