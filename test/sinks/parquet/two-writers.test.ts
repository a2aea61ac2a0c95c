/** Two writers of one dataset at the same time, step by step, in one process. */
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openParquet } from '../../../src/sinks/parquet/open.js';
import type { Committed, InputTransaction, Sink } from '../../../src/sinks/sink.js';
import { batchOf, inputOf, PARCEL, reportOf, statementOf } from '../batches.js';
import { OPTIONS } from '../contract.js';
import { parcel } from '../rows.js';
import { inDelta } from './delta-reader.js';

const DAY = 24 * 60 * 60 * 1000;

let folder: string;
let dataset: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flexetl-parquet-test-'));
  dataset = join(folder, 'set');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (now?: () => number): Promise<Sink> => openParquet(dataset, OPTIONS, '0.0.0', { now });

/** An input of one row, written and not yet committed. */
async function begun(
  sink: Sink,
  content: string,
  number: number,
): Promise<{ loading: InputTransaction; commit: () => Promise<Committed | 'already_loaded'> }> {
  const loading = await sink.begin(inputOf(content));
  if (loading === 'already_loaded') throw new Error('it is known');
  const statement = statementOf(number);
  const batch = batchOf(PARCEL, statement, [parcel(content)]);
  await loading.write(batch);
  return { loading, commit: () => loading.commit(reportOf([statement], [batch])) };
}

const keys = (): Promise<string[]> =>
  inDelta(dataset, async (query) => {
    const rows = await query('SELECT _row_key AS key FROM parcels ORDER BY 1');
    return rows.map(({ key }) => key!);
  });

describe('of two writers', () => {
  it('the one that comes second publishes upon what the first has committed', async () => {
    const [one, other] = [await open(), await open()];
    const first = await begun(one, 'first', 0);
    const second = await begun(other, 'second', 3);
    expect(await first.commit()).toMatchObject({});
    const committed = (await second.commit()) as Committed;
    expect(committed.tables.get('parcels')).toMatchObject({ inserted: 1 });
    await one.close('done');
    await other.close('done');
    expect(await keys()).toEqual([parcel('first').key, parcel('second').key].sort());
  });

  it('that have the same input, one finds it loaded', async () => {
    const [one, other] = [await open(), await open()];
    const first = await begun(one, 'same', 0);
    const second = await begun(other, 'same', 0);
    await first.commit();
    expect(await second.commit()).toBe('already_loaded');
    await second.loading.rollback();
    await one.close('done');
    await other.close('done');
    expect(await keys()).toEqual([parcel('same').key]);
  });
});

describe('files that no log names', () => {
  const left = `${'0'.repeat(32)}.parquet`;

  async function leave(age: number): Promise<void> {
    const path = join(dataset, 'parcels', left);
    await writeFile(path, 'left by a killed writer');
    const at = new Date(Date.now() - age);
    await utimes(path, at, at);
  }

  async function loadOnce(content: string, number: number, now?: () => number): Promise<void> {
    const sink = await open(now);
    await (await begun(sink, content, number)).commit();
    await sink.close('done');
  }

  it('go when they are older than a day, and younger ones stay', async () => {
    await loadOnce('first', 0);
    await leave(DAY / 2);
    await loadOnce('second', 3, () => Date.now() + DAY + 1000);
    // For that call the file was a day and a half old.
    expect(await readdir(join(dataset, 'parcels'))).not.toContain(left);
    await leave(0);
    await loadOnce('third', 6, () => Date.now() + 2 * DAY + 3000);
    expect(await readdir(join(dataset, 'parcels'))).not.toContain(left);
    await leave(-3 * DAY);
    await loadOnce('fourth', 9, () => Date.now() + 3 * DAY + 5000);
    expect(await readdir(join(dataset, 'parcels'))).toContain(left);
    expect(await keys()).toHaveLength(4);
  });

  it('and those that were replaced are kept for a day', async () => {
    await loadOnce('first', 0);
    const names = (): Promise<string[]> =>
      readdir(join(dataset, 'flexetl_loads')).then((all) =>
        all.filter((name) => name.endsWith('.parquet')),
      );
    for (let index = 1; index <= 12; index += 1) await loadOnce(`input ${index}`, 3 * index);
    const before = await names();
    expect(before.length).toBeGreaterThan(12);
    await loadOnce('late', 60, () => Date.now() + 2 * DAY);
    expect((await names()).length).toBeLessThan(6);
    expect(await keys()).toHaveLength(14);
  });
});
