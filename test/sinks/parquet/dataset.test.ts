/**
 * What a load reads of a dataset and what it writes: new days leave files alone, restated ones replace
 * those of their year, and whatever the accounts and columns are, the rows are those that a load into
 * a DuckDB file has.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeEach, describe, expect, it } from 'vitest';
import { load, type LoadOptions } from '../../../src/library/load.js';
import { openForReading } from '../../../src/sinks/destinations.js';
import { Reader } from '../../../src/sinks/sql/ledger/reader.js';
import { freshFolder } from '../../commands/run.js';
import { activity } from '../../faults/inputs.js';
import { cutCatalog } from '../../laws/catalog.js';
import { deltaTables, inDelta, type Texts } from './delta-reader.js';

const FIXTURES = fileURLToPath(new URL('../../../fixtures', import.meta.url));

let folder: string;
let dataset: string;
let warehouse: string;
beforeEach(() => {
  folder = freshFolder();
  dataset = join(folder, 'set');
  warehouse = join(folder, 'w.duckdb');
});

/** Into the dataset and into a DuckDB file; each input is a call. */
async function loadBoth(
  sources: readonly (string | Buffer)[],
  options: Partial<LoadOptions> = {},
): Promise<void> {
  for (const sink of [`parquet:${dataset}`, `duckdb:${warehouse}`]) {
    for (const source of sources) {
      const bytes = Buffer.from(source);
      const [outcome] = await load({ source: bytes, sink, ...options });
      expect(outcome!.error?.describe()).toBeUndefined();
    }
  }
}

/** The paths of a table's files. */
const filesOf = (table: string): string[] =>
  deltaTables(dataset)
    .find(({ name }) => name === table)!
    .files.map(({ path }) => path)
    .sort();

const day = (date: string, chosen: Parameters<typeof activity>[0] = {}): string =>
  activity({
    from: date,
    to: date,
    rowsPerDay: 4,
    whenGenerated: `${date.replaceAll('-', '')};230000`,
    ...chosen,
  });

type Query = (sql: string) => Promise<Texts[]>;

async function inDuckdb<T>(use: (query: Query) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(warehouse);
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  try {
    return await use(
      async (sql) => (await connection.runAndReadAll(sql)).getRowObjects() as unknown as Texts[],
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The rows of a table, without what belongs to one load. */
async function rowsOf(query: Query, table: string): Promise<string[]> {
  const left = `c NOT IN ('_load_id', 'account', 'year', 'partition_account', 'load_id', 'started_at', 'finished_at')`;
  const rows = await query(`SELECT COLUMNS(c -> ${left})::VARCHAR FROM "${table}"`);
  return rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
}

async function expectSameRows(): Promise<void> {
  const tables = deltaTables(dataset).map(({ name }) => name);
  const kept = tables.filter((name) => name !== 'flexetl_migrations');
  for (const table of kept) {
    const found = await inDelta(dataset, (query) => rowsOf(query, table));
    const wanted = await inDuckdb((query) => rowsOf(query, table));
    expect({ table, found }).toEqual({ table, found: wanted });
  }
}

describe('the files of a table', () => {
  it('stay where days are new, and get one beside them', async () => {
    await loadBoth([day('2024-03-04')]);
    const before = filesOf('trades');
    await loadBoth([day('2024-03-05')]);
    const after = filesOf('trades');
    expect(after).toHaveLength(2);
    expect(after).toEqual(expect.arrayContaining(before));
    await expectSameRows();
  });

  it('are replaced in the year of a day that is restated, and in no other', async () => {
    await loadBoth([day('2023-12-28'), day('2024-03-04'), day('2024-03-05')]);
    const before = filesOf('trades');
    const restate = { day: '2024-03-04', salt: 7 };
    await loadBoth([day('2024-03-04', { restate, whenGenerated: '20240401;230000' })]);
    const after = filesOf('trades');
    const inYear = (year: string, paths: string[]): string[] =>
      paths.filter((path) => path.includes(`year=${year}/`));
    expect(inYear('2023', after)).toEqual(inYear('2023', before));
    expect(inYear('2024', after)).toHaveLength(1);
    expect(inYear('2024', before)).toHaveLength(2);
    await expectSameRows();
  });

  it('become one when they are many', async () => {
    const days = Array.from(
      { length: 15 },
      (_, index) => `2024-03-${String(index + 4).padStart(2, '0')}`,
    );
    await loadBoth(days.map((each) => day(each, { rowsPerDay: 1 })));
    expect(filesOf('trades').length).toBeLessThan(12);
    await expectSameRows();
  });

  it('are not touched by what is loaded again', async () => {
    await loadBoth([day('2024-03-04')]);
    const before = deltaTables(dataset);
    await load({ source: Buffer.from(day('2024-03-04')), sink: `parquet:${dataset}`, force: true });
    const changed = deltaTables(dataset).filter(
      ({ name, version }) => before.find((each) => each.name === name)!.version !== version,
    );
    expect(changed.map(({ name }) => name)).toEqual(['flexetl_loads']);
  });
});

describe('a dataset has the rows that a DuckDB file has', () => {
  it.each([
    'account-differs-from-rows',
    'consolidated-account-dash',
    'fx-lots-nested-with-attributes',
    'literals-that-do-not-fit',
    'section-unknown',
    'several-statements-and-accounts',
  ])('of the fixture %s, twice', async (name) => {
    const text = readFileSync(join(FIXTURES, name, 'input.xml'), 'utf8');
    const later = text.replace(/whenGenerated="20\d\d/g, 'whenGenerated="2035');
    expect(later).not.toBe(text);
    await loadBoth([text, later]);
    await expectSameRows();
  });

  it('of accounts with names that a file system trips over', async () => {
    const accounts = ['../U1', 'a=b/c%2F', 'Söhne 🙂', '*?[x]', 'x'.repeat(300)];
    await loadBoth(accounts.map((account) => day('2024-03-04', { account, rowsPerDay: 1 })));
    await loadBoth(accounts.map((account) => day('2024-03-05', { account, rowsPerDay: 1 })));
    await expectSameRows();
    await expectQuery('SELECT count(DISTINCT account_id) AS n FROM trades', [{ n: '5' }]);
  });

  it('after each mode', async () => {
    await loadBoth([day('2024-03-04'), day('2024-03-05')]);
    await loadBoth([day('2024-03-05', { whenGenerated: '20240401;230000' })], { mode: 'append' });
    await expectSameRows();
    await loadBoth([day('2024-03-06')], { mode: 'replace' });
    await expectSameRows();
    await expectQuery('SELECT DISTINCT CAST(report_date AS text) AS d FROM trades', [
      { d: '2024-03-06' },
    ]);
  });

  it('where rows move to another window, because a date is read in another way', async () => {
    const text = readFileSync(join(FIXTURES, 'dates-slash-ambiguous/input.xml'), 'utf8');
    await loadBoth([text], { dateOrder: 'mdy' });
    await loadBoth([text], { dateOrder: 'dmy' });
    await expectSameRows();
  });
});

async function expectQuery(sql: string, rows: readonly Texts[]): Promise<void> {
  const destination = await openForReading(`parquet:${dataset}`, 'UTC');
  try {
    expect(await new Reader(destination).rows(sql)).toEqual(rows);
  } finally {
    await destination.close();
  }
}

describe('a table that gets more columns', () => {
  it('has them, as NULL in the rows from before', async () => {
    const catalog = cutCatalog({ sections: ['Trades'], column: (name) => name !== 'symbol' });
    await loadBoth([day('2024-03-04')], { catalog });
    const fields = (): string[] =>
      deltaTables(dataset)
        .find(({ name }) => name === 'trades')!
        .fields.map(({ name }) => name);
    expect(fields()).not.toContain('symbol');
    await loadBoth([day('2024-03-05')]);
    expect(fields()).toContain('symbol');
    await expectSameRows();
    await expectQuery(
      'SELECT CAST(report_date AS text) AS d, count(*) AS n FROM trades GROUP BY 1 ORDER BY 1',
      [
        { d: '2024-03-04', n: '4' },
        { d: '2024-03-05', n: '4' },
      ],
    );
  });
});

describe('a query', () => {
  it.each([
    (path: string) => `COPY (SELECT 1) TO '${path}/x.parquet'`,
    (path: string) => `EXPLAIN ANALYZE COPY (SELECT 1) TO '${path}/x.parquet'`,
    () => 'CREATE TABLE x AS SELECT 1',
    () => `SELECT * FROM read_text('/etc/hosts')`,
    () => `SET memory_limit = '1GB'`,
  ])('changes nothing, and reads nothing else: %#', async (sql) => {
    await load({ source: Buffer.from(day('2024-03-04')), sink: `parquet:${dataset}` });
    const destination = await openForReading(`parquet:${dataset}`, 'UTC');
    await expect(
      destination.query(sql(dataset)).then(async (result) => {
        for await (const row of result.rows()) expect(row).toBeDefined();
      }),
    ).rejects.toMatchObject({ code: 'FLEX_QUERY_FAILED' });
    await destination.close();
    expect(deltaTables(dataset).length).toBeGreaterThan(8);
  });
});
