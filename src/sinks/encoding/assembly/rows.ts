/**
 * Rows of a batch to text, sixteen bytes at a time: the encoders of CSV, of COPY and of staged rows
 * once more, which say what is right. Knows fields and forms; which a destination has is told in memory,
 * of which records.ts is the map.
 *
 * Compiled by AssemblyScript.
 */
import {
  COPY_TEXT,
  COUNT,
  CSV_TEXT,
  ENDS,
  F_AFTER,
  F_AFTER_LENGTH,
  F_BEFORE,
  F_BEFORE_LENGTH,
  F_CELL,
  F_FORM,
  F_FRACTION,
  F_INTEGER,
  F_NULL,
  F_NULL_LENGTH,
  FIELD_BYTES,
  FIELDS,
  MEASURED,
  OUT,
  OUT_BYTES,
  S_BIAS,
  S_COUNT,
  S_END,
  S_END_LENGTH,
  S_ENOUGH,
  S_FIELD_COUNT,
  S_FIXED,
  S_GROWTH,
  S_LENGTH,
  S_LONGEST,
  S_MEASURED_FROM,
  S_ROWS,
  S_STRIDE,
  STATE,
  TEXT_WITHOUT_CONTROLS,
} from '../records';

const TAB: i32 = 0x09;
const LINE_FEED: i32 = 0x0a;
const CARRIAGE_RETURN: i32 = 0x0d;
const SPACE: i32 = 0x20;
const QUOTE: i32 = 0x22;
const COMMA: i32 = 0x2c;
const MINUS: i32 = 0x2d;
const POINT: i32 = 0x2e;
const BACKSLASH: i32 = 0x5c;

/** No row has ended there. */
const LEFT: usize = 0;

/** Encodes rows from the first on. @returns how many */
export function encode(): i32 {
  const rows = load<i32>(STATE, S_ROWS);
  const step = (<usize>load<i32>(STATE, S_STRIDE)) << 2;
  const enough = <usize>OUT + <usize>load<i32>(STATE, S_ENOUGH);
  const growth = load<i32>(STATE, S_GROWTH);
  const fixed = load<i32>(STATE, S_FIXED);
  const last: usize = OUT + OUT_BYTES;
  let ends: usize = ENDS;
  let out: usize = OUT;
  let row = 0;
  for (; row < rows && out < enough; row++, ends += step) {
    const size = placeOf(ends + step - 4) - placeOf(ends - 4);
    if (out + <usize>(size * growth + fixed) > last) break;
    const number = load<i32>(STATE, S_COUNT);
    const end = line(ends, out);
    if (end == LEFT) {
      store<i32>(STATE, number, S_COUNT);
      break;
    }
    if (<i32>(end - out) > load<i32>(STATE, S_LONGEST))
      store<i32>(STATE, <i32>(end - out), S_LONGEST);
    out = end;
  }
  store<i32>(STATE, <i32>(out - OUT), S_LENGTH);
  return row;
}

/** Where a cell ends, NULL or not. */
function placeOf(end: usize): i32 {
  const place = load<i32>(end);
  return place ^ (place >> 31);
}

/** @returns where it ends, or LEFT */
function line(ends: usize, begin: usize): usize {
  const bias = load<i32>(STATE, S_BIAS);
  const last = <usize>FIELDS + <usize>(load<i32>(STATE, S_FIELD_COUNT) * FIELD_BYTES);
  let out = begin;
  for (let field: usize = FIELDS; field < last; field += FIELD_BYTES) {
    out = literal(load<u32>(field, F_BEFORE), load<i32>(field, F_BEFORE_LENGTH), out);
    const form = load<i32>(field, F_FORM);
    if (form == COUNT) {
      out = count(out);
      continue;
    }
    const cell = ends + <usize>load<i32>(field, F_CELL);
    const place = load<i32>(cell);
    if (place < 0) {
      out = literal(load<u32>(field, F_NULL), load<i32>(field, F_NULL_LENGTH), out);
      continue;
    }
    const start = <usize>(placeOf(cell - 4) + bias);
    const end = <usize>(place + bias);
    if (form == CSV_TEXT) {
      out = csv(start, end, out);
    } else if (form == COPY_TEXT) {
      out = backslashed(start, end, out);
    } else if (form == TEXT_WITHOUT_CONTROLS) {
      if (hasControl(start, end)) return LEFT;
      out = copy(start, end, out);
    } else {
      if (form == MEASURED) measure(field, start, end);
      out = copy(start, end, out);
    }
    out = literal(load<u32>(field, F_AFTER), load<i32>(field, F_AFTER_LENGTH), out);
  }
  return literal(load<u32>(STATE, S_END), load<i32>(STATE, S_END_LENGTH), out);
}

function literal(from: usize, length: i32, out: usize): usize {
  v128.store(out, v128.load(from));
  if (length > 16) copy(from + 16, from + <usize>length, out + 16);
  return out + <usize>length;
}

function copy(start: usize, end: usize, out: usize): usize {
  let to = out;
  for (let from = start; from < end; from += 16, to += 16) v128.store(to, v128.load(from));
  return out + (end - start);
}

function hasControl(start: usize, end: usize): bool {
  for (let from = start; from < end; from += 16) {
    const controls = i8x16.lt_u(v128.load(from), i8x16.splat(<i8>SPACE));
    if ((i8x16.bitmask(controls) & before(end, from)) != 0) return true;
  }
  return false;
}

/** A mask of the bytes that are among the next sixteen and before the end. */
function before(end: usize, from: usize): i32 {
  const left = end - from;
  return left < 16 ? (1 << (<i32>left)) - 1 : 0xffff;
}

function csv(start: usize, end: usize, out: usize): usize {
  if (<i32>load<u8>(start) <= SPACE || <i32>load<u8>(end - 1) <= SPACE)
    return quoted(start, end, out);
  let to = out;
  for (let from = start; from < end; from += 16, to += 16) {
    const bytes = v128.load(from);
    v128.store(to, bytes);
    const special = v128.or(
      v128.or(is(bytes, COMMA), is(bytes, QUOTE)),
      v128.or(is(bytes, LINE_FEED), is(bytes, CARRIAGE_RETURN)),
    );
    if ((i8x16.bitmask(special) & before(end, from)) != 0) return quoted(start, end, out);
  }
  return out + (end - start);
}

function is(bytes: v128, byte: i32): v128 {
  return i8x16.eq(bytes, i8x16.splat(<i8>byte));
}

function quoted(start: usize, end: usize, out: usize): usize {
  let to = out;
  store<u8>(to++, QUOTE);
  for (let from = start; from < end; from++) {
    const byte = <i32>load<u8>(from);
    if (byte == QUOTE) store<u8>(to++, QUOTE);
    store<u8>(to++, byte);
  }
  store<u8>(to++, QUOTE);
  return to;
}

function backslashed(start: usize, end: usize, out: usize): usize {
  let to = out;
  for (let from = start; from < end; from += 16, to += 16) {
    const bytes = v128.load(from);
    v128.store(to, bytes);
    const special = v128.or(
      v128.or(is(bytes, BACKSLASH), is(bytes, TAB)),
      v128.or(is(bytes, LINE_FEED), is(bytes, CARRIAGE_RETURN)),
    );
    if ((i8x16.bitmask(special) & before(end, from)) != 0) return escaped(from, end, to);
  }
  return out + (end - start);
}

function escaped(start: usize, end: usize, out: usize): usize {
  let to = out;
  for (let from = start; from < end; from++) {
    let byte = <i32>load<u8>(from);
    const letter = letterOf(byte);
    if (letter != 0) {
      store<u8>(to++, BACKSLASH);
      byte = letter;
    }
    store<u8>(to++, byte);
  }
  return to;
}

/** What stands after the backslash; 0 where none is needed. */
function letterOf(byte: i32): i32 {
  if (byte == BACKSLASH) return BACKSLASH;
  if (byte == TAB) return 0x74;
  if (byte == LINE_FEED) return 0x6e;
  return byte == CARRIAGE_RETURN ? 0x72 : 0;
}

/** Takes note of the digits of `-123.45`. */
function measure(field: usize, start: usize, end: usize): void {
  if (<i32>(end - start) < load<i32>(STATE, S_MEASURED_FROM)) return;
  let point = end;
  for (let at = start; at < end; at++) if (load<u8>(at) == POINT) point = at;
  const integer = <i32>(point - start) - i32(load<u8>(start) == MINUS);
  const fraction = point == end ? 0 : <i32>(end - point) - 1;
  if (integer > load<i32>(field, F_INTEGER)) store<i32>(field, integer, F_INTEGER);
  if (fraction > load<i32>(field, F_FRACTION)) store<i32>(field, fraction, F_FRACTION);
}

/** Writes the number of the row, and adds one to it. */
function count(out: usize): usize {
  const number = load<i32>(STATE, S_COUNT);
  store<i32>(STATE, number + 1, S_COUNT);
  let digits = 1;
  for (let rest = number; rest >= 10; rest /= 10) digits++;
  let rest = number;
  for (let at = digits - 1; at >= 0; at--, rest /= 10) store<u8>(out + at, 0x30 + (rest % 10));
  return out + digits;
}
