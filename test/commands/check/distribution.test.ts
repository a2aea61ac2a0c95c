/** What check says of tables that are spread over servers. */
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../../src/catalog/catalog.js';
import { describeSpread } from '../../../src/commands/check/distribution.js';
import { spreadOf } from '../../../src/sinks/postgres/traits.js';

const catalog = Catalog.load();

const said = (tables: Readonly<Record<string, string>>) =>
  describeSpread({ product: 'Citus 13.2', tables: new Map(Object.entries(tables)) }, catalog);

describe('the distribution of a destination', () => {
  it('is right with rows by account, shared facts everywhere and a local ledger', () => {
    const finding = said({
      trades: 'by account_id',
      flexetl_statements: 'by account_id',
      conversion_rates: 'everywhere',
      flexetl_loads: 'local',
      somebody_elses: 'local',
    });
    expect(finding).toEqual({
      name: 'distribution',
      status: 'ok',
      message:
        'Citus 13.2: 2 tables are distributed by account_id, 1 is a reference table; the ledger is local.',
    });
  });

  it.each([
    ['a table of rows is local', { trades: 'local' }, 'trades'],
    ['a table is distributed by another column', { trades: 'by _query' }, 'trades'],
    ['facts are distributed', { conversion_rates: 'by _row_key' }, 'conversion_rates'],
    ['the ledger is distributed', { flexetl_coverage: 'by account_id' }, 'flexetl_coverage'],
  ])('is wrong where %s', (_, tables, named) => {
    const { status, message, advice } = said({ security_info: 'everywhere', ...tables });
    expect([status, message]).toEqual([
      'warn',
      `Citus 13.2: not distributed as they should be: ${named}.`,
    ]);
    expect(advice).toContain('--distributed citus');
  });

  it('is told of before there are tables', () => {
    const { status, advice } = said({});
    expect([status, advice]).toEqual(['ok', expect.stringContaining('--distributed citus')]);
  });

  it('is read from the catalogue of Citus, where there is one', async () => {
    const columns = ['name', 'method', 'model', 'by'];
    const rows = [
      ['trades', 'h', 's', 'account_id'],
      ['conversion_rates', 'n', 't', null],
      ['flexetl_loads', null, null, null],
    ].map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]!])));
    const ask = (sql: string) =>
      Promise.resolve(/extname/.test(sql) ? [{ version: '13.2' }] : rows);
    expect(await spreadOf(ask, 'flex')).toEqual({
      product: 'Citus 13.2',
      tables: new Map([
        ['trades', 'by account_id'],
        ['conversion_rates', 'everywhere'],
        ['flexetl_loads', 'local'],
      ]),
    });
    expect(await spreadOf(() => Promise.resolve([]), 'flex')).toBeUndefined();
  });
});
