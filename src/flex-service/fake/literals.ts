/**
 * Dates in a report, moved by days: only the day changes; format, time and zone of the literal
 * stay. And ids, replaced by others for other days. Which attributes are dates or ids is in
 * attributes.ts.
 *
 * Days are counted from 1970-01-01.
 */

/** How slash dates are read; undefined where the report has none. */
export type SlashOrder = 'mdy' | 'dmy' | undefined;

const MILLISECONDS = 24 * 60 * 60 * 1000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Two-digit years from this one on are of the twentieth century. */
const CENTURY_TURN = 70;

/** A time of day and its zone, which may follow a date; the separator is optional. */
const REST =
  /^(?:(?:, |[;,T ])?(?:(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?!\d)|(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d).*)?$/;
/** Dates with what follows them; years of four digits come first. */
const NUMERIC = [/^(\d{4})(-)(\d\d)-(\d\d)(.*)$/, /^(\d{4})()(\d\d)(\d\d)(.*)$/];
const SLASH = [/^(\d\d)\/(\d\d)\/(\d{4})(.*)$/, /^(\d\d)\/(\d\d)\/(\d\d)(.*)$/];
const NAMED = [/^(\d\d)-([A-Za-z]{3})-(\d{4})(.*)$/, /^(\d\d)-([A-Za-z]{3})-(\d\d)(.*)$/];

/** The parts of a date, perhaps with a time, in one of the forms. */
function partsOf(forms: readonly RegExp[], literal: string): readonly string[] {
  for (const form of forms) {
    const parts = form.exec(literal);
    if (parts !== null && REST.test(parts.at(-1)!)) return parts;
  }
  return [];
}

/** A parsed literal: its day, and how another day is written in its format. */
interface DateLiteral {
  readonly day: number;
  readonly write: (year: number, month: number, day: number) => string;
}

/** The day of a literal; undefined if it is not a date. */
export function dayOf(literal: string, order: SlashOrder): number | undefined {
  return read(literal, order)?.day;
}

/** The literal N days later. A literal that is no date stays the same. */
export function moved(literal: string, days: number, order: SlashOrder): string {
  if (days === 0) return literal;
  const found = read(literal, order);
  if (found === undefined) return literal;
  const date = new Date((found.day + days) * MILLISECONDS);
  return found.write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The evidence of a slash date about the order; undefined if it is none or proves nothing. */
export function slashEvidence(literal: string): 'mdy' | 'dmy' | 'either' | undefined {
  const [, first, second] = partsOf(SLASH, literal);
  if (first === undefined) return undefined;
  return Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : 'either';
}

/**
 * The id for rows that are moved so that the report begins on `first`: its digits, then those of
 * that day (`1234` becomes `1234241126`, `00f3.65a1` becomes `00f3.65a1.241126`). The same id and
 * the same day give the same id, so that rows which refer to each other still do.
 */
export function movedId(literal: string, first: number): string {
  if (!/[1-9A-Za-z]/.test(literal) || !/\d/.test(literal)) return literal;
  const day = dayText(first).slice(2).replaceAll('-', '');
  return /^\d+$/.test(literal) ? literal + day : `${literal}.${day}`;
}

/** `2024-01-31`. */
export function dayText(day: number): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** Of `20240131` or `2024-01-31`; undefined for other text, and for what is no day. */
export function dayNamed(text: string): number | undefined {
  return /^\d{4}-?\d\d-?\d\d$/.test(text) ? dayOf(text, undefined) : undefined;
}

function read(literal: string, order: SlashOrder): DateLiteral | undefined {
  return numeric(literal) ?? slash(literal, order) ?? named(literal);
}

function numeric(literal: string): DateLiteral | undefined {
  const [, year, dash = '', month, day, rest = ''] = partsOf(NUMERIC, literal);
  if (year === undefined) return undefined;
  return checked(Number(year), Number(month), Number(day), (y, m, d) =>
    [digits(y, 4), digits(m), digits(d)].join(dash).concat(rest),
  );
}

function slash(literal: string, order: SlashOrder): DateLiteral | undefined {
  const [, first, second, year, rest = ''] = partsOf(SLASH, literal);
  if (year === undefined || order === undefined) return undefined;
  const [month, day] = order === 'mdy' ? [first, second] : [second, first];
  return checked(wholeYear(year), Number(month), Number(day), (y, m, d) => {
    const parts = order === 'mdy' ? [m, d] : [d, m];
    return `${parts.map((part) => digits(part)).join('/')}/${digits(y, year.length)}${rest}`;
  });
}

function named(literal: string): DateLiteral | undefined {
  const [, day, month = '', year, rest = ''] = partsOf(NAMED, literal);
  if (year === undefined) return undefined;
  const place = MONTHS.indexOf(month.toLowerCase()) + 1;
  return checked(wholeYear(year), place, Number(day), (y, m, d) => {
    return `${digits(d)}-${inCaseOf(month, MONTHS[m - 1]!)}-${digits(y, year.length)}${rest}`;
  });
}

/** `MAR`, `mar` or `Mar`, like the sample. */
function inCaseOf(sample: string, name: string): string {
  if (sample === sample.toUpperCase()) return name.toUpperCase();
  if (sample === sample.toLowerCase()) return name;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function checked(
  year: number,
  month: number,
  day: number,
  write: DateLiteral['write'],
): DateLiteral | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  // The twentieth day of a thirteenth month would be one of the next year.
  if (year < 100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { day: time / MILLISECONDS, write };
}

function wholeYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < CENTURY_TURN ? 2000 : 1900);
}

function digits(value: number, length = 2): string {
  return String(value).padStart(length, '0').slice(-length);
}
