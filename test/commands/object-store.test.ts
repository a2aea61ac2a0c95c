/** The commands with an object store: as input, as archive, and after the loss of a disk. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Summary } from '../../src/summary/summary.js';
import { FakeStore } from '../object-store/fake-store.js';
import { freshFolder, lastLine, run, type Ran } from './run.js';
import { kill, QUERY, reportOf, serve, start, type Served } from './service.js';

async function startStore(): Promise<FakeStore> {
  const fake = await FakeStore.start({ pageSize: 2 });
  onTestFinished(() => fake.stop());
  return fake;
}

const summaryOf = ({ stdout }: Ran): Summary => JSON.parse(lastLine(stdout)) as Summary;
const ARCHIVE = ['--archive', 's3://reports/flex'];

/** A call in a new directory, as in a new pod. */
function fetching(
  command: 'fetch' | 'run',
  service: Pick<Served, 'env'>,
  fake: FakeStore,
  args: readonly string[] = [],
): ReturnType<typeof start> {
  return start(command, freshFolder(), service, [...ARCHIVE, ...args], fake.env);
}

describe('an input in an object store', () => {
  it('is loaded, inspected and verified', async () => {
    const fake = await startStore();
    fake.set('in/1.xml', reportOf({ from: '20240304' }));
    fake.set('in/2.xml', reportOf({ from: '20240305' }));
    fake.set('in/3.xml', reportOf({ from: '20240306' }));
    fake.set('in/notes.txt', 'nothing');
    const [cwd, env] = [freshFolder(), fake.env];
    const loaded = await run(['load', 's3://reports/in', '--to', 'duckdb:a.duckdb'], { cwd, env });
    expect(loaded.status).toBe(0);
    expect(summaryOf(loaded)).toMatchObject({
      status: 'loaded',
      inputs: [1, 2, 3].map((n) => ({ name: `s3://reports/in/${n}.xml` })),
      tables: { trades: { parsed: 3, inserted: 3 } },
    });
    const verified = await run(['verify', 's3://reports/in/', '--to', 'duckdb:a.duckdb'], {
      cwd,
      env,
    });
    expect(verified.status).toBe(0);
    const inspected = await run(['inspect', 's3://reports/in/[12].xml', '--json'], { cwd, env });
    expect(inspected.status).toBe(0);
    expect(inspected.stdout).toContain('s3://reports/in/2.xml');
    expect(inspected.stdout).not.toContain('s3://reports/in/3.xml');
  });

  it.each([
    ['that does not exist', {}, 65, 'FLEX_INPUT_NOT_FOUND'],
    [
      'with a refused key',
      { AWS_SECRET_ACCESS_KEY: 'another-secret-key' },
      77,
      'FLEX_STORE_REFUSED',
    ],
    [
      'without credentials',
      { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
      78,
      'FLEX_CONFIG',
    ],
    ['with an invalid endpoint', { AWS_ENDPOINT_URL: 'nowhere' }, 78, 'FLEX_CONFIG'],
  ])('%s ends with its own status', async (_, env, status, code) => {
    const fake = await startStore();
    const ran = await run(['load', 's3://reports/none'], { env: { ...fake.env, ...env } });
    expect(ran.status).toBe(status);
    expect(ran.stderr).toContain(code);
  });
});

describe('an archive in an object store', () => {
  it('is all that the next call needs, on another disk', async () => {
    const [fake, service] = [await startStore(), await serve()];
    const fetched = await fetching('fetch', service, fake).ended;
    expect(fetched.status).toBe(0);
    expect([...fake.objects.keys()].filter((key) => key.endsWith('.xml.gz'))).toHaveLength(1);
    // The service now has another day: the first report exists only in the bucket.
    const next = await serve({ [`${QUERY}/a.xml`]: reportOf({ from: '20240305' }) });
    const ran = await fetching('run', next, fake, ['--to', 'duckdb:a.duckdb']).ended;
    expect(ran.status).toBe(0);
    expect(summaryOf(ran)).toMatchObject({ status: 'loaded', tables: { trades: { inserted: 2 } } });
    expect([...fake.objects.keys()].filter((key) => key.includes('.pending'))).toEqual([]);
  });

  it('resumes a report after the process and its disk are lost', async () => {
    const fake = await startStore();
    const service = await serve(undefined, [], { generating: 3 });
    const first = fetching('fetch', service, fake);
    await noted(fake);
    await kill(first);
    const requests = service.calls().filter((call) => call.startsWith('SendRequest'));
    const second = await fetching('fetch', service, fake).ended;
    expect(second.status).toBe(0);
    expect(requests).toHaveLength(1);
    expect(service.calls().filter((call) => call.startsWith('SendRequest'))).toEqual(requests);
    expect([...fake.objects.keys()].filter((key) => key.endsWith('.xml.gz'))).toHaveLength(1);
    expect([...fake.objects.keys()].filter((key) => key.includes('.pending'))).toEqual([]);
  });

  it('that refuses a write ends the call; the next one completes it', async () => {
    const [fake, service] = [await startStore(), await serve()];
    fake.faultOf = (request) =>
      request.startsWith('PUT') && request.includes('.xml.gz')
        ? { status: 403, code: 'AccessDenied' }
        : undefined;
    const refused = await fetching('run', service, fake, ['--to', 'duckdb:a.duckdb']).ended;
    expect(refused.status).toBe(77);
    expect(refused.stderr).toContain('FLEX_STORE_REFUSED');
    fake.faultOf = () => undefined;
    const ran = await fetching('run', service, fake, ['--to', 'duckdb:a.duckdb']).ended;
    expect(summaryOf(ran)).toMatchObject({ status: 'loaded', tables: { trades: { inserted: 1 } } });
  });
});

/** Resolves when the reference code is in the bucket; the writer gets no answer. */
async function noted(fake: FakeStore): Promise<void> {
  return new Promise((resolve) => {
    fake.beforeReply = (request) => {
      if (!request.startsWith('PUT') || !request.includes('.pending')) return Promise.resolve();
      resolve();
      fake.beforeReply = () => Promise.resolve();
      return new Promise(() => undefined);
    };
  });
}

describe('check --archive', () => {
  it.each([
    ['that honours conditional writes', 'always', 0, 'refuses to overwrite'],
    ['that ignores them', 'never', 73, 'ignores If-None-Match'],
    ['that ignores them for uploads in parts', 'without parts', 73, 'ignores If-None-Match'],
  ] as const)('tests a store %s, and leaves nothing', async (_, honours, status, told) => {
    const fake = await startStore();
    fake.honoursConditions = honours;
    const args = ['check', '--to', 'duckdb:a.duckdb', ...ARCHIVE];
    const ran = await run(args, { env: fake.env });
    expect(ran.stdout + ran.stderr).toContain(told);
    expect(ran.status).toBe(status);
    expect([fake.objects.size, fake.uploads.size]).toEqual([0, 0]);
  });
});
