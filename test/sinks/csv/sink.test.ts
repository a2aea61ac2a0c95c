/**
 * `csv:`: the contract, plain and packed, the files as other readers see them, and what is
 * promised of the directory.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openCsv } from '../../../src/sinks/csv/sink.js';
import type { CsvColumn } from '../../../src/sinks/csv/schema-file.js';
import type { Sink } from '../../../src/sinks/sink.js';
import {
  batchOf,
  inputOf,
  PARCEL,
  reportOf,
  SHELF,
  statementOf,
  type RowGiven,
} from '../batches.js';
import { describeSinkContract, OPTIONS } from '../contract.js';
import { readCsv, readDirectory, readSchema, readText } from '../csv-reader.js';
import { EVERY_TYPE, HOSTILE, manyParcels, parcel, WIDE } from '../rows.js';
import { DEAD, strangersMark } from '../../marks.js';

for (const gzip of [false, true]) {
  describeSinkContract(
    `csv:DIR${gzip ? '?gzip=1' : ''}`,
    ({ directory }, options) => openCsv(join(directory, 'out'), { gzip }, options),
    ({ directory }) => Promise.resolve(readDirectory(join(directory, 'out'))),
  );
}

let folder: string;
let dir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flexetl-csv-'));
  dir = join(folder, 'out');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Loads parcels as one input. */
async function load(sink: Sink, content: string, rows: readonly RowGiven[]): Promise<void> {
  const loading = await sink.begin(inputOf(content));
  if (loading === 'already_loaded') throw new Error('loaded already');
  const statement = statementOf(0);
  const batch = batchOf(PARCEL, statement, rows);
  await loading.write(batch);
  await loading.commit(reportOf([statement], [batch]));
}

/** A call that loads parcels, each list an input. */
async function call(gzip: boolean, ...inputs: readonly (readonly RowGiven[])[]): Promise<void> {
  const sink = await openCsv(dir, { gzip }, OPTIONS);
  for (const [index, rows] of inputs.entries()) await load(sink, `input ${index}`, rows);
  await sink.close('done');
}

/** What DuckDB reads from the parcels, with the types that `_schema.json` names. */
async function readWithDuckDb(file: string): Promise<Record<string, unknown>[]> {
  const columns = readSchema(dir)!.tables['parcels']!.columns;
  const types = columns.map((column) => `'${column.name}': '${duckDbType(column)}'`).join(', ');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(
    `SELECT * FROM read_csv('${join(dir, file)}', auto_detect=false, header=true, delim=',',
       quote='"', escape='"', columns={${types}})`,
  );
  connection.closeSync();
  instance.closeSync();
  return result.getRowObjectsJson();
}

function duckDbType({ type, precision, scale }: CsvColumn): string {
  if (type === 'decimal') return `DECIMAL(${precision},${scale})`;
  return { text: 'VARCHAR', datetime: 'TIMESTAMPTZ', json: 'VARCHAR' }[type as string] ?? type;
}

describe('the files', () => {
  test('hold what the contract says, byte by byte', async () => {
    await call(false, [
      { ...EVERY_TYPE, extra: { weight: '--' } },
      parcel('2', { label: 'a "b", c' }),
    ]);
    const { id } = statementOf(0);
    const lineage = (row: number) =>
      `Parcels daily,${id},${row},${inputOf('input 0').loadId},2024-04-01T07:00:00Z`;
    expect(readFileSync(join(dir, 'parcels.csv'), 'utf8')).toBe(
      'account_id,parcel_id,label,kind,marks,weight,value,is_fragile,sent_date,sent_time,' +
        'date_time,attributes,_row_key,_query,_statement_id,_row_number,_load_id,_generated_at,_extra\n' +
        'U1000000,1,A label,FRAGILE,P;C;Ep,-6299.98,0.000000000001,false,2024-03-04,09:30:00,' +
        '2024-03-04T14:30:00Z,"{""a"":""1"",""nested \\""quote\\"""":""x,y\\n""}",' +
        `parcel-1,${lineage(1)},"{""weight"":""--""}"\n` +
        `U1000000,2,"a ""b"", c",,,,,,2024-03-04,,,,parcel-2,${lineage(2)},\n`,
    );
  });

  test.each([false, true])('are read by DuckDB as what they are (gzip: %s)', async (gzip) => {
    await call(gzip, [EVERY_TYPE], HOSTILE, WIDE, manyParcels('U1000000', 0, 3000));
    const given = [EVERY_TYPE, ...HOSTILE, ...WIDE, ...manyParcels('U1000000', 0, 3000)];
    const read = await readWithDuckDb(`parcels.csv${gzip ? '.gz' : ''}`);
    expect(read).toHaveLength(given.length);
    read.forEach((row, index) => {
      const { key, cells, extra } = given[index]!;
      expect(row['_row_key']).toBe(key);
      expect(row['label']).toBe(cells['label'] ?? null);
      expect(row['sent_date']).toBe(cells['sent_date']);
      expect(row['_extra']).toBe(extra === undefined ? null : JSON.stringify(extra));
      const value = row['value'] as string | null;
      // DuckDB fills a decimal up to its scale.
      expect(value?.replace(/0+$/, '').replace(/\.$/, '')).toBe(cells['value']);
    });
    expect(read[0]).toMatchObject({ is_fragile: false, weight: '-6299.980000000000' });
  });

  test('gzip: an input is a member, and one that failed leaves none', async () => {
    const sink = await openCsv(dir, { gzip: true }, OPTIONS);
    await load(sink, 'a', [parcel('1')]);
    const loading = await sink.begin(inputOf('b'));
    if (loading === 'already_loaded') throw new Error('loaded already');
    await loading.write(batchOf(PARCEL, statementOf(0), manyParcels('U1000000', 0, 9000)));
    await loading.rollback();
    await load(sink, 'c', [parcel('3')]);
    await sink.close('done');
    expect(readCsv(readText(dir, 'parcels.csv.gz')).map((record) => record[1])).toEqual([
      'parcel_id',
      '1',
      '3',
    ]);
  });

  test('a section that is present and empty has a header, an absent one no file', async () => {
    const sink = await openCsv(dir, { gzip: false }, OPTIONS);
    const loading = await sink.begin(inputOf('a'));
    if (loading === 'already_loaded') throw new Error('loaded already');
    const statement = statementOf(0);
    await loading.commit(reportOf([statement], [batchOf(SHELF, statement, [])]));
    await sink.close('done');
    expect(readdirSync(dir).sort()).toEqual([
      '_schema.json',
      'flexetl_statements.csv',
      'shelves.csv',
    ]);
    expect(readCsv(readText(dir, 'shelves.csv'))).toHaveLength(1);
    expect(readSchema(dir)?.tables['shelves']?.rows).toBe(0);
  });
});

describe('_schema.json', () => {
  test('names types, digits and meaning of every column', async () => {
    await call(false, [parcel('1')]);
    const schema = readSchema(dir);
    expect(schema).toMatchObject({ schema: 'flexetl/csv@1', compression: null });
    expect(schema?.tables['parcels']).toMatchObject({ file: 'parcels.csv', rows: 1 });
    const columns = schema!.tables['parcels']!.columns;
    const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      account_id: 'text',
      kind: 'text',
      marks: 'text',
      is_fragile: 'boolean',
      sent_date: 'date',
      sent_time: 'time',
      date_time: 'datetime',
      attributes: 'json',
      _generated_at: 'datetime',
      _extra: 'json',
    });
    expect(columns.find(({ name }) => name === 'value')).toEqual({
      name: 'value',
      type: 'decimal',
      precision: 38,
      scale: 12,
      doc: 'Another decimal.',
    });
  });

  test('decimals are as wide as what was kept, and not as what was rolled back', async () => {
    const digits = (name: string): unknown => {
      const { precision, scale } = readSchema(dir)!.tables['parcels']!.columns.find(
        (column) => column.name === name,
      )!;
      return { precision, scale };
    };
    const wide = parcel('1', { weight: `-${'9'.repeat(30)}.5`, value: '0.1234567890123456' });
    await call(false, [wide], [parcel('2', { weight: '1' })]);
    expect(digits('weight')).toEqual({ precision: 42, scale: 12 });
    expect(digits('value')).toEqual({ precision: 42, scale: 16 });
    expect(readText(dir, 'parcels.csv')).toContain(`-${'9'.repeat(30)}.5,0.1234567890123456,`);

    const sink = await openCsv(dir, { gzip: false }, OPTIONS);
    await load(sink, 'a', [parcel('1')]);
    const loading = await sink.begin(inputOf('b'));
    if (loading === 'already_loaded') throw new Error('loaded already');
    await loading.write(batchOf(PARCEL, statementOf(0), [wide]));
    await loading.rollback();
    await sink.close('done');
    expect(digits('weight')).toEqual({ precision: 38, scale: 12 });
  });
});

describe('DIR', () => {
  const config = { code: 'FLEX_CONFIG' };

  test('is refused where it is a file, or holds what flexetl did not write', async () => {
    writeFileSync(dir, '');
    await expect(openCsv(dir, { gzip: false }, OPTIONS)).rejects.toMatchObject({
      ...config,
      advice: expect.stringContaining('Choose an empty or a new directory') as string,
    });
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, '_schema.json'), '{"schema":"something else"}');
    await expect(openCsv(other, { gzip: false }, OPTIONS)).rejects.toMatchObject(config);
    expect(readdirSync(other)).toEqual(['_schema.json']);
  });

  test('is refused where something was put beside our files, also while a call runs', async () => {
    await call(false, [parcel('1')]);
    const sink = await openCsv(dir, { gzip: false }, OPTIONS);
    await load(sink, 'a', [parcel('2')]);
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    await expect(sink.close('done')).rejects.toMatchObject(config);
    await expect(openCsv(dir, { gzip: false }, OPTIONS)).rejects.toMatchObject(config);
    expect(readText(dir, 'parcels.csv')).toContain('parcel-1');
    expect(readText(dir, 'notes.txt')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('may be there and empty, a link, or still without parents', async () => {
    mkdirSync(dir);
    await call(false, [parcel('1')]);
    expect(readDirectory(dir)).toHaveLength(1);
    const link = join(folder, 'link');
    await symlink(dir, link);
    dir = link;
    await call(true, [parcel('1'), parcel('2')]);
    expect(readDirectory(join(folder, 'out'))).toHaveLength(2);
    dir = join(folder, 'a', 'b', 'c');
    await call(false, [parcel('1')]);
    expect(readDirectory(dir)).toHaveLength(1);
  });

  test('is not touched before the end, and nothing stays beside it', async () => {
    await call(false, [parcel('1')]);
    for (const outcome of ['abandoned', 'done'] as const) {
      const sink = await openCsv(dir, { gzip: false }, OPTIONS);
      await load(sink, 'a', [parcel('2'), parcel('3')]);
      expect(readDirectory(dir)).toHaveLength(1);
      await sink.close(outcome);
      expect(readDirectory(dir)).toHaveLength(outcome === 'done' ? 2 : 1);
      expect(readdirSync(folder)).toEqual(['out']);
    }
  });

  test('a commit that fails midway has left nothing of its input', async () => {
    const sink = await openCsv(dir, { gzip: false }, OPTIONS);
    await load(sink, 'a', [parcel('1')]);
    const [aside] = readdirSync(folder);
    mkdirSync(join(folder, aside!, 'shelves.csv')); // in the way of the file of that name
    const loading = await sink.begin(inputOf('b'));
    if (loading === 'already_loaded') throw new Error('loaded already');
    const statement = statementOf(1);
    const batches = [batchOf(PARCEL, statement, [parcel('2')]), batchOf(SHELF, statement, [])];
    await loading.write(batches[0]!);
    const commit = loading.commit(reportOf([statement], batches));
    await expect(commit).rejects.toMatchObject({ code: 'FLEX_DEST_FAILED' });
    await loading.rollback();
    await load(sink, 'c', [parcel('3')]);
    await sink.close('done');
    await sink.close('done');
    expect(readDirectory(dir).map(({ key }) => key)).toEqual(['parcel-1', 'parcel-3']);
  });

  test('what a killed run moved aside is put back, what it had begun is removed', async () => {
    await call(false, [parcel('1')]);
    const [old, begun] = ['old', 'tmp'].map((end) => `.out.${strangersMark(DEAD)}.${end}`);
    await call(false, [parcel('1')]);
    mkdirSync(join(folder, begun!));
    await rename(dir, join(folder, old!));
    const sink = await openCsv(dir, { gzip: false }, OPTIONS);
    expect(readDirectory(dir)).toHaveLength(1);
    await sink.close('done');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('a dry run makes nothing', async () => {
    const sink = await openCsv(dir, { gzip: false }, { ...OPTIONS, dryRun: true });
    await load(sink, 'a', [parcel('1')]);
    await sink.close('done');
    expect(existsSync(dir)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});
