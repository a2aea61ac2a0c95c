/**
 * The CSV that the `--csv` of commands prints, by csv-stringify. The CSV destination has an encoder
 * of its own, from bytes to bytes: sinks/csv/encoder.ts.
 */
import { stringify, type Options } from 'csv-stringify/sync';

const EMPTY = { value: '', quoted_empty: true };

const RFC_4180: Options = {
  record_delimiter: '\n',
  // A carriage return ends a line for some readers, and outer white space is trimmed by others.
  quoted_match: /\r|^[\0- ]|[\0- ]$/,
  cast: { string: (text) => (text === '' ? EMPTY : text) },
};

/**
 * Lines of RFC 4180 that end in `\n`. NULL is the empty field, the empty string is `""`, and so is
 * a line of one NULL, because readers skip empty lines.
 */
export function csvLines(rows: readonly (readonly (string | null)[])[]): string {
  const visible = rows.map((row) => (row.length === 1 && row[0] === null ? [''] : [...row]));
  return stringify(visible, RFC_4180);
}
