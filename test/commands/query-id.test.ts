/** What `--query` takes: the number of a query, and nothing that leads out of the archive. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, run, type Ran } from './run.js';
import { call, filesIn, reportOf, serve, TOKEN } from './service.js';

const HOSTILE = [
  '..',
  '.',
  '../x',
  '/etc',
  'a/b',
  String.raw`..\x`,
  String.raw`C:\x`,
  '123456/../../x',
  '%2e%2e',
  '123 456',
  '１２３',
  '~',
  '$HOME',
  '*',
  '1&t=2',
];

/** Should a process speak to the service all the same, it would not leave this machine. */
const NO_WAY_OUT = { HTTPS_PROXY: 'http://127.0.0.1:1' };

async function refused(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const cwd = freshFolder();
  mkdirSync(join(cwd, 'inner'));
  const ran = await run(args, {
    cwd: join(cwd, 'inner'),
    env: { FLEXETL_TOKEN: TOKEN, ...NO_WAY_OUT, ...env },
  });
  expect(ran.stdout).toBe('');
  expect(filesIn(cwd)).toEqual([]);
  return ran;
}

describe('a query that is no ID', () => {
  it.each(['fetch', 'run', 'check'])('is refused by %s, and nothing is written', async (name) => {
    const { status, stderr } = await refused([name, '--query', '../x', '--archive', 'a']);
    expect(status).toBe(2);
    expect(stderr).toContain('which is not a query ID');
  });

  it('is its name, or has letters, for the service itself', async () => {
    for (const endpoint of ['current', 'legacy']) {
      const args = ['fetch', '--query', '1,Daily', '--archive', 'a', '--endpoint', endpoint];
      const { status, stderr } = await refused(args);
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining(
          '--query names \\"Daily\\", which is not a query ID. The ID is the number that Client Portal shows beside the name of a query.',
        ),
      ]);
    }
  });

  it('is a mistake of configuration where the environment has it', async () => {
    const args = ['fetch', '--archive', 'a'];
    const { status, stderr } = await refused(args, { FLEXETL_QUERY: 'Daily' });
    expect([status, stderr]).toEqual([78, expect.stringContaining('FLEXETL_QUERY names')]);
  });

  it('leads nowhere, whatever it is, also for a test service', async () => {
    const service = await serve();
    for (const id of HOSTILE) {
      const { status } = await refused(['fetch', '--query', id, '--archive', 'a'], service.env);
      expect([id, status]).toEqual([id, 2]);
    }
    expect(service.requests).toEqual([]);
  });
});

it('a test service knows queries by name, too', async () => {
  const service = await serve({ 'x/a.xml': reportOf({ from: '20240304', query: 'Daily' }) });
  const cwd = freshFolder();
  const { status, summary } = await call('fetch', cwd, service, ['--query', 'Daily']);
  expect([status, summary.files?.[0]?.query]).toEqual([0, 'Daily']);
});
