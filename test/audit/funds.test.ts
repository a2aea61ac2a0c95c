import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from '../views/warehouse.js';
import { verdictOf } from './auditing.js';

type Row = Readonly<Record<string, string>>;
type Line = readonly [day: string, amount: string, balance: string, description?: string];

function lines(level: string, currency: string, rows: readonly Line[]): Row[] {
  return rows.map(([reportDate, amount, balance, activityDescription = 'Movement']) => ({
    levelOfDetail: level,
    currency,
    reportDate,
    amount,
    balance,
    activityDescription,
  }));
}

function report(
  account: string,
  rows: readonly Row[],
  to = '20240331',
  generated?: string,
): string {
  return statement({
    account,
    from: '20240301',
    to,
    ...(generated === undefined ? {} : { generated }),
    sections: section('StmtFunds', 'StatementOfFundsLine', rows),
  });
}

describe.each(ENGINES)('funds_balance in %s', (engine) => {
  it('sums up in document order, by level of detail and currency', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      report('U1000001', [
        ...lines('BaseCurrency', 'EUR', [
          ['20240301', '0', '100.5', 'Starting Balance'],
          ['20240304', '-20', '80.5'],
          ['20240305', '9.25', '89.75'],
          ['20240305', '9.25', '99'],
        ]),
        ...lines('Currency', 'EUR', [
          ['20240301', '0', '40', 'Starting Balance'],
          ['20240304', '-20', '20'],
        ]),
        ...lines('Currency', 'USD', [['20240305', '10', '10']]),
      ]),
      // The balance of one line is a cent off, and so is what follows from it.
      report(
        'U1000002',
        lines('Currency', 'USD', [
          ['20240304', '5', '5'],
          ['20240305', '5', '10.01'],
          ['20240306', '5', '15'],
        ]),
      ),
      // The leg of a currency trade behind its commission, reckoned before it.
      report(
        'U1000003',
        lines('Currency', 'EUR', [
          ['20240304', '100', '100'],
          ['20240305', '-2', '48', 'Commission'],
          ['20240305', '-50', '50', 'Leg'],
          ['20240306', '1', '49'],
        ]),
      ),
      report('U1000004', [
        { currency: 'USD', reportDate: '20240304', amount: '5' },
        { currency: 'USD', reportDate: '20240305', amount: '5' },
      ]),
    ]);
    const { counts, differences, lacking } = await verdictOf(warehouse, 'funds_balance');
    expect(differences).toMatchObject([
      {
        account: 'U1000002',
        day: '2024-03-05',
        subject: 'USD Currency line 2 Movement',
        expected: '10',
        found: '10.01',
        difference: '0.01',
      },
      { account: 'U1000002', day: '2024-03-06', expected: '15.01', found: '15' },
    ]);
    expect(lacking).toEqual([['StmtFunds@balance', 1]]);
    expect(counts).toEqual([7, 0, 2, 1]);
  });

  it('proves nothing where a newer statement took over lines between', async () => {
    const warehouse = await openWarehouse(engine);
    const month: readonly Line[] = [
      ['20240304', '5', '5'],
      ['20240305', '6', '11'],
      ['20240306', '7', '18'],
    ];
    await warehouse.load([
      report('U1000001', lines('Currency', 'USD', month), '20240331', '20240401;060000'),
      statement({
        account: 'U1000001',
        from: '20240305',
        generated: '20240402;060000',
        sections: section(
          'StmtFunds',
          'StatementOfFundsLine',
          lines('Currency', 'USD', [['20240305', '6', '6']]),
        ),
      }),
    ]);
    expect(await verdictOf(warehouse, 'funds_balance')).toMatchObject({
      counts: [0, 0, 0, 1],
      lacking: [['lines that a newer statement took over', 1]],
    });
    await warehouse.change(
      `DELETE FROM ${warehouse.prefix}statement_of_funds_lines WHERE amount = 7`,
    );
    await warehouse.load([report('U1000002', lines('Currency', 'USD', month))]);
    await warehouse.change(
      `DELETE FROM ${warehouse.prefix}statement_of_funds_lines
       WHERE account_id = 'U1000002' AND amount = 6`,
    );
    const { differences } = await verdictOf(warehouse, 'funds_balance');
    expect(differences).toMatchObject([
      { account: 'U1000002', day: '2024-03-06', difference: '6' },
    ]);
  });
});
