/**
 * SIGKILL while a load writes files: a DuckDB database, CSV, NDJSON. Afterwards there is what
 * was there before or the whole load, and a plain rerun completes it and leaves nothing else.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  watch,
} from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { often } from '../brief.js';
import { freshFolder, type Running, type RunOptions } from '../commands/run.js';
import { killedAt } from '../commands/service.js';
import { activity, NEXT, writeInputs } from './inputs.js';
import { kill, load, startLoad } from './processes.js';

/** How often a load is killed at random; FAULT_ROUNDS asks for more. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? often(3, 1));
/** A bound for one of them, on a machine that has other work too. */
const ROUND_MILLISECONDS = 20_000;

/** What a place holds, in a form that two loads of the same files have in common. */
type Held = Readonly<Record<string, string>>;

interface Kind {
  readonly name: string;
  /** The files that a killed load brings; default: one that overlaps what is there. */
  readonly brings?: readonly string[];
  /** Options of the load. */
  readonly args?: readonly string[];
  readonly to: (folder: string) => string;
  /** The names that a load leaves in its folder. */
  readonly leaves: readonly string[];
  readonly held: (folder: string) => Promise<Held>;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Without the id of the load, and in an order. */
const digestOfLines = (text: string): string =>
  digest(
    text
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
      .split('\n')
      .toSorted()
      .join('\n'),
  );

const DUCKDB: Kind = {
  name: 'duckdb',
  to: (folder) => `duckdb:${join(folder, 'w.duckdb')}`,
  leaves: ['w.duckdb'],
  held: (folder) => heldByDuckdb(folder, []),
};

/** Files of a day each, which DuckDB commits together. */
const DAYS = ['2024-03-11', '2024-03-12', '2024-03-13', '2024-03-14'].map((day) =>
  activity({ from: day, to: day, whenGenerated: `${day.replaceAll('-', '')};230000` }),
);

const KINDS: readonly Kind[] = [
  DUCKDB,
  { ...DUCKDB, name: 'duckdb, several files', brings: DAYS },
  { ...DUCKDB, name: 'duckdb, side by side', args: ['--mode', 'append'] },
  {
    ...DUCKDB,
    name: 'duckdb, replacing',
    args: ['--mode', 'replace'],
    // A call that comes again replaces its own rows, and counts those.
    held: (folder) => heldByDuckdb(folder, ['tables']),
  },
  {
    name: 'csv',
    to: (folder) => `csv:${join(folder, 'out')}`,
    leaves: ['out'],
    held: (folder) => {
      // Between two renames the older one stands aside; the next load puts it back.
      const aside = readdirSync(folder).find((name) => name.endsWith('.old')) ?? 'out';
      const out = join(folder, existsSync(join(folder, 'out')) ? 'out' : aside);
      const names = existsSync(out) ? readdirSync(out) : [];
      return Promise.resolve(
        Object.fromEntries(
          names.map((name) => [name, digestOfLines(readFileSync(join(out, name), 'utf8'))]),
        ),
      );
    },
  },
  {
    name: 'ndjson',
    to: (folder) => `ndjson:${join(folder, 'rows.ndjson')}`,
    leaves: ['rows.ndjson'],
    held: (folder) => {
      const path = join(folder, 'rows.ndjson');
      const lines = existsSync(path) ? digestOfLines(readFileSync(path, 'utf8')) : undefined;
      return Promise.resolve(lines === undefined ? {} : { lines });
    },
  },
];

const OF_THE_LOAD = [
  'load_id',
  'started_at',
  'finished_at',
  'applied_at',
  'holder',
  'input',
  '_load_id',
];

/** Looks at a copy: opening a database plays its log into it. */
async function heldByDuckdb(folder: string, besides: readonly string[]): Promise<Held> {
  const file = join(folder, 'w.duckdb');
  if (!existsSync(file)) return {};
  const copy = join(freshFolder(), 'copy.duckdb');
  copyFileSync(file, copy);
  if (existsSync(`${file}.wal`)) copyFileSync(`${file}.wal`, `${copy}.wal`);
  const instance = await DuckDBInstance.create(copy);
  const connection = await instance.connect();
  const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjects();
  const held: Record<string, string> = {};
  for (const { table_name: table } of await rows(
    `SELECT table_name::text AS table_name FROM duckdb_tables() ORDER BY table_name`,
  )) {
    const columns = await rows(
      `SELECT column_name::text AS name FROM duckdb_columns() WHERE table_name = '${String(table)}'`,
    );
    const kept = columns
      .map(({ name }) => String(name))
      .filter((name) => !OF_THE_LOAD.includes(name) && !besides.includes(name));
    const [row] = await rows(
      `SELECT count(*)::text || ' ' || coalesce(md5(string_agg(r, ' ' ORDER BY r)), '') AS digest
       FROM (SELECT CAST(ROW(${kept.map((name) => `"${name}"`).join(', ')}) AS text) AS r FROM "${String(table)}")`,
    );
    held[String(table)] = String(row!['digest']);
  }
  connection.closeSync();
  instance.closeSync();
  return held;
}

describe.each(KINDS)('SIGKILL while a load writes $name', (kind) => {
  const week = freshFolder();
  let paths: string[];
  let before: Held;
  let whole: Held;
  let undisturbed: number;
  const { args = [], brings = [NEXT] } = kind;
  const operands = (): string[] => [...paths.slice(1), ...args];

  /** A folder in which the week has been loaded. */
  function folderWithWeek(): string {
    const folder = freshFolder();
    for (const name of kind.leaves)
      cpSync(join(week, name), join(folder, name), { recursive: true });
    return folder;
  }

  beforeAll(async () => {
    paths = writeInputs(freshFolder(), [activity(), ...brings]);
    await load([paths[0]!, ...args], kind.to(week));
    before = await kind.held(week);
    const folder = folderWithWeek();
    const began = performance.now();
    await load(operands(), kind.to(folder));
    undisturbed = performance.now() - began;
    whole = await kind.held(folder);
    expect(whole).not.toEqual(before);
  });

  /** Kills a load at the moment, looks, and runs again. */
  async function killed(
    folder: string,
    moment: (running: Running, temporary: string) => Promise<void>,
  ): Promise<void> {
    const temporary = freshFolder();
    const running = startLoad(operands(), kind.to(folder), {
      env: { TMPDIR: temporary },
    });
    await Promise.race([moment(running, temporary), running.ended]);
    await kill(running);
    expect([before, whole]).toContainEqual(await kind.held(folder));
    // Rows that were on their way are gone with the process, where the system makes that possible.
    if (existsSync('/proc/self/fd')) expect(bytesIn(temporary)).toBe(0);
    // Nothing that a replay of the folder would take for an input.
    for (const name of readdirSync(folder)) expect(name).not.toMatch(/\.xml|\.gz/);
  }

  async function completed(folder: string): Promise<void> {
    expect(await load(operands(), kind.to(folder))).toMatchObject({ status: 0 });
    expect(await kind.held(folder)).toEqual(whole);
    expect(readdirSync(folder).toSorted()).toEqual(kind.leaves);
  }

  it.each(['first', 'last'])('when its %s file changes', async (which) => {
    const folder = folderWithWeek();
    await killed(folder, async (running) => {
      const changes = watch(folder, { recursive: true });
      let count = 0;
      await new Promise<void>((happened) => {
        changes.on('change', (_, name) => {
          count += 1;
          if (which === 'first' || String(name).startsWith(kind.leaves[0]!)) happened();
        });
        void running.ended.then(() => happened());
      });
      changes.close();
      expect(count).toBeGreaterThan(0);
    });
    await completed(folder);
  });

  it(
    `at random, ${ROUNDS} times in a row`,
    async () => {
      const folder = folderWithWeek();
      for (let round = 0; round < ROUNDS; round += 1) {
        await killed(
          folder,
          () => new Promise((come) => setTimeout(come, undisturbed * (0.3 + 0.8 * Math.random()))),
        );
      }
      await completed(folder);
    },
    ROUNDS * ROUND_MILLISECONDS + 60_000,
  );
});

describe('SIGKILL while a load makes a DuckDB file', () => {
  it.each<[string, NonNullable<RunOptions['env']>, (folder: string) => Promise<void>]>([
    ['when the first of it is there', {}, firstChange],
    ['before it has its name', killedAt('link', 1), () => new Promise(() => undefined)],
  ])('%s, leaves none that is no database', async (_, env, moment) => {
    const folder = freshFolder();
    const [path] = writeInputs(freshFolder(), [activity()]);
    const running = startLoad([path!], DUCKDB.to(folder), { env });
    await Promise.race([moment(folder), running.ended]);
    expect((await kill(running)).signal).toBe('SIGKILL');
    expect(await DUCKDB.held(folder)).toEqual({});
    expect(await load([path!], DUCKDB.to(folder))).toMatchObject({ status: 0 });
    expect(Object.keys(await DUCKDB.held(folder)).length).toBeGreaterThan(8);
    expect(readdirSync(folder)).toEqual(DUCKDB.leaves);
  });
});

async function firstChange(folder: string): Promise<void> {
  const changes = watch(folder);
  await once(changes, 'change');
  changes.close();
}

/** Bytes of the files in a directory; those whose name is being taken away have none yet. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
