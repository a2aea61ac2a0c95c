/**
 * The options that shape rows, and the mode, as the ledger records them: encoded in one line,
 * decoded, and in words. A file loaded in one variant counts as not loaded in another.
 */
import { boundedQuery, type DateOrder, type Selection } from '../parser/statement.js';
import { jsonText } from '../text/printable.js';
import { BROKER_TIMEZONE } from '../time/days.js';
import type { Mode } from './sink.js';

export interface VariantOptions {
  readonly asQuery?: string | undefined;
  readonly selection?: Selection | undefined;
  readonly timezone: string;
  readonly dateOrder: DateOrder | 'auto';
}

/** The options that shape the rows, in one line: see InputFacts. */
export function variantOf(options: VariantOptions): string {
  const { asQuery, selection, timezone, dateOrder } = options;
  const chosen = {
    // Bounded as in the rows, because the variant is part of an index.
    asQuery: asQuery === undefined ? undefined : boundedQuery(asQuery),
    only: selection?.only && [...selection.only].sort(),
    skip: selection?.skip && [...selection.skip].sort(),
    timezone: timezone === BROKER_TIMEZONE ? undefined : timezone,
    dateOrder: dateOrder === 'auto' ? undefined : dateOrder,
  };
  const text = JSON.stringify(chosen);
  return text === '{}' ? '' : text;
}

/** A variant in the ledger, which tells the same bytes merged and appended apart. */
export interface Variant {
  readonly mode: 'merge' | 'append';
  /** The options, as `variantOf` encodes them. */
  readonly reading: string;
}

const APPEND = 'append ';

/** @param reading the options, as `variantOf` encodes them */
export function ledgerVariant(mode: Mode, reading: string): string {
  return mode === 'append' ? APPEND + reading : reading;
}

export function parseVariant(variant: string): Variant {
  return variant.startsWith(APPEND)
    ? { mode: 'append', reading: variant.slice(APPEND.length) }
    : { mode: 'merge', reading: variant };
}

/** Whether times and dates are read alike, so that a statement gives the same rows. */
export function readsAlike(one: Variant, other: Variant): boolean {
  const [a, b] = [optionsIn(one.reading), optionsIn(other.reading)];
  if (a === undefined || b === undefined) return one.reading === other.reading;
  return a['timezone'] === b['timezone'] && a['dateOrder'] === b['dateOrder'];
}

/**
 * `in America/New_York`, `in Asia/Tokyo, as statements of the query Mine, only Trades`. A line that
 * cannot be decoded is returned as it is.
 */
export function variantWords(variant: string): string {
  const { mode, reading } = parseVariant(variant);
  const chosen = optionsIn(reading);
  if (chosen === undefined) return `with ${variant}`;
  const { asQuery, only, skip, timezone = BROKER_TIMEZONE, dateOrder } = chosen;
  return [
    `in ${word(timezone)}`,
    ...(mode === 'append' ? ['in mode append'] : []),
    ...(dateOrder === undefined ? [] : [`with dates in the order ${word(dateOrder)}`]),
    ...(asQuery === undefined ? [] : [`as statements of the query ${word(asQuery)}`]),
    ...(only === undefined ? [] : [`only ${word(only)}`]),
    ...(skip === undefined ? [] : [`without ${word(skip)}`]),
  ].join(', ');
}

/** undefined if the line cannot be decoded. */
function optionsIn(reading: string): Record<string, unknown> | undefined {
  if (reading === '') return {};
  try {
    const found: unknown = JSON.parse(reading);
    return typeof found === 'object' && found !== null
      ? (found as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function word(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(word).join(' and ') : jsonText(value);
}
