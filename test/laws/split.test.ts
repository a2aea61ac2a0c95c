/**
 * The law of the split, with the shipped catalogue and whole reports: a statement
 * for a quarter leaves the same events as its three months.
 */
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { load } from '../../src/library/load.js';
import { generateStatement, type StatementOptions } from '../bench/generate.js';
import { duckdb, postgres, type Engine } from './destinations.js';

const CATALOG = Catalog.load();

const QUARTER: StatementOptions = {
  seed: 7,
  account: 'U1000001',
  query: 'Daily',
  from: '2024-01-01',
  to: '2024-03-31',
  whenGenerated: '20240402;072104',
  rowsPerDay: 1,
  sections: [
    ...(['Trades', 'CashTransactions', 'FxTransactions', 'EquitySummaryInBase'] as const),
    'ConversionRates',
  ],
};

const part = (options: Partial<StatementOptions>): string =>
  [...generateStatement({ ...QUARTER, ...options })].join('');

const MONTHS = [
  part({ to: '2024-01-31', whenGenerated: '20240202;072104' }),
  part({ from: '2024-02-01', to: '2024-02-29', whenGenerated: '20240302;072104' }),
  part({ from: '2024-03-01', whenGenerated: '20240403;072104' }),
];

/** Tables whose rows belong to a day, and how many of them there are at least. */
const TABLES = {
  trades: 60,
  trade_orders: 20,
  trade_lots: 10,
  cash_transactions: 1,
  fx_transactions: 1,
  equity_summary_by_report_date_in_base: 60,
  conversion_rates: 60,
};

function laws(engine: Engine): void {
  const left = async (documents: readonly string[]): Promise<Record<string, string[]>> => {
    const place = await engine.place();
    const source = documents.map((text) => Buffer.from(text));
    const outcomes = await load({ source, sink: place.dest, catalog: CATALOG });
    expect(outcomes.map(({ error }) => error?.describe())).toEqual(source.map(() => undefined));
    const { tables } = await place.read(CATALOG);
    await place.drop();
    const lines = (table: string): string[] =>
      // Which statement and load a row is of, is what may differ.
      tables
        .get(table)!
        .map(({ key, query, row, extra }) => JSON.stringify({ key, query, row, extra }))
        .sort();
    return Object.fromEntries(Object.keys(TABLES).map((table) => [table, lines(table)]));
  };

  it('split: a quarter leaves the same events as its months, and as both', async () => {
    const quarter = await left([part({})]);
    for (const [table, least] of Object.entries(TABLES)) {
      expect(quarter[table]!.length, table).toBeGreaterThanOrEqual(least);
    }
    expect(await left(MONTHS)).toEqual(quarter);
    expect(await left([MONTHS[2]!, part({})])).toEqual(quarter);
  });
}

describe('on DuckDB', () => laws(duckdb()));
describe('on Postgres', () => laws(postgres()));
