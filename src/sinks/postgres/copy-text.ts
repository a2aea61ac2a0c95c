/**
 * The text format of Postgres' COPY: what of a value is escaped, and how. Which values a row has
 * is row-copy.ts.
 *
 * A field ends with a tab, a row with a line feed; NULL is `\N`; backslash,
 * tab, line feed and carriage return are escaped by a backslash. NUL cannot
 * occur: XML has none.
 */
import type { ColumnType } from '../../catalog/section.js';
import { cellStart, type Batch } from '../../parser/batch.js';

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BACKSLASH = 0x5c;
const LETTER: Readonly<Record<number, number>> = {
  [TAB]: 0x74, // \t
  [LINE_FEED]: 0x6e, // \n
  [CARRIAGE_RETURN]: 0x72, // \r
  [BACKSLASH]: BACKSLASH,
};
const CAPITAL_N = 0x4e;

/** Types whose canonical text never needs an escape. */
export const PLAIN: ReadonlySet<ColumnType> = new Set([
  'decimal',
  'boolean',
  'date',
  'time',
  'datetime',
]);

/** Of text that needs no escape. */
export function copyCell(batch: Batch, cell: number, out: Buffer, begin: number): number {
  const { bytes, ends } = batch;
  let at = begin;
  for (let from = cellStart(batch, cell); from < ends[cell]!; from++) out[at++] = bytes[from]!;
  return at;
}

/** Of any cell, NULL too. */
export function writeCell(batch: Batch, cell: number, out: Buffer, at: number): number {
  const end = batch.ends[cell]!;
  return end < 0 ? writeNull(out, at) : escape(batch.bytes, cellStart(batch, cell), end, out, at);
}

export function writeNull(out: Buffer, at: number): number {
  out[at] = BACKSLASH;
  out[at + 1] = CAPITAL_N;
  return at + 2;
}

export function escape(
  bytes: Buffer,
  start: number,
  end: number,
  out: Buffer,
  begin: number,
): number {
  let at = begin;
  for (let from = start; from < end; from++) {
    const byte = bytes[from]!;
    if (byte === BACKSLASH || (byte <= CARRIAGE_RETURN && LETTER[byte] !== undefined)) {
      out[at++] = BACKSLASH;
      out[at++] = LETTER[byte]!;
    } else {
      out[at++] = byte;
    }
  }
  return at;
}

export function escaped(text: string | null): string {
  if (text === null) return '\\N';
  return text.replace(
    /[\\\t\n\r]/g,
    (one) => `\\${String.fromCharCode(LETTER[one.charCodeAt(0)]!)}`,
  );
}
