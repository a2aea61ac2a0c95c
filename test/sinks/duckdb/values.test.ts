/**
 * Text of any characters on its way through DuckDB's reader, in amounts that fill its buffers more
 * than once, so that some values lie across the end of one. What each sink does with single values
 * is the contract suite.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDuckdb } from '../../../src/sinks/duckdb/engine.js';
import { freshFolder } from '../../commands/run.js';
import { batchOf, inputOf, PARCEL, reportOf, statementOf } from '../batches.js';
import { OPTIONS } from '../contract.js';

/** Of text, all rows together: the reader takes 4 MB at a time. */
const ALL_BYTES = 10 * 1024 * 1024;
const ROWS = 800;

/** Every character that XML can have, those that mean something in delimited text among them often. */
const hostile = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '"',
      '""',
      ',',
      '\\',
      '\t',
      '\ufeff',
      '\u2028',
      '\u{1f600}',
    ),
    // As a row would begin, and end.
    fc.constantFrom(
      '\n1\u001f',
      '"\n"2","',
      '\u001an',
      '\u001a\u001ae',
      '\u001f\u001f\n',
      '\n\n3,',
    ),
  ),
  { minLength: 1, maxLength: 40 },
);

it('random text of every character comes back, beyond the size of a buffer', async () => {
  const path = join(freshFolder(), 'w.duckdb');
  const parts = fc.sample(hostile, { numRuns: ROWS, seed: 20241231 }).map((some) => some.join(''));
  const texts = parts.map((part) => {
    // PostgreSQL and XML know no NUL, and so no parser gives one.
    const text = part.replaceAll('\0', '');
    return text.repeat(Math.ceil(ALL_BYTES / ROWS / Math.max(Buffer.byteLength(text), 1)));
  });
  const rows = texts.map((label, n) => ({ key: `k${n}`, cells: { label }, day: '2024-03-04' }));
  const statement = statementOf(0);
  const batch = batchOf(PARCEL, statement, rows);
  const sink = await openDuckdb(path, OPTIONS, '0');
  const loading = await sink.begin(inputOf('one'));
  if (loading === 'already_loaded') throw new Error('an input that is new is known');
  await loading.write(batch);
  await loading.commit(reportOf([statement], [batch]));
  await sink.close('done');
  const digests = texts.map((text) => createHash('md5').update(text).digest('hex'));
  expect(await storedDigests(path)).toEqual(digests);
});

/** Of the texts, reckoned by the database, by number of the key. */
async function storedDigests(path: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(
      'SELECT md5(label) AS digest FROM parcels ORDER BY CAST(substr(_row_key, 2) AS int)',
    );
    return reader.getRowObjects().map(({ digest }) => String(digest));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
