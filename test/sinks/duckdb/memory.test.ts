/**
 * Loads into DuckDB in little memory: how new files are laid out, a limit that is lifted where it
 * does not suffice, and many rows that are compared by a digest.
 */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { load, type LoadOutcome } from '../../../src/library/load.js';
import { openDuckdb } from '../../../src/sinks/duckdb/engine.js';
import { freshFolder } from '../../commands/run.js';
import { batchOf, inputOf, PARCEL, reportOf, statementOf } from '../batches.js';
import { OPTIONS } from '../contract.js';

async function rowsIn(path: string, sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjects();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What a year of cash transactions says. @param amounts by number of the transaction */
function report(generated: number, amounts: ReadonlyMap<number, number>, text = 'fee'): Buffer {
  const rows = [...amounts].map(
    ([id, amount]) =>
      `<CashTransaction transactionID="${id}" reportDate="2024030${1 + (id % 9)}" amount="${amount}.25" description="${text} ${id % 7}"/>`,
  );
  return Buffer.from(`<FlexQueryResponse queryName="Daily" type="AF"><FlexStatements count="1">
<FlexStatement accountId="U1000001" fromDate="20240301" toDate="20240309" whenGenerated="202403${10 + generated};080000">
<CashTransactions>
${rows.join('\n')}
</CashTransactions></FlexStatement></FlexStatements></FlexQueryResponse>
`);
}

const countsOf = ({ error, committed }: LoadOutcome) => {
  expect(error?.describe()).toBeUndefined();
  return committed!.tables.get('cash_transactions');
};

describe('a new DuckDB file', () => {
  it('has small blocks, and row groups of 16,384 rows, from the first load on', async () => {
    const path = join(freshFolder(), 'w.duckdb');
    const amounts = new Map(Array.from({ length: 20_000 }, (_, id) => [id, id]));
    for (const generated of [0, 1]) {
      await load({ source: report(generated, amounts), sink: `duckdb:${path}` });
      const [size] = await rowsIn(path, 'SELECT block_size FROM pragma_database_size()');
      expect(size).toEqual({ block_size: 16_384n });
      const [groups] = await rowsIn(
        path,
        `SELECT max(count)::int AS most FROM pragma_storage_info('cash_transactions')`,
      );
      expect(groups!['most']).toBeLessThanOrEqual(16_384);
    }
  });

  it('that was made by others keeps its blocks', async () => {
    const path = join(freshFolder(), 'w.duckdb');
    await rowsIn(path, 'CREATE TABLE theirs AS SELECT 1 AS n');
    const [outcome] = await load({ source: report(0, new Map([[1, 1]])), sink: `duckdb:${path}` });
    expect(countsOf(outcome!)).toMatchObject({ inserted: 1 });
    const [size] = await rowsIn(path, 'SELECT block_size FROM pragma_database_size()');
    expect(size).toEqual({ block_size: 262_144n });
  });
});

describe('a load that the first limit does not suffice for', () => {
  const rows = [{ key: 'a', cells: { label: 'one' }, day: '2024-03-04' }];
  const statement = statementOf(0);

  it.each([
    ['is done with the next', ['100KB', '1GB']],
    ['is done with the limit of DuckDB’s own', ['100KB', '150KB']],
  ])('%s', async (_, loadingLimits) => {
    const path = join(freshFolder(), 'w.duckdb');
    const settings = { wait: 0, memoryLimit: undefined, loadingLimits };
    const sink = await openDuckdb(path, OPTIONS, '0', settings);
    const loading = await sink.begin(inputOf('one'));
    if (loading === 'already_loaded') throw new Error('an input that is new is known');
    const batch = batchOf(PARCEL, statement, rows);
    await loading.write(batch);
    const committed = await loading.commit(reportOf([statement], [batch]));
    await sink.close('done');
    expect(committed).toMatchObject({ tables: new Map([['parcels', { inserted: 1 }]]) });
    expect(await rowsIn(path, 'SELECT label FROM parcels')).toEqual([{ label: 'one' }]);
  });

  it('fails where the user has said what DuckDB may take', async () => {
    const path = join(freshFolder(), 'w.duckdb');
    const sink = await openDuckdb(path, OPTIONS, '0', { wait: 0, memoryLimit: '100KB' });
    const loading = await sink.begin(inputOf('one'));
    if (loading === 'already_loaded') throw new Error('an input that is new is known');
    const batch = batchOf(PARCEL, statement, rows);
    await loading.write(batch);
    await expect(loading.commit(reportOf([statement], [batch]))).rejects.toThrow('Out of Memory');
    await loading.rollback();
    await sink.close('abandoned');
  });
});

describe('many rows over themselves', () => {
  const MANY = 12_000;
  const first = new Map(Array.from({ length: MANY }, (_, id) => [id, id % 100]));
  /** 100 changed, 50 gone, 30 new. */
  const second = new Map(
    [...first].slice(50).map(([id, amount]) => [id, id < 150 ? amount + 1 : amount]),
  );
  for (let id = MANY; id < MANY + 30; id++) second.set(id, 1);

  it('are read again in little memory, however wide the table is', async () => {
    const path = join(freshFolder(), 'w.duckdb');
    // The rows differ in a long text: as columns of a join they would not fit.
    const source = report(0, first, 'x'.repeat(3_000));
    await load({ source, sink: `duckdb:${path}` });
    const [again] = await load({ source, sink: `duckdb:${path}?memory_limit=120MB`, force: true });
    expect(countsOf(again!)).toMatchObject({ inserted: 0, updated: 0, unchanged: MANY });
  });

  it('are counted and replaced as few are, and stay when they are read again', async () => {
    const path = join(freshFolder(), 'w.duckdb');
    const sink = `duckdb:${path}`;
    const sum = (amounts: ReadonlyMap<number, number>): number =>
      [...amounts.values()].reduce((all, amount) => all + amount + 0.25, 0);
    const held = (): Promise<Record<string, unknown>[]> =>
      rowsIn(
        path,
        `SELECT count(*)::int AS n, sum(amount)::double AS amount, md5(string_agg(_load_id || _statement_id || transaction_id, ' ' ORDER BY transaction_id)) AS of FROM cash_transactions`,
      );
    await load({ source: report(0, first), sink });
    const [outcome] = await load({ source: report(1, second), sink });
    const unchanged = MANY - 150;
    expect(countsOf(outcome!)).toEqual({
      ...{ parsed: second.size, inserted: 30, updated: 100, unchanged, overruled: 0, deleted: 50 },
    });
    const before = await held();
    expect(before[0]).toMatchObject({ n: second.size, amount: sum(second) });
    const [again] = await load({ source: report(1, second), sink, force: true });
    expect(countsOf(again!)).toMatchObject({ inserted: 0, updated: 0, unchanged: second.size });
    expect(await held()).toEqual(before);
    const [older] = await load({ source: report(0, first), sink, force: true });
    expect(countsOf(older!)).toMatchObject({ parsed: MANY, overruled: MANY, deleted: 0 });
    expect(await held()).toEqual(before);
  });
});
