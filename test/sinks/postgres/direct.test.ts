/**
 * Which inputs go straight into their tables, told by the temporary tables that staging makes,
 * and that what comes of both ways is the same.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { load, type LoadOutcome } from '../../../src/index.js';
import { freshDatabase, type FreshDatabase } from '../../postgres/database.js';

interface Day {
  /** `20240304`. */
  readonly from: string;
  readonly to?: string;
  readonly query?: string;
  readonly generated?: string;
  /** Ids of trades, of the first day where no other is given. */
  readonly trades?: readonly (string | readonly [id: string, day: string])[];
  /** Symbols by conid. */
  readonly securities?: Readonly<Record<string, string>>;
}

function xml({ from, to = from, query = 'Daily', generated = to, ...rows }: Day): Buffer {
  const trades = (rows.trades ?? ['1']).map((trade) => {
    const [id, day] = typeof trade === 'string' ? [trade, from] : trade;
    return `<Trade accountId="U1000001" currency="USD" symbol="AAPL" conid="900001" tradeID="${id}" transactionID="${id}" reportDate="${day}" tradeDate="${day}" quantity="10" netCash="-1752.5" levelOfDetail="EXECUTION"/>`;
  });
  const securities = Object.entries(rows.securities ?? {}).map(
    ([conid, symbol]) =>
      `<SecurityInfo assetCategory="STK" symbol="${symbol}" conid="${conid}" multiplier="1"/>`,
  );
  return Buffer.from(`<FlexQueryResponse queryName="${query}" type="AF"><FlexStatements count="1">
<FlexStatement accountId="U1000001" fromDate="${from}" toDate="${to}" period="" whenGenerated="${generated};235959">
<Trades>${trades.join('\n')}</Trades>
<SecuritiesInfo>${securities.join('\n')}</SecuritiesInfo>
</FlexStatement></FlexStatements></FlexQueryResponse>`);
}

/** Every table that is made, temporary ones too, as the transaction that makes it commits. */
const WATCH = `CREATE TABLE public.made (name text);
CREATE FUNCTION public.note() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO public.made SELECT object_identity FROM pg_event_trigger_ddl_commands()
    WHERE object_type = 'table'; END $$;
CREATE EVENT TRIGGER note ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE TABLE AS')
  EXECUTE FUNCTION public.note();`;

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await database.query(WATCH);
});

const outcomes = (...days: readonly Day[]): Promise<LoadOutcome[]> =>
  load({ source: days.map(xml), sink: database.url });

/** What became of one file: the counts of its tables, by name, where it was loaded. */
async function loaded(day: Day): Promise<{ status: string; tables: Record<string, unknown> }> {
  return told(await outcomes(day));
}

function told([outcome]: readonly LoadOutcome[]): {
  status: string;
  tables: Record<string, unknown>;
} {
  const tables = Object.fromEntries(outcome!.committed?.tables ?? []);
  return { status: outcome!.status, tables };
}

/** The temporary tables that were made since this was last asked. */
async function staged(): Promise<string[]> {
  const rows = await database.query(
    `WITH gone AS (DELETE FROM public.made RETURNING name)
     SELECT DISTINCT name FROM gone WHERE name LIKE 'pg_temp.%' ORDER BY name`,
  );
  return rows.map((row) => String(row['name']));
}

const trades = (): Promise<(string | null)[][]> =>
  database.texts('SELECT trade_id, report_date, net_cash FROM flex.trades ORDER BY 1, 2');
const symbols = (): Promise<(string | null)[][]> =>
  database.texts('SELECT conid, symbol FROM flex.security_info ORDER BY 1');

describe('rows go straight into their tables', () => {
  it('in the first load, and in those of other days', async () => {
    const days = [{ from: '20240304' }, { from: '20240305', trades: ['2', '3'] }];
    expect((await outcomes(...days)).map(({ status }) => status)).toEqual(['loaded', 'loaded']);
    expect(await staged()).toEqual([]);
    await loaded({ from: '20240301', trades: ['0'] });
    expect(await staged()).toEqual([]);
    expect((await trades()).map(([id]) => id)).toEqual(['0', '1', '2', '3']);
  });

  it('and are counted, and their statement is known', async () => {
    const day = { from: '20240304', trades: ['1', '2'], securities: { 1: 'A' } };
    const { tables } = await loaded(day);
    expect(tables).toMatchObject({
      flexetl_statements: { parsed: 1, inserted: 1 },
      trades: { parsed: 2, inserted: 2, updated: 0, unchanged: 0, overruled: 0, deleted: 0 },
      security_info: { parsed: 1, inserted: 1 },
    });
    expect((await loaded(day)).status).toBe('already_loaded');
  });

  it('also into columns that no row before had', async () => {
    await loaded({ from: '20240304' });
    const wide = xml({ from: '20240305', trades: ['2', '3'] })
      .toString()
      .replace('tradeID="3"', 'tradeID="3" taxes="-1.25" isin="US\\\\tab&#9;" novel="x"');
    await load({ source: Buffer.from(wide), sink: database.url });
    expect(await staged()).toEqual([]);
    const seen = await database.texts(
      'SELECT trade_id, taxes, isin, _extra FROM flex.trades ORDER BY 1',
    );
    expect(seen).toEqual([
      ['1', null, null, null],
      ['2', null, null, null],
      ['3', '-1.25', 'US\\\\tab\t', '{"novel": "x"}'],
    ]);
  });
});

describe('facts that statements share', () => {
  const older = { from: '20240304', securities: { 1: 'OLD', 2: 'B' } };
  const newer = { from: '20240305', trades: ['2'], securities: { 1: 'NEW', 3: 'C' } };
  const stand = [
    ['1', 'NEW'],
    ['2', 'B'],
    ['3', 'C'],
  ];

  it('are merged without staging: the newest stand, in whatever order they come', async () => {
    await loaded(older);
    expect((await loaded(newer)).tables['security_info']).toMatchObject({
      ...{ parsed: 2, inserted: 1, updated: 1, unchanged: 0, overruled: 0 },
    });
    expect(await symbols()).toEqual(stand);
    expect(await staged()).toEqual([]);
  });

  it('that are older than what is there are overruled', async () => {
    await loaded(newer);
    expect((await loaded(older)).tables['security_info']).toMatchObject({
      ...{ parsed: 2, inserted: 1, updated: 0, unchanged: 0, overruled: 1 },
    });
    expect(await symbols()).toEqual(stand);
    expect(await staged()).toEqual([]);
  });

  it('that say the same are unchanged', async () => {
    await loaded(older);
    const same = { ...newer, securities: { 1: 'OLD' } };
    expect((await loaded(same)).tables['security_info']).toMatchObject({
      ...{ parsed: 1, inserted: 0, updated: 0, unchanged: 1, overruled: 0 },
    });
  });

  it('in great numbers are staged, and nothing else is', async () => {
    const many = Object.fromEntries(Array.from({ length: 700 }, (_, i) => [i + 1, `S${i}`]));
    const { tables } = await loaded({ from: '20240304', securities: many });
    expect(tables['security_info']).toMatchObject({ parsed: 700, inserted: 700 });
    expect(await symbols()).toHaveLength(700);
    const names = await staged();
    expect(names).toContain('pg_temp.flexetl_stage_security_info');
    expect(names).not.toContain('pg_temp.flexetl_stage_trades');
  });
});

describe('facts with long texts', () => {
  it('are staged, and arrive', async () => {
    const long = 'Ünlabelled "text"\\ '.repeat(100_000);
    const source = xml({ from: '20240304', securities: { 1: 'A', 2: 'B' } })
      .toString()
      .replace('symbol="B"', `symbol="B" description="${long.trim().replaceAll('"', '&quot;')}"`);
    await load({ source: Buffer.from(source), sink: database.url });
    expect(await staged()).toContain('pg_temp.flexetl_stage_security_info');
    const [row] = await database.texts(
      'SELECT description FROM flex.security_info WHERE conid = $$2$$',
    );
    expect(row).toEqual([long.trim()]);
  });
});

describe('mode append', () => {
  const appended = (...sources: readonly Buffer[]): Promise<LoadOutcome[]> =>
    load({ source: sources, sink: database.url, mode: 'append' });
  const keys = (): Promise<(string | null)[][]> =>
    database.texts(
      `SELECT trade_id, _row_key = _statement_id || '/' || trade_id, coverage.mode FROM flex.trades
       JOIN flex.flexetl_coverage coverage ON statement_id = _statement_id AND table_name = 'trades'
       ORDER BY 1, 3`,
    );

  it('needs no staging, and puts the same window side by side', async () => {
    const days = [
      { from: '20240304', trades: ['1'], securities: { 1: 'A' } },
      { from: '20240304', generated: '20240306', trades: ['1', '2'], securities: { 1: 'B' } },
    ];
    const { tables } = told((await appended(...days.map(xml))).slice(1));
    expect(await staged()).toEqual([]);
    expect(tables).toMatchObject({
      flexetl_statements: { parsed: 1, inserted: 1 },
      trades: { parsed: 2, inserted: 2, updated: 0, unchanged: 0, overruled: 0, deleted: 0 },
      security_info: { parsed: 1, inserted: 1, updated: 0, unchanged: 0, overruled: 0 },
    });
    expect(await keys()).toEqual([
      ['1', 't', 'append'],
      ['1', 't', 'append'],
      ['2', 't', 'append'],
    ]);
    expect((await symbols()).map(([, symbol]) => symbol).sort()).toEqual(['A', 'B']);
  });

  it('stages a statement that is there: its rows are in the tables once', async () => {
    const day = xml({ from: '20240304', trades: ['1', '2'] });
    await appended(day);
    const [again] = await appended(Buffer.from(`${day.toString()}\n`));
    expect(again!.status).toBe('loaded');
    expect(told([again!]).tables['trades']).toMatchObject({ inserted: 0, unchanged: 2 });
    expect(await staged()).toContain('pg_temp.flexetl_stage_trades');
    expect(await keys()).toHaveLength(2);
  });

  it('stages a statement that was merged, and keeps both', async () => {
    const day = xml({ from: '20240304', trades: ['1'] });
    await load({ source: day, sink: database.url });
    await appended(day);
    expect(await staged()).toContain('pg_temp.flexetl_stage_trades');
    const rows = await database.texts(
      `SELECT _row_key = _statement_id || '/' || trade_id FROM flex.trades ORDER BY 1`,
    );
    expect(rows).toEqual([['f'], ['t']]);
  });
});

describe('rows are staged', () => {
  const stage = 'pg_temp.flexetl_stage_trades';

  it('where a statement has a day of one that is there', async () => {
    await loaded({ from: '20240304', to: '20240305', trades: ['1', '2'] });
    const { tables } = await loaded({ from: '20240305', to: '20240306', trades: ['3'] });
    expect(tables['trades']).toMatchObject({ parsed: 1, inserted: 1 });
    expect(await staged()).toContain(stage);
  });

  it('where their keys are there all the same', async () => {
    await loaded({ from: '20240304' });
    const { tables, status } = await loaded({
      from: '20240305',
      trades: ['2', ['1', '20240304']],
    });
    expect(status).toBe('loaded');
    expect(await staged()).toContain(stage);
    expect(tables['trades']).toMatchObject({ parsed: 2, inserted: 1, unchanged: 1 });
    expect((await trades()).map(([id]) => id)).toEqual(['1', '2']);
  });

  it('where their table lacks a column, which is added', async () => {
    await loaded({ from: '20240304' });
    await database.query('ALTER TABLE flex.trades DROP COLUMN net_cash CASCADE');
    await loaded({ from: '20240305', trades: ['2'] });
    expect(await staged()).toContain(stage);
    expect((await trades()).map(([, , cash]) => cash)).toEqual([null, '-1752.5']);
  });

  it('where two statements of a file have a day in common', async () => {
    const [one, two] = [
      xml({ from: '20240304', trades: ['1'] }).toString(),
      xml({ from: '20240304', generated: '20240306', trades: ['2'] }).toString(),
    ];
    const second = /<FlexStatement [\s\S]*<\/FlexStatement>/.exec(two)![0];
    const both = one.replace('</FlexStatements>', `${second}</FlexStatements>`);
    const counted = both.replace('count="1"', 'count="2"');
    const { tables } = told(await load({ source: Buffer.from(counted), sink: database.url }));
    expect(tables['trades']).toMatchObject({ parsed: 2, inserted: 1, overruled: 1 });
    expect(await staged()).toContain(stage);
    expect((await trades()).map(([id]) => id)).toEqual(['2']);
  });
});

it('another query that brings a day again is refused, and leaves nothing', async () => {
  await loaded({ from: '20240304' });
  const [outcome] = await outcomes({ from: '20240304', query: 'Other', trades: ['9'] });
  expect(outcome).toMatchObject({ status: 'failed', error: { code: 'FLEX_QUERY_OVERLAP' } });
  expect((await trades()).map(([id]) => id)).toEqual(['1']);
});

it('a ledger that does not keep a load is told of, and no row is there', async () => {
  await loaded({ from: '20240304' });
  await database.query('CREATE RULE none AS ON INSERT TO flex.flexetl_loads DO INSTEAD NOTHING');
  const [outcome] = await outcomes({ from: '20240305', trades: ['2'] });
  expect(outcome).toMatchObject({ status: 'failed', error: { code: 'FLEX_DEST_ALTERED' } });
  expect((await trades()).map(([id]) => id)).toEqual(['1']);
});
