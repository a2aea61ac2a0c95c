/** The encoders alone: any text comes back, and they stop where they should. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ByteWriter, INTEGER_BYTES, writeInteger } from '../../src/files/byte-writer.js';
import { RowCopy } from '../../src/sinks/postgres/row-copy.js';
import { CsvEncoder } from '../../src/sinks/csv/encoder.js';
import { NdjsonEncoder } from '../../src/sinks/ndjson/encoder.js';
import { StagingEncoder } from '../../src/sinks/duckdb/staging-encoder.js';
import { ndjsonRows } from '../../src/sinks/row.js';
import { csvLines } from '../../src/text/csv.js';
import { batchOf, CATALOG, COURIER, PARCEL, statementOf, type RowGiven } from './batches.js';
import { readCsv } from './csv-reader.js';

/** Any text that an attribute of XML can hold: never empty, no control characters but three. */
const literal = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(' ', '\t', '\r', '\n', '"', ',', '\\', '\ufeff'),
      fc.string({ unit: 'binary' }),
    ),
  })
  // oxlint-disable-next-line no-control-regex -- these are what XML excludes
  .map((text) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''))
  .filter((text) => text !== '');

const cells = fc.record(
  { account_id: literal, label: literal, kind: literal, marks: literal },
  { requiredKeys: [] },
);

const rows: fc.Arbitrary<RowGiven[]> = fc.array(
  fc
    .record({ key: literal, cells, extra: fc.option(fc.dictionary(literal, literal)) })
    .map(({ extra, ...row }) => (extra === null ? row : { ...row, extra })),
);

test('NDJSON holds any text', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const batch = batchOf(PARCEL, statementOf(0), given);
      const writer = new ByteWriter();
      expect(new NdjsonEncoder().encode(batch, 0, writer)).toBe(given.length);
      const lines = writer.view().toString().split('\n').slice(0, -1);
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(ndjsonRows(batch));
      expect(ndjsonRows(batch).map(({ row }) => row)).toEqual(given.map((row) => row.cells));
    }),
  );
});

test('CSV is what csv-stringify makes of the same rows', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const batch = batchOf(PARCEL, statementOf(0), given);
      const writer = new ByteWriter();
      expect(new CsvEncoder(PARCEL, 'load').encode(batch, 0, writer)).toBe(given.length);
      const records = readCsv(writer.view().toString());
      expect(records).toHaveLength(given.length);
      expect(writer.view().toString()).toBe(csvLines(records));
    }),
  );
});

test('CSV holds any text', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const batch = batchOf(PARCEL, statementOf(0), given);
      const writer = new ByteWriter();
      const encoder = new CsvEncoder(PARCEL, 'load, the "first"');
      expect(encoder.encode(batch, 0, writer, new Map())).toBe(given.length);
      const names = [
        ...PARCEL.columns.map(({ name }) => name),
        ...['_row_key', '', '', '_row_number', '', '', '_extra'],
      ];
      const wanted = given.map(({ key, cells, extra }, index) => {
        const row: Record<string, string | undefined> = { ...cells, _row_key: key };
        row['_row_number'] = String(index + 1);
        if (extra !== undefined) row['_extra'] = JSON.stringify(extra);
        return names.filter((name) => name !== '').map((name) => row[name] ?? null);
      });
      const read = readCsv(writer.view().toString());
      expect(read.map((record) => record.filter((_, at) => names[at] !== ''))).toEqual(wanted);
      for (const record of read) expect(record[16]).toBe('load, the "first"');
    }),
  );
});

test.each([
  ['plain text', 'plain text'],
  [' before', '" before"'],
  ['after ', '"after "'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\rb', '"a\rb"'],
  ['a\nb', '"a\nb"'],
])('CSV quotes where it must and nowhere else: %j', (name, field) => {
  const batch = batchOf(COURIER, statementOf(0), [{ key: 'k', cells: { name } }]);
  const writer = new ByteWriter();
  new CsvEncoder(COURIER, 'load').encode(batch, 0, writer, new Map());
  expect(writer.view().toString()).toMatch(new RegExp(`^${field},,k,`));
});

test('a count is written as its digits', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.nat({ max: 9 }), (count, at) => {
      const out = Buffer.alloc(at + INTEGER_BYTES);
      const end = writeInteger(count, out, at);
      expect(out.toString('latin1', at, end)).toBe(String(count));
    }),
  );
});

test('staged rows are numbered through all batches of an input', () => {
  const lines = (encode: (rows: number, writer: ByteWriter) => void, separator: string) => {
    const writer = new ByteWriter();
    for (const rows of [9, 3]) encode(rows, writer);
    return writer
      .view()
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => line.split(separator));
  };
  const batch = (rows: number) =>
    batchOf(COURIER, statementOf(rows), new Array<RowGiven>(rows).fill({ key: 'k', cells: {} }));
  const text = new StagingEncoder(COURIER, 'load');
  const copy = new RowCopy(COURIER, 'staging', 'staged');
  const lineage = { query: 'q', statementId: 's', loadId: 'l', generatedAt: null };
  const wanted = Array.from({ length: 12 }, (_, row) => String(row + 1));
  const staged = lines((rows, writer) => text.encode(batch(rows), 0, writer), '\x1f');
  expect(staged.map((fields) => fields[0])).toEqual(wanted);
  const copied = lines((rows, writer) => {
    copy.add(batch(rows), lineage);
    for (const { bytes = [] } of copy.take()) for (const piece of bytes) writer.append(piece);
  }, '\t');
  expect(copied.map((fields) => fields.at(-1))).toEqual(wanted);
});

test('a batch without rows does not mislead the one after it', () => {
  const [encoder, writer] = [new NdjsonEncoder(), new ByteWriter()];
  const rows = [{ key: 'k', cells: {} }];
  encoder.encode(batchOf(PARCEL, statementOf(0), rows), 0, writer);
  encoder.encode(batchOf(PARCEL, statementOf(1), []), 0, writer);
  encoder.encode(batchOf(PARCEL, statementOf(1), rows), 0, writer);
  const lines = writer.view().toString().trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { account: string }).account)).toEqual([
    'U1000000',
    'U1000001',
  ]);
});

test('encoders stop when the writer is full and go on from there', () => {
  const given = Array.from({ length: 40 }, (_, index) => ({
    key: `${index}`,
    cells: { label: '"'.repeat(20_000) },
  }));
  const batch = batchOf(PARCEL, statementOf(0), given);
  const encoder = new NdjsonEncoder();
  const writer = new ByteWriter();
  const keys: unknown[] = [];
  let stops = 0;
  for (let row = 0; row < batch.rowCount; stops++) {
    row = encoder.encode(batch, row, writer);
    expect(writer.length).toBeLessThan(400_000);
    for (const line of writer.view().toString().split('\n').slice(0, -1)) {
      keys.push((JSON.parse(line) as { key: string }).key);
    }
    writer.clear();
  }
  expect(stops).toBeGreaterThan(3);
  expect(keys).toEqual(given.map(({ key }) => key));
});

test('an unmapped row names the section and element that it came from', () => {
  const batch = batchOf(CATALOG.unmapped, statementOf(0), [
    { key: '1', cells: { section: 'Novelties', element: 'Novelty', attributes: '{"a":"1"}' } },
    { key: '2', cells: { section: 'Oddities', element: 'Oddity', attributes: '{}' } },
  ]);
  const writer = new ByteWriter();
  new NdjsonEncoder().encode(batch, 0, writer);
  const lines = writer.view().toString().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    {
      table: 'unmapped_rows',
      section: 'Novelties',
      element: 'Novelty',
      row: { attributes: { a: '1' } },
    },
    { table: 'unmapped_rows', section: 'Oddities', element: 'Oddity', row: { attributes: {} } },
  ]);
});
