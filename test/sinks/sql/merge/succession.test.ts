/**
 * A newer statement that takes the place of whole older ones is published in one stroke where
 * nothing of others hangs on the rows. It must leave what weighing each row leaves.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PostgresEngine } from '../../../../src/sinks/postgres/engine.js';
import { openWarehouse, section, statement, type Warehouse } from '../../../views/warehouse.js';

type Row = Readonly<Record<string, string>>;

const trade = (id: string, day: string, price = '1', more: Row = {}): Row => ({
  transactionID: id,
  reportDate: day,
  tradePrice: price,
  levelOfDetail: 'EXECUTION',
  ...more,
});

function report(from: string, to: string, generated: string, trades: readonly Row[]): string {
  const value = { currency: 'USD', endingCash: generated };
  return statement({
    from,
    to,
    generated: `${generated};070000`,
    sections: [
      section('Trades', 'Trade', trades),
      section('CashReport', 'CashReportCurrency', [value]),
      section('OpenPositions', 'OpenPosition', [{ conid: '7', reportDate: to, position: '5' }]),
    ].join('\n'),
  });
}

const FIRST = report('20240301', '20240308', '20240309', [
  trade('1', '20240304'),
  trade('2', '20240305'),
  trade('3', '20240306'),
]);
const SECOND = report('20240309', '20240315', '20240316', [trade('4', '20240311')]);
const MONTH = report('20240301', '20240331', '20240401', [
  trade('1', '20240304'),
  trade('2', '20240305', '2'),
  trade('5', '20240320'),
]);
const AGAIN = report('20240301', '20240331', '20240402', [
  trade('1', '20240304', '9'),
  trade('5', '20240320', '9'),
]);
const LATER = report('20240320', '20240410', '20240411', [trade('6', '20240321')]);
/** FIRST, with other prices. */
const SAME = report(
  '20240301',
  '20240308',
  '20240310',
  ['1', '2', '3'].map((id) => trade(id, `2024030${Number(id) + 3}`, '8')),
);
const ASTRAY = report('20240301', '20240308', '20240309', [
  trade('1', '20240304'),
  trade('9', '20240210'),
]);
const UNDATED = report('20240301', '20240308', '20240309', [
  trade('1', '20240304'),
  trade('8', ''),
]);

/** Everything that a load decides, as text. */
async function told(warehouse: Warehouse): Promise<unknown> {
  const { prefix } = warehouse;
  const row = `_row_key, s.from_date, s.to_date, s.when_generated`;
  const of = (table: string, columns: string): Promise<(string | null)[][]> =>
    warehouse.rows(`SELECT t.${row.replace('_row_key', `_row_key, t.${columns}`)} FROM ${prefix}${table} t
      JOIN ${prefix}flexetl_statements s ON s._statement_id = t._statement_id ORDER BY 1, 3, 4, 5`);
  return {
    trades: await of('trades', 'trade_price'),
    cash: await of('cash_report_currencies', 'ending_cash'),
    positions: await of('open_positions', 'position'),
    removed: await warehouse.rows(
      `SELECT table_name, row_key FROM ${prefix}flexetl_removed ORDER BY table_name, row_key`,
    ),
  };
}

/** What became of the rows, by the ledger. */
async function counted(warehouse: Warehouse): Promise<unknown[]> {
  const { prefix } = warehouse;
  const loads = await warehouse.rows(
    `SELECT CAST(tables AS text) FROM ${prefix}flexetl_loads ORDER BY finished_at`,
  );
  return loads.map(([tables]) => JSON.parse(tables!) as unknown);
}

/** How often rows of trades were put there by key. */
const upserts = (run: { mock: { calls: readonly (readonly unknown[])[] } }): number =>
  run.mock.calls.filter(([sql]) => /INSERT INTO "flex"."trades"[^]*ON CONFLICT/.test(String(sql)))
    .length;

afterEach(() => {
  vi.restoreAllMocks();
});

const HISTORIES: [string, string[], number][] = [
  ['a month over its weeks', [FIRST, SECOND, MONTH], 0],
  ['a month restated twice', [FIRST, MONTH, AGAIN], 0],
  ['an older month after the newer', [AGAIN, MONTH], 1],
  ['a row outside of its window', [ASTRAY, MONTH], 1],
  ['a row without a date', [UNDATED, MONTH], 0],
  ['a window that is not covered', [MONTH, LATER], 1],
];

/** Loads a history, and its last statement once more. @returns what is told and counted */
async function play(reports: readonly string[]): Promise<unknown> {
  const warehouse = await openWarehouse('postgres');
  await warehouse.load(reports);
  const before = await told(warehouse);
  await warehouse.load([reports.at(-1)!], { force: true });
  return { before, after: await told(warehouse), counts: await counted(warehouse) };
}

describe('in one stroke', () => {
  it.each(HISTORIES)('%s is what it is row by row', async (_, reports, weighed) => {
    const run = vi.spyOn(PostgresEngine.prototype, 'run');
    const result = await play(reports);
    expect(upserts(run)).toBe(weighed);
    vi.spyOn(PostgresEngine.prototype, 'replacesWhole').mockResolvedValue(false);
    expect(result).toEqual(await play(reports));
  });
});

describe('row by row, where others have added', () => {
  it.each([
    ['a column', 'ALTER TABLE flex.trades ADD COLUMN desk text'],
    [
      'a reference',
      `CREATE TABLE flex.notes (account_id text, _query text, _row_key text, FOREIGN KEY
         (account_id, _query, _row_key) REFERENCES flex.trades (account_id, _query, _row_key))`,
    ],
    ['a rule', 'CREATE RULE told AS ON DELETE TO flex.trades DO ALSO NOTIFY told'],
    [
      'a trigger',
      `CREATE FUNCTION flex.told() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END';
       CREATE TRIGGER told BEFORE DELETE ON flex.trades FOR EACH ROW EXECUTE FUNCTION flex.told()`,
    ],
    ['a policy', 'ALTER TABLE flex.trades ENABLE ROW LEVEL SECURITY'],
  ])('%s', async (_, alteration) => {
    const warehouse = await openWarehouse('postgres');
    await warehouse.load([FIRST]);
    await warehouse.change(alteration);
    const run = vi.spyOn(PostgresEngine.prototype, 'run');
    await warehouse.load([SAME]);
    expect(upserts(run)).toBe(1);
    const kept = await warehouse.rows('SELECT trade_price FROM flex.trades ORDER BY _row_key');
    expect(kept).toEqual([['8'], ['8'], ['8']]);
  });
});

describe('a table that is new, so that nothing is known of its rows', () => {
  it('is not compared with every day of the window for each of them', async () => {
    const days = Array.from({ length: 28 }, (_, i) => `202402${String(i + 1).padStart(2, '0')}`);
    const trades = days.flatMap((day) =>
      Array.from({ length: 20 }, (_, i) => trade(`${day}${i}`, day)),
    );
    const warehouse = await openWarehouse('postgres');
    await warehouse.load([report('20240201', '20240229', '20240301', trades)]);
    const run = vi.spyOn(PostgresEngine.prototype, 'run');
    await warehouse.load([report('20240202', '20240229', '20240302', trades.slice(20))]);
    const made = run.mock.calls.map(([sql]) => sql).find((sql) => /doomed[^]*"trades"/.test(sql))!;
    const query = made.slice(made.indexOf('SELECT'));
    const plan = await warehouse.rows(`EXPLAIN ${query}`);
    expect(plan.flat().join('\n')).toMatch(/(?:Hash|Merge) Join/);
  });
});
