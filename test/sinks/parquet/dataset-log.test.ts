/** The log of a dataset: who may write its next entry, and what a reader makes of all of them. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  append,
  readState,
  writeCheckpoint,
  type DataFile,
  type DatasetState,
} from '../../../src/sinks/parquet/dataset-log.js';
import { rollForward } from '../../../src/sinks/parquet/delta-log.js';
import { LocalStorage } from '../../../src/sinks/parquet/local-storage.js';
import { refuseForeign } from '../../../src/sinks/parquet/place.js';
import { encode, folderOf } from '../../../src/sinks/parquet/partitions.js';
import type { TableShape } from '../../../src/sinks/parquet/table-shape.js';

let folder: string;
let storage: LocalStorage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flexetl-log-'));
  storage = new LocalStorage(join(folder, 'set'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SHAPE: TableShape = {
  id: '7b0e2c1a-0000-4000-8000-000000000001',
  doc: 'Parcels.',
  columns: [{ name: 'account_id', type: 'VARCHAR', nullable: false, doc: '' }],
  key: ['account_id'],
  levels: { account: { name: 'account', column: 'account_id' } },
};

const file = (number: number): DataFile => {
  return { path: `account=A/${number}.parquet`, account: 'A', rows: 1, bytes: 9, columns: 1 };
};

/** Adds a file, and takes away the one before the last. */
async function commit(state: DatasetState, number: number): Promise<boolean> {
  const before = number < 2 ? [] : [file(number - 2)];
  const version = number;
  const shape = number === 0 ? { shape: SHAPE } : {};
  const parcels = { version, ...shape, add: [file(number)], remove: before };
  const at = new Date(Date.UTC(2024, 0, 1, number)).toISOString();
  return append(storage, state, { at, by: '0.0.0', tables: { parcels } });
}

async function committed(count: number): Promise<DatasetState> {
  const state = await readState(storage);
  for (let number = 0; number < count; number += 1) {
    expect(await commit(state, number)).toBe(true);
    await writeCheckpoint(storage, state, () => Promise.resolve());
  }
  return state;
}

describe('a log', () => {
  it('is read as it was written, with and without checkpoints', async () => {
    const state = await committed(45);
    const read = await readState(storage);
    expect(read).toEqual(state);
    expect([...read.tables.get('parcels')!.files.keys()]).toEqual([file(43).path, file(44).path]);
    expect(read.tables.get('parcels')!.gone.size).toBe(43);
    const names = await readdir(join(folder, 'set/_flexetl_log'));
    expect(names.filter((name) => name.includes('checkpoint'))).toHaveLength(2);
    for (const name of names.filter((each) => each.includes('checkpoint'))) {
      await rm(join(folder, 'set/_flexetl_log', name));
    }
    expect(await readState(storage)).toEqual(state);
  });

  it('takes an entry once: the second writer sees what the first has written', async () => {
    const one = await committed(3);
    const other = await readState(storage);
    expect(await commit(one, 3)).toBe(true);
    expect(await commit(other, 3)).toBe(false);
    expect(other.version).toBe(2);
    expect([...(await advance(storage, other))]).toEqual(['parcels']);
    expect(other).toEqual(one);
  });

  it('gives the last Delta logs again where they are missing, byte by byte', async () => {
    await rollForward(storage, await committed(1));
    const key = 'parcels/_delta_log/00000000000000000000.json';
    const bytes = await storage.read(key);
    await storage.delete(key);
    await rollForward(storage, await readState(storage));
    expect(await storage.read(key)).toEqual(bytes);
  });

  it('is given again from a checkpoint of the last version, too', async () => {
    await committed(21);
    await rollForward(storage, await readState(storage));
    expect(await storage.read('parcels/_delta_log/00000000000000000020.json')).toBeDefined();
  });

  it('of a form that is not known is refused, and so is a folder with anything else', async () => {
    await mkdir(join(folder, 'set/_flexetl_log'), { recursive: true });
    const path = join(folder, 'set/_flexetl_log', '00000000000000000000.json');
    await writeFile(path, '{"format":"flexetl/parquet@9","version":0,"tables":{}}');
    await expect(readState(storage)).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
    await expect(refuseForeign(new LocalStorage(folder))).rejects.toMatchObject({
      code: 'FLEX_CONFIG',
    });
  });
});

describe('the directory of a partition', () => {
  it.each<[string, string]>([
    ['U1000001', 'U1000001'],
    ['', '__HIVE_DEFAULT_PARTITION__'],
    ['a/b', 'a%2Fb'],
    ['50%', '50%25'],
    ['..', '.%2E'],
    ['a b*?[c]', 'a%20b%2A%3F%5Bc%5D'],
    ['Söhne 🙂', 'Söhne%20🙂'],
  ])('of the account %j is %s', (account, name) => {
    expect(encode(account)).toBe(name);
    expect(folderOf(SHAPE, { account })).toBe(`account=${name}/`);
  });

  it('is as short as a file system needs it, and no two accounts share one', () => {
    const names = ['é', 'ü'].map((letter) => encode(`${'é'.repeat(127)}${letter}`));
    expect(names[0]).not.toBe(names[1]);
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThan(200);
  });
});
