import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScriptStep } from '../../src/flex-service/fake/script.js';
import { until } from '../faults/processes.js';
import { freshFolder, logLines, run } from './run.js';
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
  TOKEN,
  tokenIsNowhere,
} from './service.js';

const DAY = reportOf({ from: '20240304' });

describe('a report that is fetched', () => {
  it('is in the archive as it came, and told of', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const { status, summary, stderr, stdout } = await call('fetch', cwd, service);
    expect([status, stderr, stdout.split('\n')]).toEqual([0, '', [expect.any(String), '']]);
    expect(Object.values(archived(cwd))).toEqual([DAY]);
    expect(summary).toMatchObject({
      schema: 'flexetl/summary@1',
      status: 'loaded',
      exitCode: 0,
      inputs: [],
      tables: {},
    });
    expect(summary.files).toEqual([
      {
        query: QUERY,
        asked: {},
        status: 'filed',
        path: expect.stringMatching(/^archive\/123456\/2024-03-04\/.*\.xml\.gz$/) as string,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        bytes: DAY.length,
        accounts: ['U1000001'],
        from: '2024-03-04',
        to: '2024-03-04',
        generatedAt: '2024-10-01T05:02:03Z',
        rows: 1,
      },
    ]);
    expect(filesIn(cwd)).toHaveLength(2);
    expect(service.calls()).toEqual(['SendRequest 123456', 'GetStatement', 'GetStatement']);
  });

  it('is asked for again every time, and stored once', async () => {
    const service = await serve();
    const cwd = freshFolder();
    await call('fetch', cwd, service);
    const again = await call('fetch', cwd, service, ['--skip-exit-code', '99']);
    expect(again.status).toBe(99);
    expect(again.summary).toMatchObject({ status: 'already_loaded', exitCode: 99 });
    expect(again.summary.files?.map(({ status }) => status)).toEqual(['already_filed']);
    expect(Object.keys(archived(cwd))).toHaveLength(1);
  });

  it('may hold no rows', async () => {
    const service = await serve({ [`${QUERY}/a.xml`]: reportOf({ from: '20240304', prices: [] }) });
    const { summary } = await call('fetch', freshFolder(), service);
    expect(summary).toMatchObject({ status: 'empty', exitCode: 0 });
  });

  it('can be replayed', async () => {
    const service = await serve();
    const cwd = freshFolder();
    await call('fetch', cwd, service);
    const { stdout } = await run(['load', 'archive', '--to', 'ndjson:-'], { cwd });
    expect(stdout).toContain('"trade_price":"175.25"');
  });

  it('is of the days that are named', async () => {
    const service = await serve({
      [`${QUERY}/a.xml`]: reportOf({ from: '20240304', to: '20240308' }),
      [`${QUERY}/b.xml`]: reportOf({ from: '20240401', to: '20240430' }),
    });
    const cwd = freshFolder();
    const days = await call('fetch', cwd, service, ['--from', '20240304', '--until', '2024-03-08']);
    expect(days.summary.files).toMatchObject([
      { status: 'filed', asked: { from: '2024-03-04', to: '2024-03-08' }, to: '2024-03-08' },
    ]);
    const last = await call('fetch', cwd, service, ['--days', '30']);
    expect(last.summary.files).toMatchObject([{ asked: { days: 30 }, to: '2024-04-30' }]);
    expect(service.calls().filter((each) => each !== 'GetStatement')).toEqual([
      'SendRequest 123456 20240304 20240308',
      'SendRequest 123456 p=30',
    ]);
  });

  it.each([
    ['--to-date', ['--to-date', '2024-03-08'], {}],
    ['FLEXETL_UNTIL', [], { FLEXETL_UNTIL: '2024-03-08' }],
    ['FLEXETL_TO_DATE', [], { FLEXETL_TO_DATE: '2024-03-08' }],
    [
      '--until before the environment',
      ['--until', '2024-03-08'],
      { FLEXETL_TO_DATE: '2024-03-07' },
    ],
  ])('takes the last day from %s', async (_, args, env) => {
    const service = await serve({
      [`${QUERY}/a.xml`]: reportOf({ from: '20240304', to: '20240308' }),
    });
    const all = ['fetch', '--query', QUERY, '--archive', 'a', '--from', '2024-03-04', ...args];
    const { status } = await run(all, { env: { ...service.env, ...env } });
    expect(status).toBe(0);
    expect(service.calls()[0]).toBe('SendRequest 123456 20240304 20240308');
  });
});

describe('the token', () => {
  it('may be in a file', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const file = join(freshFolder(), 'token');
    writeFileSync(file, `${TOKEN}\n`, { mode: 0o600 });
    const env = { FLEXETL_TOKEN: '', FLEXETL_TOKEN_FILE: file };
    expect(await call('fetch', cwd, service, [], env)).toMatchObject({ status: 0, stderr: '' });
  });

  it('is missed before anything is asked', async () => {
    const service = await serve();
    const { status, summary } = await call('fetch', freshFolder(), service, [], {
      FLEXETL_TOKEN: '',
    });
    expect([status, summary.error?.code]).toEqual([78, 'FLEX_TOKEN']);
    expect(summary.error?.message).toContain('No token');
    expect(service.requests).toEqual([]);
  });

  it('is in no line of a log that tells everything', async () => {
    const service = await serve(undefined, [
      { on: 'SendRequest', code: '1001', message: `No report for token ${TOKEN} of t=${TOKEN}` },
      { on: 'GetStatement', status: 503 },
      { on: 'GetStatement', body: 'report', cutAfter: 100 },
    ]);
    const ran = await call('fetch', freshFolder(), service, ['--log-level', 'trace']);
    expect(ran.status).toBe(0);
    expect(logLines(ran.stderr).length).toBeGreaterThan(5);
  });
});

describe('a report that does not come', () => {
  const always = (step: ScriptStep): ScriptStep[] => [{ ...step, times: 1000 }];
  const collected = (step: ScriptStep): ScriptStep[] => always({ on: 'GetStatement', ...step });
  it.each([
    ['an expired token', always({ code: '1012' }), 'FLEX_SERVICE_REFUSED', 77],
    ['another address', always({ code: '1013' }), 'FLEX_SERVICE_REFUSED', 77],
    ['a wrong query', always({ code: '1014' }), 'FLEX_SERVICE_QUERY', 77],
    ['a lock', always({ code: '1025' }), 'FLEX_SERVICE_LOCKED', 77],
    ['too many requests', always({ code: '1018' }), 'FLEX_SERVICE_BUSY', 75],
    ['a report that takes for ever', collected({ code: '1019' }), 'FLEX_SERVICE_BUSY', 75],
    ['no report for the days', always({ code: '1003' }), 'FLEX_SERVICE_NO_REPORT', 75],
    ['a service that fails', always({ code: '1001' }), 'FLEX_SERVICE_UNAVAILABLE', 69],
    ['HTTP 503', always({ status: 503 }), 'FLEX_SERVICE_UNAVAILABLE', 69],
    ['HTML', collected({ body: 'html' }), 'FLEX_SERVICE_UNAVAILABLE', 69],
    ['a connection that breaks', collected({ reset: true }), 'FLEX_SERVICE_UNAVAILABLE', 69],
    ['a body that ends early', collected({ endAfter: 300 }), 'FLEX_SERVICE_UNAVAILABLE', 69],
    ['a body that is cut', collected({ cutAfter: 300 }), 'FLEX_SERVICE_UNAVAILABLE', 69],
    ['a foreign host', always({ redirect: 'https://x.example/' }), 'FLEX_FOREIGN_HOST', 77],
  ] as const)('because of %s', async (_, script, code, exit) => {
    const service = await serve(undefined, script);
    const cwd = freshFolder();
    const { status, summary, stderr } = await call('fetch', cwd, service);
    expect([status, summary.status, summary.error?.code]).toEqual([exit, 'failed', code]);
    expect(summary.files).toMatchObject([{ status: 'failed', error: { code } }]);
    expect(logLines(stderr).at(-1)).toMatchObject({ level: 'error', code });
    expect(filesIn(cwd).filter((path) => !path.includes('/.pending-'))).toEqual([]);
  });

  it('because it is CSV is kept aside, and not asked for by the same name again', async () => {
    const service = await serve(undefined, [{ on: 'GetStatement', body: 'csv' }]);
    const cwd = freshFolder();
    const { status, summary } = await call('fetch', cwd, service);
    expect([status, summary.error?.code]).toEqual([65, 'FLEX_CSV_REPORT']);
    const [kept = '', ...others] = filesIn(cwd);
    expect(others).toEqual([]);
    expect(kept).toMatch(/^archive\/123456\/refused\/.*_FLEX_CSV_REPORT_[0-9a-f]{8}\.refused$/);
    expect(summary.error?.message).toContain(kept);
    const again = await call('fetch', cwd, service);
    expect([again.status, again.summary.status]).toEqual([0, 'loaded']);
  });

  it('because nobody listens', async () => {
    const service = await serve();
    await service.stop();
    const { status, summary } = await call('fetch', freshFolder(), service);
    expect([status, summary.error?.code]).toEqual([69, 'FLEX_SERVICE_UNAVAILABLE']);
  });

  it('does not keep the others from coming', async () => {
    const reports = { '111111/a.xml': reportOf({ from: '20240304' }), '333333/a.xml': DAY };
    const service = await serve(reports);
    const { status, summary } = await call('fetch', freshFolder(), service, [
      ...['--query', '111111,222222', '--query', '333333'],
    ]);
    expect(status).toBe(77);
    expect(summary.files?.map((file) => [file.query, file.status])).toEqual([
      ['111111', 'filed'],
      ['222222', 'failed'],
      ['333333', 'filed'],
    ]);
    expect(summary.error?.message).toContain('Query 222222');
  });

  it('because of the token ends the call', async () => {
    const service = await serve({ '111111/a.xml': DAY, '222222/a.xml': DAY }, [{ code: '1015' }]);
    const { status, summary } = await call('fetch', freshFolder(), service, [
      '--query',
      '111111,222222',
    ]);
    expect(status).toBe(77);
    expect(summary.files?.map((file) => file.status)).toEqual(['failed', 'not_attempted']);
    expect(service.requests).toHaveLength(1);
  });

  it('because the archive cannot be written', async () => {
    const service = await serve();
    const cwd = freshFolder({ archive: 'a file' });
    const { status, summary } = await call('fetch', cwd, service);
    expect([status, summary.error?.code]).toEqual([78, 'FLEX_CONFIG']);
  });
});

describe('a window that was cut', () => {
  const cut = reportOf({ from: '20240304', period: 'LastNCalendarDays' });

  it('is an error, and in no replay, unless it is said to be good enough', async () => {
    const service = await serve({ [`${QUERY}/a.xml`]: cut });
    const cwd = freshFolder();
    const { status, summary } = await call('fetch', cwd, service);
    expect([status, summary.status, summary.error?.code]).toEqual([
      65,
      'failed',
      'FLEX_SHORT_WINDOW',
    ]);
    expect(summary.files).toMatchObject([{ status: 'failed' }]);
    expect(summary.error?.message).toMatch(/The rejected body is kept as archive\S+\.refused\./);
    expect(filesIn(join(cwd, 'archive'))).toEqual([
      expect.stringMatching(/^123456\/refused\/\S+_FLEX_SHORT_WINDOW_\S+\.refused$/),
    ]);
    const allowed = await call('fetch', cwd, service, ['--allow-short']);
    expect([allowed.status, allowed.summary.status]).toEqual([0, 'loaded']);
    expect(Object.values(archived(cwd))).toEqual([cut]);
  });
});

describe('a fetch that is killed', () => {
  /** What a call that follows must do: nothing that was done is done again. */
  async function completes(
    cwd: string,
    service: Awaited<ReturnType<typeof serve>>,
    status: 'filed' | 'already_filed' = 'filed',
  ): Promise<void> {
    const before = service.calls().length;
    const { summary } = await call('fetch', cwd, service);
    expect(summary.files?.map((file) => file.status)).toEqual([status]);
    expect(service.calls().slice(before)).not.toContain('SendRequest 123456');
    expect(Object.values(archived(cwd))).toEqual([DAY]);
    const left = filesIn(cwd).filter((path) => /\/\./.test(path));
    expect(left).toEqual([]);
  }

  it.each([
    ['while it waits', 0],
    ['in the midst of the report', 400],
  ])('%s is followed by one that takes up the same report', async (_, stallAfter) => {
    const service = await serve(undefined, [{ on: 'GetStatement', stallAfter }]);
    const cwd = freshFolder();
    const running = start('fetch', cwd, service);
    await until('the report is waited for', () => service.calls().includes('GetStatement'));
    if (stallAfter > 0) {
      await until('it comes in', () => filesIn(cwd).some((path) => path.endsWith('.tmp')));
    }
    await kill(running);
    expect(archived(cwd)).toEqual({});
    expect(filesIn(cwd).some((path) => path.includes('/.pending-saved.json'))).toBe(true);
    await completes(cwd, service);
  });

  it.each([
    ['before its provenance has its name', 1],
    ['before it has its name', 2],
  ])('%s leaves nothing that a replay takes', async (_, nth) => {
    const service = await serve();
    const cwd = freshFolder();
    const { signal } = await start('fetch', cwd, service, [], killedAt('link', nth)).ended;
    expect(signal).toBe('SIGKILL');
    expect(archived(cwd)).toEqual({});
    const replay = await run(['load', 'archive'], { cwd });
    expect(replay.stderr).toContain('FLEX_INPUT_NOT_FOUND');
    await completes(cwd, service);
  });

  it('is not killed by a signal that asks', async () => {
    const service = await serve(undefined, [{ on: 'GetStatement', stallAfter: 400 }]);
    const cwd = freshFolder();
    const running = start('fetch', cwd, service);
    // A file of another kind is written aside before: what was asked for is noted.
    await until('the report is waited for', () => service.calls().includes('GetStatement'));
    await until('it comes in', () => filesIn(cwd).some((path) => path.endsWith('.tmp')));
    running.process.kill('SIGTERM');
    const ended = await running.ended;
    expect(ended.status).toBe(143);
    tokenIsNowhere(cwd, ended);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      status: 'cancelled',
      exitCode: 143,
      files: [{ query: QUERY, status: 'cancelled' }],
    });
    expect(filesIn(cwd).filter((path) => path.endsWith('.tmp'))).toEqual([]);
    await completes(cwd, service);
  });
});

describe('two fetches at once', () => {
  it('store the same report once', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const both = await Promise.all([call('fetch', cwd, service), call('fetch', cwd, service)]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(Object.values(archived(cwd))).toEqual([DAY]);
    expect(filesIn(cwd)).toHaveLength(2);
  });
});

describe('what cannot be asked for', () => {
  it.each([
    ['no query', ['fetch', '--archive', 'a'], 'No query was given'],
    ['no archive', ['fetch', '--query', '1'], 'No archive was given'],
    ['a path as a query', ['fetch', '--query', '../x', '--archive', 'a'], '../x'],
    ['days and a first day', ['--days', '3', '--from', '2024-01-01'], '--from'],
    ['a last day alone', ['--until', '2024-01-01'], '--until needs --from'],
    ['a last day alone, by its other name', ['--to-date', '2024-01-01'], 'needs --from'],
    ['a day in place of a destination', ['--from', '2024-01-01', '--to', '2024-01-31'], '--until'],
    ['days in the wrong order', ['--from', '2024-02-01', '--until', '2024-01-01'], 'after'],
    ['a day that is none', ['--from', '2024-02-30'], 'Invalid --from'],
    ['a day to come', ['--from', '2024-01-01', '--until', '2999-01-01'], 'in New York'],
    ['a year with a slip of the finger', ['--from', '0202-01-01'], 'at most 36500 days'],
    ['no days', ['--days', '0'], 'Invalid --days'],
  ])('%s', async (_, args, told) => {
    const all = args[0] === 'fetch' ? args : ['fetch', '--query', '1', '--archive', 'a', ...args];
    const cwd = freshFolder();
    const { status, stdout, stderr } = await run(all, { cwd, env: { FLEXETL_TOKEN: TOKEN } });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
    expect(filesIn(cwd)).toEqual([]);
  });
});
