/**
 * Rows for tests of sinks: the values that a format or a driver could trip
 * over. Values only, no assertions.
 */
import type { RowGiven } from './batches.js';

/** A parcel with a key, and these cells beside it. */
export function parcel(id: string, cells: Readonly<Record<string, string>> = {}): RowGiven {
  return {
    key: `parcel-${id}`,
    cells: { account_id: 'U1000000', parcel_id: id, sent_date: '2024-03-04', ...cells },
    day: '2024-03-04',
  };
}

export const EVERY_TYPE: RowGiven = parcel('1', {
  label: 'A label',
  kind: 'FRAGILE',
  marks: 'P;C;Ep',
  weight: '-6299.98',
  value: '0.000000000001',
  is_fragile: 'false',
  sent_time: '09:30:00',
  date_time: '2024-03-04T14:30:00Z',
  attributes: '{"a":"1","nested \\"quote\\"":"x,y\\n"}',
});

/** Text that means something in some format, and text that only looks like a number or a date. */
const LITERALS = [
  '\t',
  'tab\there',
  'line\nfeed',
  'carriage\r\nreturn',
  '\r',
  '\n',
  'C:\\temp\\new',
  '\\',
  '\\N',
  '\\.',
  'say "so"',
  '"',
  '""',
  '"quoted"',
  "o'clock",
  ',',
  'a,b',
  ' leading',
  'trailing ',
  ' ',
  'NULL',
  'null',
  'None',
  'true',
  '46090E103',
  '0012',
  '1e5',
  '+1',
  'NaN',
  '=1+1',
  '#',
  '{}',
  '[1]',
  '2024-03-04',
  '🙂👩‍👧 naïve Ωmega',
  'e\u0301',
  '\u2028\u2029\u0085\u00a0',
  // A mark at the very beginning is cut off by TextDecoder, which drivers read with.
  'a byte order \ufeff mark',
  '\u007f',
  "'; drop table parcels; --",
  '${x} {{y}} %s',
];

export const HOSTILE: readonly RowGiven[] = LITERALS.map((literal, index) => ({
  ...parcel(`h${index}`, { label: literal, kind: literal, marks: literal }),
  key: `${index} ${literal}`,
  extra: { [literal]: literal },
}));

/** 38 digits in all and 12 after the point: the most that a fixed-point column holds. */
export const WIDE: readonly RowGiven[] = [
  '99999999999999999999999999.999999999999',
  '-99999999999999999999999999.999999999999',
  '12345678901234567890123456.123456789012',
  '0.123456789012',
  '-0.000000000001',
  '100000',
  '0',
].map((value, index) => parcel(`w${index}`, { value }));

/** Parcels with numbers from `from` up to, not with, `to`: 200 bytes or so each. */
export function manyParcels(account: string, from: number, to: number): RowGiven[] {
  return Array.from({ length: to - from }, (_, index) => {
    const id = `${account}-${from + index}`;
    const day = `2024-03-${`${1 + (index % 28)}`.padStart(2, '0')}`;
    const label = `Parcel number ${from + index}, "with" some padding ${'.'.repeat(index % 97)}`;
    const cells = { account_id: account, sent_date: day, label, value: `${index}.25` };
    return { ...parcel(id, cells), day };
  });
}
