/** The commands with a Parquet dataset in a bucket. */
import { readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Summary } from '../../src/summary/summary.js';
import { FakeStore } from '../object-store/fake-store.js';
import { freshFolder, lastLine, run, type Ran } from './run.js';
import { reportOf, serve, start } from './service.js';

const TO = ['--to', 'parquet:s3://reports/lake'];

async function startStore(): Promise<FakeStore> {
  const fake = await FakeStore.start({ pageSize: 7, now: Date.now });
  onTestFinished(() => fake.stop());
  return fake;
}

const summaryOf = ({ stdout }: Ran): Summary => JSON.parse(lastLine(stdout)) as Summary;

/** Calls in one directory, with one for temporary files in which nothing may be left. */
function calls(env: Readonly<Record<string, string>>, cwd: string) {
  return async (...args: string[]): Promise<Ran> => {
    const temporary = freshFolder();
    const ran = await run([...args, ...TO], { cwd, env: { ...env, TMPDIR: temporary } });
    expect(readdirSync(temporary)).toEqual([]);
    return ran;
  };
}

const inputs = (): string =>
  freshFolder({
    '1.xml': reportOf({ from: '20240304' }),
    '2.xml': reportOf({ from: '20240305', prices: ['10.5', '11.25'] }),
  });

describe('a Parquet dataset in a bucket', () => {
  it('is made, asked, verified and audited', async () => {
    const { env } = await startStore();
    const cwd = inputs();
    const call = calls(env, cwd);
    const empty = await call('status');
    expect([empty.status, empty.stdout]).toEqual([0, expect.stringContaining('nothing')]);
    const first = summaryOf(await call('load', '1.xml', '2.xml'));
    expect(first).toMatchObject({ status: 'loaded', tables: { trades: { inserted: 3 } } });
    expect(summaryOf(await call('load', '1.xml')).status).toBe('already_loaded');
    const status = await call('status', '--json');
    expect(status.stdout).toContain('U1000001');
    const sum = 'SELECT count(*) AS n, sum(trade_price) AS s FROM trades';
    expect((await call('query', sum, '--csv')).stdout).toBe('n,s\n3,197\n');
    const verified = await call('verify', '1.xml', '2.xml');
    expect([verified.status, verified.stderr]).toEqual([0, verified.stderr]);
    const audited = await call('audit');
    expect([audited.status, audited.stderr]).toEqual([0, audited.stderr]);
  });

  it.each([
    ['append', { inserted: 1, deleted: 0 }, '4'],
    ['replace', { inserted: 1, deleted: 3 }, '1'],
  ])('is loaded into with --mode %s', async (mode, counts, rows) => {
    const { env } = await startStore();
    const call = calls(env, inputs());
    await call('load', '1.xml', '2.xml');
    const { tables } = summaryOf(await call('load', '1.xml', '--mode', mode));
    expect(tables).toMatchObject({ trades: counts });
    const { stdout } = await call('query', 'SELECT count(*) AS n FROM trades', '--csv');
    expect(stdout).toBe(`n\n${rows}\n`);
  });

  it('is filled by run, from an archive in the same bucket', async () => {
    const [fake, service] = [await startStore(), await serve()];
    const args = ['--archive', 's3://reports/flex', ...TO];
    const ran = await start('run', freshFolder(), service, args, fake.env).ended;
    expect([ran.status, ran.stderr]).toEqual([0, ran.stderr]);
    expect(summaryOf(ran)).toMatchObject({ status: 'loaded', tables: { trades: { inserted: 1 } } });
    const again = await start('run', freshFolder(), service, args, fake.env).ended;
    expect(again.status).toBe(0);
  });
});

describe('check', () => {
  it.each([
    ['that honours conditional writes', 'always', 0, 'refuses to overwrite'],
    ['that ignores them', 'never', 73, 'ignores If-None-Match'],
  ] as const)('tests a store %s, and leaves nothing', async (_, honours, status, told) => {
    const fake = await startStore();
    fake.honoursConditions = honours;
    const ran = await run(['check', ...TO], { env: fake.env });
    expect(ran.stdout + ran.stderr).toContain(told);
    expect(ran.status).toBe(status);
    expect([fake.objects.size, fake.uploads.size]).toEqual([0, 0]);
  });

  it('says what is there', async () => {
    const { env } = await startStore();
    const call = calls(env, inputs());
    await call('load', '1.xml');
    const ran = await call('check');
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain('parquet:s3://reports/lake: Parquet, read by DuckDB');
  });
});

describe('a bucket that refuses', () => {
  const SECRET = 'another/secret+key/of=many/characters';

  it.each([
    ['the key', { AWS_SECRET_ACCESS_KEY: SECRET }, TO, 77, 'FLEX_STORE_REFUSED'],
    ['to exist', {}, ['--to', 'parquet:s3://nowhere/lake'], 78, 'FLEX_CONFIG'],
    ['an address with a key', {}, ['--to', `parquet:s3://id:${SECRET}@b/lake`], 78, 'FLEX_CONFIG'],
  ] as const)(
    '%s ends a load with its own status and no secret',
    async (_, own, to, status, code) => {
      const { env } = await startStore();
      const cwd = inputs();
      const ran = await run(['load', '1.xml', ...to], { cwd, env: { ...env, ...own } });
      expect(ran.status).toBe(status);
      expect(ran.stderr).toContain(code);
      expect(ran.stdout + ran.stderr).not.toContain(SECRET);
      expect(readdirSync(cwd)).toEqual(['1.xml', '2.xml']);
    },
  );

  it('what is no dataset is left alone', async () => {
    const fake = await startStore();
    fake.set('lake/notes.txt', 'not ours');
    const ran = await run(['load', '1.xml', ...TO], { cwd: inputs(), env: fake.env });
    expect([ran.status, ran.stderr]).toEqual([78, expect.stringContaining('is not empty')]);
    expect([...fake.objects.keys()]).toEqual(['lake/notes.txt']);
  });

  it('a file ends the input, and the next call loads it', async () => {
    const fake = await startStore();
    const call = calls(fake.env, inputs());
    fake.faultOf = (request) =>
      request.startsWith('PUT') && request.includes('/trades/')
        ? { status: 403, code: 'AccessDenied' }
        : undefined;
    const refused = await call('load', '1.xml');
    expect([refused.status, refused.stderr]).toEqual([
      77,
      expect.stringContaining('FLEX_STORE_REFUSED'),
    ]);
    fake.faultOf = () => undefined;
    expect(summaryOf(await call('load', '1.xml')).status).toBe('loaded');
  });
});
