/**
 * Disks that are full, here and at the server, and a server that dies: nothing half written is
 * shown, the message says what to do, and a rerun completes it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CLI, freshFolder, type Ran } from '../commands/run.js';
import { serverAccount } from '../postgres/account.js';
import { startCluster, type Cluster } from '../postgres/cluster.js';
import { FreshDatabase } from '../postgres/database.js';
import { openGate } from './gate.js';
import { activity, NEXT, writeInputs } from './inputs.js';
import { load, startLoad, summarised, untilAlone } from './processes.js';
import { storedIn } from './stored.js';

const [small, big, large] = writeInputs(freshFolder(), [
  activity({ rowsPerDay: 2 }),
  NEXT,
  activity({ account: 'U1000002', rowsPerDay: 500 }),
]);

/** What a shell does before it becomes the load: bounds its files, redirects its output. */
async function loadUnder(
  shell: string,
  to: string,
  temporary = freshFolder(),
  file = big!,
): Promise<Ran> {
  const child = spawn('sh', ['-c', shell, process.execPath, CLI, 'load', file], {
    cwd: freshFolder(),
    env: { PATH: process.env['PATH'], FLEXETL_TO: to, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (said.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.stderr += text.toString()));
  return new Promise((ended) => {
    child.on('close', (status, signal) => ended({ status, signal, ...said }));
  });
}

/** No file larger than so many blocks of 512 bytes: a full disk for who may mount none. */
const bounded = (blocks: number): string => `ulimit -f ${blocks}; exec "$0" "$@"`;

function expectFull(ran: Ran): void {
  const { status, summary } = summarised(ran);
  expect(summary.error).toMatchObject({
    code: 'FLEX_DEST_FULL',
    advice: expect.stringMatching(/Free space.*run again/) as string,
  });
  expect([status, summary.tables]).toEqual([73, {}]);
}

describe('a full disk here', () => {
  it.each(['csv:out', 'ndjson:rows.ndjson', 'csv:out?gzip=1'])(
    'ends a load to %s, and leaves nothing of it',
    async (to) => {
      const folder = freshFolder();
      const [scheme, place] = to.split(':') as [string, string];
      expectFull(await loadUnder(bounded(40), `${scheme}:${join(folder, place)}`));
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('ends a load to DuckDB, and leaves nothing of it', async () => {
    const to = `duckdb:${join(freshFolder(), 'w.duckdb')}`;
    const temporary = freshFolder();
    expectFull(await loadUnder(bounded(40), to, temporary));
    expect(readdirSync(temporary)).toEqual([]);
    expect(await load([big!], to)).toMatchObject({ status: 0, summary: { status: 'loaded' } });
  });

  it('ends a load to Parquet, and leaves nothing of it', async () => {
    const folder = freshFolder();
    const to = `parquet:${join(folder, 'set')}`;
    const temporary = freshFolder();
    expectFull(await loadUnder(bounded(40), to, temporary));
    expect([readdirSync(temporary), readdirSync(folder)]).toEqual([[], []]);
    expect(await load([big!], to)).toMatchObject({ status: 0, summary: { status: 'loaded' } });
  });

  it.each([8, 16])(
    'leaves no DuckDB file that is no database: %i blocks are too few for an empty one',
    async (blocks) => {
      const folder = freshFolder();
      symlinkSync('elsewhere.duckdb', join(folder, 'link.duckdb'));
      for (const name of ['w.duckdb', 'w'.repeat(250), 'link.duckdb']) {
        const to = `duckdb:${join(folder, name)}`;
        const ran = await loadUnder(bounded(blocks), to, freshFolder(), small);
        expectFull(ran);
        expect(ran.stdout).not.toContain('.tmp');
        expect(readdirSync(folder)).toEqual(['link.duckdb']);
      }
      const to = `duckdb:${join(folder, 'link.duckdb')}`;
      expect(await load([small!], to)).toMatchObject({ status: 0, summary: { status: 'loaded' } });
      expect(readdirSync(folder).sort()).toEqual(['elsewhere.duckdb', 'link.duckdb']);
    },
  );

  it('ends a load to stdout', async () => {
    const ran = await loadUnder('exec "$0" "$@" > /dev/full', 'ndjson:-');
    // The summary goes to the last line of stderr there.
    expectFull({ ...ran, stdout: ran.stderr });
  });
});

/** A small file system, for who may mount one. */
function mounted(bytes: string): string | undefined {
  const place = freshFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', place], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', [place]));
  return place;
}

const grow = (place: string): unknown =>
  execFileSync('mount', ['-o', 'remount,size=256m', place], { stdio: 'ignore' });

describe('a server of its own', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  async function newDatabase(): Promise<FreshDatabase> {
    const database = new FreshDatabase(cluster, await cluster.createDatabase());
    return database;
  }

  it('that is killed in the midst of a COPY and comes back is loaded into after all', async () => {
    const database = await newDatabase();
    const gate = await openGate(database.url);
    const reached = gate.hold({ copied: 50_000 });
    const running = startLoad([big!], gate.through(database.url));
    await reached;
    await cluster.crash();
    await cluster.restart();
    expect(summarised(await running.ended)).toMatchObject({
      status: 0,
      summary: { status: 'loaded' },
    });
    await untilAlone(database);
    const whole = await storedIn(database);
    const undisturbed = await newDatabase();
    await load([big!], undisturbed.url);
    expect(whole).toEqual(await storedIn(undisturbed));
  });

  it('whose disk is full rolls back, says so, and takes the load when there is space', async (context) => {
    const place = mounted('3m');
    if (place === undefined) {
      context.skip('needs the right to mount a file system');
      return;
    }
    const directory = join(place, 'tablespace');
    mkdirSync(directory, { mode: 0o700 });
    const { uid, gid } = serverAccount();
    if (uid !== undefined && gid !== undefined) chownSync(directory, uid, gid);
    const database = await newDatabase();
    await cluster.exec(`CREATE TABLESPACE tiny LOCATION '${directory}'`);
    await cluster.exec(`ALTER DATABASE ${database.name} SET default_tablespace = tiny`);
    await cluster.exec(`ALTER DATABASE ${database.name} SET temp_tablespaces = tiny`);
    await load([small!], database.url);
    const before = await storedIn(database);
    const { status, summary } = await load([large!], database.url);
    expect(summary.error).toMatchObject({
      code: 'FLEX_DEST_FULL',
      message: expect.stringMatching(/No space left on device/) as string,
      advice: expect.stringMatching(/Free space.*run again/) as string,
    });
    expect([status, summary.tables]).toEqual([73, {}]);
    await untilAlone(database);
    expect(await storedIn(database)).toEqual(before);
    grow(place);
    expect(await load([large!], database.url)).toMatchObject({ status: 0 });
    await database.drop();
    await cluster.exec('DROP TABLESPACE tiny');
  });

  it.for([
    ['DuckDB', 'duckdb:', 'w.duckdb', '3m'],
    ['Parquet', 'parquet:', 'set', '400k'],
  ] as const)('(%s in its place) whose disk is full rolls back likewise', async (kind, context) => {
    const [, scheme, name, size] = kind;
    const place = mounted(size);
    if (place === undefined) {
      context.skip('needs the right to mount a file system');
      return;
    }
    const to = `${scheme}${join(place, name)}`;
    expect(await load([small!], to)).toMatchObject({ status: 0 });
    const full = await load([big!], to);
    expect(full.summary.error).toMatchObject({
      code: 'FLEX_DEST_FULL',
      advice: expect.stringMatching(/Free space.*run again/) as string,
    });
    expect([full.status, full.summary.tables]).toEqual([73, {}]);
    grow(place);
    expect((await load([small!], to)).summary.status).toBe('already_loaded');
    expect(await load([big!], to)).toMatchObject({ status: 0, summary: { status: 'loaded' } });
  });
});
