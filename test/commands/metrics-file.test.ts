/** `--metrics-file`, by whole programs. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { report } from './reports.js';
import { freshFolder, run } from './run.js';

const ARGS = ['--metrics-file', 'flexetl.prom'];

function metrics(cwd: string): string {
  return readFileSync(join(cwd, 'flexetl.prom'), 'utf8');
}

describe('--metrics-file', () => {
  it('has what a load did, and which days are there', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    expect(await run(['load', 'a.xml', ...ARGS], { cwd })).toMatchObject({ status: 0 });
    expect(metrics(cwd)).toContain(
      'flexetl_last_call_rows{file="flexetl",table="trades",outcome="inserted"} 2\n',
    );
    expect(metrics(cwd)).toMatch(
      /^flexetl_covered_days\{file="flexetl",account="U1000001",query=".+"\} 1$/m,
    );
    expect(statSync(join(cwd, 'flexetl.prom')).mode & 0o777).toBe(0o600);
  });

  it('keeps the mode that a collector needs, and the last success when a load fails', async () => {
    const cwd = freshFolder({ 'a.xml': report(), 'b.xml': '<html></html>', 'flexetl.prom': '' });
    chmodSync(join(cwd, 'flexetl.prom'), 0o644);
    await run(['load', 'a.xml', ...ARGS], { cwd });
    const success = /^flexetl_last_success_timestamp_seconds.*$/m.exec(metrics(cwd))?.[0];
    expect(success).toMatch(/\} \d{10}$/);
    expect(await run(['load', 'b.xml', ...ARGS], { cwd })).toMatchObject({ status: 65 });
    expect(metrics(cwd)).toContain(`${success!}\n`);
    expect(metrics(cwd)).toContain('flexetl_last_call_exit_status{file="flexetl"} 65\n');
    expect(statSync(join(cwd, 'flexetl.prom')).mode & 0o777).toBe(0o644);
  });

  it('is written for a destination without a ledger, without days', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    await run(['load', 'a.xml', '--to', 'csv:out', ...ARGS], { cwd });
    expect(metrics(cwd)).toContain('outcome="inserted"} 2\n');
    expect(metrics(cwd)).not.toContain('flexetl_covered_days');
  });

  it.each(['absent/flexetl.prom', 'folder'])('%s is refused before a load', async (path) => {
    const cwd = freshFolder({ 'a.xml': report() });
    mkdirSync(join(cwd, 'folder'));
    const ran = await run(['load', 'a.xml', '--metrics-file', path], { cwd });
    expect([ran.status, ran.stderr]).toEqual([
      78,
      expect.stringContaining(`FLEX_CONFIG: The metrics file ${path}`),
    ]);
  });

  it.each(['--metrics-file', '--summary-file'])(
    '%s names a file: a pipe or device is refused before a load, and stays',
    async (option) => {
      const cwd = freshFolder({ 'a.xml': report() });
      execFileSync('mkfifo', [join(cwd, 'pipe')]);
      symlinkSync('pipe', join(cwd, 'to-pipe'));
      symlinkSync('gone', join(cwd, 'to-nothing'));
      for (const path of ['pipe', 'to-pipe', 'to-nothing']) {
        const { status, stderr } = await run(['load', 'a.xml', option, path], { cwd });
        expect([status, stderr]).toEqual([78, expect.stringContaining(`${path} is `)]);
      }
      expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
      expect(readdirSync(cwd).sort()).toEqual(['a.xml', 'pipe', 'to-nothing', 'to-pipe']);
    },
  );

  it('is written to the file that a link leads to', async () => {
    const cwd = freshFolder({ 'a.xml': report(), 'kept.prom': '' });
    symlinkSync('kept.prom', join(cwd, 'flexetl.prom'));
    expect(await run(['load', 'a.xml', ...ARGS], { cwd })).toMatchObject({ status: 0 });
    expect(lstatSync(join(cwd, 'flexetl.prom')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'kept.prom'), 'utf8')).toContain('flexetl_covered_days');
  });
});
