/**
 * Literals to canonical text: decimals, booleans, dates, times, datetimes. Each function writes
 * to `out` and returns where the text ends, or 0 where the literal is of a form that is left to
 * the readers of values/, which know them all. Those give the same text for the forms read here.
 */
import { DAYS, DAYS_KEPT, NO_OFFSET, S_FRACTION_DIGITS, S_INTEGER_DIGITS, STATE } from '../records';
import { copy, twoDigits } from './bytes';

const COMMA: i32 = 0x2c;
const MINUS: i32 = 0x2d;
const POINT: i32 = 0x2e;
const ZERO: i32 = 0x30;
const COLON: i32 = 0x3a;
const SEMICOLON: i32 = 0x3b;
const SPACE: i32 = 0x20;
const UPPER_T: i32 = 0x54;
const UPPER_Z: i32 = 0x5a;

/** Seconds east of Greenwich on a whole day, or NO_OFFSET: the zone of the reader knows. */
declare function offset(day: i32): i32;

/** The day of the date or datetime read last, as yyyymmdd. */
export let day: i32 = 0;
/** Whether a time stands behind the date read last. */
export let timed: bool = false;
/** Seconds of the time read last. */
let seconds: i32 = 0;

/** Digits with at most one point and a minus; needless zeros at the end are left out. */
export function decimal(start: usize, end: usize, out: usize): usize {
  const length = <i32>(end - start);
  if (length > 16) return longDecimal(start, end, out);
  const bytes = v128.load(start);
  const first = i32(load<u8>(start) == MINUS);
  const all = ((1 << length) - 1) & ~first;
  const zeros = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>ZERO))) & all;
  const points = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>POINT))) & all;
  const numbers = i8x16.sub(bytes, i8x16.splat(<i8>ZERO));
  const digits = i8x16.bitmask(i8x16.lt_u(numbers, i8x16.splat(10))) & all;
  if ((digits | points) != all || popcnt(points) > 1) return 0;
  const point = points == 0 ? length : ctz(points);
  let last = length;
  if (points != 0) {
    if (point == length - 1) return 0;
    // The last digit after the point that is not zero.
    const counting = digits & ~zeros & ~((1 << point) - 1);
    last = counting == 0 ? point : 32 - clz(counting);
  }
  const leading = (zeros & (1 << first)) != 0;
  if (!fits(point - first, last - point - 1, leading)) return 0;
  v128.store(out, bytes);
  if (first == 1 && zeros == digits) {
    store<u8>(out, ZERO);
    return out + 1;
  }
  return out + last;
}

/** The same, byte by byte. */
function longDecimal(start: usize, end: usize, out: usize): usize {
  const first = load<u8>(start) == MINUS ? start + 1 : start;
  let point: usize = end;
  let isZero = true;
  for (let at = first; at < end; at++) {
    const byte = <i32>load<u8>(at);
    if (byte == POINT && point == end) point = at;
    else if (<u32>(byte - ZERO) > 9) return 0;
    else if (byte != ZERO) isZero = false;
  }
  let last = end;
  if (point != end) {
    if (point == end - 1) return 0;
    while (load<u8>(last - 1) == ZERO) last--;
    if (last - 1 == point) last = point;
  }
  if (isZero) return 0;
  if (!fits(<i32>(point - first), <i32>(last - point) - 1, load<u8>(first) == ZERO)) return 0;
  return copy(start, last, out);
}

/** Whether a number has no needless zero at its beginning, and no more digits than are held. */
function fits(whole: i32, fraction: i32, leadingZero: bool): bool {
  if (whole == 0 || (leadingZero && whole > 1)) return false;
  return (
    whole <= load<i32>(STATE, S_INTEGER_DIGITS) && fraction <= load<i32>(STATE, S_FRACTION_DIGITS)
  );
}

/** `Y`, `Yes`, `YES`, `N`, `No`, `NO`. */
export function boolean(start: usize, end: usize, out: usize): usize {
  const length = <i32>(end - start);
  const first = load<u8>(start);
  if (first == 0x59) {
    if (length != 1) {
      const rest = load<u16>(start, 1);
      if (length != 3 || (rest != 0x7365 && rest != 0x5345)) return 0;
    }
    store<u32>(out, 0x65757274); // true
    return out + 4;
  }
  if (first != 0x4e) return 0;
  if (length != 1) {
    const second = load<u8>(start, 1);
    if (length != 2 || (second != 0x6f && second != 0x4f)) return 0;
  }
  store<u32>(out, 0x736c6166); // fals
  store<u8>(out, 0x65, 4);
  return out + 5;
}

/** `yyyyMMdd` and `yyyy-MM-dd`, alone or with a time, which does not move them. */
export function date(start: usize, end: usize, out: usize): usize {
  const after = readDay(start, end);
  if (after == 0) return 0;
  timed = after != end;
  if (timed && !readTimeAfter(after, end)) return 0;
  return writeDay(out, day);
}

/** `HHmmss` and `HH:mm:ss`. */
export function time(start: usize, end: usize, out: usize): usize {
  if (readTime(start, end) != end) return 0;
  return writeTime(out, seconds);
}

/**
 * A date, and after `;`, `,`, a comma and a space, a space or `T` a time, read in the zone of the
 * reader, as an instant in UTC.
 */
export function datetime(start: usize, end: usize, out: usize): usize {
  const after = readDay(start, end);
  if (after == 0) return 0;
  seconds = 0;
  if (after != end && !readTimeAfter(after, end)) return 0;
  const east = offsetOf(day);
  if (east == NO_OFFSET) return 0;
  let instant = seconds - east;
  let utcDay = day;
  if (instant < 0) {
    instant += 86_400;
    utcDay = dayBefore(day);
  } else if (instant >= 86_400) {
    instant -= 86_400;
    utcDay = dayAfter(day);
  }
  if (instant < 0 || instant >= 86_400 || utcDay < 10_101 || utcDay > 99_991_231) return 0;
  const written = writeDay(out, utcDay);
  store<u8>(written, UPPER_T);
  const last = writeTime(written + 1, instant);
  store<u8>(last, UPPER_Z);
  return last + 1;
}

/** Reads a day that there is into `day`. @returns where the date ends, or 0 */
function readDay(start: usize, end: usize): usize {
  const length = <i32>(end - start);
  if (length < 8) return 0;
  const century = pair(start);
  const year = pair(start + 2);
  let after = start + 8;
  let monthAt = start + 4;
  let dayAt = start + 6;
  if (load<u8>(start, 4) == MINUS) {
    if (length < 10 || load<u8>(start, 7) != MINUS) return 0;
    monthAt = start + 5;
    dayAt = start + 8;
    after = start + 10;
  } else if (after < end && <u32>(<i32>load<u8>(after) - ZERO) <= 9) {
    // A run of more digits is another form.
    return 0;
  }
  const month = pair(monthAt);
  const ofMonth = pair(dayAt);
  if ((century | year | month | ofMonth) < 0) return 0;
  const whole = century * 100 + year;
  if (whole < 1 || month < 1 || month > 12) return 0;
  if (ofMonth < 1 || ofMonth > daysOf(whole, month)) return 0;
  day = whole * 10_000 + month * 100 + ofMonth;
  return after;
}

/** Reads a separator and a time of day, which end there, into `seconds`. */
function readTimeAfter(start: usize, end: usize): bool {
  let at = start + 1;
  const separator = <i32>load<u8>(start);
  if (separator == COMMA) {
    if (load<u8>(at) == SPACE) at++;
  } else if (separator != SEMICOLON && separator != SPACE && separator != UPPER_T) {
    return false;
  }
  return readTime(at, end) == end;
}

/** Reads a time of day into `seconds`. @returns where it ends, or 0 */
function readTime(start: usize, end: usize): usize {
  const step: usize = load<u8>(start, 2) == COLON ? 3 : 2;
  const after = start + 2 * step + 2;
  if (after > end) return 0;
  if (step == 3 && load<u8>(start, 5) != COLON) return 0;
  const hour = pair(start);
  const minute = pair(start + step);
  const second = pair(start + 2 * step);
  if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) return 0;
  seconds = hour * 3600 + minute * 60 + second;
  return after;
}

/** Two digits as a number, or -1. */
function pair(at: usize): i32 {
  const tens = <i32>load<u8>(at) - ZERO;
  const ones = <i32>load<u8>(at, 1) - ZERO;
  return <u32>tens > 9 || <u32>ones > 9 ? -1 : tens * 10 + ones;
}

function daysOf(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

function dayBefore(which: i32): i32 {
  if (which % 100 > 1) return which - 1;
  const year = which / 10_000;
  const month = (which / 100) % 100;
  if (month == 1) return (year - 1) * 10_000 + 1231;
  return year * 10_000 + (month - 1) * 100 + daysOf(year, month - 1);
}

function dayAfter(which: i32): i32 {
  const year = which / 10_000;
  const month = (which / 100) % 100;
  if (which % 100 < daysOf(year, month)) return which + 1;
  return month == 12 ? (year + 1) * 10_000 + 101 : year * 10_000 + (month + 1) * 100 + 1;
}

function offsetOf(which: i32): i32 {
  const place = DAYS + ((((<u32>which * 0x9e3779b1) >>> 22) & (DAYS_KEPT - 1)) << 3);
  if (load<i32>(place) == which) return load<i32>(place, 4);
  const east = offset(which);
  store<i32>(place, which);
  store<i32>(place, east, 4);
  return east;
}

/** `2024-03-04`. */
export function writeDay(out: usize, which: i32): usize {
  const year = which / 10_000;
  twoDigits(out, year / 100);
  twoDigits(out + 2, year % 100);
  store<u8>(out, MINUS, 4);
  twoDigits(out + 5, (which / 100) % 100);
  store<u8>(out, MINUS, 7);
  twoDigits(out + 8, which % 100);
  return out + 10;
}

function writeTime(out: usize, which: i32): usize {
  twoDigits(out, which / 3600);
  store<u8>(out, COLON, 2);
  twoDigits(out + 3, (which / 60) % 60);
  store<u8>(out, COLON, 5);
  twoDigits(out + 6, which % 60);
  return out + 8;
}
