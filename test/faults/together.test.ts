/**
 * Processes that load at the same time into one place leave what one would have left, and each
 * of them tells the truth about its part.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshFolder, Running } from '../commands/run.js';
import { freshDatabase } from '../postgres/database.js';
import { activity, writeInputs } from './inputs.js';
import { load, startLoad, summarised, until, untilAlone } from './processes.js';
import { storedIn } from './stored.js';

/** How many processes load at once. */
const PROCESSES = 8;

/** Five files of one account that overlap, and one of another; a later one corrects a day. */
const FILES = [
  activity({ from: '2024-03-04', to: '2024-03-08', rowsPerDay: 5 }),
  activity({
    from: '2024-03-06',
    to: '2024-03-12',
    rowsPerDay: 5,
    whenGenerated: '20240313;072104',
    restate: { day: '2024-03-07', salt: 2 },
  }),
  activity({
    from: '2024-03-08',
    to: '2024-03-15',
    rowsPerDay: 5,
    whenGenerated: '20240316;072104',
  }),
  activity({ account: 'U1000002', rowsPerDay: 5 }),
];

describe('eight processes at once', () => {
  it('into an empty database, overlapping files: the tables of a serial load', async () => {
    const paths = writeInputs(freshFolder(), FILES);
    const serial = await freshDatabase();
    expect(await load(paths, serial.url)).toMatchObject({ status: 0 });
    const database = await freshDatabase();
    // Each process has two of the files; every file is loaded by four of them.
    const all = await Promise.all(
      Array.from({ length: PROCESSES }, (_, index) => {
        const first = index % paths.length;
        const second = (index + 1 + Math.floor(index / paths.length)) % paths.length;
        return load([paths[first]!, paths[second]!], database.url);
      }),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 0));
    const outcomes = all.flatMap(({ summary }) => summary.inputs);
    for (const path of paths) {
      const of = outcomes.filter(({ name }) => name === path).map(({ status }) => status);
      expect(of.toSorted()).toEqual([...of.slice(1).map(() => 'already_loaded'), 'loaded']);
      expect(of).toHaveLength(4);
    }
    await untilAlone(database);
    expect(await storedIn(database, { orderMatters: false })).toEqual(
      await storedIn(serial, { orderMatters: false }),
    );
  });

  it('the same file: one has loaded it, the others find it loaded', async () => {
    const [path] = writeInputs(freshFolder(), [FILES[0]!]);
    const database = await freshDatabase();
    const all = await Promise.all(
      Array.from({ length: PROCESSES }, () => load([path!], database.url)),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 0));
    expect(all.map(({ summary }) => summary.status).toSorted()).toEqual([
      ...Array.from({ length: PROCESSES - 1 }, () => 'already_loaded'),
      'loaded',
    ]);
    await untilAlone(database);
    const [{ n }] = (await database.query('SELECT count(*)::int AS n FROM flex.trades')) as [
      { n: number },
    ];
    expect(n).toBe(all[0]!.summary.inputs.length * 25);
  });
});

/** Whether the process has loaded DuckDB; where the system does not tell, nobody need wait. */
function usesDuckdb(pid: number): boolean {
  const maps = `/proc/${pid}/maps`;
  return !existsSync(maps) || readFileSync(maps, 'utf8').includes('duckdb');
}

describe('a DuckDB file that another process holds', () => {
  /** A process that holds the file until its stdin ends. */
  async function holder(file: string): Promise<ChildProcess> {
    const program = `
      import { DuckDBInstance } from '@duckdb/node-api';
      const instance = await DuckDBInstance.create(process.argv[1]);
      process.stdout.write('held');
      process.stdin.on('end', () => { instance.closeSync(); process.exit(0); }).resume();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    return child;
  }

  it('is waited for, and then loaded into', async () => {
    const folder = freshFolder();
    const file = join(folder, 'w.duckdb');
    const [path] = writeInputs(folder, [FILES[0]!]);
    const held = await holder(file);
    const running = startLoad([path!], `duckdb:${file}`);
    // Then it is about to open the file, or waits for it already.
    await until('the load has DuckDB in hand', () => usesDuckdb(running.process.pid!));
    held.stdin!.end();
    expect(summarised(await running.ended)).toMatchObject({
      status: 0,
      summary: { status: 'loaded' },
    });
  });

  it('is waited for, and then queried', async () => {
    const folder = freshFolder();
    const file = join(folder, 'w.duckdb');
    const [path] = writeInputs(folder, [FILES[0]!]);
    await load([path!], `duckdb:${file}`);
    const held = await holder(file);
    const sql = 'SELECT count(*) AS n FROM flexetl_loads';
    const running = new Running(['query', sql, '--csv'], {
      cwd: folder,
      env: { FLEXETL_TO: `duckdb:${file}` },
    });
    await until('the query has DuckDB in hand', () => usesDuckdb(running.process.pid!));
    held.stdin!.end();
    expect(await running.ended).toMatchObject({ status: 0, stderr: '', stdout: 'n\n1\n' });
  });

  it('and does not let go of is given up after the wait that was asked for, with its pid', async () => {
    const folder = freshFolder();
    const file = join(folder, 'w.duckdb');
    const [path] = writeInputs(folder, [FILES[0]!]);
    const held = await holder(file);
    const { status, summary } = await load([path!], `duckdb:${file}?wait=1`);
    expect(status).toBe(75);
    expect(summary.error).toMatchObject({
      code: 'FLEX_DEST_BUSY',
      message: expect.stringContaining(`PID ${held.pid}`) as string,
      advice: expect.stringMatching(/Wait until that process has ended, then run again/) as string,
    });
  });

  it('two loads of the same file take turns', async () => {
    const folder = freshFolder();
    const file = join(folder, 'w.duckdb');
    const [path] = writeInputs(folder, [FILES[0]!]);
    const all = await Promise.all([1, 2].map(() => load([path!], `duckdb:${file}`)));
    expect(all.map(({ status }) => status)).toEqual([0, 0]);
    expect(all.map(({ summary }) => summary.status).toSorted()).toEqual([
      'already_loaded',
      'loaded',
    ]);
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    const [row] = (
      await connection.runAndReadAll('SELECT count(*)::int AS n FROM flexetl_loads')
    ).getRowObjects();
    expect(row).toEqual({ n: 1 });
    connection.closeSync();
    instance.closeSync();
  });
});
