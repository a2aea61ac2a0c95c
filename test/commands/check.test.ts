import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTimestamp } from '../../src/commands/check/service.js';
import { freshDatabase } from '../postgres/database.js';
import { freshFolder, run, type Ran } from './run.js';
import { filesIn, QUERY, serve, tokenIsNowhere, type Served } from './service.js';

interface Checked extends Ran {
  readonly checks: readonly { name: string; status: string; message: string; code?: string }[];
}

async function check(
  cwd: string,
  service: Served,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Checked> {
  const ran = await run(['check', '--json', ...args], { cwd, env: { ...service.env, ...env } });
  tokenIsNowhere(cwd, ran);
  const { checks, exitCode, schema } = JSON.parse(ran.stdout) as Checked & {
    exitCode: number;
    schema: string;
  };
  expect([schema, exitCode]).toEqual(['flexetl/check@1', ran.status]);
  return { ...ran, checks };
}

const told = ({ checks }: Checked): string[] =>
  checks.map(({ name, status }) => `${name} ${status}`);

describe('flexetl check', () => {
  it('says that all is well, and leaves no trace', async () => {
    const service = await serve();
    const cwd = freshFolder();
    const args = ['--query', QUERY, '--archive', 'a/b'];
    const checked = await check(cwd, service, args);
    expect(told(checked)).toEqual([
      'token ok',
      `query ${QUERY} ok`,
      'clock ok',
      'destination ok',
      'rights ok',
      'archive ok',
    ]);
    expect([checked.status, checked.stderr]).toEqual([0, '']);
    expect(service.calls()).toEqual([`SendRequest ${QUERY}`]);
    expect(filesIn(cwd)).toEqual([]);
  });

  it('prints a line for each, and what to do', async () => {
    const service = await serve();
    const { stdout, status } = await run(['check', '--query', `${QUERY},99`], {
      cwd: freshFolder(),
      env: service.env,
    });
    expect(status).toBe(77);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^ok {4}token {9}It was read\.$/);
    expect(lines[2]).toMatch(/^fail {2}query 99 {6}FLEX_SERVICE_QUERY: .*Check the query ID/);
  });

  it('needs no token and no query to look at the destination', async () => {
    const service = await serve();
    const database = await freshDatabase();
    const without = { ...service, env: { ...service.env, FLEXETL_TOKEN: '' } };
    const checked = await check(freshFolder(), without, ['--to', database.url]);
    expect(told(checked)).toEqual(['token warn', 'destination ok', 'rights ok']);
    expect(checked.checks[1]?.message).toMatch(/PostgreSQL \d+/);
    const [{ n } = { n: -1 }] = await database.query(
      `SELECT count(*)::int AS n FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace WHERE s.nspname = 'flex'`,
    );
    expect(n).toBe(0);
    expect(told(await check(freshFolder(), service, []))[0]).toBe('token warn');
    expect(service.requests).toEqual([]);
  });

  it.each([
    ['1015', 'fail', 'FLEX_SERVICE_REFUSED', 77],
    ['1025', 'fail', 'FLEX_SERVICE_LOCKED', 77],
    ['1009', 'warn', undefined, 0],
  ])('judges the answer %s', async (code, status, error, exit) => {
    const service = await serve(undefined, [{ code }]);
    const checked = await check(freshFolder(), service, ['--query', QUERY]);
    expect(checked.checks[1]).toMatchObject({ name: `query ${QUERY}`, status });
    expect([checked.checks[1]?.code, checked.status]).toEqual([error, exit]);
    expect(service.requests).toHaveLength(1);
  });

  it('asks no more when the token is locked', async () => {
    const service = await serve(undefined, [{ code: '1025', times: 10 }]);
    await check(freshFolder(), service, ['--query', '1,2,3']);
    expect(service.requests).toHaveLength(1);
  });

  it('misses a token where a query is to be tried', async () => {
    const service = await serve();
    const without = { ...service, env: { ...service.env, FLEXETL_TOKEN: '' } };
    const checked = await check(freshFolder(), without, ['--query', QUERY]);
    expect([checked.status, checked.checks[0]?.code]).toEqual([78, 'FLEX_TOKEN']);
  });

  it('says which right is missing, and is as bad as the worst', async () => {
    const service = await serve();
    const database = await freshDatabase();
    const role = await database.createRole();
    const checked = await check(freshFolder(), service, ['--to', role.url]);
    expect(told(checked)).toEqual(['token warn', 'destination ok', 'rights fail']);
    expect([checked.status, checked.checks[2]?.code]).toEqual([77, 'FLEX_DEST_REFUSED']);
    const dead = await check(freshFolder({ archive: 'a file' }), service, [
      ...['--to', 'postgres://nobody@127.0.0.1:1/nothing'],
      ...['--archive', 'archive'],
    ]);
    expect(told(dead)).toEqual(['token warn', 'destination fail', 'archive fail']);
    expect(dead.status).toBe(78);
    expect(dead.checks[2]?.message).toContain(join('archive'));
  });

  it('looks at destinations that are files', async () => {
    const service = await serve();
    const cwd = freshFolder();
    expect(told(await check(cwd, service, ['--to', 'csv:out']))).toEqual([
      'token warn',
      'rights ok',
    ]);
    expect(filesIn(cwd)).toEqual([]);
    const missing = await check(cwd, service, ['--to', 'oracle:x']);
    expect([missing.status, missing.checks[1]?.code]).toEqual([78, 'FLEX_CONFIG']);
  });

  it.each([
    ['duckdb:missing/flexetl.duckdb', /missing/],
    ['duckdb:report.xml/flexetl.duckdb', /report\.xml/],
    ['csv:report.xml/out', /report\.xml/],
    ['ndjson:report.xml/out.ndjson', /report\.xml/],
  ])('says of %s that no load could make it', async (to, says) => {
    const service = await serve();
    const cwd = freshFolder({ 'report.xml': 'a file' });
    const checked = await check(cwd, service, ['--to', to]);
    expect(checked.checks.at(-1)).toMatchObject({ status: 'fail', code: 'FLEX_CONFIG' });
    expect(checked.checks.at(-1)?.message).toMatch(says);
    expect(checked.status).toBe(78);
    expect(filesIn(cwd)).toEqual(['report.xml']);
  });
});

/** Environment of a process whose clock is that many minutes ahead. */
function minutesAhead(minutes: number): Readonly<Record<string, string>> {
  const code = `const now = Date.now; Date.now = () => now() + ${minutes * 60_000};`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

describe('the time of the service', () => {
  it.each([
    [120, /1(?:19|20|21) minutes ahead of/],
    [-45, /4[456] minutes behind/],
  ])('from which the clock is %i minutes away is told', async (minutes, says) => {
    const checked = await check(
      freshFolder(),
      await serve(),
      ['--query', QUERY],
      minutesAhead(minutes),
    );
    const clock = checked.checks.find(({ name }) => name === 'clock');
    expect(clock).toMatchObject({ status: 'warn' });
    expect(clock?.message).toMatch(says);
    expect(checked.status).toBe(0);
  });

  it.each([
    ['02 July, 2026 08:05 PM EDT', '2026-07-03T00:05:00Z'],
    ['28 August, 2012 12:37 AM EDT', '2012-08-28T04:37:00Z'],
    ['1 January, 2026 12:00 PM EST', '2026-01-01T17:00:00Z'],
  ])('%s', (text, instant) => {
    expect(parseTimestamp(text)).toBe(Date.parse(instant));
  });

  it.each(['', 'now', '02 Juli, 2026 08:05 PM EDT', '02 July, 2026 08:05 PM CET'])(
    'is not guessed from %j',
    (text) => {
      expect(parseTimestamp(text)).toBeUndefined();
    },
  );
});
