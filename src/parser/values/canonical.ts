/**
 * A literal as the canonical text of a column: which reader a type has. How each reads is the
 * file of its type; what becomes of a literal that does not fit is row-encoder.ts.
 */
import type { ColumnType } from '../../catalog/section.js';
import { canonicalBoolean } from './boolean.js';
import type { DateReader } from './dates.js';
import { canonicalDecimal, fitsDecimal } from './decimal.js';
import { isStorableJson } from './json.js';

/** Decimals that a destination holds: digits in all and after the point; undefined: any. */
export type DecimalLimit = { readonly precision: number; readonly scale: number } | undefined;

/** @returns undefined where the literal does not fit the type */
export function canonicalText(
  type: ColumnType,
  literal: string,
  dates: DateReader,
  limit: DecimalLimit,
): string | undefined {
  switch (type) {
    case 'text':
    case 'enum':
    case 'codes':
      return literal;
    case 'json':
      return isStorableJson(literal) ? literal : undefined;
    case 'decimal': {
      const canonical = canonicalDecimal(literal);
      if (canonical === undefined || limit === undefined) return canonical;
      return fitsDecimal(canonical, limit.precision, limit.scale) ? canonical : undefined;
    }
    case 'boolean':
      return canonicalBoolean(literal);
    case 'date':
      return dates.date(literal);
    case 'time':
      return dates.time(literal);
    case 'datetime':
      return dates.datetime(literal);
  }
}
