import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { report } from './reports.js';
import { CLI, freshFolder, run } from './run.js';

/** Runs with a stdout that has no space left. */
function runFull(cwd: string, ...args: string[]): { status: number | null; stderr: string } {
  const full = openSync('/dev/full', 'w');
  try {
    const stdio = ['ignore', full, 'pipe'] as const;
    return spawnSync(process.execPath, [CLI, ...args], {
      cwd,
      stdio: [...stdio],
      encoding: 'utf8',
    });
  } finally {
    closeSync(full);
  }
}

const TOLD = /FLEX_DEST_FULL: stdout cannot be used: no space is left \(ENOSPC\)\./;

describe('a stdout that has no space left', () => {
  let cwd: string;

  beforeAll(async () => {
    cwd = freshFolder({ 'a.xml': report() });
    expect((await run(['load', 'a.xml'], { cwd })).status).toBe(0);
  });

  it.each([
    [['query', 'FROM trades']],
    [['query', 'FROM trades', '--csv']],
    [['query', 'FROM trades', '--json']],
    [['schema', '--format', 'sql']],
    [['status', '--json']],
    [['inspect', 'a.xml']],
    [['inspect', 'a.xml', '--json']],
    [['verify', 'a.xml']],
  ])('fails %j', (args) => {
    const { status, stderr } = runFull(cwd, ...args);
    expect(stderr).toMatch(TOLD);
    expect(status).toBe(73);
  });

  it('does not make a load look undone, and is told', () => {
    const { status, stderr } = runFull(cwd, 'load', 'a.xml', '--force');
    expect(stderr).toMatch(/The summary could not be printed: .*no space is left/);
    expect(status).toBe(0);
  });
});
