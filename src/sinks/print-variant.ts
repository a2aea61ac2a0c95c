/**
 * The options that shaped the rows of a load, from the line that the ledger keeps
 * of them (see variantOf of the pipeline) into the words of a person. Pure.
 */
import { DEFAULT_TIMEZONE } from '../pipeline/load-input.js';
import { jsonText } from '../text/printable.js';

/**
 * `in America/New_York`, `in Asia/Tokyo, as statements of the query Mine, only Trades`. A line
 * that is not understood stays as it is.
 */
export function variantWords(variant: string): string {
  const [, append, json] = /^(append )?(.*)$/s.exec(variant)!;
  const chosen = json === '' ? {} : objectIn(json!);
  if (chosen === undefined) return `with ${variant}`;
  const { asQuery, only, skip, timezone = DEFAULT_TIMEZONE, dateOrder } = chosen;
  return [
    `in ${word(timezone)}`,
    ...(append === undefined ? [] : ['in mode append']),
    ...(dateOrder === undefined ? [] : [`with dates in the order ${word(dateOrder)}`]),
    ...(asQuery === undefined ? [] : [`as statements of the query ${word(asQuery)}`]),
    ...(only === undefined ? [] : [`only ${word(only)}`]),
    ...(skip === undefined ? [] : [`without ${word(skip)}`]),
  ].join(', ');
}

function objectIn(json: string): Record<string, unknown> | undefined {
  try {
    const found: unknown = JSON.parse(json);
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
