/**
 * The formats of dates and times: a literal taken apart into the numbers it
 * writes, and numbers written as canonical text. What the numbers mean (which
 * order a slash date has, in which zone a clock stands) is decided in dates.ts
 * and zones.ts.
 */

const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const UPPER_T = 0x54;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec';

/** Two-digit years from this one on are of the twentieth century. */
const CENTURY_TURN = 70;

/** The fields of a literal. One object is filled again and again. */
export class WallClock {
  year = 0;
  month = 0;
  day = 0;
  /** A slash date: month and day hold its first and second part, in the order written. */
  slash = false;
  /** Whether there is a time of day; the fields after this one are 0 and '' where not. */
  timed = false;
  hour = 0;
  minute = 0;
  second = 0;
  /** Digits after the point of the seconds, without trailing zeros. */
  fraction = '';
  /** What follows the time: `EDT`, `-05:00`, `US/Eastern`; '' where nothing does. */
  zone = '';

  /**
   * Reads a date, or a date and a time. Dates are `yyyyMMdd`, `yyyy-MM-dd`,
   * `MM/dd/yyyy`, `MM/dd/yy`, `dd/MM/yyyy`, `dd/MM/yy`, `dd-MMM-yy` and
   * `dd-MMM-yyyy`; then `;`, `,`, `, `, a space, `T` or nothing; times are
   * `HHmmss`, `HH:mm:ss` and `HH:mm:ss.ffffff`; then the zone, with or without a
   * space before it.
   *
   * Two-digit years are 2000 to 2069 and 1970 to 1999.
   *
   * @returns false where the literal has another form or its time is none. The
   *   day is not checked: see isDay
   */
  read(literal: string): boolean {
    this.slash = false;
    this.clearTime();
    const afterDate = this.readDate(literal);
    if (afterDate < 0) return false;
    if (afterDate === literal.length) return true;
    const timeAt = afterSeparator(literal, afterDate);
    const afterTime = this.readTime(literal, timeAt);
    return afterTime >= 0 && this.readRest(literal, timeAt, afterTime);
  }

  /** Reads `HHmmss` or `HH:mm:ss` and nothing else. */
  readBareTime(literal: string): boolean {
    this.clearTime();
    return this.readTime(literal, 0) === literal.length;
  }

  private clearTime(): void {
    this.timed = false;
    this.hour = this.minute = this.second = 0;
    this.fraction = this.zone = '';
  }

  /** Each of these returns the index after what it read, or -1. */
  private readDate(literal: string): number {
    const run = digitRun(literal, 0);
    const next = literal.charCodeAt(run);
    if (run === 8 || run === 14 || (run === 10 && next === COLON)) {
      this.setDay(digits4(literal, 0), digits2(literal, 4), digits2(literal, 6));
      return 8;
    }
    if (run === 4 && next === MINUS && literal.charCodeAt(7) === MINUS) {
      this.setDay(digits4(literal, 0), digits2(literal, 5), digits2(literal, 8));
      return this.month < 0 || this.day < 0 ? -1 : 10;
    }
    if (run !== 2) return -1;
    if (next === SLASH && literal.charCodeAt(5) === SLASH) {
      this.slash = true;
      this.setDay(0, digits2(literal, 0), digits2(literal, 3));
      return this.month < 0 || this.day < 0 ? -1 : this.readYear(literal, 6);
    }
    if (next === MINUS && literal.charCodeAt(6) === MINUS) {
      this.setDay(0, monthNamed(literal.slice(3, 6)), digits2(literal, 0));
      return this.month === 0 ? -1 : this.readYear(literal, 7);
    }
    return -1;
  }

  private setDay(year: number, month: number, day: number): void {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /**
   * A year that a time may follow without a separator: the digits there are
   * decide how many of them are the year's, since a time has six before its end
   * or two before its colon.
   */
  private readYear(literal: string, at: number): number {
    const run = digitRun(literal, at);
    const beforeTime = literal.charCodeAt(at + run) === COLON ? 2 : run > 4 ? 6 : 0;
    if (run - beforeTime === 4) {
      this.year = digits4(literal, at);
      return at + 4;
    }
    if (run - beforeTime !== 2) return -1;
    const year = digits2(literal, at);
    this.year = year < CENTURY_TURN ? 2000 + year : 1900 + year;
    return at + 2;
  }

  private readTime(literal: string, at: number): number {
    const colons = literal.charCodeAt(at + 2) === COLON;
    const step = colons ? 3 : 2;
    if (colons && literal.charCodeAt(at + 5) !== COLON) return -1;
    this.hour = digits2(literal, at);
    this.minute = digits2(literal, at + step);
    this.second = digits2(literal, at + 2 * step);
    if (this.hour < 0 || this.minute < 0 || this.second < 0) return -1;
    if (this.hour > 23 || this.minute > 59 || this.second > 59) return -1;
    this.timed = true;
    return at + 2 * step + 2;
  }

  /** The fraction and the zone, which end the literal. */
  private readRest(literal: string, timeAt: number, afterTime: number): boolean {
    let index = afterTime;
    if (literal.charCodeAt(index) === POINT && literal.charCodeAt(timeAt + 2) === COLON) {
      const run = digitRun(literal, index + 1);
      if (run < 1 || run > 6) return false;
      this.fraction = withoutTrailingZeros(literal.slice(index + 1, index + 1 + run));
      index += 1 + run;
    }
    if (index === literal.length) return true;
    const code = literal.charCodeAt(index);
    this.zone = literal.slice(code === SPACE || code === NO_BREAK_SPACE ? index + 1 : index);
    return this.zone !== '';
  }
}

/** Whether there is such a day in the Gregorian calendar, in the years 1 to 9999. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  if (month !== 2)
    return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (leap ? 29 : 28);
}

/** Days from 1970-01-01 to a day. */
export function dayNumber(year: number, month: number, day: number): number {
  // Counted in years that begin in March, so that a leap day is a year's last.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** `2024-03-04`. */
export function dayText(year: number, month: number, day: number): string {
  const century = Math.floor(year / 100);
  return `${TWO_DIGITS[century]!}${TWO_DIGITS[year % 100]!}-${TWO_DIGITS[month]!}-${TWO_DIGITS[day]!}`;
}

/** `09:30:00`. */
export function timeText(hour: number, minute: number, second: number): string {
  return `${TWO_DIGITS[hour]!}:${TWO_DIGITS[minute]!}:${TWO_DIGITS[second]!}`;
}

/** `2024-03-04` of a number of days from 1970-01-01; undefined outside the years 1 to 9999. */
export function dayTextOf(days: number): string | undefined {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year < 1 || year > 9999 ? undefined : dayText(year, month, day);
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** Where the time begins: after `;`, `,`, `, `, a space, `T`, or at once. */
function afterSeparator(literal: string, at: number): number {
  const code = literal.charCodeAt(at);
  if (code === COMMA) {
    const next = literal.charCodeAt(at + 1);
    return next === SPACE || next === NO_BREAK_SPACE ? at + 2 : at + 1;
  }
  const separates =
    code === SEMICOLON || code === SPACE || code === UPPER_T || code === NO_BREAK_SPACE;
  return separates ? at + 1 : at;
}

/** 1 to 12 for an English month of three letters in any case; 0 for another word. */
function monthNamed(word: string): number {
  const at = /^[A-Za-z]{3}$/.test(word) ? MONTHS.indexOf(word.toLowerCase()) : -1;
  return at < 0 ? 0 : at / 4 + 1;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === ZERO) end--;
  return digits.slice(0, end);
}

function digitRun(literal: string, from: number): number {
  let index = from;
  while (isDigit(literal.charCodeAt(index))) index++;
  return index - from;
}

/** Two digits as a number, or -1. */
function digits2(literal: string, at: number): number {
  const tens = literal.charCodeAt(at);
  const ones = literal.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - ZERO) * 10 + ones - ZERO : -1;
}

/** Four characters that are known to be digits. */
function digits4(literal: string, at: number): number {
  return digits2(literal, at) * 100 + digits2(literal, at + 2);
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
