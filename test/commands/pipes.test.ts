import { execFileSync } from 'node:child_process';
import { constants, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/summary/summary.js';
import { report } from './reports.js';
import { freshFolder, lastLine, Running } from './run.js';

/** A folder with a report, and with a named pipe. */
function folderWithPipe(): { cwd: string; pipe: string } {
  const cwd = freshFolder({ 'a.xml': report({ account: 'U1000002' }) });
  const pipe = join(cwd, 'pipe');
  execFileSync('mkfifo', [pipe]);
  return { cwd, pipe };
}

function loadWithPipe(cwd: string): Running {
  return new Running(['load', 'a.xml', 'pipe', '--log-level', 'info'], { cwd });
}

describe('a named pipe among the inputs', () => {
  it('is waited for, and loaded', async () => {
    const { cwd, pipe } = folderWithPipe();
    const running = loadWithPipe(cwd);
    await running.untilStderr(/a\.xml: 2 rows/);
    writeFileSync(pipe, report());
    const ended = await running.ended;
    expect([ended.status, ended.signal]).toEqual([0, null]);
    expect(ended.stderr).toMatch(/pipe: 2 rows/);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('does not hold up %s where nobody ends it', async (signal, status) => {
    const { cwd, pipe } = folderWithPipe();
    const held = await open(pipe, constants.O_RDWR);
    try {
      const running = loadWithPipe(cwd);
      // More than a pipe holds: once all of it is written, the load is reading.
      const half = Buffer.from(report({ trades: 2000 }).slice(0, 400_000));
      expect((await held.write(half)).bytesWritten).toBe(half.length);
      running.process.kill(signal);
      const ended = await running.ended;
      expect([ended.status, ended.signal]).toEqual([status, null]);
      const summary = JSON.parse(lastLine(ended.stdout)) as Summary;
      expect(summary.inputs.map((input) => [input.name, input.status])).toEqual([
        ['a.xml', 'loaded'],
        ['pipe', 'cancelled'],
      ]);
    } finally {
      await held.close();
    }
  });
});
