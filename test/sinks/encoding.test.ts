/** Compiled code writes what the encoders write, of any rows, wherever it has to stop. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ByteWriter } from '../../src/files/byte-writer.js';
import { cellText, type Batch } from '../../src/parser/batch.js';
import { CsvEncoder } from '../../src/sinks/csv/encoder.js';
import type { DecimalDigits } from '../../src/sinks/csv/schema-file.js';
import { StagingEncoder } from '../../src/sinks/duckdb/staging-encoder.js';
import { RowMachine } from '../../src/sinks/encoding/machine.js';
import { RowCopy } from '../../src/sinks/postgres/row-copy.js';
import { PATIENCE, runs } from '../fuzz/runs.js';
import { batchOf, PARCEL, SHELF, statementOf, type RowGiven } from './batches.js';

const NONE = (): undefined => undefined;
/** Also for batches of few rows. */
const machine = RowMachine.for({ rowCount: 1000 } as Batch)!;
const COMPILED = (): RowMachine => machine;

/** What has a meaning in one of the texts, at any place of a vector. */
const hostile = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('a', 'b', '7', '.') },
    fc.constantFrom(
      ...[' ', '\t', '\r', '\n', '"', ',', '\\', '\u00a0', '\u00e9', '\u{1f600}', '\x7f'],
      ...['\x1a', '\x1f'],
    ),
  ),
  minLength: 1,
  maxLength: 70,
});
const clean = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', '1', '2'),
  minLength: 1,
  maxLength: 70,
});
const text = fc.oneof(hostile, clean);
const decimal = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.nat({ max: 30 }))
  .map(
    ([sign, whole, fraction]) =>
      `${sign}${whole}${fraction === 0 ? '' : `.${'1'.repeat(fraction)}`}`,
  );

function valueOf(type: string): fc.Arbitrary<string> {
  if (type === 'decimal') return decimal;
  if (type === 'date') return fc.constant('2024-03-04');
  if (type === 'datetime') return fc.constant('2024-03-04T14:30:00Z');
  if (type === 'time') return fc.constant('09:30:00');
  return type === 'boolean' ? fc.constantFrom('true', 'false') : text;
}

/** Batches of parcels, which have a column of every type, or of shelves; some of their cells are long. */
const batches: fc.Arbitrary<Batch> = fc.constantFrom(PARCEL, SHELF).chain((element) => {
  const cells = fc.record(
    Object.fromEntries(
      element.columns.map(({ name, type }) => [
        name,
        fc.oneof(
          { weight: 20, arbitrary: valueOf(type) },
          type === 'text' ? fc.nat({ max: 3000 }).map((n) => 'x,'.repeat(n + 1)) : valueOf(type),
        ),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>;
  const row = fc
    .record({ key: text, cells, extra: fc.option(fc.dictionary(text, text), { nil: undefined }) })
    .map(({ extra, ...rest }): RowGiven => (extra === undefined ? rest : { ...rest, extra }));
  return fc
    .tuple(fc.array(row, { maxLength: 12 }), fc.nat({ max: 40 }))
    .map(([rows, times]) =>
      batchOf(element, statementOf(0), Array.from({ length: times }, () => rows).flat()),
    );
});

interface Csv {
  readonly text: string;
  readonly digits: [number, unknown][];
  readonly stops: number[];
}

function csv(batch: Batch, machineFor: typeof NONE | typeof COMPILED): Csv {
  const encoder = new CsvEncoder(batch.element, 'load, "1"', machineFor);
  const [writer, digits, stops]: [ByteWriter, DecimalDigits, number[]] = [
    new ByteWriter(),
    new Map(),
    [],
  ];
  let all = '';
  for (let row = 0; row < batch.rowCount;) {
    row = encoder.encode(batch, row, writer, digits);
    all += writer.view().toString();
    stops.push(row);
    writer.clear();
  }
  return { text: all, digits: [...digits].sort(([a], [b]) => a - b), stops };
}

test('CSV is the same', { timeout: PATIENCE }, () => {
  let stops = 0;
  fc.assert(
    fc.property(batches, (batch) => {
      const compiled = csv(batch, COMPILED);
      expect(compiled).toEqual(csv(batch, NONE));
      stops = Math.max(stops, compiled.stops.length);
    }),
    runs(300),
  );
  expect(stops).toBeGreaterThan(1);
});

/** All statements with their bytes, of batches one after the other. */
function copied(
  given: readonly Batch[],
  way: 'direct' | 'staged',
  machineFor: typeof NONE | typeof COMPILED,
): unknown {
  const copy = new RowCopy(given[0]!.element, 'target', way, machineFor);
  const lineage = { query: 'q\t1', statementId: 's\\', loadId: 'l', generatedAt: null };
  return given.map((batch, i) => {
    const beforeKey = way === 'direct' ? `s\\${i}:` : '';
    const size = copy.add(batch, { ...lineage, statementId: `s\\${i}`, beforeKey });
    const steps = copy.take().map(({ sql, bytes = [] }) => [sql, Buffer.concat(bytes).toString()]);
    return { size, steps };
  });
}

test.each(['direct', 'staged'] as const)(
  'COPY of %s rows is the same',
  { timeout: PATIENCE },
  (way) => {
    fc.assert(
      fc.property(fc.array(batches, { minLength: 1, maxLength: 3 }), (several) => {
        const same = several.filter(({ element }) => element === several[0]!.element);
        expect(copied(same, way, COMPILED)).toEqual(copied(same, way, NONE));
      }),
      runs(200),
    );
  },
);

/** Text, and what a reader of it is told, of batches one after the other. */
function stagedText(
  given: readonly Batch[],
  omitted: readonly boolean[] | undefined,
  machineFor: typeof NONE | typeof COMPILED,
): unknown {
  const encoder = new StagingEncoder(given[0]!.element, 'load', omitted, machineFor);
  const writer = new ByteWriter();
  const texts: string[] = [];
  for (const batch of given) {
    for (let row = 0; row < batch.rowCount;) {
      row = encoder.encode(batch, row, writer);
      texts.push(writer.view().toString());
      writer.clear();
    }
  }
  const { longestRow, integerDigits, fractionDigits, escapes } = encoder;
  return { texts, longestRow, integerDigits, fractionDigits, escapes };
}

test('staged text is the same', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(
      fc.array(batches, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (several, omit) => {
        const same = several.filter(({ element }) => element === several[0]!.element);
        const omitted = same[0]!.element.columns.map(
          (_, column) => omit && same.every((batch) => isEmpty(batch, column)),
        );
        expect(stagedText(same, omitted, COMPILED)).toEqual(stagedText(same, omitted, NONE));
      },
    ),
    runs(200),
  );
});

const isEmpty = (batch: Batch, column: number): boolean =>
  Array.from({ length: batch.rowCount }, (_, row) => cellText(batch, row, column)).every(
    (cell) => cell === null,
  );

const printable = Array.from({ length: 0x80 - 0x20 }, (_, i) => String.fromCharCode(0x20 + i));

test('each byte is the same at each place of a vector', () => {
  const rows = ['\t', '\n', '\r', '\x1a', '\x1f', ...printable]
    .flatMap((character) =>
      Array.from({ length: 40 }, (_, at) => 'x'.repeat(at) + character + 'y'.repeat(39 - at)),
    )
    .map((label, i): RowGiven => ({ key: `${i}`, cells: { label } }));
  const batch = batchOf(PARCEL, statementOf(0), rows);
  expect(csv(batch, COMPILED)).toEqual(csv(batch, NONE));
  expect(copied([batch], 'direct', COMPILED)).toEqual(copied([batch], 'direct', NONE));
  expect(stagedText([batch], undefined, COMPILED)).toEqual(stagedText([batch], undefined, NONE));
});

test('a row for which there is no room is left to the encoder, and those after it are not', () => {
  const row = (size: number): RowGiven => ({ key: `${size}`, cells: { label: '"'.repeat(size) } });
  const batch = batchOf(PARCEL, statementOf(0), [10, 400_000, 10, 250_000, 10].map(row));
  expect(csv(batch, COMPILED)).toEqual(csv(batch, NONE));
  const writer = new ByteWriter();
  const template = { fields: [{ cell: 1, form: 0 }], end: Buffer.of(0x0a), growth: 2 };
  expect(machine.encode(template, batch, 0, writer, { enough: 1e6 })).toBe(1);
  expect(machine.encode(template, batch, 1, writer, { enough: 1e6 })).toBe(1);
  expect(machine.encode(template, batch, 2, writer, { enough: 1e6 })).toBe(5);
});

test('a template for which there is no room is left to the encoder', () => {
  const batch = batchOf(PARCEL, statementOf(0), [{ key: 'k', cells: { label: 'x' } }]);
  const fields = [{ cell: 1, form: 0, before: Buffer.alloc(200_000, 'x') }];
  const template = { fields, end: Buffer.of(0x0a), growth: 2 };
  expect(machine.encode(template, batch, 0, new ByteWriter(), { enough: 1e6 })).toBe(0);
});
