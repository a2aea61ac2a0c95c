import { describe, expect, it } from 'vitest';
import { Catalog } from '../../../../src/catalog/catalog.js';
import { assertLoaded, type LoadOptions } from '../../../../src/library/load.js';
import { loadInput } from '../../../../src/pipeline/load-input.js';
import { openForComparing } from '../../../../src/sinks/destinations.js';
import { VerifySink, type Verdict } from '../../../../src/sinks/sql/verify/sink.js';
import { bytesSource } from '../../../../src/sources/stream.js';
import {
  ENGINES,
  openWarehouse,
  section,
  statement,
  type ReportOptions,
  type Warehouse,
} from '../../../views/warehouse.js';
import { BROKER_TIMEZONE } from '../../../../src/time/days.js';

const CATALOG = Catalog.load();

interface Options extends Pick<LoadOptions, 'asQuery' | 'timezone' | 'only' | 'catalog'> {
  readonly kept?: number;
}

/** The verdict on each report, in one call. */
async function verify(
  { dest }: Pick<Warehouse, 'dest'>,
  reports: readonly string[],
  options: Options = {},
): Promise<Verdict[]> {
  const { catalog = CATALOG, timezone = BROKER_TIMEZONE, asQuery, only, kept = 20 } = options;
  const sink = new VerifySink(await openForComparing(dest), {
    catalog,
    timezone,
    differencesKept: kept,
  });
  const verdicts: Verdict[] = [];
  try {
    for (const report of reports) {
      const outcome = await loadInput(bytesSource('report.xml', Buffer.from(report)), sink, {
        catalog,
        timezone,
        asQuery,
        selection: { only: only && new Set(only), skip: undefined },
        loadId: 'none',
        dateOrder: 'auto',
        strict: false,
      });
      assertLoaded([outcome]);
      verdicts.push(sink.verdict!);
    }
  } finally {
    await sink.close();
  }
  return verdicts;
}

async function verifyOne(
  warehouse: Warehouse,
  report: string,
  options: Options = {},
): Promise<Verdict> {
  return (await verify(warehouse, [report], options))[0]!;
}

/** Required, missing, different and unexpected rows, of the tables where any of these is not zero. */
function counts({ tables }: Verdict): Record<string, number[]> {
  return Object.fromEntries(
    [...tables]
      .map(([table, { required, missing, different, unexpected }]) => {
        return [table, [required, missing, different, unexpected]] as [string, number[]];
      })
      .filter(([table, all]) => table !== 'flexetl_statements' && all.some((count) => count > 0)),
  );
}

type Attributes = Record<string, string>;

const trade = (id: string, day: string, more: Attributes = {}): Attributes => ({
  transactionID: id,
  reportDate: day,
  dateTime: `${day};101530`,
  quantity: '100.5',
  tradePrice: '0.123456789012',
  symbol: 'ALFA',
  isAPIOrder: 'N',
  unknownToAll: 'kept',
  ...more,
});

const report = (options: Omit<ReportOptions, 'sections'>, rows: readonly Attributes[]): string =>
  statement({ ...options, sections: section('Trades', 'Trade', rows) });

const MARCH = { from: '20240301', to: '20240331', generated: '20240401;070000' };

/** Rows of every grain, levels and types. */
const FULL = statement({
  ...MARCH,
  sections: [
    section('Trades', 'Trade', [
      trade('1', '20240304'),
      trade('2', '20240305', { quantity: 'many', isAPIOrder: 'Y' }),
      // Without a key, and twice.
      { reportDate: '20240306', quantity: '1' },
      { reportDate: '20240306', quantity: '1' },
    ]),
    section('OpenPositions', 'OpenPosition', [
      { conid: '1', reportDate: '20240331', position: '5', levelOfDetail: 'SUMMARY' },
    ]),
    section('CashReport', 'CashReportCurrency', [{ currency: 'USD', endingCash: '-0.5' }]),
    section('SecuritiesInfo', 'SecurityInfo', [{ conid: '1', cusip: '46090E103' }]),
    section('ConversionRates', 'ConversionRate', [
      { reportDate: '20240304', fromCurrency: 'EUR', toCurrency: 'USD', rate: '1.085' },
    ]),
    section('BrandNewSection', 'BrandNewRow', [{ a: '1', b: 'two' }]),
    section('CashTransactions', 'CashTransaction', []),
  ].join('\n'),
});

describe.each(ENGINES)('verifying %s', (engine) => {
  it('finds everything as the file says, of every grain', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([FULL]);
    const verdict = await verifyOne(warehouse, FULL);
    expect(counts(verdict)).toEqual({
      trades: [4, 0, 0, 0],
      open_positions: [1, 0, 0, 0],
      cash_report_currencies: [1, 0, 0, 0],
      security_info: [1, 0, 0, 0],
      conversion_rates: [1, 0, 0, 0],
      unmapped_rows: [1, 0, 0, 0],
    });
    expect([verdict.status, verdict.differences]).toEqual(['same', []]);
  });

  it('names a row that was deleted, one that was changed, and one that was added', async () => {
    const warehouse = await openWarehouse(engine);
    const { prefix } = warehouse;
    await warehouse.load([FULL]);
    const [[id]] = (await warehouse.rows('SELECT DISTINCT _statement_id FROM trades')) as [
      [string],
    ];
    await warehouse.change(`DELETE FROM ${prefix}conversion_rates`);
    await warehouse.change(
      `UPDATE ${prefix}trades SET trade_price = 0.123456789013, taxes = 0 WHERE transaction_id = '1'`,
    );
    await warehouse.change(
      `INSERT INTO ${prefix}trades (account_id, _query, _row_key, _statement_id, _load_id)
       VALUES ('U1000001', 'Daily', 'mine', '${id}', 'mine')`,
    );
    // The statement says that there are none; and it says nothing at all of a table that is not there.
    await warehouse.change(
      `INSERT INTO ${prefix}cash_transactions (account_id, _query, _row_key, _statement_id, _load_id)
       VALUES ('U1000001', 'Daily', 'mine', '${id}', 'mine')`,
    );
    const verdict = await verifyOne(warehouse, FULL);
    expect(verdict.status).toBe('differs');
    expect(counts(verdict)).toMatchObject({
      conversion_rates: [1, 1, 0, 0],
      trades: [4, 0, 1, 1],
      cash_transactions: [0, 0, 0, 1],
      open_positions: [1, 0, 0, 0],
    });
    const common = { account: 'U1000001', query: 'Daily', statement: id };
    expect(verdict.differences).toEqual([
      {
        ...common,
        account: null,
        table: 'conversion_rates',
        kind: 'missing',
        key: '2024-03-04|EUR|USD',
        columns: [],
      },
      {
        ...common,
        table: 'trades',
        kind: 'different',
        key: '1',
        columns: [
          { column: 'trade_price', file: '0.123456789012', stored: '0.123456789013' },
          { column: 'taxes', file: null, stored: '0' },
        ],
      },
      { ...common, table: 'trades', kind: 'unexpected', key: 'mine', columns: [] },
      { ...common, table: 'cash_transactions', kind: 'unexpected', key: 'mine', columns: [] },
    ]);
  });

  it('notices a change of any column, and that a load with force undid it', async () => {
    const warehouse = await openWarehouse(engine);
    const file = report(MARCH, [trade('1', '20240304')]);
    await warehouse.load([file]);
    const changes = [
      ['_extra', `'{"unknownToAll": "changed"}'`],
      ['_extra', 'NULL'],
      ['symbol', `''`],
      ['symbol', `'alfa'`],
      ['report_date', 'NULL'],
      ['is_api_order', 'NULL'],
      ['date_time', `TIMESTAMP '2024-03-04 15:15:31'`],
      ['_generated_at', 'NULL'],
      ['_statement_id', `'somebody else'`],
    ] as const;
    for (const [column, value] of changes) {
      await warehouse.change(`UPDATE ${warehouse.prefix}trades SET ${column} = ${value}`);
      const { differences } = await verifyOne(warehouse, file);
      expect(differences).toMatchObject([{ table: 'trades', kind: 'different' }]);
      expect(differences[0]!.columns.map((each) => each.column)).toEqual([column]);
      await warehouse.load([file], { force: true });
      expect((await verifyOne(warehouse, file)).status).toBe('same');
    }
  });

  it('takes the same number written in another way for the same', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([FULL]);
    await warehouse.change(
      `UPDATE ${warehouse.prefix}trades SET quantity = 100.500, _load_id = 'another' WHERE transaction_id = '1'`,
    );
    expect((await verifyOne(warehouse, FULL)).status).toBe('same');
  });

  it('notices rows in tables that the statement says nothing of', async () => {
    const warehouse = await openWarehouse(engine);
    const other = report({ ...MARCH, account: 'U1000002' }, [trade('1', '20240304')]);
    const cash = statement({
      ...MARCH,
      sections: section('CashTransactions', 'CashTransaction', [{ transactionID: '1' }]),
    });
    await warehouse.load([other, cash]);
    await warehouse.change(
      `UPDATE ${warehouse.prefix}cash_transactions SET _statement_id =
         (SELECT min(_statement_id) FROM ${warehouse.prefix}trades)`,
    );
    expect(counts(await verifyOne(warehouse, other))).toEqual({
      trades: [1, 0, 0, 0],
      cash_transactions: [0, 0, 0, 1],
    });
    expect(counts(await verifyOne(warehouse, cash))).toEqual({ cash_transactions: [1, 0, 1, 0] });
  });

  it('says that everything is missing where a table was dropped, a column too', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([FULL]);
    await warehouse.change(`DROP TABLE ${warehouse.prefix}open_positions CASCADE`);
    await warehouse.change(
      `ALTER TABLE ${warehouse.prefix}cash_report_currencies RENAME COLUMN ending_cash TO mine`,
    );
    const verdict = await verifyOne(warehouse, FULL);
    expect(counts(verdict)).toMatchObject({
      open_positions: [1, 1, 0, 0],
      cash_report_currencies: [1, 0, 1, 0],
      trades: [4, 0, 0, 0],
    });
    expect(verdict.differences[0]).toMatchObject({
      columns: [{ column: 'ending_cash', stored: null }],
    });
  });

  it('requires no row that a newer statement overrules, whatever the order of loads', async () => {
    const before = report(MARCH, [
      trade('1', '20240304'),
      trade('2', '20240305'),
      trade('3', '20240306'),
    ]);
    // Restates the 4th and the 5th: 1 is changed, 2 is gone, 4 is new; 3 moves to the 5th.
    const restated = report({ from: '20240304', to: '20240305', generated: '20240402;070000' }, [
      trade('1', '20240304', { quantity: '99' }),
      trade('4', '20240305'),
      trade('3', '20240305'),
    ]);
    for (const order of [
      [before, restated],
      [restated, before],
    ]) {
      const warehouse = await openWarehouse(engine);
      await warehouse.load(order);
      const verdicts = await verify(warehouse, [before, restated]);
      expect(verdicts.map(({ status }) => status)).toEqual(['same', 'same']);
      expect(verdicts.map(counts)).toEqual([{}, { trades: [3, 0, 0, 0] }]);
      // What was taken back comes back by hand.
      await warehouse.change(
        `INSERT INTO ${warehouse.prefix}trades (account_id, _query, _row_key, _statement_id, _load_id, report_date)
         SELECT account_id, query, '2', statement_id, 'x', DATE '2024-03-05'
         FROM ${warehouse.prefix}flexetl_coverage
         WHERE table_name = 'trades' AND window_from = DATE '2024-03-01'`,
      );
      expect(counts(await verifyOne(warehouse, before))).toEqual({ trades: [0, 0, 0, 1] });
      expect((await verifyOne(warehouse, restated)).status).toBe('same');
    }
  });

  it('finds what each of two files says outside of the statement that both have', async () => {
    const around = (text: string): string =>
      FULL.replace('<FlexStatements', `<Message>${text}</Message><FlexStatements`);
    const both = [around('delayed'), around('subject to change')];
    for (const order of [both, both.toReversed()]) {
      const warehouse = await openWarehouse(engine);
      await warehouse.load(order);
      const verdicts = await verify(warehouse, [...order, FULL]);
      expect(verdicts.map(({ status }) => status)).toEqual(['same', 'same', 'not_loaded']);
      expect(counts(verdicts[0]!)).toMatchObject({ unmapped_rows: [2, 0, 0, 0] });
      await warehouse.change(
        `DELETE FROM ${warehouse.prefix}unmapped_rows WHERE element = 'Message'`,
      );
      expect(counts(await verifyOne(warehouse, order[0]!))).toMatchObject({
        unmapped_rows: [2, 1, 0, 0],
      });
    }
  });

  it('knows snapshots, windows and references that were overruled', async () => {
    const warehouse = await openWarehouse(engine);
    const later = FULL.replace('20240401;070000', '20240403;070000')
      .replace('position="5"', 'position="6"')
      .replace('endingCash="-0.5"', 'endingCash="7"')
      .replace('rate="1.085"', 'rate="1.09"');
    await warehouse.load([later, FULL]);
    const [old, current] = await verify(warehouse, [FULL, later]);
    expect([old!.status, current!.status]).toEqual(['same', 'same']);
    // The newer one says all of it again, but that the older one was loaded too.
    expect(counts(old!)).toEqual({});
    expect(old!.tables.get('trades')).toMatchObject({ parsed: 4, required: 0 });
    expect(counts(current!)).toMatchObject({ open_positions: [1, 0, 0, 0], trades: [4, 0, 0, 0] });
  });

  it('says of a file that was never loaded that it was not, or how else it was', async () => {
    const warehouse = await openWarehouse(engine);
    const one = report(MARCH, [trade('1', '20240304')]);
    await warehouse.load([one], { asQuery: 'Other' });
    const verdicts = await verify(warehouse, [one, FULL]);
    expect(verdicts).toMatchObject([
      { status: 'not_loaded', loadedAs: ['{"asQuery":"Other"}'] },
      { status: 'not_loaded', loadedAs: [] },
    ]);
    expect((await verifyOne(warehouse, one, { asQuery: 'Other' })).status).toBe('same');
  });

  it('is refused where a newer flexetl has made the ledger', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([FULL]);
    await warehouse.change(
      `INSERT INTO ${warehouse.prefix}flexetl_migrations VALUES (999, CURRENT_TIMESTAMP)`,
    );
    await expect(verify(warehouse, [FULL])).rejects.toMatchObject({
      code: 'FLEX_CONFIG',
      message: expect.stringMatching(/The ledger of .* has version 999; /) as string,
    });
  });

  it('compares what was loaded side by side', async () => {
    const warehouse = await openWarehouse(engine);
    const newer = FULL.replace('20240401;070000', '20240403;070000');
    await warehouse.load([FULL, newer], { mode: 'append' });
    expect((await verify(warehouse, [FULL, newer])).map(({ status }) => status)).toEqual([
      'same',
      'same',
    ]);
    expect(counts(await verifyOne(warehouse, FULL))).toMatchObject({ trades: [4, 0, 0, 0] });
    await warehouse.change(
      `DELETE FROM ${warehouse.prefix}trades WHERE transaction_id = '1' AND _statement_id =
         (SELECT max(_statement_id) FROM ${warehouse.prefix}trades)`,
    );
    const statuses = (await verify(warehouse, [FULL, newer])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['differs', 'same']);
  });

  it('compares a file that was loaded both merged and side by side', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([FULL]);
    await warehouse.load([FULL], { mode: 'append', allowOverlap: true });
    const verdict = await verifyOne(warehouse, FULL);
    expect(verdict.status).toBe('same');
    expect(counts(verdict)).toMatchObject({ trades: [8, 0, 0, 0], open_positions: [2, 0, 0, 0] });
    await warehouse.change(`DELETE FROM ${warehouse.prefix}trades WHERE _row_key = '1'`);
    expect(counts(await verifyOne(warehouse, FULL))).toMatchObject({ trades: [8, 1, 0, 0] });
  });

  it('compares some sections, and takes the others for what other loads brought', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([FULL], { only: ['Trades'] });
    expect(counts(await verifyOne(warehouse, FULL, { only: ['Trades'] }))).toEqual({
      trades: [4, 0, 0, 0],
    });
    await warehouse.load([FULL]);
    const verdict = await verifyOne(warehouse, FULL, { only: ['Trades'] });
    expect([verdict.status, counts(verdict)]).toEqual(['same', { trades: [4, 0, 0, 0] }]);
  });

  it('keeps apart queries that were allowed to overlap', async () => {
    const warehouse = await openWarehouse(engine);
    const daily = report(MARCH, [trade('1', '20240304')]);
    const other = report({ ...MARCH, query: 'Other', generated: '20240405;070000' }, [
      trade('1', '20240304', { quantity: '7' }),
    ]);
    await warehouse.load([daily, other], { allowOverlap: true });
    expect((await verify(warehouse, [daily, other])).map(counts)).toEqual([
      { trades: [1, 0, 0, 0] },
      { trades: [1, 0, 0, 0] },
    ]);
  });

  it('takes a statement for the same that two queries have delivered, loaded as one', async () => {
    const warehouse = await openWarehouse(engine);
    const rows = [trade('1', '20240304')];
    const daily = report(MARCH, rows);
    const monthly = report({ ...MARCH, query: 'Monthly' }, rows);
    await warehouse.load([daily]);
    await warehouse.load([monthly], { asQuery: 'Daily' });
    const verdicts = [
      await verifyOne(warehouse, daily),
      await verifyOne(warehouse, monthly, { asQuery: 'Daily' }),
    ];
    expect(verdicts.map(({ status }) => status)).toEqual(['same', 'same']);
  });

  it('tells of so many differences over all files, and counts them all', async () => {
    const warehouse = await openWarehouse(engine);
    const files = ['20240304', '20240305'].map((from) =>
      report(
        { from },
        Array.from({ length: 6 }, (_, index) => trade(`${from}${index}`, from)),
      ),
    );
    await warehouse.load(files);
    await warehouse.change(`UPDATE ${warehouse.prefix}trades SET quantity = 1`);
    const verdicts = await verify(warehouse, files, { kept: 8 });
    expect(verdicts.map(counts)).toEqual([{ trades: [6, 0, 6, 0] }, { trades: [6, 0, 6, 0] }]);
    expect(verdicts.map(({ differences }) => differences.length)).toEqual([6, 2]);
  });

  it('changes nothing, not even where the destination lacks everything', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([FULL]);
    const all = `SELECT count(*), sum(length(_load_id)) FROM trades`;
    const before = [await warehouse.rows(all), await warehouse.rows(TABLES)];
    await warehouse.change(`DELETE FROM ${warehouse.prefix}conversion_rates`);
    await verifyOne(warehouse, FULL);
    expect([await warehouse.rows(all), await warehouse.rows(TABLES)]).toEqual(before);
    expect(await warehouse.rows('SELECT count(*) FROM conversion_rates')).toEqual([['0']]);
  });
});

const TABLES = `SELECT table_schema, table_name FROM information_schema.tables
  WHERE table_schema IN ('flex', 'main', 'public') ORDER BY table_schema, table_name`;

describe('verifying Postgres', () => {
  it('finds nothing loaded where there is no schema, and makes none', async () => {
    const warehouse = await openWarehouse('postgres');
    expect(await verify(warehouse, [FULL])).toMatchObject([{ status: 'not_loaded' }]);
    expect(await warehouse.rows(TABLES)).toEqual([]);
  });
});

describe('verifying DuckDB', () => {
  it('asks for a database that is there', async () => {
    await expect(verify({ dest: 'duckdb:nowhere.duckdb' }, [FULL])).rejects.toMatchObject({
      code: 'FLEX_CONFIG',
    });
  });
});
