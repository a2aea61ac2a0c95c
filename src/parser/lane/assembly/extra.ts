/**
 * What a row has beside its columns, as JSON: attributes that have no column, and literals of
 * which a column does not hold all. As row-encoder.ts keeps them, and in that order.
 */
import {
  A_END,
  A_ESCAPED,
  A_JSON,
  A_JSON_LENGTH,
  A_START,
  EXTRA,
  EXTRA_BYTES,
  L_UNKNOWN,
  L_UNKNOWN_COUNT,
} from '../records';
import { copy, referenced, referenceLength } from './bytes';

const QUOTE: i32 = 0x22;
const AMPERSAND: i32 = 0x26;
const COMMA: i32 = 0x2c;
const BACKSLASH: i32 = 0x5c;
const OPENING: i32 = 0x7b;
const CLOSING: i32 = 0x7d;
/** Comma, quote and brace, and the end of a vector. */
const ROOM: i32 = 32;

let end: usize = EXTRA;

/** Nothing is kept of the row in hand. */
export function beginExtra(): void {
  end = EXTRA;
}

/** @returns how many bytes there are; 0 where nothing was kept */
export function endExtra(): i32 {
  if (end == EXTRA) return 0;
  store<u8>(end++, CLOSING);
  return <i32>(end - EXTRA);
}

/** Keeps the attributes that have no column. @returns false where there is no room */
export function keepUnknown(layout: usize): bool {
  const count = load<i32>(layout, L_UNKNOWN_COUNT);
  const list: usize = load<u32>(layout, L_UNKNOWN);
  for (let i = 0; i < count; i++) {
    if (!keep(load<u32>(list + ((<usize>i) << 2)))) return false;
  }
  return true;
}

/** Keeps the literal of an attribute. @returns false where there is no room */
export function keep(attribute: usize): bool {
  const start: usize = load<u32>(attribute, A_START);
  const stop: usize = load<u32>(attribute, A_END);
  const name: usize = load<u32>(attribute, A_JSON);
  const length = load<i32>(attribute, A_JSON_LENGTH);
  // At worst every byte is escaped.
  if (<i32>(end - EXTRA) + length + 2 * <i32>(stop - start) + ROOM > EXTRA_BYTES) return false;
  store<u8>(end, end == EXTRA ? OPENING : COMMA);
  end = copy(name, name + <usize>length, end + 1);
  end = text(start, stop, load<i32>(attribute, A_ESCAPED) != 0, end);
  store<u8>(end++, QUOTE);
  return true;
}

/** Of printable ASCII, JSON escapes two characters. */
function text(start: usize, stop: usize, escaped: bool, out: usize): usize {
  let to = out;
  for (let from = start; from < stop;) {
    let byte = <i32>load<u8>(from);
    if (escaped && byte == AMPERSAND) {
      byte = referenced(from);
      from += referenceLength(from);
    } else {
      from++;
    }
    if (byte == QUOTE || byte == BACKSLASH) store<u8>(to++, BACKSLASH);
    store<u8>(to++, byte);
  }
  return to;
}
