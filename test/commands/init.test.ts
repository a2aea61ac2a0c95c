/** `flexetl init dbt` writes a project and nothing else; dbt itself is asked in test/ecosystem/. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedDatabase } from '../postgres/database.js';
import { report } from './reports.js';
import { freshFolder, logLines, run, type RunOptions } from './run.js';

const CASH_ALONE = report().replaceAll(/<(\/?)Trade(s?)\b/g, '<$1Parcel$2');

async function loaded(content = report()): Promise<string> {
  const cwd = freshFolder({ 'a.xml': content });
  expect((await run(['load', 'a.xml'], { cwd })).status).toBe(0);
  return cwd;
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .sort();
}

async function init(options: RunOptions, ...args: readonly string[]) {
  return run(['init', 'dbt', 'project', ...args], options);
}

describe('flexetl init dbt', () => {
  const database = sharedDatabase();

  it('writes a project on the tables that the destination has', async () => {
    const cwd = await loaded();
    const { status, stdout, stderr } = await init({ cwd });
    expect([status, stderr]).toEqual([0, '']);
    const written = files(join(cwd, 'project'));
    expect(written).toContain('dbt_project.yml');
    expect(written).toContain('.gitignore');
    for (const path of written) expect(stdout).toContain(join('project', path));
    const sources = readFileSync(join(cwd, 'project/models/sources.yml'), 'utf8');
    const named = [...sources.matchAll(/^ {6}- name: "(\w+)"/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(['trades', 'flexetl_loads', 'trades_net']));
    expect(named).not.toContain('open_positions');
    const printed = await run(['schema', '--format', 'dbt', '--to', 'duckdb:flexetl.duckdb'], {
      cwd,
    });
    expect([printed.status, printed.stdout]).toEqual([0, sources]);
  });

  it('leaves out models whose tables are not there, and tells', async () => {
    const cwd = await loaded(CASH_ALONE);
    const { status, stdout } = await init({ cwd });
    expect(status).toBe(0);
    expect(files(join(cwd, 'project')).filter((path) => /trades|realized/.test(path))).toEqual([]);
    for (const path of ['stg_trades', 'realized_profit_by_month', 'realized_profit_is_complete']) {
      expect(stdout).toMatch(new RegExp(`lack of the table trades: \\S+/${path}\\.sql`));
    }
  });

  it('overwrites no file, and then writes none', async () => {
    const cwd = await loaded();
    expect((await init({ cwd })).status).toBe(0);
    const project = join(cwd, 'project');
    const kept = join(project, 'models/staging/stg_trades.sql');
    for (const path of files(project)) {
      if (join(project, path) !== kept) writeFileSync(join(project, path), 'mine');
    }
    const before = readFileSync(kept, 'utf8');
    const again = await init({ cwd });
    expect([again.status, again.stdout]).toEqual([2, '']);
    expect(logLines(again.stderr)[0]).toMatchObject({ code: 'FLEX_FILE_EXISTS' });
    expect(readFileSync(kept, 'utf8')).toBe(before);
    expect(readFileSync(join(project, 'profiles.yml'), 'utf8')).toBe('mine');
  });

  it('fills in server and schema, and no password', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const url = new URL(database().url);
    const env = { FLEXETL_TO: `${url.href}?schema=raw&sslmode=disable` };
    expect((await run(['load', 'a.xml'], { cwd, env })).status).toBe(0);
    expect(await init({ cwd, env })).toMatchObject({ status: 0, stderr: '' });
    const project = join(cwd, 'project');
    const profiles = readFileSync(join(project, 'profiles.yml'), 'utf8');
    expect(profiles).toContain(`target: "{{ env_var('DBT_TARGET', 'postgres') }}"`);
    expect(profiles).toContain(`host: "{{ env_var('PGHOST', '${url.hostname}') }}"`);
    expect(profiles).toContain(`port: "{{ env_var('PGPORT', '${url.port}') | as_number }}"`);
    expect(profiles).toContain(`dbname: "{{ env_var('PGDATABASE', '${url.pathname.slice(1)}') }}"`);
    expect(profiles).toContain(`sslmode: "{{ env_var('PGSSLMODE', 'disable') }}"`);
    const sources = readFileSync(join(project, 'models/sources.yml'), 'utf8');
    expect(sources).toContain(`{'duckdb': 'main', 'postgres': 'raw'}[target.type]`);
    expect(sources).toContain('data_type: "timestamp with time zone"');
    expect(url.password.length).toBeGreaterThan(4);
    for (const path of files(project)) {
      expect(readFileSync(join(project, path), 'utf8')).not.toContain(url.password);
    }
  });

  it.each([
    ['a destination that is not there', ['--to', 'duckdb:none.duckdb'], 78, 'Load something'],
    ['a dataset, which dbt does not read', ['--to', 'parquet:set'], 78, 'duckdb:PATH or postgres'],
    ['files, which cannot be queried', ['--to', 'csv:out'], 78, 'duckdb:PATH or postgres'],
  ])('refuses %s', async (_what, args, expected, advice) => {
    const cwd = freshFolder();
    const { status, stdout, stderr } = await init({ cwd }, ...args);
    expect([status, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(advice);
    expect(existsSync(join(cwd, 'project'))).toBe(false);
  });

  it('says that a file is no directory', async () => {
    const cwd = freshFolder({ 'a.xml': report(), project: 'mine' });
    expect((await run(['load', 'a.xml'], { cwd })).status).toBe(0);
    const { status, stderr } = await init({ cwd });
    expect([status, stderr]).toEqual([2, expect.stringContaining('project exists, and is not')]);
    expect(readFileSync(join(cwd, 'project'), 'utf8')).toBe('mine');
  });

  it('knows no other tool', async () => {
    const { status, stderr } = await run(['init', 'looker', 'project']);
    expect(status).toBe(2);
    expect(stderr).toContain('flexetl init dbt DIR');
  });
});

describe('flexetl schema --format dbt --to', () => {
  it('lists the tables that are named, and says which are not there', async () => {
    const cwd = await loaded();
    const ask = (...names: readonly string[]) =>
      run(['schema', ...names, '--format', 'dbt', '--to', 'duckdb:flexetl.duckdb'], { cwd });
    const { stdout } = await ask('trades', 'flexetl_loads');
    expect(stdout.match(/^ {6}- name: .*/gm)).toEqual([
      '      - name: "trades"',
      '      - name: "flexetl_loads"',
    ]);
    expect(stdout).toContain('data_type: "DECIMAL(38,12)"');
    const absent = await ask('open_positions');
    expect([absent.status, absent.stdout]).toEqual([78, '']);
    expect(absent.stderr).toContain('open_positions');
    expect((await ask('tradse')).stderr).toContain('Did you mean trades');
  });

  it('goes with that format alone', async () => {
    const { status, stderr } = await run(['schema', '--to', 'duckdb:flexetl.duckdb']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/--format dbt/)]);
  });

  it('says how to go on in a form that a shell takes', async () => {
    const cwd = await loaded();
    const { stdout } = await run(['init', 'dbt', "my bank's"], { cwd });
    const next = /^Next: (cd .*) && dbt build$/m.exec(stdout)![1]!;
    const { stdout: there } = spawnSync('sh', ['-c', `${next} && ls`], { cwd, encoding: 'utf8' });
    expect(there).toContain('dbt_project.yml');
  });
});
