/** Statements that are read again in another way: with a catalogue that knows more, in another zone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Catalog } from '../../../src/catalog/catalog.js';
import {
  ENGINES,
  openWarehouse,
  section,
  statement,
  type Warehouse,
} from '../../views/warehouse.js';

/** The shipped catalogue, and a section of which nobody knew. */
function widgetCatalog(): Catalog {
  const overlay = mkdtempSync(join(tmpdir(), 'flexetl-test-'));
  onTestFinished(() => rmSync(overlay, { recursive: true, force: true }));
  const row = {
    element: 'Widget',
    table: 'widgets',
    doc: 'One widget.',
    grain: 'event',
    date: 'reportDate',
    keys: [['widgetID']],
    columns: ['accountId', 'reportDate', { name: 'widgetID', type: 'text' }],
  };
  const file = { section: 'Widgets', flex: ['AF'], doc: 'Widgets.', rows: [row] };
  writeFileSync(join(overlay, 'Widgets.json'), JSON.stringify(file));
  return Catalog.load({ overlay });
}

const march = (day: string, others = ''): string =>
  statement({
    from: '20240301',
    to: '20240331',
    generated: `202404${day};070000`,
    sections: [
      section('Widgets', 'Widget', [
        { reportDate: '20240304', widgetID: '1' },
        { reportDate: '20240305', widgetID: '2' },
      ]),
      section('CashTransactions', 'CashTransaction', [
        { reportDate: '20240304', transactionID: '7' },
      ]),
      others,
    ].join('\n'),
  });

const others = section('Gadgets', 'Gadget', [{ gadgetID: '5' }]);

async function counts(warehouse: Warehouse, ...tables: string[]): Promise<string[]> {
  const selects = tables.map((table) => `SELECT count(*) AS n, '${table}' AS t FROM ${table}`);
  return (await warehouse.rows(selects.join(' UNION ALL ')))
    .map(([n, table]) => `${table} ${n}`)
    .sort();
}

describe.each(ENGINES)('in %s, a section that has got a table', (engine) => {
  it.each(['merge', 'append'] as const)('takes its rows with it: mode %s', async (mode) => {
    const warehouse = await openWarehouse(engine);
    const catalog = widgetCatalog();
    await warehouse.load([march('01')], { mode });
    expect(await counts(warehouse, 'unmapped_rows')).toEqual(['unmapped_rows 2']);
    await warehouse.load([march('01')], { mode, catalog, force: true });
    expect(await counts(warehouse, 'unmapped_rows', 'widgets', 'cash_transactions')).toEqual([
      'cash_transactions 1',
      'unmapped_rows 0',
      'widgets 2',
    ]);
    // Nothing of it is left in the ledger either.
    expect(
      await warehouse.rows(
        `SELECT table_name FROM ${warehouse.prefix}flexetl_coverage ORDER BY table_name`,
      ),
    ).toEqual([['cash_transactions'], ['flexetl_statements'], ['widgets']]);
  });

  it('leaves rows of other sections and statements where they are', async () => {
    const warehouse = await openWarehouse(engine);
    const catalog = widgetCatalog();
    const april = statement({
      from: '20240401',
      to: '20240430',
      generated: '20240501;070000',
      sections: section('Widgets', 'Widget', [{ reportDate: '20240404', widgetID: '3' }]),
    });
    await warehouse.load([march('01', others), april]);
    expect(await counts(warehouse, 'unmapped_rows')).toEqual(['unmapped_rows 4']);
    await warehouse.load([march('01', others)], { catalog, force: true });
    expect(await counts(warehouse, 'unmapped_rows', 'widgets')).toEqual([
      'unmapped_rows 2',
      'widgets 2',
    ]);
  });

  it('leaves rows alone where only some sections are loaded', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([march('01', others)]);
    await warehouse.load([march('01', others)], { only: ['CashTransactions'], force: true });
    expect(await counts(warehouse, 'unmapped_rows')).toEqual(['unmapped_rows 3']);
  });
});

describe.each(ENGINES)('in %s, a statement that is read in another zone', (engine) => {
  const trades = (id: string): string =>
    statement({
      from: '20240304',
      to: '20240304',
      generated: '20240305;070000',
      sections: section('Trades', 'Trade', [
        { reportDate: '20240304', transactionID: id, dateTime: '20240304;120000' },
      ]),
    });

  it('is loaded again by whoever reads it as before', async () => {
    const warehouse = await openWarehouse(engine);
    const seen: string[] = [];
    const read = async (options: { timezone?: string; asQuery?: string }): Promise<void> => {
      await warehouse.load([trades('1')], options);
      const hours = await warehouse.rows(
        `SELECT _query, CAST(extract(hour FROM date_time AT TIME ZONE 'UTC') AS integer) AS h
         FROM trades ORDER BY 1`,
      );
      seen.push(hours.map(([, hour]) => hour).join());
    };
    await read({});
    await read({ timezone: 'UTC' });
    await read({});
    expect(seen).toEqual(['17', '12', '17']);
  });

  it('is as loaded as ever where it is another query, or stands side by side', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([trades('1')]);
    await warehouse.load([trades('1')], { mode: 'append', timezone: 'UTC' });
    await warehouse.load([trades('1')], { asQuery: 'Other', timezone: 'UTC', allowOverlap: true });
    expect(
      await warehouse.rows(`SELECT count(*) AS n FROM ${warehouse.prefix}flexetl_loads`),
    ).toEqual([['3']]);
  });
});

describe.each(ENGINES)(
  'in %s, a statement whose window is read in another order of dates',
  (engine) => {
    it('takes along what stands outside of it, which is placed by that window', async () => {
      const warehouse = await openWarehouse(engine);
      const report = statement({ from: '03/04/2024', to: '03/04/2024', sections: '' }).replace(
        '<FlexStatements',
        '<Message>delayed</Message><FlexStatements',
      );
      const keys = async (dateOrder: 'mdy' | 'dmy'): Promise<(string | null)[][]> => {
        await warehouse.load([report], { dateOrder });
        return warehouse.rows(`SELECT substr(_row_key, 1, 22) AS k FROM unmapped_rows`);
      };
      expect(await keys('mdy')).toEqual([['2024-03-04..2024-03-04']]);
      expect(await keys('dmy')).toEqual([['2024-04-03..2024-04-03']]);
    });
  },
);
