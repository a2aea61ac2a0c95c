import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tableColumns } from '../../../src/catalog/table-columns.js';
import { CollectedRows } from '../../../src/sinks/duckdb/collected-rows.js';
import { openDuckdb } from '../../../src/sinks/duckdb/engine.js';
import { collectedRows } from '../../../src/sinks/duckdb/staging.js';
import type { SinkOptions } from '../../../src/sinks/sink.js';
import { freshFolder } from '../../commands/run.js';
import {
  batchOf,
  CATALOG,
  COURIER,
  inputOf,
  PARCEL,
  reportOf,
  scribbleOver,
  statementOf,
  type RowGiven,
} from '../batches.js';

const columns = tableColumns(PARCEL).map(({ name }) => name);
const row = (key: string, cells: RowGiven['cells']): RowGiven => ({
  key,
  cells,
  day: '2024-03-04',
});

async function collect(batches: readonly (readonly RowGiven[])[]): Promise<CollectedRows> {
  const collected = new CollectedRows();
  onTestFinished(() => collected.discard());
  for (const rows of batches) {
    const batch = batchOf(PARCEL, statementOf(0), rows);
    await collected.add(batch, 'load');
    scribbleOver(batch);
  }
  return collected;
}

/** Enough that no more is kept in memory. */
const MANY = Array.from({ length: 1200 }, (_, n) => row(`m${n}`, { label: 'x'.repeat(1000) }));

describe('rows on their way into DuckDB', () => {
  it('lack the columns that none of a few rows fills, where they are only inserted', async () => {
    const collected = await collect([
      [row('a', { label: 'one' })],
      [row('b', { kind: 'k' }), row('c', { label: 'three' })],
    ]);
    expect(collected.inMemory).toBe(true);
    const text = await collected.textOf(PARCEL);
    const lines = readFileSync(text!.path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => line.split('\x1f').slice(1, 4))).toEqual([
      ['', 'one', ''],
      ['', '', 'k'],
      ['', 'three', ''],
    ]);
    const filled = ['account_id', 'label', 'kind'];
    const lineage = columns.slice(PARCEL.columns.length);
    expect(collectedRows(PARCEL, text, new Set()).columns).toEqual([...filled, ...lineage]);
    expect(collectedRows(PARCEL, text, new Set(['weight'])).columns).toContain('weight');
    expect(collectedRows(PARCEL, text).columns).toEqual(columns);
  });

  it('have all columns where there are many of them, the first of them included', async () => {
    const collected = await collect([[row('a', { label: 'one' })], MANY, [row('z', {})]]);
    expect(collected.inMemory).toBe(false);
    const text = await collected.textOf(PARCEL);
    const lines = readFileSync(text!.path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => line.split('\x1f').length)).toEqual(
      new Array(1202).fill(columns.length + 2),
    );
    expect(lines.map((line) => line.split('\x1f')[0])).toEqual(
      lines.map((_, index) => String(index + 1)),
    );
    expect(collectedRows(PARCEL, text, new Set()).columns).toEqual(columns);
  });

  it('are none of a table that had none', async () => {
    const collected = await collect([[row('a', {})]]);
    expect(await collected.textOf(COURIER)).toBeUndefined();
    expect(collectedRows(COURIER, undefined).select).toMatch(/ WHERE FALSE$/);
  });

  it.each([['few', [row('a', {})]] as const, ['many', MANY] as const])(
    'are gone when they are discarded: %s',
    async (_, rows) => {
      const collected = await collect([rows]);
      const { path } = (await collected.textOf(PARCEL))!;
      expect(existsSync(path)).toBe(true);
      await collected.discard();
      expect(existsSync(path)).toBe(false);
      expect(await collected.textOf(PARCEL)).toBeUndefined();
      expect(collected.inMemory).toBe(true);
    },
  );
});

const OPTIONS: SinkOptions = {
  catalog: CATALOG,
  mode: 'merge',
  timezone: 'America/New_York',
  force: false,
  dryRun: false,
  allowOverlap: false,
};

describe('a table of DuckDB with defaults of somebody else', () => {
  it('holds NULL where the file says nothing', async () => {
    const path = join(freshFolder(), 'warehouse.duckdb');
    const labels = async (): Promise<unknown[]> => {
      const instance = await DuckDBInstance.create(path);
      const connection = await instance.connect();
      const read = await connection.runAndReadAll('SELECT label FROM parcels ORDER BY _row_key');
      await connection.run(`ALTER TABLE parcels ALTER COLUMN label SET DEFAULT 'made up'`);
      connection.closeSync();
      instance.closeSync();
      return read.getRows().map(([label]) => label);
    };
    for (const [index, key] of ['a', 'b'].entries()) {
      const sink = await openDuckdb(path, OPTIONS, '0.0.0');
      const statement = statementOf(index);
      const loading = await sink.begin(inputOf(key));
      if (loading === 'already_loaded') throw new Error('It was never loaded.');
      const batch = batchOf(PARCEL, statement, [row(key, { kind: 'k' })]);
      const report = reportOf([statement], [batch]);
      await loading.write(batch);
      await loading.commit(report);
      await sink.close('done');
      expect(await labels()).toEqual(new Array(index + 1).fill(null));
    }
  });
});

describe('a table of DuckDB that somebody has given a unique index', () => {
  it('is told of by name where it cannot take the rows, and no retry is advised', async () => {
    const path = join(freshFolder(), 'warehouse.duckdb');
    const commit = async (index: number, labels: readonly string[]): Promise<unknown> => {
      const sink = await openDuckdb(path, OPTIONS, '0.0.0');
      const statement = statementOf(index);
      const loading = await sink.begin(inputOf(`${index}`));
      if (loading === 'already_loaded') throw new Error('It was never loaded.');
      const rows = labels.map((label, n) => row(`${index}-${n}`, { label }));
      const batch = batchOf(PARCEL, statement, rows);
      const report = reportOf([statement], [batch]);
      await loading.write(batch);
      try {
        return await loading.commit(report);
      } finally {
        await loading.rollback();
        await sink.close('done');
      }
    };
    await commit(0, ['one']);
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    await connection.run('CREATE UNIQUE INDEX lone ON parcels (label)');
    connection.closeSync();
    instance.closeSync();
    await expect(commit(1, ['two', 'two'])).rejects.toMatchObject({
      code: 'FLEX_DEST_ALTERED',
      message: expect.stringMatching(/^The table parcels: .*unique.*two/i) as string,
    });
    await commit(2, ['two']);
  });
});
