/**
 * Days as they come: the service makes a report, `run` loads it into Postgres, the service
 * restates what it said, `run` loads that. Then the archive is replayed into an empty DuckDB
 * file, which must hold the same.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archived, call, QUERY, serve, type Served } from '../commands/service.js';
import { freshFolder, run } from '../commands/run.js';
import { freshDatabase } from '../postgres/database.js';

interface Trade {
  readonly id: string;
  readonly day: string;
  readonly price: string;
}

interface DayReport {
  readonly from: string;
  readonly to: string;
  readonly generated: string;
  readonly trades: readonly Trade[];
  /** Quantity held at the end. */
  readonly position: string;
  /** Dividends: ID and amount, on the last day. */
  readonly cash?: readonly (readonly [string, string])[];
}

function xml({ from, to, generated, trades, position, cash = [] }: DayReport): string {
  const lines = [
    '<Trades>',
    ...trades.map(
      ({ id, day, price }) =>
        `<Trade accountId="U1000001" currency="USD" symbol="AAPL" conid="900001" tradeID="${id}" transactionID="${id}" dateTime="${day};101530" reportDate="${day}" tradeDate="${day}" quantity="10" tradePrice="${price}" fifoPnlRealized="0.125" levelOfDetail="EXECUTION" newAttribute="x" />`,
    ),
    '</Trades>',
    '<OpenPositions>',
    `<OpenPosition accountId="U1000001" currency="USD" symbol="AAPL" conid="900001" reportDate="${to}" position="${position}" markPrice="176.5" levelOfDetail="SUMMARY" side="Long" />`,
    '</OpenPositions>',
    '<CashTransactions>',
    ...cash.map(
      ([id, amount]) =>
        `<CashTransaction accountId="U1000001" currency="USD" symbol="AAPL" conid="900001" dateTime="${to};202000" reportDate="${to}" settleDate="${to}" amount="${amount}" type="Dividends" transactionID="${id}" levelOfDetail="DETAIL" description="AAPL(US0378331005) &amp; more" />`,
    ),
    '</CashTransactions>',
  ];
  return `<FlexQueryResponse queryName="Daily" type="AF">
<FlexStatements count="1">
<FlexStatement accountId="U1000001" fromDate="${from}" toDate="${to}" period="LastBusinessDay" whenGenerated="${generated}">
${lines.join('\n')}
</FlexStatement>
</FlexStatements>
</FlexQueryResponse>
`;
}

const serving = (day: DayReport): Promise<Served> => serve({ [`${QUERY}/a.xml`]: xml(day) });

const MONDAY: DayReport = {
  from: '20240304',
  to: '20240304',
  generated: '20240305;013000',
  trades: [
    { id: '1001', day: '20240304', price: '175.25' },
    { id: '1002', day: '20240304', price: '175.5' },
  ],
  position: '20',
};
/** A trade was busted, another repriced, and a dividend found. */
const MONDAY_RESTATED: DayReport = {
  ...MONDAY,
  generated: '20240305;070000',
  trades: [{ id: '1001', day: '20240304', price: '174.125' }],
  position: '10',
  cash: [['2001', '12.345678901']],
};
const TUESDAY: DayReport = {
  from: '20240305',
  to: '20240305',
  generated: '20240306;070000',
  trades: [{ id: '1003', day: '20240305', price: '180' }],
  position: '20',
};

const QUESTIONS = {
  trades: `SELECT account_id, transaction_id, date_time, report_date, quantity, trade_price, fifo_pnl_realized,
    _row_key, _query, _statement_id, _generated_at FROM trades ORDER BY transaction_id`,
  positions: `SELECT account_id, report_date, conid, position, mark_price, _row_key, _statement_id
    FROM open_positions ORDER BY report_date, _row_key`,
  cash: `SELECT account_id, transaction_id, report_date, amount, description, _row_key, _statement_id
    FROM cash_transactions ORDER BY transaction_id`,
  statements: `SELECT account_id, from_date, to_date, when_generated, _statement_id
    FROM flexetl_statements ORDER BY when_generated`,
};

/** What a destination says to all questions. */
async function answers(cwd: string, to: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [name, sql] of Object.entries(QUESTIONS)) {
    const { stdout, stderr } = await run(['query', sql, '--csv'], { cwd, env: { FLEXETL_TO: to } });
    expect(stderr).toBe('');
    found[name] = stdout.trimEnd().split(/\r?\n/).slice(1);
  }
  return found;
}

describe('days in Postgres', () => {
  it('are what the newest reports say, and what a replay of the archive says', async () => {
    const database = await freshDatabase();
    const cwd = freshFolder();
    const daily = async (day: DayReport): Promise<string[]> => {
      const env = { FLEXETL_TO: database.url };
      const { status, summary, stderr } = await call('run', cwd, await serving(day), [], env);
      expect([status, stderr, summary.files?.length]).toEqual([0, '', 1]);
      return [summary.status, ...summary.inputs.map((input) => input.status)];
    };
    const prices = (): Promise<(string | null)[][]> =>
      database.texts('SELECT transaction_id, trade_price FROM flex.trades ORDER BY 1');

    expect(await daily(MONDAY)).toEqual(['loaded', 'loaded']);
    expect(await prices()).toEqual([
      ['1001', '175.25'],
      ['1002', '175.5'],
    ]);
    // The very same report again, in the same morning.
    expect(await daily(MONDAY)).toEqual(['already_loaded', 'already_loaded']);
    expect(await daily(MONDAY_RESTATED)).toEqual(['loaded', 'loaded']);
    expect(await prices()).toEqual([['1001', '174.125']]);
    expect(await database.texts('SELECT amount FROM flex.cash_transactions')).toEqual([
      ['12.345678901'],
    ]);
    expect(await daily(TUESDAY)).toEqual(['loaded', 'loaded']);
    expect(await prices()).toEqual([
      ['1001', '174.125'],
      ['1003', '180'],
    ]);
    expect(
      await database.texts('SELECT report_date, position FROM flex.open_positions ORDER BY 1'),
    ).toEqual([
      ['2024-03-04', '10'],
      ['2024-03-05', '20'],
    ]);

    expect(Object.values(archived(cwd)).sort()).toEqual(
      [xml(MONDAY), xml(MONDAY_RESTATED), xml(TUESDAY)].sort(),
    );
    const replay = `duckdb:${join(cwd, 'replay.duckdb')}`;
    const { status } = await run(['load', 'archive', '--to', replay], { cwd });
    expect(status).toBe(0);
    const told = await answers(cwd, database.url);
    expect(Object.values(told).map((rows) => rows.length)).toEqual([2, 2, 1, 3]);
    expect(await answers(cwd, replay)).toEqual(told);
  });
});
