/**
 * Decimal literals as exact canonical text: `-6,299.98` is `-6299.98`. Text in,
 * text out: no number is ever made of a literal, so no digit can be lost. What
 * a destination does with a decimal that is too long for it is its own affair;
 * fitsDecimal only answers the question.
 */

const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const UPPER_E = 0x45;
const LOWER_E = 0x65;

/** Largest power of ten that an exponent form is written out for, either way. */
const EXPONENT_LIMIT = 1000;

/**
 * Three digits to a group, as Flex writes money in OptionEAE (`-6,299.98`). A
 * leading zero shows that the comma is no such comma (`0,500`).
 */
const GROUPED = /^[1-9][0-9]{0,2}(?:,[0-9]{3})+$/;

/**
 * The canonical text of a decimal literal: an optional `-`, digits without a
 * needless zero, and a fraction only where there is one. Equal values have equal
 * text: `007.500` is `7.5`, `+.5` is `0.5`, `-0.0` is `0`, `1.5e3` is `1500`.
 *
 * Commas are accepted between groups of three digits and nowhere else. White
 * space, and an exponent beyond ±1000, do not fit.
 *
 * @returns undefined where the literal is no such decimal
 */
export function canonicalDecimal(literal: string): string | undefined {
  return isCanonical(literal) ? literal : rewritten(literal);
}

/**
 * Whether a decimal fits DECIMAL(precision, scale): at most precision - scale
 * digits before the point and at most scale after it.
 * @param canonical what canonicalDecimal returned
 */
export function fitsDecimal(canonical: string, precision: number, scale: number): boolean {
  const start = canonical.charCodeAt(0) === MINUS ? 1 : 0;
  const point = canonical.indexOf('.', start);
  const end = point < 0 ? canonical.length : point;
  // The zero of `0.5` takes no place in a column.
  const whole = canonical.charCodeAt(start) === ZERO ? 0 : end - start;
  const fraction = point < 0 ? 0 : canonical.length - point - 1;
  return whole <= precision - scale && fraction <= scale;
}

/** One scan and no new string: nearly every literal of a report is canonical already. */
function isCanonical(literal: string): boolean {
  const length = literal.length;
  const start = literal.charCodeAt(0) === MINUS ? 1 : 0;
  let index = start;
  if (literal.charCodeAt(index) === ZERO) {
    index++;
    if (index === length) return start === 0;
  } else {
    while (index < length && isDigit(literal.charCodeAt(index))) index++;
    if (index === start) return false;
    if (index === length) return true;
  }
  if (literal.charCodeAt(index) !== POINT) return false;
  let last = ZERO;
  for (index++; index < length; index++) {
    last = literal.charCodeAt(index);
    if (!isDigit(last)) return false;
  }
  return last !== ZERO;
}

function rewritten(literal: string): string | undefined {
  const sign = literal.charCodeAt(0);
  const start = sign === MINUS || sign === PLUS ? 1 : 0;
  let index = start;
  let commas = false;
  for (; index < literal.length; index++) {
    const code = literal.charCodeAt(index);
    if (code === COMMA) commas = true;
    else if (!isDigit(code)) break;
  }
  let whole = literal.slice(start, index);
  if (commas) {
    if (!GROUPED.test(whole)) return undefined;
    whole = whole.replaceAll(',', '');
  }
  let fraction = '';
  if (literal.charCodeAt(index) === POINT) {
    const from = index + 1;
    index = endOfDigits(literal, from);
    fraction = literal.slice(from, index);
  }
  if (whole === '' && fraction === '') return undefined;
  const exponent = readExponent(literal, index);
  if (exponent === undefined) return undefined;
  const text = placed(whole + fraction, whole.length + exponent);
  return sign === MINUS && text !== '0' ? `-${text}` : text;
}

/** The exponent that begins at an index and ends the literal; 0 where the literal ends there. */
function readExponent(literal: string, at: number): number | undefined {
  if (at === literal.length) return 0;
  const letter = literal.charCodeAt(at);
  if (letter !== UPPER_E && letter !== LOWER_E) return undefined;
  const sign = literal.charCodeAt(at + 1);
  const from = sign === MINUS || sign === PLUS ? at + 2 : at + 1;
  if (from === literal.length || endOfDigits(literal, from) !== literal.length) return undefined;
  let exponent = 0;
  for (let index = from; index < literal.length; index++) {
    exponent = exponent * 10 + literal.charCodeAt(index) - ZERO;
    if (exponent > EXPONENT_LIMIT) return undefined;
  }
  return sign === MINUS ? -exponent : exponent;
}

/** Digits with a point before the digit of an index, which may lie outside of them. */
function placed(digits: string, pointAt: number): string {
  let from = 0;
  while (from < digits.length && digits.charCodeAt(from) === ZERO) from++;
  if (from === digits.length) return '0';
  let to = digits.length;
  while (digits.charCodeAt(to - 1) === ZERO) to--;
  if (pointAt <= from) return `0.${'0'.repeat(from - pointAt)}${digits.slice(from, to)}`;
  if (pointAt >= to) return digits.slice(from, to) + '0'.repeat(pointAt - to);
  return `${digits.slice(from, pointAt)}.${digits.slice(pointAt, to)}`;
}

function endOfDigits(literal: string, from: number): number {
  let index = from;
  while (index < literal.length && isDigit(literal.charCodeAt(index))) index++;
  return index;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/**
 * Whether bytes hold a canonical decimal within the limit: what canonicalDecimal
 * would return unchanged. The twin of isCanonical for those who have no string.
 */
export function isCanonicalDecimal(
  bytes: Uint8Array,
  start: number,
  end: number,
  limit: { readonly precision: number; readonly scale: number } | undefined,
): boolean {
  const first = bytes[start] === 0x2d ? start + 1 : start;
  let point = -1;
  for (let at = first; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x30 && byte <= 0x39) continue;
    if (byte !== 0x2e || point >= 0) return false;
    point = at;
  }
  const integer = (point < 0 ? end : point) - first;
  const fraction = point < 0 ? 0 : end - point - 1;
  if (integer === 0 || (integer > 1 && bytes[first] === 0x30)) return false;
  if (point >= 0 && (fraction === 0 || bytes[end - 1] === 0x30)) return false;
  // `-0` is not canonical; `-0.5` is.
  if (first > start && point < 0 && bytes[first] === 0x30) return false;
  return (
    limit === undefined || (integer <= limit.precision - limit.scale && fraction <= limit.scale)
  );
}
