/** Finding things in the catalogue by name. */
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';

const catalog = Catalog.load();

describe('section', () => {
  it('is found by its name and by an alias', () => {
    expect(catalog.section('Trades')?.name).toBe('Trades');
    expect(catalog.section('StatementOfFunds')?.name).toBe('StmtFunds');
    expect(catalog.section('Nonsense')).toBeUndefined();
    expect(catalog.section('FlexStatement')).toBeUndefined();
  });

  it('comes in the order of the names', () => {
    const names = catalog.sections.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
  });

  it('knows the row of its own attributes', () => {
    const ownRow = (name: string): string | undefined => catalog.section(name)?.ownRow;
    expect(ownRow('AccountInformation')).toBe('AccountInformation');
    expect(ownRow('OptionEAE')).toBe('OptionEAE');
    expect(ownRow('MTDYTDPerformanceSummary')).toBe('MTDYTDPerformanceSummaryUnderlying');
    expect(ownRow('Trades')).toBeUndefined();
  });

  it('knows the containers inside it', () => {
    expect(catalog.section('FxPositions')?.containers).toEqual(['FxLots']);
    expect(catalog.section('FxTransactions')?.containers).toEqual(['FxClosedLots']);
    expect(catalog.section('Trades')?.containers).toEqual([]);
  });
});

describe('bareRow', () => {
  it.each([
    ['Trade', 'AF', 'trades'],
    ['Order', 'AF', 'trade_orders'],
    ['Order', 'TCF', 'confirm_orders'],
    ['SymbolSummary', 'TCF', 'confirm_symbol_summaries'],
    ['TradeConfirm', 'TCF', 'trade_confirms'],
    ['FxLot', 'AF', 'fx_lots'],
  ])('%s in a report of type %s goes to %s', (element, type, table) => {
    expect(catalog.bareRow(element, type)?.table).toBe(table);
  });

  it('takes what only one section has, whatever the report calls itself', () => {
    expect(catalog.bareRow('Lot', '')?.table).toBe('trade_lots');
    expect(catalog.bareRow('TradeConfirm', 'AF')?.table).toBe('trade_confirms');
  });

  it('does not guess', () => {
    expect(catalog.bareRow('Order', '')).toBeUndefined();
    expect(catalog.bareRow('Nonsense', 'AF')).toBeUndefined();
  });
});

describe('table', () => {
  it('finds every element, the statements and the unmapped rows, each under one name', () => {
    expect(new Set(catalog.elements.map(({ table }) => table)).size).toBe(catalog.elements.length);
    for (const element of catalog.elements) expect(catalog.table(element.table)).toBe(element);
    expect(catalog.table('flexetl_statements')).toBe(catalog.statements);
    expect(catalog.table('unmapped_rows')).toBe(catalog.unmapped);
    expect(catalog.table('nonsense')).toBeUndefined();
  });
});
