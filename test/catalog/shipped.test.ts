/** The shipped schema files: their form, their number, and what was decided in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { PACKAGE_SCHEMAS, readSchemaDirectory } from '../../src/catalog/schema-directory.js';
import { columnName, type RowElement } from '../../src/catalog/section.js';

const catalog = Catalog.load();

function table(name: string): RowElement {
  const element = catalog.table(name);
  if (element === undefined) throw new Error(`no table ${name}`);
  return element;
}

describe('shipped schema files', () => {
  it('follow the form', () => {
    // With checks on, a file that does not follow it throws.
    const { sections, vocabulary } = readSchemaDirectory(PACKAGE_SCHEMAS, true);
    expect(sections.size).toBe(58);
    expect(Object.keys(vocabulary)).toHaveLength(889);
  });

  it('hold the sections, tables and columns that were counted by hand', () => {
    expect(catalog.sections).toHaveLength(57);
    expect(catalog.sections.filter(({ rows }) => rows.length === 0)).toHaveLength(15);
    expect(catalog.elements).toHaveLength(56);
    expect(table('trades').columns).toHaveLength(106);
    expect(table('cash_report_currencies').columns).toHaveLength(342);
    expect(table('flexetl_statements').columns.map(({ name }) => name)).toEqual([
      'account_id',
      'query_name',
      'type',
      'from_date',
      'to_date',
      'period',
      'when_generated',
      'base_currency',
    ]);
  });

  it('name no attribute in the vocabulary that no element has', () => {
    const used = new Set(catalog.elements.flatMap((e) => e.columns.map((c) => c.attribute)));
    expect([...catalog.vocabulary.keys()].filter((name) => !used.has(name))).toEqual([]);
  });

  it('say why an element that has no key has none', () => {
    const silent = catalog.elements.filter(
      (element) =>
        element.keys.length === 0 &&
        element !== catalog.unmapped &&
        catalog.whyOf(element) === undefined,
    );
    expect(silent.map((element) => element.table)).toEqual([]);
  });

  it('place an event by reportDate wherever it has one', () => {
    const others = catalog.elements.filter(
      (element) =>
        element.grain === 'event' &&
        element.date !== 'reportDate' &&
        element.columns.some((column) => column.attribute === 'reportDate'),
    );
    expect(others.map((element) => element.table)).toEqual([]);
  });

  it('are ASCII and end with a newline, so that diffs stay small', () => {
    for (const name of readdirSync(PACKAGE_SCHEMAS)) {
      const text = readFileSync(`${PACKAGE_SCHEMAS}${name}`, 'utf8');
      expect(text, name).toMatch(/^[\n\x20-\x7e]*\n$/);
    }
  });
});

describe('tables', () => {
  it.each([
    ['Trades', 'Trade', 'trades'],
    ['Trades', 'Order', 'trade_orders'],
    ['Trades', 'Lot', 'trade_lots'],
    ['Trades', 'WashSale', 'wash_sales'],
    ['Trades', 'SymbolSummary', 'trade_symbol_summaries'],
    ['Trades', 'AssetSummary', 'trade_asset_summaries'],
    ['TradeConfirms', 'TradeConfirm', 'trade_confirms'],
    ['TradeConfirms', 'Order', 'confirm_orders'],
    ['TradeConfirms', 'SymbolSummary', 'confirm_symbol_summaries'],
    ['TradeConfirms', 'AssetSummary', 'confirm_asset_summaries'],
    ['CashTransactions', 'CashTransaction', 'cash_transactions'],
    ['OpenPositions', 'OpenPosition', 'open_positions'],
    ['AccountInformation', 'AccountInformation', 'account_information'],
    ['ChangeInNAV', 'ChangeInNAV', 'change_in_nav'],
    [
      'EquitySummaryInBase',
      'EquitySummaryByReportDateInBase',
      'equity_summary_by_report_date_in_base',
    ],
    ['OptionEAE', 'OptionEAE', 'option_eae'],
    ['RES', 'Trade', 'res_trades'],
    ['StmtFunds', 'StatementOfFundsLine', 'statement_of_funds_lines'],
    ['FxPositions', 'FxLot', 'fx_lots'],
    ['FxTransactions', 'FxClosedLot', 'fx_closed_lots'],
  ])('%s > %s is %s', (section, element, expected) => {
    const found = catalog.section(section);
    expect(found && catalog.row(found, element)?.table).toBe(expected);
  });

  it.each([
    ['trades', 'event', 'reportDate', [['transactionID'], ['ibExecID']]],
    ['trade_orders', 'event', 'reportDate', [['ibOrderID', 'reportDate']]],
    ['trade_lots', 'event', 'reportDate', []],
    ['trade_confirms', 'event', 'reportDate', [['execID'], ['tradeID']]],
    ['cash_transactions', 'event', 'reportDate', [['transactionID']]],
    ['corporate_actions', 'event', 'reportDate', [['transactionID']]],
    ['statement_of_funds_lines', 'event', 'reportDate', []],
    ['transfers', 'event', 'reportDate', [['transactionID']]],
    ['option_eae', 'event', 'date', [['tradeID']]],
    ['unbundled_commission_details', 'event', 'dateTime', [['tradeID']]],
    ['trade_symbol_summaries', 'window', undefined, []],
    ['cash_report_currencies', 'window', undefined, [['currency', 'levelOfDetail'], ['currency']]],
    ['change_in_nav', 'window', undefined, [['fromDate', 'toDate']]],
    ['security_info', 'reference', undefined, [['conid']]],
    ['conversion_rates', 'reference', undefined, [['reportDate', 'fromCurrency', 'toCurrency']]],
    ['account_information', 'reference', undefined, []],
    ['unmapped_rows', 'window', undefined, []],
  ])('%s is of grain %s, by %s', (name, grain, date, keys) => {
    expect(table(name)).toMatchObject({ grain, keys });
    expect(table(name).date).toBe(date);
  });

  it('tells lots of a position from its summary by what only lots carry', () => {
    const { grain, keys } = table('open_positions');
    const [lot, summary] = keys;
    expect(grain).toBe('snapshot');
    expect(lot).toEqual([...summary!, 'openDateTime', 'originatingTransactionID']);
  });

  it('belong to an account, but for rates and instruments', () => {
    const without = catalog.elements.filter(({ ofAccount }) => !ofAccount);
    expect(without.map((element) => element.table)).toEqual(['conversion_rates', 'security_info']);
  });
});

describe('columns', () => {
  it.each([
    ['fifoPnlRealized', 'fifo_pnl_realized'],
    ['ibExecID', 'ib_exec_id'],
    ['isAPIOrder', 'is_api_order'],
    ['percentOfNAV', 'percent_of_nav'],
    ['realizedSTProfit', 'realized_st_profit'],
    ['withholdingTaxIBUKL', 'withholding_tax_ibukl'],
    ['regFINRATradingActivityFee', 'reg_finra_trading_activity_fee'],
    ['street2ResidentialAddress', 'street2_residential_address'],
    ['conid', 'conid'],
  ])('%s is %s', (attribute, expected) => {
    expect(columnName(attribute)).toBe(expected);
  });

  it.each([
    ['conid', 'text'],
    ['cusip', 'text'],
    ['tradeID', 'text'],
    ['weight', 'text'],
    ['quantity', 'decimal'],
    ['otherTax', 'decimal'],
    ['withholdingTaxIBUKL', 'decimal'],
    ['reportDate', 'date'],
    ['dateTime', 'datetime'],
    ['tradeTime', 'time'],
    ['isAPIOrder', 'boolean'],
    ['assetCategory', 'enum'],
    ['notes', 'codes'],
  ])('%s is %s', (attribute, type) => {
    expect(catalog.attributeTypes.get(attribute)).toBe(type);
  });

  it('lets an element differ from the vocabulary: notes are codes, and an asset class in the NAV', () => {
    const typeIn = (name: string): string | undefined =>
      table(name).columns.find((column) => column.attribute === 'notes')?.type;
    expect(typeIn('trades')).toBe('codes');
    expect(typeIn('equity_summary_by_report_date_in_base')).toBe('decimal');
  });
});
