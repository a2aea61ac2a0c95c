/** Whom the files are for that a call makes: for their owner alone, unless it is told otherwise. */
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdirSync, readdirSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { report } from './reports.js';
import { freshFolder, run, Running } from './run.js';
import { reportOf, serve } from './service.js';

const REPORT = reportOf({ from: '20240304' });

/** Rights in octal digits of all that is in the folder. */
function rightsIn(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), (lstatSync(path).mode & 0o777).toString(8)] as const;
  });
  return Object.fromEntries(found);
}

async function ended(args: readonly string[], cwd: string, env = {}): Promise<void> {
  const ran = await run(args, { cwd, env });
  expect([ran.status, ran.stderr.includes('error')]).toEqual([0, false]);
}

/** Every kind of file that a call makes. */
async function makeAll(folder: string, options: readonly string[]): Promise<void> {
  const { env } = await serve();
  const given = [...options, '--summary-file', 'summary.json'];
  await ended(['fetch', '--query', '123456', '--archive', 'in/archive', ...given], folder, env);
  for (const to of ['duckdb:warehouse.duckdb', 'csv:in/csv', 'ndjson:in/out.ndjson']) {
    await ended(['load', 'report.xml', '--to', to, ...given], folder);
  }
}

it.each([
  [[], '600', '700'],
  [['--umask', '027'], '640', '750'],
])('with %j files are %s and directories %s', async (options, file, directory) => {
  const folder = freshFolder({ 'report.xml': REPORT });
  chmodSync(join(folder, 'report.xml'), 0o644);
  await makeAll(folder, options);
  const { 'report.xml': report, ...made } = rightsIn(folder);
  expect(report).toBe('644');
  expect(Object.keys(made).length).toBeGreaterThan(8);
  const isFolder = (path: string): boolean => lstatSync(join(folder, path)).isDirectory();
  expect(made).toEqual(
    Object.fromEntries(Object.keys(made).map((path) => [path, isFolder(path) ? directory : file])),
  );
});

it.each(['duckdb:warehouse.duckdb', 'csv:out', 'ndjson:out.ndjson'])(
  'also while it works, for what a kill leaves behind: %s',
  async (to) => {
    const folder = freshFolder({ 'report.xml': report({ trades: 200_000 }) });
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary, { mode: 0o700 });
    chmodSync(join(folder, 'report.xml'), 0o600);
    // DuckDB's rows go to the temporary directory, files are written beside their places.
    const made = once(watch(to.startsWith('duckdb') ? temporary : folder), 'change');
    const running = new Running(['load', 'report.xml', '--to', to], {
      cwd: folder,
      env: { TMPDIR: temporary },
    });
    await Promise.race([made, running.ended]);
    running.process.kill('SIGKILL');
    expect((await running.ended).signal).toBe('SIGKILL');
    const left = rightsIn(folder);
    expect(Object.keys(left).length).toBeGreaterThan(2);
    expect(Object.values(left).filter((rights) => !/^[67]00$/.test(rights))).toEqual([]);
  },
);

it('keeps the rights of what is there, and of what it replaces', async () => {
  const folder = freshFolder({ 'report.xml': REPORT, 'summary.json': '' });
  mkdirSync(join(folder, 'in'));
  await makeAll(folder, []);
  const shown = Object.keys(rightsIn(folder)).filter((path) => !path.startsWith('in/archive'));
  for (const path of shown) {
    chmodSync(join(folder, path), lstatSync(join(folder, path)).isDirectory() ? 0o755 : 0o664);
  }
  const before = rightsIn(folder);
  writeFileSync(join(folder, 'report.xml'), reportOf({ from: '20240305' }));
  await makeAll(folder, []);
  expect(rightsIn(folder)).toMatchObject(before);
});

it('refuses a mask that would withhold rights of the owner, or is none', async () => {
  for (const umask of ['777', '9', '0x1f', 'u=rw']) {
    const { status } = await run(['inspect', 'report.xml', '--umask', umask]);
    expect(status).toBe(2);
  }
});
