import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/summary/summary.js';
import { report } from './reports.js';
import { freshFolder, lastLine, Running } from './run.js';

/** The first half of a report. */
const half = report({ trades: 50 }).slice(0, 4000);

/** A load that has told of a.xml and waits for the rest of stdin. */
async function waitingLoad(cwd: string, ...args: string[]): Promise<Running> {
  const running = new Running(['load', 'a.xml', '-', 'b.xml', '--log-level', 'info', ...args], {
    cwd,
  });
  running.process.stdin.write(half);
  await running.untilStderr(/a\.xml: 2 rows/);
  return running;
}

describe.each([
  ['SIGINT', 'FLEX_INTERRUPTED', 130],
  ['SIGTERM', 'FLEX_TERMINATED', 143],
] as const)('%s while an input is read', (signal, code, status) => {
  it('ends the call, says so, and keeps what was whole', async () => {
    const cwd = freshFolder({ 'a.xml': report(), 'b.xml': report({ account: 'U1000002' }) });
    const running = await waitingLoad(cwd, '--summary-file', 'summary.json');
    running.process.kill(signal);
    const ended = await running.ended;
    expect([ended.status, ended.signal]).toEqual([status, null]);
    const summary = JSON.parse(lastLine(ended.stdout)) as Summary;
    expect(summary).toMatchObject({
      status: 'cancelled',
      exitCode: status,
      error: { code },
      tables: { trades: { inserted: 2 } },
    });
    expect(summary.inputs.map((input) => [input.name, input.status])).toEqual([
      ['a.xml', 'loaded'],
      ['-', 'cancelled'],
      ['b.xml', 'not_attempted'],
    ]);
    expect(readFileSync(join(cwd, 'summary.json'), 'utf8')).toBe(ended.stdout);
    expect(ended.stderr.match(new RegExp(code, 'g'))).toHaveLength(2);
  });

  it('may come again', async () => {
    const cwd = freshFolder({ 'a.xml': report(), 'b.xml': report() });
    const running = await waitingLoad(cwd);
    running.process.kill(signal);
    running.process.kill(signal);
    const ended = await running.ended;
    expect(ended.status).toBe(status);
    expect(JSON.parse(lastLine(ended.stdout))).toMatchObject({ status: 'cancelled' });
  });

  it('shows nothing of a call that writes files', async () => {
    const cwd = freshFolder({ 'a.xml': report(), 'b.xml': report() });
    const running = await waitingLoad(cwd, '--to', 'csv:out');
    running.process.kill(signal);
    const ended = await running.ended;
    expect(JSON.parse(lastLine(ended.stdout))).toMatchObject({ status: 'cancelled', tables: {} });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('a reader of stdout that ends', () => {
  it('is no error for a query', async () => {
    const sql = 'FROM range(1000000)';
    const cwd = freshFolder({ 'a.xml': report() });
    expect((await new Running(['load', 'a.xml'], { cwd }).ended).status).toBe(0);
    const running = new Running(['query', sql, '--csv'], { cwd });
    await once(running.process.stdout, 'data');
    running.process.stdout.destroy();
    const [status] = (await once(running.process, 'exit')) as [number];
    expect([status, running.stderr]).toEqual([0, '']);
  });

  it('is an error of a load that has rows left, told once', async () => {
    const cwd = freshFolder({ 'a.xml': report({ trades: 20_000 }), 'b.xml': report() });
    const running = new Running(['load', 'a.xml', 'b.xml', '--to', 'ndjson:-'], { cwd });
    await once(running.process.stdout, 'data');
    running.process.stdout.destroy();
    const [status] = (await once(running.process, 'close')) as [number];
    expect(status).toBe(73);
    expect(JSON.parse(lastLine(running.stderr))).toMatchObject({
      error: { code: 'FLEX_DEST_CLOSED', message: 'a.xml: The reader of stdout closed the pipe.' },
      inputs: [{ status: 'failed' }, { status: 'not_attempted' }],
    });
  });
});
