/** A directory in which no file can be made is told before a load finds out. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { report } from './reports.js';
import { CLI, freshFolder, run } from './run.js';

/** Root may write anywhere: there, the check runs as another user. */
const STRANGER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const closed: string[] = [];

afterEach(() => {
  for (const folder of closed.splice(0)) chmodSync(folder, 0o755);
});

function check(cwd: string, args: readonly string[]): { status: number | null; stdout: string } {
  for (const name of readdirSync(cwd)) chmodSync(join(cwd, name), 0o666);
  chmodSync(cwd, 0o555);
  closed.push(cwd);
  const all = [CLI, 'check', '--json', ...args];
  return spawnSync(process.execPath, all, { cwd, encoding: 'utf8', ...STRANGER, env: {} });
}

const failing = (stdout: string): unknown =>
  (JSON.parse(stdout) as { checks: { name: string; status: string }[] }).checks.filter(
    ({ name, status }) => status === 'fail' && name !== 'token',
  );

it('beside a DuckDB file that could itself be written', async () => {
  const cwd = freshFolder({ 'a.xml': report() });
  await run(['load', 'a.xml'], { cwd });
  const { stdout } = check(cwd, []);
  expect(failing(stdout)).toMatchObject([{ name: 'rights', code: 'FLEX_DEST_REFUSED' }]);
});

it.each([
  ['a DuckDB file that is to be made', ['--to', 'duckdb:new.duckdb'], 'rights'],
  ['CSV', ['--to', 'csv:out'], 'rights'],
  ['the archive', ['--to', 'ndjson:-', '--archive', 'archive'], 'archive'],
])('of %s', (_, args, name) => {
  const { stdout } = check(freshFolder(), args);
  expect(failing(stdout)).toMatchObject([{ name, code: 'FLEX_DEST_REFUSED' }]);
});
