/** A DuckDB file that is not what it should be, or not any more. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDuckdb } from '../../src/sinks/duckdb/engine.js';
import type { Sink } from '../../src/sinks/sink.js';
import { batchOf, inputOf, PARCEL, reportOf, statementOf } from './batches.js';
import { OPTIONS } from './contract.js';
import { parcel } from './rows.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flexetl-duckdb-'));
  path = join(folder, 'w.duckdb');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (): Promise<Sink> => openDuckdb(path, OPTIONS, '0.0.0');

/** Loads a row; before it is committed, something happens. */
async function load(sink: Sink, content: string, happens?: () => Promise<void>): Promise<unknown> {
  const statement = statementOf(0);
  const loading = await sink.begin(inputOf(content));
  if (loading === 'already_loaded') return loading;
  const batch = batchOf(PARCEL, statement, [parcel(content)]);
  await loading.write(batch);
  await happens?.();
  try {
    return await loading.commit(reportOf([statement], [batch]));
  } finally {
    await loading.rollback();
  }
}

async function made(): Promise<void> {
  const sink = await open();
  await load(sink, 'first');
  await sink.close('done');
}

describe('a file that is loaded into', () => {
  test.each<[string, () => Promise<void>]>([
    ['removed', () => rm(path)],
    ['replaced', () => rename(join(folder, 'other'), path)],
  ])('and %s meanwhile is no success', async (_, happens) => {
    await made();
    await writeFile(join(folder, 'other'), await readFile(path));
    const sink = await open();
    await expect(load(sink, 'second', happens)).rejects.toMatchObject({
      code: 'FLEX_DEST_BUSY',
      message: expect.stringMatching(/w\.duckdb: the file was removed or replaced/) as string,
    });
    await sink.close('abandoned');
    const again = await open();
    expect(await load(again, 'second')).not.toBe('already_loaded');
    await again.close('done');
  });
});

describe('what is no database', () => {
  test.each<[string, () => Promise<void>, RegExp]>([
    ['a directory', () => mkdir(path).then(() => undefined), /Choose a file in it/],
    [
      'one that was cut off',
      async () => {
        await made();
        await writeFile(path, (await readFile(path)).subarray(0, 20_000));
      },
      /damaged/,
    ],
  ])('is told, with what to do: %s', async (_, make, advice) => {
    await make();
    await expect(open()).rejects.toMatchObject({
      code: 'FLEX_CONFIG',
      advice: expect.stringMatching(advice) as string,
    });
  });
});
