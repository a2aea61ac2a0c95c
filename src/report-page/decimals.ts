/**
 * Decimals as the database prints them, made readable: rounded, grouped, signed. They stay text all
 * the way; only the place of a pixel is a number. Pure.
 */
import { withoutNeedlessZeros } from '../sinks/query.js';

/** Of amounts of money: what is shown. */
const PLACES = 2;
/** Reads better among digits than a hyphen, and is as wide as a plus. */
const MINUS = '\u2212';

interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

function parts(decimal: string): Decimal {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  return { negative, whole, fraction };
}

/** Whether it is a decimal as flexetl's columns hold it; a column of a user's making may hold 1e9. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d*)?$/.test(text);
}

/** `-1234.5` is `−1,234.50`: two places, a half away from zero. What is no decimal stays as it is. */
export function amount(decimal: string): string {
  if (!isDecimal(decimal)) return decimal;
  const { negative, whole, fraction } = parts(decimal);
  const kept = BigInt(whole + fraction.slice(0, PLACES).padEnd(PLACES, '0'));
  const digits = `${fraction.charAt(PLACES) >= '5' ? kept + 1n : kept}`.padStart(PLACES + 1, '0');
  const isZero = /^0*$/.test(digits);
  const text = `${grouped(digits.slice(0, -PLACES))}.${digits.slice(-PLACES)}`;
  return negative && !isZero ? MINUS + text : text;
}

/** Every digit that there is: `−1,234.5625`. */
export function exact(decimal: string): string {
  if (!isDecimal(decimal)) return decimal;
  const { negative, whole, fraction } = parts(withoutNeedlessZeros(decimal));
  const text = grouped(whole) + (fraction === '' ? '' : `.${fraction}`);
  return negative && text !== '0' ? MINUS + text : text;
}

/** Whether `amount` leaves digits out. */
export function isRounded(decimal: string): boolean {
  return (withoutNeedlessZeros(decimal).split('.')[1] ?? '').length > PLACES;
}

/** Where it stands on an axis, and nothing else. */
export function position(decimal: string): number {
  return Number(decimal);
}

function grouped(whole: string): string {
  let rest = whole;
  let text = '';
  for (; rest.length > 3; rest = rest.slice(0, -3)) text = `,${rest.slice(-3)}${text}`;
  return rest + text;
}
