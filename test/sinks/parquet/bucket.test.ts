/** A dataset in a bucket: what every destination promises, and what is on this machine meanwhile. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import { openStore } from '../../../src/object-store/open.js';
import { readState } from '../../../src/sinks/parquet/dataset-log.js';
import { FetchedFiles } from '../../../src/sinks/parquet/fetched-files.js';
import { openParquet } from '../../../src/sinks/parquet/open.js';
import { openStorage } from '../../../src/sinks/parquet/place.js';
import { openParquetQuery } from '../../../src/sinks/parquet/query.js';
import { ShownTables } from '../../../src/sinks/parquet/shown-tables.js';
import { FakeStore } from '../../object-store/fake-store.js';
import { freshFolder } from '../../commands/run.js';
import {
  batchOf,
  COURIER,
  ELEMENTS,
  inputOf,
  PARCEL,
  reportOf,
  SHELF,
  statementOf,
} from '../batches.js';
import { describeSinkContract, OPTIONS, type SeenRow } from '../contract.js';
import { parcel } from '../rows.js';
import { seenRow } from '../stored.js';
import { copyOf, inBothStores } from './buckets.js';
import { deltaTables, inDelta } from './delta-reader.js';

inBothStores('parquet:s3://…', (store) => {
  describeSinkContract(
    'parquet:s3://…',
    ({ label }, options) => {
      const { bucket, env } = store();
      return openParquet(`s3://${bucket}/${label}`, options, '0.0.0', { env });
    },
    async ({ label }) => {
      const folder = await copyOf(store(), label);
      const tables = new Set(deltaTables(folder).map(({ name }) => name));
      return inDelta(folder, async (query) => {
        const rows: SeenRow[] = [];
        for (const element of ELEMENTS.filter(({ table }) => tables.has(table))) {
          for (const row of await query(`SELECT COLUMNS(*)::VARCHAR FROM "${element.table}"`)) {
            rows.push(seenRow(element, row));
          }
        }
        return rows;
      });
    },
    { lasting: true, ordered: false },
  );
});

async function startStore(): Promise<FakeStore> {
  const store = await FakeStore.start({ now: Date.now });
  onTestFinished(() => store.stop());
  return store;
}

/** Loads a row into each table. */
async function loadRow(store: FakeStore, content: string, number: number): Promise<void> {
  const place = { env: store.env };
  const sink = await openParquet('s3://reports/set', OPTIONS, '0.0.0', place);
  const loading = await sink.begin(inputOf(content));
  if (loading === 'already_loaded') throw new Error('it is known');
  const statement = statementOf(number);
  const batches = [PARCEL, SHELF, COURIER].map((element) =>
    batchOf(element, statement, [parcel(content)]),
  );
  for (const batch of batches) await loading.write(batch);
  await loading.commit(reportOf([statement], batches));
  await sink.close('done');
}

const fetchedFrom = ({ requests }: FakeStore, table: string): string[] =>
  requests.filter((line) => line.startsWith(`GET /reports/set/${table}/`));

describe('a query of a dataset in a bucket', () => {
  it('fetches the files of tables that it names, once, and leaves nothing here', async () => {
    const store = await startStore();
    await loadRow(store, 'first', 0);
    const temporary = freshFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    store.requests.splice(0);
    const query = await openParquetQuery('s3://reports/set', 'UTC', { env: store.env });
    for (let turn = 0; turn < 2; turn += 1) {
      const result = await query.query('SELECT count(*) AS n FROM (FROM PARCELS)');
      for await (const [cell] of result.rows()) expect(cell!.text).toBe('1');
    }
    expect(fetchedFrom(store, 'parcels')).toHaveLength(1);
    expect(store.requests.filter((line) => line.includes('.parquet'))).toHaveLength(1);
    await query.close();
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('finds the tables, however they are named', async () => {
    const store = await startStore();
    await loadRow(store, 'first', 0);
    const query = await openParquetQuery('s3://reports/set', 'UTC', { env: store.env });
    onTestFinished(() => query.close());
    const counted = async (from: string): Promise<string | null> => {
      const result = await query.query(`SELECT count(*) AS n ${from}`);
      for await (const [cell] of result.rows()) return cell!.text;
      return null;
    };
    for (const from of [
      'FROM "SHELVES" s',
      `FROM query('FROM couriers')`,
      'WHERE EXISTS (SELECT 1 FROM main.parcels)',
      'FROM query_table("flexetl_loads")',
    ]) {
      expect(await counted(from), from).toBe('1');
    }
  });

  it('fails where rows were not fetched, and never takes a table for empty', async () => {
    const store = await startStore();
    await loadRow(store, 'first', 0);
    const storage = await openStorage('s3://reports/set', freshFolder(), { env: store.env });
    const tables = new ShownTables(storage, await readState(storage));
    const instance = await DuckDBInstance.create(':memory:');
    onTestFinished(() => instance.closeSync());
    const connection = await instance.connect();
    const run = async (all: readonly string[]): Promise<void> => {
      for (const sql of all) await connection.run(sql);
    };
    await run(await tables.definitions());
    const count = 'SELECT CAST(count(*) AS VARCHAR) FROM parcels';
    await expect(connection.runAndReadAll(count)).rejects.toThrow('does not exist');
    await run(await tables.show(['parcels']));
    expect((await connection.runAndReadAll(count)).getRows()).toEqual([['1']]);
  });

  it('cannot reach other files', async () => {
    const store = await startStore();
    await loadRow(store, 'first', 0);
    const query = await openParquetQuery('s3://reports/set', 'UTC', { env: store.env });
    onTestFinished(() => query.close());
    await expect(
      query.query(`FROM read_text('${join(process.cwd(), 'package.json')}')`),
    ).rejects.toMatchObject({ code: 'FLEX_QUERY_FAILED' });
  });
});

describe('files that are fetched', () => {
  it('are kept while there is room, and while they are read', async () => {
    const fake = await startStore();
    for (const name of ['a', 'b', 'c']) fake.set(name, Buffer.alloc(100, name));
    const store = await openStore(fake.bucket, { env: fake.env });
    const folder = join(freshFolder(), 'fetched');
    const files = new FetchedFiles(store, folder, 150);
    expect(await files.fetch(['a', 'b', 'c'])).toHaveLength(3);
    expect(readdirSync(folder)).toHaveLength(3);
    await files.release(['a']);
    expect(readdirSync(folder)).toHaveLength(2);
    await files.release(['b']);
    expect(readdirSync(folder)).toHaveLength(1);
    await files.fetch(['c']);
    await files.release(['c']);
    await files.release(['c']);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(fake.requests.filter((line) => line.startsWith('GET /reports/c'))).toHaveLength(1);
  });

  it('that are gone are an error that a retry cures', async () => {
    const fake = await startStore();
    const store = await openStore(fake.bucket, { env: fake.env });
    const files = new FetchedFiles(store, freshFolder(), 0);
    await expect(files.fetch(['a'])).rejects.toMatchObject({ code: 'FLEX_DEST_BUSY' });
  });
});
