/**
 * The records of destinations: each answers all that is asked of one, and nothing else needs to be
 * changed for another.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { load } from '../../src/index.js';
import type { DestinationKind } from '../../src/sinks/destination.js';
import {
  DEFAULT_DESTINATION,
  DESTINATIONS,
  isNotMadeYet,
  openDestination,
  openForComparing,
  openForReading,
  parseDestination,
} from '../../src/sinks/destinations.js';
import { memorySink, type MemorySink } from '../../src/sinks/memory.js';
import { freshFolder } from '../commands/run.js';
import { filesOf, ROOT, textOf } from '../repository/tree.js';

const PAGE = textOf('docs/destinations.md');
const named = DESTINATIONS.map((kind): [string, DestinationKind] => [kind.schemes[0], kind]);
const REPORT = join(ROOT, 'fixtures/account-differs-from-rows/input.xml');

describe('the list', () => {
  it('has the record of every folder that has one', () => {
    const folders = filesOf('src/sinks').filter((path) =>
      /\/\w+\/\w+\/destination\.ts$/.test(path),
    );
    expect(folders).toHaveLength(DESTINATIONS.length);
    for (const path of folders)
      expect(textOf('src/sinks/destinations.ts')).toContain(folderOf(path));
  });

  it('has no scheme twice', () => {
    const schemes = DESTINATIONS.flatMap((kind) => kind.schemes);
    expect(schemes).toEqual([...new Set(schemes)]);
  });

  it('has what is taken where nobody names a destination', () => {
    expect(parseDestination(DEFAULT_DESTINATION).kind).toBe(DESTINATIONS[0]);
  });

  it('has every form of the documentation', () => {
    const table = /^\| destination \|[\s\S]*?\n\n/m.exec(PAGE)![0];
    const forms = [...table.matchAll(/`([^`]+)`/g)].map(([, form]) => form!);
    const dests = forms.filter((form) => form.includes(':') && !form.startsWith('postgresql'));
    expect(dests.length).toBeGreaterThan(DESTINATIONS.length);
    expect(new Set(dests.map((dest) => parseDestination(dest).kind))).toEqual(
      new Set(DESTINATIONS),
    );
  });
});

/** The folder of src/sinks/ that a file is in, as an import names it. */
function folderOf(path: string): string {
  return `./${path.split('/').at(-2)}/`;
}

describe.each(named)('the record of %s', (scheme, kind) => {
  const dest = `${scheme}:${join('nowhere', 'flexetl')}`;
  const destination = parseDestination(dest);

  it('is found by each of its schemes', () => {
    expect(kind.schemes.map((each) => parseDestination(`${each}:x`).kind)).toEqual(
      kind.schemes.map(() => kind),
    );
  });

  it('says how it is written', () => {
    expect(kind.shortForm.startsWith(`${scheme}:`)).toBe(true);
    expect(kind.form.startsWith(`${scheme}:`)).toBe(true);
  });

  it('has settings that the documentation names, and refuses others', () => {
    for (const [name, { pattern, is }] of Object.entries(kind.settings)) {
      expect(PAGE).toMatch(new RegExp(`\`[^\`]*[?&]${name}=`));
      if (pattern.test('?')) continue;
      expect(refusal(`${dest}?${name}=?`).message).toBe(`The setting ${name} is ${is}, not ?.`);
    }
    expect(refusal(`${dest}?colour=red`).message).toContain('has no setting colour');
  });

  it('says when it shows what it wrote, and where it makes files', async () => {
    expect(['per input', 'per call']).toContain(kind.publishes(destination));
    const path = kind.pathWritten(destination);
    expect([undefined, destination.path]).toContain(path);
    // What makes files, and is not there, is what is not made.
    expect(await kind.isMade(destination)).toBe(path === undefined);
    expect(kind.abilities).toMatch(/^Takes rows/);
  });

  it('is asked where it has a ledger, and refused where it has none', async () => {
    const isMade = await kind.isMade(destination);
    expect(await isNotMadeYet(dest)).toBe(kind.hasLedger && !isMade);
    if (kind.hasLedger) {
      expect(kind.product('PostgreSQL 17.2 on a machine')).toContain('PostgreSQL 17.2');
      return;
    }
    const refused = {
      code: 'FLEX_CONFIG',
      message: expect.stringContaining(`${scheme}:`) as string,
    };
    await expect(openForReading(dest, 'UTC')).rejects.toMatchObject(refused);
    await expect(openForComparing(dest)).rejects.toMatchObject(refused);
  });
});

function refusal(dest: string): Error {
  try {
    parseDestination(dest);
  } catch (thrown) {
    return thrown as Error;
  }
  throw new Error(`${dest} was taken.`);
}

it('a call with a value that a setting does not take opens nothing', async () => {
  const options = { catalog: undefined, mode: 'merge' } as never;
  await expect(openDestination('csv:out?gzip=yes', options, '0')).rejects.toMatchObject({
    code: 'FLEX_CONFIG',
  });
  expect(existsSync('out')).toBe(false);
});

describe('the drivers of databases', () => {
  it('are loaded when a destination needs them, and not before', () => {
    const program = `
      import { createRequire } from 'node:module';
      const { cache } = createRequire(import.meta.url);
      const loaded = () =>
        ['pg', '@duckdb'].filter((name) =>
          Object.keys(cache).some((path) => path.includes('/node_modules/' + name + '/')));
      const list = await import(${JSON.stringify(distOf('sinks/destinations.js'))});
      list.parseDestination('postgres://nobody@localhost/x');
      const before = loaded();
      await list.openForReading('duckdb:nothing', 'UTC').catch(() => undefined);
      process.stdout.write(JSON.stringify([before, loaded()]));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: freshFolder(),
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual([[], ['@duckdb']]);
  });
});

function distOf(path: string): string {
  return pathToFileURL(join(ROOT, 'dist', path)).href;
}

/** A record as somebody would add it. */
function fakeKind(sinks: MemorySink[]): DestinationKind {
  return {
    schemes: ['fake'],
    shortForm: 'fake:PATH',
    form: 'fake:PATH',
    settings: {},
    hasLedger: false,
    publishes: () => 'per call',
    isMade: () => false,
    pathWritten: ({ path }) => path,
    makesDirectories: true,
    datasetOf: () => undefined,
    abilities: 'Takes rows and keeps them',
    openToWrite: (_, options) => {
      const sink = memorySink(options);
      sinks.push(sink);
      return Promise.resolve(sink);
    },
  };
}

/** The command as the modules that it is made of: the bundle has a list of its own. */
function runModules(
  before: string,
  args: readonly string[],
  cwd: string,
): { status: number | null; stdout: string; stderr: string } {
  const program = `${before}
    const { main } = await import('${distOf('cli/main.js')}');
    const { COMMANDS } = await import('${distOf('commands/all.js')}');
    process.exit(await main(COMMANDS, process.argv.slice(1)));`;
  const node = ['--input-type=module', '--eval', program, '--', ...args];
  return spawnSync(process.execPath, node, { cwd, encoding: 'utf8' });
}

describe('a destination that is added to the list', () => {
  it('is loaded into by the library', async () => {
    const sinks: MemorySink[] = [];
    DESTINATIONS.push(fakeKind(sinks));
    onTestFinished(() => {
      DESTINATIONS.pop();
    });
    const outcomes = await load({ source: REPORT, sink: 'fake:x' });
    expect(outcomes.map(({ status }) => status)).toEqual(['loaded']);
    expect(sinks[0]!.rows.length).toBeGreaterThan(0);
  });

  it('is loaded into by the command, checked, and named by its help', () => {
    const added = `
      import { writeFileSync } from 'node:fs';
      import { DESTINATIONS } from '${distOf('sinks/destinations.js')}';
      import { memorySink } from '${distOf('sinks/memory.js')}';
      DESTINATIONS.push({
        ...(${fakeKind.toString().replace('function fakeKind', 'function')})([]),
        openToWrite: async ({ path }, options) => {
          const sink = memorySink(options);
          const close = async () => writeFileSync(path, JSON.stringify(sink.rows));
          return { ...sink, close };
        },
      });`;
    const cwd = freshFolder();
    const run = (args: readonly string[]) => runModules(added, args, cwd);
    const loaded = run(['load', REPORT, '--to', 'fake:rows.json']);
    expect([loaded.status, JSON.parse(loaded.stdout)]).toMatchObject([0, { status: 'loaded' }]);
    expect(JSON.parse(readFileSync(join(cwd, 'rows.json'), 'utf8'))).not.toEqual([]);
    const help = run(['load', '--help']);
    expect(help.stdout).toContain('fake:PATH');
    const checked = run(['check', '--to', 'fake:x']);
    expect(checked.stdout).toContain('Takes rows and keeps them; decimals are exact to any digit.');
  });
});

describe('lineage names a table', () => {
  it.each([
    [
      'postgres://me:secret-1@db.example.com/money?schema=flex2',
      'postgres://db.example.com:5432',
      'money.flex2.trades',
    ],
    ['postgresql://me@db:6432/', 'postgres://db:6432', 'me.flex.trades'],
    ['postgres:///money?host=db&port=7&user=me', 'postgres://db:7', 'money.flex.trades'],
    ['duckdb:/data/flex.duckdb?wait=3', 'duckdb:///data/flex.duckdb', 'flex.main.trades'],
    ['parquet:/data/lake', 'file', '/data/lake/trades'],
    ['csv:/data/out?gzip=1', 'file', '/data/out/trades.csv.gz'],
    ['ndjson:/data/out', 'file', '/data/out#trades'],
  ])('of %s', (dest, namespace, name) => {
    const destination = parseDestination(dest);
    expect(destination.kind.datasetOf(destination, 'trades')).toEqual({ namespace, name });
  });

  it('of stdout by nothing', () => {
    const destination = parseDestination('ndjson:-');
    expect(destination.kind.datasetOf(destination, 'trades')).toBeUndefined();
  });
});
