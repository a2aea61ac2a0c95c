/** A long span, fetched in windows: interrupted, taken up, and with days that have no report. */
import { describe, expect, it } from 'vitest';
import { until } from '../faults/processes.js';
import { freshFolder, logLines } from './run.js';
import { archived, call, filesIn, kill, QUERY, reportOf, serve, start } from './service.js';

describe('a backfill', () => {
  /** 2022 to 2024 in windows of 365 days, the newest first. */
  const WINDOWS = [
    ['20240102', '20241231'],
    ['20230102', '20240101'],
    ['20220102', '20230101'],
    ['20220101', '20220101'],
  ] as const;
  const reports = Object.fromEntries(
    WINDOWS.map(([from, to]) => [`${QUERY}/${from}.xml`, reportOf({ from, to })]),
  );
  const asked = WINDOWS.map(([from, to]) => `SendRequest 123456 ${from} ${to}`);
  const span = ['--from', '2022-01-01', '--until', '2024-12-31'];
  const requests = (calls: readonly string[]): string[] =>
    calls.filter((each) => each.startsWith('SendRequest'));

  it('is asked for in windows, the newest first, and not asked for again', async () => {
    const service = await serve(reports);
    const cwd = freshFolder();
    const { summary } = await call('fetch', cwd, service, span);
    expect(summary).toMatchObject({ status: 'loaded', exitCode: 0 });
    expect(requests(service.calls())).toEqual(asked);
    expect(Object.values(archived(cwd)).sort()).toEqual(Object.values(reports).sort());
    const again = await call('fetch', cwd, service, span);
    expect(again.summary.status).toBe('already_loaded');
    expect(again.summary.files?.map(({ status }) => status)).toEqual(WINDOWS.map(() => 'held'));
    expect(requests(service.calls())).toEqual(asked);
    const forced = await call('fetch', cwd, service, [...span, '--force']);
    expect(forced.summary.files?.map(({ status }) => status)).toEqual(
      WINDOWS.map(() => 'already_filed'),
    );
    expect(requests(service.calls())).toEqual([...asked, ...asked]);
  });

  it('that is killed goes on where it was', async () => {
    const service = await serve(reports, [
      { on: 'GetStatement', body: 'report' },
      { on: 'GetStatement', stallAfter: 200 },
    ]);
    const cwd = freshFolder();
    const running = start('fetch', cwd, service, span);
    await until('the second report comes in', () => service.requests.length === 4);
    await kill(running);
    expect(Object.keys(archived(cwd))).toHaveLength(1);
    const { summary } = await call('fetch', cwd, service, span);
    expect(summary.files?.map(({ status }) => status)).toEqual(['held', 'filed', 'filed', 'filed']);
    expect(requests(service.calls())).toEqual(asked);
    expect(Object.values(archived(cwd)).sort()).toEqual(Object.values(reports).sort());
  });

  const nothing = { code: '1003', on: 'SendRequest' } as const;
  const delivered = { on: 'SendRequest', body: 'report' } as const;

  it('that reaches to before the account was opened is done, and says so', async () => {
    const opened = Object.fromEntries(Object.entries(reports).slice(0, 2));
    const service = await serve(opened);
    const cwd = freshFolder();
    const { status, summary, stderr } = await call('fetch', cwd, service, span);
    expect([status, summary.status]).toEqual([0, 'loaded']);
    expect(summary.files?.map((file) => file.status)).toEqual([
      ...['filed', 'filed', 'no_report', 'no_report'],
    ]);
    expect(summary.notices).toEqual([expect.stringContaining('2 periods') as string]);
    expect(summary.notices[0]).toMatch(/^Query 123456: .*2022-01-02 to 2023-01-01/);
    const warned = logLines(stderr).filter(({ level }) => level === 'warn');
    expect(warned.map(({ msg }) => msg)).toEqual([
      expect.stringContaining('2022-01-02 to 2023-01-01') as string,
      expect.stringContaining('2022-01-01') as string,
    ]);
    expect(filesIn(cwd).filter((path) => path.includes('.pending-'))).toEqual([]);
    const again = await call('fetch', cwd, service, span);
    expect([again.status, again.summary.status]).toEqual([0, 'already_loaded']);
  });

  it('gets all that can be had, and asks again the next time for what could not', async () => {
    const service = await serve(reports, [delivered, nothing]);
    const cwd = freshFolder();
    const { status, summary } = await call('fetch', cwd, service, span);
    expect(status).toBe(0);
    expect(summary.files?.map((file) => file.status)).toEqual([
      ...['filed', 'no_report', 'filed', 'filed'],
    ]);
    const again = await call('fetch', cwd, service, span);
    expect(again.summary.files?.map((file) => file.status)).toEqual([
      ...['held', 'filed', 'held', 'held'],
    ]);
  });

  it('fails where the newest days have no report: they may have one later', async () => {
    const service = await serve(reports, [nothing]);
    const { status, summary } = await call('fetch', freshFolder(), service, span);
    expect([status, summary.error?.code]).toEqual([75, 'FLEX_SERVICE_NO_REPORT']);
    expect(summary.files?.map((file) => file.status)).toEqual([
      ...['failed', 'filed', 'filed', 'filed'],
    ]);
  });

  it('of one query says nothing about another', async () => {
    const service = await serve({ ...reports, '777/a.xml': reportOf({ from: '20240304' }) });
    const { status, summary } = await call('fetch', freshFolder(), service, [
      ...span,
      ...['--query', '123456,777'],
    ]);
    expect([status, summary.error?.code]).toEqual([75, 'FLEX_SERVICE_NO_REPORT']);
    expect(summary.files?.slice(WINDOWS.length).map((file) => file.status)).toEqual(
      WINDOWS.map(() => 'failed'),
    );
  });
});
