import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from './warehouse.js';

type Attributes = Record<string, string>;

const position = (
  day: string,
  symbol: string,
  count: string,
  more: Attributes = {},
): Attributes => ({
  currency: 'USD',
  fxRateToBase: '1',
  symbol,
  conid: `90${symbol.length}${symbol.charCodeAt(0)}`,
  reportDate: day,
  position: count,
  positionValue: `${Number(count) * 10}`,
  levelOfDetail: 'SUMMARY',
  ...more,
});

const lot = (day: string, symbol: string, count: string, opened: string): Attributes =>
  position(day, symbol, count, { levelOfDetail: 'LOT', openDateTime: opened });

const day = (
  date: string,
  account: string,
  rows: readonly Attributes[],
  more: { generated?: string; query?: string; from?: string } = {},
): string =>
  statement({
    from: date,
    to: date,
    account,
    sections: section('OpenPositions', 'OpenPosition', rows),
    ...more,
  });

const SQL = `SELECT account_id, _query, CAST(as_of AS text), symbol, level_of_detail, position, value_in_base
  FROM latest_positions ORDER BY account_id, _query, symbol, position`;

describe.each(ENGINES)('latest_positions in %s', (engine) => {
  it('is what the newest end date of each account and query says', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      day('20240304', 'U1000001', [
        position('20240304', 'ALFA', '5'),
        position('20240304', 'BETA', '6'),
      ]),
      day('20240305', 'U1000001', [
        position('20240305', 'ALFA', '7'),
        lot('20240305', 'ALFA', '3', '20240101;100000'),
        lot('20240305', 'ALFA', '4', '20240102;100000'),
        position('20240305', 'GAMA', '2', { currency: 'EUR', fxRateToBase: '1.25' }),
      ]),
      // Another account is a day behind, and has lots alone.
      day('20240304', 'U1000002', [
        lot('20240304', 'ALFA', '1', '20240101;100000'),
        lot('20240304', 'ALFA', '2', '20240102;100000'),
      ]),
      // Everything was sold: the section is there, and empty.
      day('20240304', 'U1000003', [position('20240304', 'ALFA', '9')]),
      day('20240305', 'U1000003', []),
      // A query that has another end date.
      day('20240229', 'U1000001', [position('20240229', 'ALFA', '4')], {
        query: 'Monthly',
        from: '20240201',
      }),
    ]);
    expect(await warehouse.rows(SQL)).toEqual([
      ['U1000001', 'Daily', '2024-03-05', 'ALFA', 'SUMMARY', '7', '70'],
      ['U1000001', 'Daily', '2024-03-05', 'GAMA', 'SUMMARY', '2', '25'],
      ['U1000001', 'Monthly', '2024-02-29', 'ALFA', 'SUMMARY', '4', '40'],
      ['U1000002', 'Daily', '2024-03-04', 'ALFA', 'LOT', '1', '10'],
      ['U1000002', 'Daily', '2024-03-04', 'ALFA', 'LOT', '2', '20'],
    ]);
  });

  it('follows a restatement, in whatever order the two were loaded', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      day('20240305', 'U1000001', [position('20240305', 'ALFA', '8')], {
        generated: '20240307;070000',
      }),
      day('20240305', 'U1000001', [position('20240305', 'ALFA', '7')], {
        generated: '20240306;070000',
      }),
    ]);
    expect(await warehouse.rows(SQL)).toEqual([
      ['U1000001', 'Daily', '2024-03-05', 'ALFA', 'SUMMARY', '8', '80'],
    ]);
  });
});

describe.each(ENGINES)('nav_by_day in %s', (engine) => {
  it('has one row a day, and what it changed by', async () => {
    const warehouse = await openWarehouse(engine);
    const nav = (date: string, total: string, currency?: string): Attributes => ({
      ...(currency === undefined ? {} : { currency }),
      reportDate: date,
      cash: '10',
      stock: '90.5',
      total,
    });
    const report = (date: string, account: string, rows: readonly Attributes[]): string =>
      statement({
        account,
        from: date,
        sections: section('EquitySummaryInBase', 'EquitySummaryByReportDateInBase', rows),
      });
    await warehouse.load([
      report('20240304', 'U1000001', [nav('20240301', '100'), nav('20240304', '110.25')]),
      // The day before comes again, now with a currency: the newest counts.
      report('20240305', 'U1000001', [
        nav('20240304', '110.5', 'USD'),
        nav('20240305', '90', 'USD'),
      ]),
      report('20240305', 'U1000002', [nav('20240305', '7', 'EUR')]),
    ]);
    const rows = await warehouse.rows(
      `SELECT account_id, CAST(report_date AS text), currency, cash, stock, total, change
       FROM nav_by_day ORDER BY account_id, report_date`,
    );
    expect(rows).toEqual([
      ['U1000001', '2024-03-01', null, '10', '90.5', '100', null],
      ['U1000001', '2024-03-04', 'USD', '10', '90.5', '110.5', '10.5'],
      ['U1000001', '2024-03-05', 'USD', '10', '90.5', '90', '-20.5'],
      ['U1000002', '2024-03-05', 'EUR', '10', '90.5', '7', null],
    ]);
  });
});
