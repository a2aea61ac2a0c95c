/**
 * The law of the split: a statement for a quarter leaves the same events as its three months,
 * with the shipped catalogue and whole reports; and so where events have no date and are equal.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { assertLoaded, load } from '../../src/library/load.js';
import { generateStatement, type StatementOptions } from '../bench/generate.js';
import { cutCatalog } from './catalog.js';
import { duckdb, postgres, type Engine } from './destinations.js';
import { runs } from './runs.js';

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

/** Fees of each day, by amount, and nothing else of them. */
type Days = readonly (readonly number[])[];

const date = (day: number): string => `202403${String(day + 1).padStart(2, '0')}`;

function feesOf(days: Days, first: number, generated: number): Buffer {
  const rows = days.flat().map((amount) => `<CashTransaction amount="${amount}" />`);
  const last = date(first + days.length - 1);
  return Buffer.from(
    `<FlexQueryResponse queryName="Daily" type="AF"><FlexStatements count="1">
     <FlexStatement accountId="U1000001" fromDate="${date(first)}" toDate="${last}"
       whenGenerated="${date(generated)};080000"><CashTransactions>${rows.join('\n')}
     </CashTransactions></FlexStatement></FlexStatements></FlexQueryResponse>`,
  );
}

const FEES = cutCatalog({
  sections: ['CashTransactions'],
  column: (attribute) => ['accountId', 'amount'].includes(attribute),
});

function feesLaws(engine: Engine): void {
  const left = async (source: readonly Buffer[]): Promise<string[]> => {
    const place = await engine.place();
    assertLoaded(await load({ source: [...source], sink: place.dest, catalog: FEES }));
    const { tables } = await place.read(FEES);
    await place.drop();
    return (tables.get('cash_transactions') ?? [])
      .map(({ row }) => JSON.stringify(row['amount']))
      .sort();
  };

  it('split: events that are equal and have no date are as many by days as together', async () => {
    const amounts = fc.array(fc.constantFrom(-10, -4, 7), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(amounts, { minLength: 2, maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        async (days, turns) => {
          const wanted = days
            .flat()
            .map((amount) => JSON.stringify(String(amount)))
            .sort();
          const files = days.map((fees, day) => feesOf([fees], day, day + 1));
          const shuffled = files
            .map((file, index) => [turns[index]!, file] as const)
            .sort(([one], [other]) => one - other)
            .map(([, file]) => file);
          expect(await left(shuffled)).toEqual(wanted);
          expect(await left([...shuffled, feesOf(days, 0, 20)])).toEqual(wanted);
        },
      ),
      runs(6, 1),
    );
  });
}

describe('on DuckDB', () => {
  laws(duckdb());
  feesLaws(duckdb());
});

describe('on Postgres', () => {
  laws(postgres());
  feesLaws(postgres());
});
