import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/summary/summary.js';
import { openGate } from '../faults/gate.js';
import { until, untilAlone } from '../faults/processes.js';
import { freshDatabase } from '../postgres/database.js';
import { freshFolder, run } from './run.js';
import {
  archived,
  call,
  filesIn,
  kill,
  killedAt,
  QUERY,
  reportOf,
  serve,
  start,
} from './service.js';

const DEAD = 'postgres://nobody@127.0.0.1:1/nothing';

const files = ({ files: all }: Summary): string[] => all?.map(({ status }) => status) ?? [];
const inputs = ({ inputs: all }: Summary): string[] => all.map(({ status }) => status);

/** Prices of the trades at a destination. */
async function prices(cwd: string, to = 'duckdb:flexetl.duckdb'): Promise<string[]> {
  const sql = 'SELECT trade_price FROM trades ORDER BY transaction_id, trade_price';
  const { stdout, stderr } = await run(['query', sql, '--csv'], {
    cwd,
    env: { FLEXETL_TO: to },
  });
  expect(stderr).toBe('');
  return stdout.trimEnd().split(/\r?\n/).slice(1);
}

const withPrice = (price: string, from = '20240304'): Record<string, string> => ({
  [`${QUERY}/a.xml`]: reportOf({ from, prices: [price] }),
});

describe('a run', () => {
  it('fetches, files and loads, and may be repeated', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const first = await call('run', cwd, service);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.summary).toMatchObject({
      status: 'loaded',
      files: [{ query: QUERY, status: 'filed', rows: 1 }],
      inputs: [{ status: 'loaded', accounts: ['U1000001'] }],
      tables: { trades: { inserted: 1 } },
    });
    expect(first.summary.inputs[0]?.name).toBe(first.summary.files?.[0]?.path);
    expect(await prices(cwd)).toEqual(['175.25']);
    expect(filesIn(join(cwd, 'archive'))).toHaveLength(2);
    const again = await call('run', cwd, service, ['--skip-exit-code', '99']);
    expect(again.status).toBe(99);
    expect(again.summary.status).toBe('already_loaded');
    expect([files(again.summary), inputs(again.summary)]).toEqual([
      ['already_filed'],
      ['already_loaded'],
    ]);
    expect(service.calls().filter((each) => each.startsWith('SendRequest'))).toHaveLength(2);
  });

  it('loads again what it fetched where that is asked for', async () => {
    const service = await serve();
    const cwd = freshFolder();
    await call('run', cwd, service);
    const { summary } = await call('run', cwd, service, ['--force']);
    expect([files(summary), inputs(summary)]).toEqual([['already_filed'], ['loaded']]);
    expect(summary.tables['trades']).toMatchObject({ inserted: 0, unchanged: 1 });
  });

  it('loads what was fetched before it and is not loaded', async () => {
    const cwd = freshFolder();
    await call('fetch', cwd, await serve(withPrice('1.5', '20240304')));
    const service = await serve(withPrice('2.5', '20240305'));
    const { summary } = await call('run', cwd, service);
    expect([files(summary), inputs(summary)]).toEqual([['filed'], ['loaded', 'loaded']]);
    expect(await prices(cwd)).toEqual(['1.5', '2.5']);
    // Only what is new is opened at all.
    const third = await call('run', cwd, await serve(withPrice('3.5', '20240306')));
    expect(inputs(third.summary)).toEqual(['loaded']);
    expect(await prices(cwd)).toEqual(['1.5', '2.5', '3.5']);
  });

  it('loads into files what it fetched, and no more', async () => {
    const cwd = freshFolder();
    await call('fetch', cwd, await serve(withPrice('1.5', '20240304')));
    const service = await serve(withPrice('2.5', '20240305'));
    const { summary } = await call('run', cwd, service, ['--to', 'csv:out']);
    expect(inputs(summary)).toEqual(['loaded']);
    const again = await call('run', cwd, service, ['--to', 'csv:out']);
    expect([files(again.summary), inputs(again.summary)]).toEqual([['already_filed'], ['loaded']]);
  });

  it('knows what it loaded in the same way, and no other', async () => {
    const cwd = freshFolder();
    const service = await serve(withPrice('1.5'));
    await call('run', cwd, service, ['--mode', 'append']);
    const again = await call('run', cwd, service, ['--mode', 'append']);
    expect(again.summary.status).toBe('already_loaded');
    expect(await prices(cwd)).toEqual(['1.5']);
  });

  it('writes rows to stdout where that is the destination', async () => {
    const running = start('run', freshFolder(), await serve(), ['--to', 'ndjson:-']);
    const { stdout, stderr } = await running.ended;
    const tables = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { table: string });
    expect(tables.map(({ table }) => table)).toContain('trades');
    expect(JSON.parse(stderr.trimEnd().split('\n').at(-1)!)).toMatchObject({ status: 'loaded' });
  });

  it('that is tried out files, and leaves the destination alone', async () => {
    const cwd = freshFolder();
    const { summary } = await call('run', cwd, await serve(), ['--dry-run']);
    expect(summary).toMatchObject({ status: 'planned', tables: { trades: { inserted: 1 } } });
    expect(files(summary)).toEqual(['filed']);
    expect(existsSync(join(cwd, 'flexetl.duckdb'))).toBe(false);
    const { summary: then } = await call('run', cwd, await serve());
    expect([files(then), inputs(then)]).toEqual([['held'], ['loaded']]);
  });

  it('asks nothing where it could not load', async () => {
    const service = await serve();
    const { status } = await call('run', freshFolder(), service, ['--to', 'oracle:x']);
    expect(status).toBe(78);
    expect(service.requests).toEqual([]);
  });
});

describe('a run that fails', () => {
  it('because the database is down leaves the report safe, and the next one loads it', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const failed = await call('run', cwd, service, ['--to', DEAD]);
    expect([failed.status, failed.summary.error?.code]).toEqual([69, 'FLEX_DEST_UNAVAILABLE']);
    expect([files(failed.summary), inputs(failed.summary)]).toEqual([['filed'], ['not_attempted']]);
    expect(Object.keys(archived(cwd))).toHaveLength(1);
    const asked = service.calls();
    const database = await freshDatabase();
    const { status, summary } = await call('run', cwd, service, ['--to', database.url]);
    expect([status, files(summary), inputs(summary)]).toEqual([0, ['held'], ['loaded']]);
    expect(service.calls()).toEqual(asked);
    expect(await prices(cwd, database.url)).toEqual(['175.25']);
    // What is done with is asked for anew.
    const third = await call('run', cwd, service, ['--to', database.url]);
    expect(files(third.summary)).toEqual(['already_filed']);
  });

  it('for one query loads what the others brought', async () => {
    const cwd = freshFolder();
    const service = await serve({ '111111/a.xml': reportOf({ from: '20240304' }) });
    const { status, summary } = await call('run', cwd, service, ['--query', '222222,111111']);
    expect([status, summary.status, summary.error?.code]).toEqual([
      77,
      'failed',
      'FLEX_SERVICE_QUERY',
    ]);
    expect([files(summary), inputs(summary)]).toEqual([['failed', 'filed'], ['loaded']]);
    expect(await prices(cwd)).toEqual(['175.25']);
  });

  it('because the service does still loads what is left', async () => {
    const cwd = freshFolder();
    await call('fetch', cwd, await serve());
    const down = await serve(undefined, [{ status: 503, times: 1000 }]);
    const { status, summary } = await call('run', cwd, down);
    expect(status).toBe(69);
    expect([files(summary), inputs(summary)]).toEqual([['failed'], ['loaded']]);
    expect(await prices(cwd)).toEqual(['175.25']);
  });

  it('because a literal does not fit is repeated without asking', async () => {
    const cwd = freshFolder();
    const service = await serve(withPrice('twelve'));
    const strict = await call('run', cwd, service, ['--strict']);
    expect([strict.status, strict.summary.error?.code]).toEqual([65, 'FLEX_STRICT']);
    const asked = service.calls();
    const { summary } = await call('run', cwd, service);
    expect([files(summary), inputs(summary)]).toEqual([['held'], ['loaded']]);
    expect(service.calls()).toEqual(asked);
  });
});

describe('a window that was cut', () => {
  const cut = {
    [`${QUERY}/a.xml`]: reportOf({ from: '20240304', period: 'LastNCalendarDays' }),
  };

  it('is not loaded, unless it is said to be good enough', async () => {
    const cwd = freshFolder();
    const { status, summary } = await call('run', cwd, await serve(cut));
    expect([status, summary.error?.code]).toEqual([65, 'FLEX_SHORT_WINDOW']);
    expect([files(summary), inputs(summary)]).toEqual([['failed'], []]);
    // Neither by the next run, which has another report.
    const next = await call('run', cwd, await serve(withPrice('2.5', '20240305')));
    expect([next.status, inputs(next.summary)]).toEqual([0, ['loaded']]);
    expect(await prices(cwd)).toEqual(['2.5']);
    const allowed = await call('run', cwd, await serve(cut), ['--allow-short']);
    expect([allowed.status, inputs(allowed.summary)]).toEqual([0, ['loaded']]);
    expect(await prices(cwd)).toEqual(['175.25', '2.5']);
  });
});

describe('what the service left of a longer period', () => {
  it('takes no rows away, neither at the destination nor in a replay', async () => {
    const cwd = freshFolder();
    const days = { from: '20240201', to: '20240304', generated: '20240305;010203' };
    await call('run', cwd, await serve({ [`${QUERY}/a.xml`]: reportOf(days) }));
    const left = { from: '20240304', period: 'LastNCalendarDays', generated: '20240306;010203' };
    const cut = reportOf({ ...left, prices: [] });
    const { summary } = await call('run', cwd, await serve({ [`${QUERY}/a.xml`]: cut }));
    expect(summary.error?.code).toBe('FLEX_SHORT_WINDOW');
    const env = { FLEXETL_TO: 'duckdb:replayed.duckdb' };
    expect((await run(['load', 'archive'], { cwd, env })).status).toBe(0);
    expect(await prices(cwd)).toEqual(['175.25']);
    expect(await prices(cwd, env.FLEXETL_TO)).toEqual(['175.25']);
  });
});

describe('a run that is killed', () => {
  it('between filing and loading is completed without asking again', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const database = await freshDatabase();
    const gate = await openGate(database.url);
    const reached = gate.hold({ before: /flexetl_locks/ });
    const running = start('run', cwd, service, ['--to', gate.through(database.url)]);
    const first = await Promise.race([reached, running.ended]);
    expect(first, 'the run ended before it came to the point').not.toHaveProperty('stdout');
    await kill(running);
    await untilAlone(database);
    expect(Object.keys(archived(cwd))).toHaveLength(1);
    const asked = service.calls();
    const { status, summary } = await call('run', cwd, service, ['--to', database.url]);
    expect([status, files(summary), inputs(summary)]).toEqual([0, ['held'], ['loaded']]);
    expect(service.calls()).toEqual(asked);
    expect(await prices(cwd, database.url)).toEqual(['175.25']);
  });

  it('before it could remember what it filed asks for the very same report', async () => {
    const service = await serve();
    const cwd = freshFolder();
    // The first is that of the reference code.
    expect((await start('run', cwd, service, [], killedAt('rename', 2)).ended).signal).toBe(
      'SIGKILL',
    );
    expect(Object.keys(archived(cwd))).toHaveLength(1);
    const { summary } = await call('run', cwd, service);
    expect([files(summary), inputs(summary)]).toEqual([['already_filed'], ['loaded']]);
    expect(service.calls().filter((each) => each.startsWith('SendRequest'))).toHaveLength(1);
  });

  it('before it could show what it wrote asks for nothing anew', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const to = ['--to', 'csv:out'];
    // The first are those of the reference code and of what was filed.
    const killed = await start('run', cwd, service, to, killedAt('rename', 3)).ended;
    expect(killed.signal).toBe('SIGKILL');
    expect([Object.keys(archived(cwd)).length, existsSync(join(cwd, 'out'))]).toEqual([1, false]);
    const { summary } = await call('run', cwd, service, to);
    expect([files(summary), inputs(summary)]).toEqual([['held'], ['loaded']]);
    expect(existsSync(join(cwd, 'out', 'trades.csv'))).toBe(true);
    expect(service.calls().filter((each) => each.startsWith('SendRequest'))).toHaveLength(1);
  });
});

describe('a backfill', () => {
  it('that is interrupted is completed, in the archive and at the destination', async () => {
    const windows = [
      ['20240102', '20241231'],
      ['20230102', '20240101'],
      ['20220102', '20230101'],
    ] as const;
    const reports = Object.fromEntries(
      windows.map(([from, to], n) => [
        `${QUERY}/${from}.xml`,
        reportOf({ from, to, prices: [`${n + 1}.5`] }),
      ]),
    );
    const service = await serve(reports, [
      { on: 'GetStatement', body: 'report' },
      { on: 'GetStatement', stallAfter: 100 },
    ]);
    const cwd = freshFolder();
    const span = ['--from', '2022-01-02', '--until', '2024-12-31'];
    const running = start('run', cwd, service, span);
    await until('the second report comes in', () => service.requests.length === 4);
    running.process.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.status).toBe(130);
    const cancelled = JSON.parse(ended.stdout) as Summary;
    expect([cancelled.status, files(cancelled)]).toEqual([
      'cancelled',
      ['filed', 'cancelled', 'not_attempted'],
    ]);
    const { status, summary } = await call('run', cwd, service, span);
    expect([status, files(summary), inputs(summary)]).toEqual([
      0,
      ['held', 'filed', 'filed'],
      ['loaded', 'loaded', 'loaded'],
    ]);
    expect(await prices(cwd)).toEqual(['3.5', '2.5', '1.5']);
    const sent = service.calls().filter((each) => each.startsWith('SendRequest'));
    expect(sent).toEqual(windows.map(([from, to]) => `SendRequest ${QUERY} ${from} ${to}`));
  });
});

describe('two runs at once', () => {
  it('leave what one would have left', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const database = await freshDatabase();
    const to = ['--to', database.url];
    const both = await Promise.all([call('run', cwd, service, to), call('run', cwd, service, to)]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(await prices(cwd, database.url)).toEqual(['175.25']);
    expect(Object.keys(archived(cwd))).toHaveLength(1);
  });
});
