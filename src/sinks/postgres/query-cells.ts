/**
 * Values of Postgres, in the words it prints them in, as text and as JSON in
 * those of `flexetl query`. Exact: decimals and integers keep every digit.
 */
import { withoutNeedlessZeros, type QueryCell } from '../query.js';

/** Numbers of types, which Postgres never changes. */
const BOOLEAN = 16;
const INTEGERS: ReadonlySet<number> = new Set([20, 21, 23, 26]);
const FLOATS: ReadonlySet<number> = new Set([700, 701]);
const NUMERIC = 1700;
const JSON_TYPES: ReadonlySet<number> = new Set([114, 3802]);
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;

export function isNumeric(type: number): boolean {
  return INTEGERS.has(type) || FLOATS.has(type) || type === NUMERIC;
}

/** @param type the number of its type, as the server names it with the column */
export function postgresCell(value: string | null, type: number): QueryCell {
  if (value === null) return { text: null, json: 'null' };
  if (INTEGERS.has(type)) return { text: value, json: value };
  if (FLOATS.has(type)) return { text: value, json: floatAsJson(value) };
  if (JSON_TYPES.has(type)) {
    const line = value.replaceAll(/[\r\n]+\s*/g, ' ');
    return { text: line, json: line };
  }
  if (type === BOOLEAN) {
    const text = value === 't' ? 'true' : 'false';
    return { text, json: text };
  }
  const text = textOf(value, type);
  return { text, json: JSON.stringify(text) };
}

function textOf(value: string, type: number): string {
  switch (type) {
    case NUMERIC:
      return withoutNeedlessZeros(value);
    case TIMESTAMP:
      return value.replace(' ', 'T');
    case TIMESTAMPTZ:
      // The offset has no minutes where they are zero.
      return value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
    default:
      return value;
  }
}

/** `1e+20` is JSON as it stands; infinity and NaN are not. */
function floatAsJson(value: string): string {
  return Number.isFinite(Number(value)) ? value : JSON.stringify(value);
}
