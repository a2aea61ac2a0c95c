/**
 * Workers that share the inputs of one directory (`--shard`) leave what one process leaves: rows,
 * and what the ledger says of them. Who waits for whom meanwhile is turns.test.ts.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../commands/run.js';
import { duckdb, parquet, type Place, type StoredRow } from '../laws/destinations.js';
import { freshDatabase } from '../postgres/database.js';
import { activity } from './inputs.js';
import { load, untilAlone, type Loaded } from './processes.js';
import { storedIn } from './stored.js';

/** One for each of three workers, and another one for each. */
const ACCOUNTS = ['U1000005', 'U1000001', 'U1000008', 'U1000006', 'U1000003', 'U1000009'];
const SHARDS = ['1/3', '2/3', '3/3'];

/** Of each account a week, and one that overlaps it and corrects a day; all have the same rates. */
function archive(accounts: readonly string[]): string {
  const folder = freshFolder();
  for (const [index, account] of accounts.entries()) {
    const first = activity({ account, rowsPerDay: 5 });
    const second = activity({
      ...{ account, from: '2024-03-06', to: '2024-03-12', rowsPerDay: 5 },
      whenGenerated: `20240313;07210${index}`,
      restate: { day: '2024-03-07', salt: 2 },
    });
    writeFileSync(join(folder, `${account}_1.xml`), first);
    writeFileSync(join(folder, `${account}_2.xml`), second);
  }
  return folder;
}

const worker = (folder: string, shard: string, to: string): Promise<Loaded> =>
  load([folder, '--shard', shard], to);

async function oneAfterTheOther(folder: string, to: string): Promise<Loaded[]> {
  const all: Loaded[] = [];
  for (const shard of SHARDS) all.push(await worker(folder, shard, to));
  return all;
}

const atOnce = (folder: string, to: string): Promise<Loaded[]> =>
  Promise.all(SHARDS.map((shard) => worker(folder, shard, to)));

/** That each had a share, and that together they loaded each input of the one process once. */
function expectShares(workers: readonly Loaded[], one: Loaded): void {
  const all = [...workers, one];
  expect(all.map(({ status, summary }) => [status, summary.status])).toEqual(
    all.map(() => [0, 'loaded']),
  );
  const names = ({ summary }: Loaded): string[] => summary.inputs.map(({ name }) => name);
  for (const each of workers) expect(names(each).length).toBeGreaterThan(0);
  expect(workers.flatMap(names).toSorted()).toEqual(names(one).toSorted());
}

/** All that is there, in an order of its own, without what names the load. */
async function heldBy(place: Place): Promise<unknown> {
  const { tables, ...ledger } = await place.read();
  const text = (row: StoredRow): string => JSON.stringify({ ...row, loadId: '' });
  const rows = [...tables].map(([table, all]): [string, string[]] => [table, all.map(text).sort()]);
  return { ...ledger, tables: rows.sort(([left], [right]) => (left < right ? -1 : 1)) };
}

describe('three workers leave what one process leaves', () => {
  it.each([
    ['at once', atOnce],
    ['one after the other', oneAfterTheOther],
  ])('in a Postgres schema, %s', async (_, workers) => {
    const folder = archive(ACCOUNTS);
    const [one, three] = [await freshDatabase(), await freshDatabase()];
    const alone = await load([folder], one.url);
    expectShares(await workers(folder, three.url), alone);
    await untilAlone(three);
    const [expected, held] = await Promise.all(
      [one, three].map((database) => storedIn(database, { orderMatters: false })),
    );
    expect(Object.keys(expected!)).toEqual(expect.arrayContaining(['trades', 'flexetl_coverage']));
    expect(held).toEqual(expected);
    const again = await load([folder], three.url);
    expect(again.summary.status).toBe('already_loaded');
  });

  describe('in one place', () => {
    const sets = parquet();
    const files = duckdb();

    it.each([
      ['a Parquet dataset, at once', sets, atOnce],
      ['a Parquet dataset, one after the other', sets, oneAfterTheOther],
      ['a DuckDB file, one after the other', files, oneAfterTheOther],
    ])('%s', async (_, engine, workers) => {
      const folder = archive(ACCOUNTS.slice(0, SHARDS.length));
      const [one, three] = [await engine.place(), await engine.place()];
      const alone = await load([folder], one.dest);
      expectShares(await workers(folder, three.dest), alone);
      const expected = await heldBy(one);
      expect(expected).toMatchObject({ loaded: { length: 2 * SHARDS.length } });
      expect(await heldBy(three)).toEqual(expected);
      const again = await load([folder], three.dest);
      expect(again.summary.status).toBe('already_loaded');
    });
  });
});
