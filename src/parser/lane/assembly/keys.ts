/**
 * The key of a row whose columns are written, and how often it has been seen: as row-key.ts
 * makes it, which also says what a key looks like. Rows of another account than their statement's,
 * and events without a day, do not come here.
 */
import {
  BY_CONTENT_BIT,
  C_FORM,
  C_NAME,
  C_NAME_LENGTH,
  COLUMN_BYTES,
  CONTENT,
  E_COLUMN_COUNT,
  E_DAY_SLOT_COUNT,
  E_DAY_SLOTS,
  E_INDEX,
  E_IS_EVENT,
  E_IS_SINGLE,
  E_KEY_COUNT,
  E_KEYS,
  E_KNOWN_BY,
  E_SCOPE,
  E_SCOPE_LENGTH,
  EXTRA,
  F_ACCOUNT,
  F_TEXT,
  K_PREFIX,
  K_PREFIX_LENGTH,
  K_SLOT_COUNT,
  K_SLOTS,
} from '../records';
import { copy, integer } from './bytes';

const UNIT: i32 = 0x1f;
const RECORD: i32 = 0x1e;
const HASH: i32 = 0x23;
const SEPARATOR: i32 = 0x7c;
const BACKSLASH: i32 = 0x5c;
/** Bytes that a natural key has at most. */
const MOST_KEY_BYTES: i32 = 1000;

/** Counts a key of the element with this index. @returns 1 for the first time */
declare function occurrence(element: i32, first: i32, second: i32): i32;

/** Writes the hash of so many bytes of content. @returns how many digits it has */
declare function hash(from: usize, length: i32, out: usize): i32;

/** Where the cells of the row in hand are: their ends, the first byte, and what is added to a place. */
let cells: usize = 0;
let firstByte: usize = 0;
let bias: i32 = 0;

/** Tells where the row in hand is, before `key` and `isNull`. */
export function ofRow(ends: usize, first: usize, added: i32): void {
  cells = ends;
  firstByte = first;
  bias = added;
}

export function isNull(slot: i32): bool {
  return load<i32>(cells + ((<usize>slot) << 2)) < 0;
}

function cellEnd(slot: i32): usize {
  const end = load<i32>(cells + ((<usize>slot) << 2));
  return <usize>((end < 0 ? ~end : end) - bias);
}

function cellStart(slot: i32): usize {
  return slot == 0 ? firstByte : cellEnd(slot - 1);
}

/**
 * Writes the key of the row.
 * @param extra bytes of what the row has beside its columns
 * @returns where it ends; 0 where it is none of those made here, and then nothing was counted
 */
export function key(element: usize, columns: usize, out: usize, extra: i32): usize {
  const content = copy(
    load<u32>(element, E_SCOPE),
    load<u32>(element, E_SCOPE) + load<u32>(element, E_SCOPE_LENGTH),
    out,
  );
  let end = natural(element, columns, content);
  if (end == 0) return 0;
  if (end == content && load<i32>(element, E_IS_SINGLE) == 0) {
    if (load<i32>(element, E_IS_EVENT) != 0 && !hasDay(element)) return 0;
    store<u8>(content, HASH);
    end = content + 1 + hash(CONTENT, writeContent(element, columns, extra), content + 1);
  }
  const times = count(element, out, end);
  if (times == 1) return end;
  store<u8>(end, HASH);
  return integer(end + 1, times);
}

/** @returns where the natural key ends; `out` where there is none, 0 where it is too long */
function natural(element: usize, columns: usize, out: usize): usize {
  const count = load<i32>(element, E_KEY_COUNT);
  let record: usize = load<u32>(element, E_KEYS);
  for (let k = 0; k < count; k++) {
    const slots = load<i32>(record, K_SLOT_COUNT);
    const prefix: usize = load<u32>(record, K_PREFIX);
    let end = copy(prefix, prefix + load<u32>(record, K_PREFIX_LENGTH), out);
    let whole = true;
    for (let part = 0; part < slots; part++) {
      const slot = load<i32>(record + ((<usize>part) << 2), K_SLOTS);
      if (slot < 0 || isNull(slot)) whole = false;
      if (!whole) break;
      if (part > 0) store<u8>(end++, SEPARATOR);
      const form = load<i32>(columns + <usize>slot * COLUMN_BYTES, C_FORM);
      const start = cellStart(slot);
      const stop = cellEnd(slot);
      if (<i32>(stop - start) > MOST_KEY_BYTES) return 0;
      if (form == F_TEXT || form == F_ACCOUNT) {
        if (isNullMark(start, stop)) whole = false;
        else end = escape(start, stop, end, out + MOST_KEY_BYTES);
      } else {
        end = copy(start, stop, end);
      }
      if (<i32>(end - out) > MOST_KEY_BYTES) return 0;
    }
    if (whole) {
      knownBy(element, k);
      return end;
    }
    record += <usize>K_SLOTS + ((<usize>slots) << 2);
  }
  knownBy(element, BY_CONTENT_BIT);
  return out;
}

function knownBy(element: usize, bit: i32): void {
  store<i32>(element, load<i32>(element, E_KNOWN_BY) | (1 << bit), E_KNOWN_BY);
}

/** `-`, `--`, `N/A`, `MULTI`. */
export function isNullMark(start: usize, end: usize): bool {
  const length = <i32>(end - start);
  const first = load<u8>(start);
  if (length == 1) return first == 0x2d;
  if (length == 2) return load<u16>(start) == 0x2d2d;
  if (length == 3) return load<u16>(start) == 0x2f4e && load<u8>(start, 2) == 0x41;
  return length == 5 && load<u32>(start) == 0x544c554d && load<u8>(start, 4) == 0x49;
}

/** Copies text with a backslash before what has a meaning in a key, as far as `limit`. */
function escape(start: usize, end: usize, out: usize, limit: usize): usize {
  let to = out;
  for (let from = start; from < end && to <= limit; from++) {
    const byte = <i32>load<u8>(from);
    // \ | # / :
    if (byte == BACKSLASH || byte == SEPARATOR || byte == HASH || byte == 0x2f || byte == 0x3a) {
      store<u8>(to++, BACKSLASH);
    }
    store<u8>(to++, byte);
  }
  return to;
}

function hasDay(element: usize): bool {
  const count = load<i32>(element, E_DAY_SLOT_COUNT);
  const slots: usize = load<u32>(element, E_DAY_SLOTS);
  for (let i = 0; i < count; i++) if (!isNull(load<i32>(slots + ((<usize>i) << 2)))) return true;
  return false;
}

/** The cells that are not NULL, each with its name, and what is beside them. @returns how many bytes */
function writeContent(element: usize, columns: usize, extra: i32): i32 {
  const count = load<i32>(element, E_COLUMN_COUNT);
  let to: usize = CONTENT;
  let column = columns;
  for (let slot = 0; slot < count; slot++, column += COLUMN_BYTES) {
    if (isNull(slot)) continue;
    const name: usize = load<u32>(column, C_NAME);
    to = copy(name, name + load<u32>(column, C_NAME_LENGTH), to);
    store<u8>(to++, UNIT);
    to = copy(cellStart(slot), cellEnd(slot), to);
    store<u8>(to++, RECORD);
  }
  if (extra > 0) {
    to = copy(EXTRA, <usize>EXTRA + <usize>extra, to);
    store<u8>(to++, RECORD);
  }
  return <i32>(to - CONTENT);
}

/** The fingerprint of fingerprints.ts, of ASCII. */
function count(element: usize, start: usize, end: usize): i32 {
  const length = <i32>(end - start);
  let first = <i32>0xdeadbeef ^ length;
  let second = <i32>0x41c6ce57 ^ length;
  for (let at = start; at < end; at++) {
    const code = <i32>load<u8>(at);
    first = (first ^ code) * <i32>2654435761;
    second = (second ^ code) * <i32>1597334677;
  }
  first =
    ((first ^ (first >>> 16)) * <i32>2246822507) ^ ((second ^ (second >>> 13)) * <i32>3266489909);
  second =
    ((second ^ (second >>> 16)) * <i32>2246822507) ^ ((first ^ (first >>> 13)) * <i32>3266489909);
  return occurrence(load<i32>(element, E_INDEX), first, second);
}
