/** What the database says of the columns of views, and what stands in for what is not loaded yet. */
import { describe, expect, it } from 'vitest';
import { load } from '../../src/library/load.js';
import { allViews } from '../../src/sinks/sql/schema/view-text.js';
import { cutCatalog } from '../laws/catalog.js';
import { ENGINES, openWarehouse, section, statement } from './warehouse.js';

/** One row in each table that a view reads. */
const EVERYTHING = statement({
  from: '20240304',
  sections: (
    [
      ['Trades', 'Trade'],
      ['CashTransactions', 'CashTransaction'],
      ['CorporateActions', 'CorporateAction'],
      ['SalesTaxes', 'SalesTax'],
      ['Transfers', 'Transfer'],
      ['OpenPositions', 'OpenPosition'],
      ['ChangeInDividendAccruals', 'ChangeInDividendAccrual'],
      ['OpenDividendAccruals', 'OpenDividendAccrual'],
      ['EquitySummaryInBase', 'EquitySummaryByReportDateInBase'],
    ] as const
  )
    .map(([name, element]) => section(name, element, [{ symbol: 'ALFA', reportDate: '20240304' }]))
    .join('\n'),
});

describe.each(ENGINES)('the comments of %s', (engine) => {
  it('define each column of each view, in its order', async () => {
    const warehouse = await openWarehouse(engine);
    const [outcome] = await load({ source: [Buffer.from(EVERYTHING)], sink: warehouse.dest });
    expect(outcome!.committed!.notices).toEqual([]);
    const found = new Map<string, (string | null)[][]>();
    const rows = await warehouse.rows(
      engine === 'postgres'
        ? `SELECT c.relname, a.attname, col_description(c.oid, a.attnum)
           FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
           WHERE c.relkind = 'v' AND c.relnamespace = 'flex'::regnamespace AND a.attnum > 0
           ORDER BY c.relname, a.attnum`
        : `SELECT c.table_name, c.column_name, c.comment FROM duckdb_columns() c
           JOIN duckdb_views() v ON v.view_name = c.table_name AND v.schema_name = 'main'
           WHERE NOT v.internal ORDER BY c.table_name, c.column_index`,
    );
    for (const [view, ...cells] of rows) found.set(view!, [...(found.get(view!) ?? []), cells]);
    const views = allViews();
    expect([...found.keys()].sort()).toEqual(views.map(({ name }) => name).sort());
    for (const { name, columns } of views) {
      expect([name, found.get(name)]).toEqual([name, columns.map((one) => [one.name, one.doc])]);
      for (const { doc } of columns) expect(doc).toMatch(/^\S.{3,}\.$/);
    }
  });

  it('say what a view does without, until it is loaded', async () => {
    const warehouse = await openWarehouse(engine);
    const comment =
      engine === 'postgres'
        ? `SELECT obj_description('flex.cash_ledger'::regclass)`
        : `SELECT comment FROM duckdb_views() WHERE view_name = 'cash_ledger'`;
    const of = (name: string, element: string): string =>
      statement({ from: '20240304', sections: section(name, element, [{ symbol: 'ALFA' }]) });
    await warehouse.load([of('Trades', 'Trade')]);
    const without = async (): Promise<string | undefined> =>
      / Made without (.*): not loaded yet\./.exec((await warehouse.rows(comment))[0]![0]!)?.[1];
    expect(await without()).toBe(
      'trade_orders, cash_transactions, corporate_actions, sales_taxes, transfers',
    );
    await warehouse.load([of('SalesTaxes', 'SalesTax')]);
    expect(await without()).toBe('trade_orders, cash_transactions, corporate_actions, transfers');
    expect(await warehouse.rows('SELECT source FROM cash_ledger')).toHaveLength(2);
  });

  it('stand in for columns that a table of an older version lacks', async () => {
    const warehouse = await openWarehouse(engine);
    const trade = { symbol: 'ALFA', reportDate: '20240304', netCash: '-5' };
    const older = cutCatalog({
      sections: ['Trades'],
      column: (attribute) => attribute !== 'tradeTime',
    });
    const trades = statement({ from: '20240304', sections: section('Trades', 'Trade', [trade]) });
    await warehouse.load([trades], { catalog: older });
    const cash = { currency: 'USD', amount: '7', type: 'Dividends', reportDate: '20240304' };
    await warehouse.load([
      statement({
        from: '20240304',
        sections: section('CashTransactions', 'CashTransaction', [cash]),
      }),
    ]);
    expect(await warehouse.rows('SELECT amount FROM cash_ledger ORDER BY amount')).toEqual([
      ['-5'],
      ['7'],
    ]);
  });
});
