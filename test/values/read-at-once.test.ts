/**
 * DuckDB reads staged rows 32 MB at a time, and with several threads: values that look like
 * rows to a reader that begins in the middle of one, at sizes where every cut falls somewhere.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { openDuckdb } from '../../src/sinks/duckdb/engine.js';
import { freshFolder } from '../commands/run.js';
import { PATIENCE } from '../fuzz/runs.js';
import { batchOf, inputOf, PARCEL, reportOf, statementOf } from '../sinks/batches.js';
import { OPTIONS } from '../sinks/contract.js';
import { parcel } from '../sinks/rows.js';

const READ_AT_ONCE = 32 * 1024 * 1024;

const BLOCKS: Readonly<Record<string, string>> = {
  'commas, then line feeds': `${','.repeat(3000)}${'\n'.repeat(40)}`,
  'line feeds, then commas': `${'\n'.repeat(40)}${','.repeat(3000)}`,
  'rows of fields': '1,"a",,2\n'.repeat(300),
  'quotes across lines': '","\n"'.repeat(500),
  'carriage returns': `${'\r'.repeat(40)}${','.repeat(3000)}\r\n`,
  'rows of the staged text': '7\x1fU1000001\x1f\x1f\n\x1an\x1ae\x1a'.repeat(150),
  'one long line': 'x'.repeat(3_000_000),
};
const ALL = Object.values(BLOCKS);

async function hashesOf(path: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(
    'SELECT md5(label), md5(kind) FROM parcels ORDER BY parcel_id::INTEGER',
  );
  connection.closeSync();
  instance.closeSync();
  return read.getRows();
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Loads them again and again, each time a little longer, until they are more than one reading. */
async function expectEqual(blocks: readonly string[]): Promise<void> {
  const path = join(freshFolder(), 'out.duckdb');
  const sink = await openDuckdb(path, OPTIONS, '0.0.0');
  const loading = await sink.begin(inputOf('blocks'));
  if (loading === 'already_loaded') throw new Error('It was never loaded.');
  const statement = statementOf(0);
  const report = reportOf([statement], []);
  const hashes: unknown[] = [];
  for (let bytes = 0, n = 0; bytes < 1.3 * READ_AT_ONCE; n++) {
    const label = blocks[n % blocks.length]! + '.'.repeat(n % 97);
    const kind = label.slice(0, n % 1000);
    bytes += label.length + kind.length;
    const row = parcel(`${n}`, { label, ...(kind !== '' && { kind }) });
    hashes.push([md5(label), kind === '' ? null : md5(kind)]);
    await loading.write(batchOf(PARCEL, statement, [row]));
  }
  statement.tables.set(PARCEL.table, hashes.length);
  (report.rows as Map<string, number>).set(PARCEL.table, hashes.length);
  await loading.commit(report);
  await sink.close('done');
  const found = await hashesOf(path);
  expect(found.length).toBe(hashes.length);
  expect(found).toEqual(hashes);
}

it('values of every kind come back', { timeout: PATIENCE }, () => expectEqual(ALL));

if (process.env['FUZZ_RUNS'] !== undefined) {
  it.each(Object.entries(BLOCKS))('values of %s come back', { timeout: PATIENCE }, (_, block) =>
    expectEqual([block]),
  );
}
