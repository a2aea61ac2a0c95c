/**
 * `_schema.json` of a CSV directory: its files, and the types of their columns, so that readers
 * need not infer them from the text. No I/O.
 */
import { LINEAGE, type ColumnType, type RowElement } from '../../catalog/section.js';

export const SCHEMA_FILE = '_schema.json';
/** Marks a directory as written by flexetl. */
export const SCHEMA_MARK = 'flexetl/csv@1';

/** Digits that every decimal column has room for: DECIMAL(38,12). */
const INTEGER_DIGITS = 26;
const FRACTION_DIGITS = 12;
/** A shorter text cannot exceed either: `.` and thirteen digits are the shortest that can. */
export const SHORTEST_WIDE = FRACTION_DIGITS + 2;

/** The widest decimals of a table, by column; those that fit the usual type are not recorded. */
export type DecimalDigits = Map<number, { integer: number; fraction: number }>;

/** Records one decimal, `-123.45`, between `start` and `end`. */
export function noteDigits(
  digits: DecimalDigits,
  column: number,
  bytes: Buffer,
  start: number,
  end: number,
): void {
  const text = bytes.toString('latin1', start, end).replace('-', '');
  const [integer = '', fraction = ''] = text.split('.');
  widenDigits(digits, column, integer.length, fraction.length);
}

/** Adds the digits of one input to those of the inputs before it. */
export function mergeDigits(into: DecimalDigits, from: DecimalDigits): void {
  for (const [column, { integer, fraction }] of from) widenDigits(into, column, integer, fraction);
}

/** Takes note of so many digits before and after the point. */
export function widenDigits(
  digits: DecimalDigits,
  column: number,
  integer: number,
  fraction: number,
): void {
  if (integer <= INTEGER_DIGITS && fraction <= FRACTION_DIGITS) return;
  const before = digits.get(column);
  digits.set(column, {
    integer: Math.max(integer, before?.integer ?? INTEGER_DIGITS),
    fraction: Math.max(fraction, before?.fraction ?? FRACTION_DIGITS),
  });
}

/** A column of a file. `decimal` has its precision and scale. */
export interface CsvColumn {
  readonly name: string;
  readonly type: 'text' | 'decimal' | 'boolean' | 'date' | 'time' | 'datetime' | 'json' | 'integer';
  readonly precision?: number;
  readonly scale?: number;
  readonly doc: string;
}

export interface CsvTable {
  /** Name of the file in the directory. */
  readonly file: string;
  readonly rows: number;
  readonly doc: string;
  /** In the order of the file. */
  readonly columns: readonly CsvColumn[];
}

/** The whole of `_schema.json`. */
export interface CsvSchema {
  readonly schema: typeof SCHEMA_MARK;
  readonly compression: 'gzip' | null;
  readonly tables: Readonly<Record<string, CsvTable>>;
}

/** The entry of a table in `_schema.json`. */
export function describeTable(
  element: RowElement,
  file: string,
  rows: number,
  digits: DecimalDigits,
): CsvTable {
  const columns = element.columns.map(({ name, type, doc }, index) => {
    if (type !== 'decimal') return { name, type: plainType(type), doc };
    const { integer, fraction } = digits.get(index) ?? {
      integer: INTEGER_DIGITS,
      fraction: FRACTION_DIGITS,
    };
    return { name, type, precision: integer + fraction, scale: fraction, doc };
  });
  return { file, rows, doc: element.doc, columns: [...columns, ...LINEAGE] };
}

function plainType(type: Exclude<ColumnType, 'decimal'>): CsvColumn['type'] {
  return type === 'enum' || type === 'codes' ? 'text' : type;
}

/** The text of `_schema.json`, tables by name. */
export function schemaText(tables: ReadonlyMap<string, CsvTable>, gzip: boolean): string {
  const byName = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const schema: CsvSchema = {
    schema: SCHEMA_MARK,
    compression: gzip ? 'gzip' : null,
    tables: Object.fromEntries(byName),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/**
 * The files that a `_schema.json` lists, itself among them; undefined if the text is not one of
 * ours.
 */
export function filesOfSchema(text: string): ReadonlySet<string> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { schema, tables } = (value ?? {}) as Partial<CsvSchema>;
  if (schema !== SCHEMA_MARK) return undefined;
  const described = Object.values((tables ?? {}) as Record<string, Partial<CsvTable> | null>);
  return new Set([SCHEMA_FILE, ...described.map((table) => table?.file ?? '')]);
}
