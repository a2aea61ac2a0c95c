/** `flexetl fake-service` as a process: its line, its log, its end. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPORT } from '../flex-service/client/talk.js';
import { freshFolder, lastLine, logLines, run, Running } from './run.js';

const TOKEN = '271828182845904523536028';

function archive(): string {
  const folder = freshFolder({ 'notes.txt': 'x' });
  mkdirSync(join(folder, '654321'));
  writeFileSync(join(folder, '654321', 'report.xml'), REPORT);
  return folder;
}

interface Ready {
  readonly url: string;
  readonly queries: readonly string[];
  readonly anyNumber: boolean;
}

/** What it printed when it was ready. */
async function ready(service: Running): Promise<Ready> {
  await new Promise<void>((seen, failed) => {
    service.process.stdout.on('data', () => {
      if (service.stdout.endsWith('\n')) seen();
    });
    service.ended.then(({ stderr }) => failed(new Error(stderr)), failed);
  });
  return JSON.parse(lastLine(service.stdout)) as Ready;
}

const ask = (url: string, call: string, q: string, token = TOKEN): Promise<Response> =>
  fetch(`${url}${call}?t=${token}&q=${q}&v=3`);

describe('flexetl fake-service', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('serves until %s', async (signal) => {
    const folder = archive();
    const script = join(folder, 'script.json');
    writeFileSync(script, JSON.stringify([{ on: 'SendRequest', code: '1001' }]));
    const args = [
      'fake-service',
      folder,
      '--script',
      script,
      '--token',
      TOKEN,
      '--generating',
      '0',
    ];
    const service = new Running(args);
    const { url, queries, anyNumber } = await ready(service);
    expect(queries).toContain('654321');
    expect(anyNumber).toBe(false);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/AccountManagement\/FlexWebService\/$/);
    expect(await (await ask(url, 'SendRequest', '654321')).text()).toContain('1001');
    const sent = await (await ask(url, 'SendRequest', '654321')).text();
    const reference = /<ReferenceCode>(\d+)/.exec(sent)![1]!;
    expect(await (await ask(url, 'GetStatement', reference)).text()).toBe(REPORT);
    expect(await (await ask(url, 'SendRequest', '654321', '31415926')).text()).toContain('1015');
    service.process.kill(signal);
    const { status, stdout, stderr } = await service.ended;
    expect(status).toBe(0);
    expect(stdout.split('\n')).toHaveLength(2);
    const told = logLines(stderr).map(({ msg }) => String(msg));
    expect(told.map((line) => line.replace(/.* → /, ''))).toEqual([
      'Fail 1001',
      'Success',
      'report',
      'Fail 1015',
    ]);
    expect(stderr).not.toContain(TOKEN);
    expect(stderr).not.toContain('31415926');
  });

  it('serves a plain directory for any number, and any days with --rebase', async () => {
    const service = new Running(['fake-service', freshFolder({ 'a.xml': REPORT }), '--rebase']);
    const { url, anyNumber } = await ready(service);
    expect(anyNumber).toBe(true);
    const endpoint = { FLEXETL_ENDPOINT: url, FLEXETL_TOKEN: TOKEN, FLEXETL_HASTY: '1' };
    const days = ['--from', '2026-03-02', '--until', '2026-03-06'];
    const args = ['fetch', '--query', '777777', '--archive', 'archive', ...days];
    const { status, stdout } = await run(args, { env: endpoint });
    expect(status).toBe(0);
    expect(JSON.parse(lastLine(stdout))).toMatchObject({
      files: [{ query: '777777', from: '2026-03-02', to: '2026-03-06' }],
    });
    service.process.kill('SIGTERM');
    const { stderr } = await service.ended;
    expect(stderr).toContain('report of 2026-03-02 to 2026-03-06');
  });

  it('ends while a client hangs on a stalled body', async () => {
    const folder = archive();
    const script = join(folder, 'script.json');
    writeFileSync(script, JSON.stringify([{ body: 'huge', stallAfter: 100_000 }]));
    const service = new Running(['fake-service', folder, '--script', script]);
    const { url } = await ready(service);
    const response = await ask(url, 'GetStatement', '1');
    const reading = response.text().catch(() => 'cut');
    service.process.kill('SIGTERM');
    expect((await service.ended).status).toBe(0);
    expect(await reading).toBe('cut');
  });

  it.each([
    [['--script', 'nothing.json'], 78, 'nothing.json'],
    [['--port', '65536'], 2, '--port'],
    [['--generating', 'x'], 2, '--generating'],
  ])('refuses %j', async (args, status, says) => {
    const refused = await run(['fake-service', archive(), ...args]);
    expect(refused.status).toBe(status);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toContain(says);
  });

  it('refuses a directory without reports, and a port that is taken', async () => {
    expect((await run(['fake-service', freshFolder()])).status).toBe(65);
    const folder = archive();
    const service = new Running(['fake-service', folder]);
    const { port } = new URL((await ready(service)).url);
    const refused = await run(['fake-service', folder, '--port', port]);
    expect(refused.status).toBe(78);
    expect(refused.stderr).toContain('in use');
    service.process.kill('SIGTERM');
    await service.ended;
  });

  it('describes scripts in its help', async () => {
    const { stdout } = await run(['fake-service', '--help']);
    for (const field of ['stallAfter', 'cutAfter', 'redirect', 'gzip', 'reset', 'times']) {
      expect(stdout).toContain(field);
    }
  });
});
