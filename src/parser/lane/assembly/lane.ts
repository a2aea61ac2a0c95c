/**
 * The lane: rows of known layouts, from bytes to cells in one pass. Cuts a row as fast-path.ts
 * does, writes its cells as row-encoder.ts does, and declines what it does not know: then nothing
 * of the row is written or counted, and the other path reads it.
 * Compiled by AssemblyScript. lane.ts of the folder above lays out the memory, gives it the bytes
 * and takes over the rows; records.ts is the map of that memory.
 */
import {
  A_BEFORE,
  A_BEFORE_LENGTH,
  A_DAY,
  A_END,
  A_ESCAPED,
  A_START,
  ACCOUNT,
  ATTRIBUTE_BYTES,
  C_ATTRIBUTE,
  C_FORM,
  COLUMN_BYTES,
  DECLINED,
  E_BASE,
  E_CELL_COUNT,
  E_CELLS,
  E_COLUMN_COUNT,
  E_IS_EVENT,
  E_OUT,
  E_OUT_LENGTH,
  EXTRA,
  F_ACCOUNT,
  F_BOOLEAN,
  F_DATE,
  F_DATETIME,
  F_DECIMAL,
  F_TEXT,
  F_TIME,
  FULL,
  L_ATTRIBUTE_COUNT,
  L_ATTRIBUTES,
  L_COLUMNS,
  L_DATE,
  L_ELEMENT,
  L_ROWS,
  NO_MATCH,
  OUT_BYTES,
  OUT_CELLS,
  S_ACCOUNT_LENGTH,
  S_LAYOUT,
  S_LINE_START,
  S_LINES,
  S_NEXT,
  S_NUMBER,
  S_ROWS,
  S_STATUS,
  STATE,
} from '../records';
import { copy, copyResolved, integer, plainEnd, referenceLength, same } from './bytes';
import { hasDay, noteBound } from './event-days';
import { beginExtra, endExtra, keep, keepUnknown } from './extra';
import { isNullMark, key, ofRow } from './keys';
import { boolean, date, datetime, day, decimal, time, timed, writeDay } from './values';

const QUOTE: i32 = 0x22;
const AMPERSAND: i32 = 0x26;
const SPACE: i32 = 0x20;
const TAB: i32 = 0x09;
const LINE_FEED: i32 = 0x0a;
const CARRIAGE_RETURN: i32 = 0x0d;
/** `/>`, little-endian. */
const EMPTY_END: i32 = 0x3e2f;
/** Cells after the columns: key, extra, day, number. */
const TRAILING: i32 = 4;
/** What a value may grow by: a bare date to an instant. */
const GROWTH: i32 = 12;
/** The key, the account, day and number, and the end of a vector. */
const ROOM: i32 = 4096;

/**
 * Takes rows from `from` on.
 * @param list layouts of the section, the likeliest first
 * @returns where the last row that was taken ends, or `from`
 */
export function run(from: usize, end: usize, list: usize, count: i32): usize {
  store<i32>(STATE, NO_MATCH, S_STATUS);
  store<i32>(STATE, 0, S_ROWS);
  let taken = from;
  let takenLines = 0;
  let takenLineStart = from;
  place(taken, 0, from);
  while (true) {
    let at = taken;
    let lines = takenLines;
    let lineStart = takenLineStart;
    for (; at < end; at++) {
      const byte = <i32>load<u8>(at);
      if (byte == LINE_FEED) {
        lines++;
        lineStart = at + 1;
      } else if (byte == CARRIAGE_RETURN) {
        if (at + 1 >= end || load<u8>(at, 1) != LINE_FEED) return taken;
      } else if (byte != SPACE && byte != TAB) {
        break;
      }
    }
    let next: usize = 0;
    for (let i = 0; i < count && next == 0; i++) {
      const layout: usize = load<u32>(list + ((<usize>i) << 2));
      next = cut(layout, at, end);
      if (next != 0 && i > 0) {
        // The next row most likely looks the same.
        store<u32>(list + ((<usize>i) << 2), load<u32>(list));
        store<u32>(list, <u32>layout);
      }
    }
    if (next == 0) return taken;
    // Where the row ends is known before it is counted, which may throw.
    place(next, lines, lineStart);
    const layout: usize = load<u32>(list);
    const status = encode(layout, <i32>(next - at));
    if (status != NO_MATCH) {
      store<i32>(STATE, status, S_STATUS);
      store<u32>(STATE, <u32>layout, S_LAYOUT);
      place(taken, takenLines, takenLineStart);
      return taken;
    }
    taken = next;
    takenLines = lines;
    takenLineStart = lineStart;
  }
}

function place(next: usize, lines: i32, lineStart: usize): void {
  store<u32>(STATE, <u32>next, S_NEXT);
  store<i32>(STATE, lines, S_LINES);
  store<u32>(STATE, <u32>lineStart, S_LINE_START);
}

/** Finds the values of a row. @returns where it ends; 0 where it has another layout, or goes on */
function cut(layout: usize, from: usize, end: usize): usize {
  const count = load<i32>(layout, L_ATTRIBUTE_COUNT);
  let attribute: usize = load<u32>(layout, L_ATTRIBUTES);
  let at = from;
  for (let i = 0; i < count; i++, attribute += ATTRIBUTE_BYTES) {
    const length = load<i32>(attribute, A_BEFORE_LENGTH);
    if (at + length > end || !same(at, load<u32>(attribute, A_BEFORE), length)) return 0;
    at += length;
    store<u32>(attribute, <u32>at, A_START);
    let escaped = 0;
    if (load<u8>(at) != QUOTE) {
      at = plainEnd(at);
      while (at < end && load<u8>(at) == AMPERSAND) {
        const reference = referenceLength(at);
        if (reference == 0) return 0;
        escaped = 1;
        at = plainEnd(at + reference);
      }
    }
    if (at >= end || load<u8>(at) != QUOTE) return 0;
    store<u32>(attribute, <u32>at, A_END);
    store<i32>(attribute, escaped, A_ESCAPED);
  }
  at++;
  if (load<u8>(at) == SPACE) at++;
  return at + 2 <= end && load<u16>(at) == EMPTY_END ? at + 2 : 0;
}

/** Writes the row that was cut. @returns NO_MATCH where it was taken; else why it was not */
function encode(layout: usize, length: i32): i32 {
  const element: usize = load<u32>(layout, L_ELEMENT);
  const columnCount = load<i32>(element, E_COLUMN_COUNT);
  const used = load<i32>(element, E_OUT_LENGTH);
  const cellsUsed = load<i32>(element, E_CELL_COUNT);
  const most = length + load<i32>(layout, L_ATTRIBUTE_COUNT) * GROWTH + ROOM;
  if (used + most > OUT_BYTES || cellsUsed + columnCount + TRAILING > OUT_CELLS) {
    return used > 0 ? FULL : DECLINED;
  }
  const buffer: usize = load<u32>(element, E_OUT);
  const first = buffer + used;
  const ends = <usize>load<u32>(element, E_CELLS) + ((<usize>cellsUsed) << 2);
  const bias = load<i32>(element, E_BASE) - <i32>buffer;
  const columns: usize = load<u32>(layout, L_COLUMNS);
  beginExtra();
  if (!keepUnknown(layout)) return DECLINED;
  let out = cells(columns, columnCount, first, ends, bias);
  if (out == 0) return DECLINED;
  const extra = endExtra();
  if (used + <i32>(out - first) + extra + ROOM > OUT_BYTES) return used > 0 ? FULL : DECLINED;

  const dated: usize = load<u32>(layout, L_DATE);
  const isEvent = load<i32>(element, E_IS_EVENT) != 0;
  if (isEvent && !hasDay(dated)) return DECLINED;
  ofRow(ends, first, bias);
  const trailing = ends + ((<usize>columnCount) << 2);
  out = key(element, columns, out, extra);
  if (out == 0) return DECLINED;
  store<i32>(trailing, <i32>out + bias);
  if (extra == 0) {
    store<i32>(trailing, ~(<i32>out + bias), 4);
  } else {
    out = copy(EXTRA, <usize>EXTRA + <usize>extra, out);
    store<i32>(trailing, <i32>out + bias, 4);
  }
  if (isEvent) {
    out = writeDay(out, load<i32>(dated, A_DAY));
    store<i32>(trailing, <i32>out + bias, 8);
    noteBound(element, columns);
  } else {
    store<i32>(trailing, ~(<i32>out + bias), 8);
  }
  const number = load<i32>(STATE, S_NUMBER);
  store<i32>(STATE, number + 1, S_NUMBER);
  out = integer(out, number);
  store<i32>(trailing, <i32>out + bias, 12);

  store<i32>(element, <i32>(out - buffer), E_OUT_LENGTH);
  store<i32>(element, cellsUsed + columnCount + TRAILING, E_CELL_COUNT);
  store<i32>(layout, load<i32>(layout, L_ROWS) + 1, L_ROWS);
  store<i32>(STATE, load<i32>(STATE, S_ROWS) + 1, S_ROWS);
  return NO_MATCH;
}

/** Writes the cells of the columns. @returns where they end; 0 where a value is not read here */
function cells(columns: usize, count: i32, begin: usize, ends: usize, bias: i32): usize {
  let out = begin;
  let column = columns;
  let end = ends;
  const last = ends + ((<usize>count) << 2);
  for (; end < last; end += 4, column += COLUMN_BYTES) {
    const attribute: usize = load<u32>(column, C_ATTRIBUTE);
    const form = load<i32>(column, C_FORM);
    let start: usize = 0;
    let stop: usize = 0;
    if (attribute != 0) {
      start = load<u32>(attribute, A_START);
      stop = load<u32>(attribute, A_END);
    }
    if (form == F_ACCOUNT) {
      const account = load<i32>(STATE, S_ACCOUNT_LENGTH);
      if (start != stop && (<i32>(stop - start) != account || !same(start, ACCOUNT, account))) {
        return 0;
      }
      start = ACCOUNT;
      stop = ACCOUNT + account;
    }
    if (start == stop) {
      store<i32>(end, ~(<i32>out + bias));
      continue;
    }
    const after = cell(attribute, form, start, stop, out);
    if (after != 0) {
      out = after;
      store<i32>(end, <i32>out + bias);
    } else if (isNullMark(start, stop) && keep(attribute)) {
      store<i32>(attribute, 0, A_DAY);
      store<i32>(end, ~(<i32>out + bias));
    } else {
      return 0;
    }
  }
  return out;
}

function cell(attribute: usize, form: i32, start: usize, end: usize, out: usize): usize {
  if (form == F_ACCOUNT) return copy(start, end, out);
  const escaped = load<i32>(attribute, A_ESCAPED) != 0;
  if (form == F_TEXT) return escaped ? copyResolved(start, end, out) : copy(start, end, out);
  if (escaped) return 0;
  if (form == F_DECIMAL) return decimal(start, end, out);
  if (form == F_BOOLEAN) return boolean(start, end, out);
  if (form == F_TIME) return time(start, end, out);
  let after: usize = 0;
  if (form == F_DATE) {
    after = date(start, end, out);
    // The column holds the day; the literal says more, so it is kept too.
    if (after != 0 && timed && !keep(attribute)) return 0;
  } else if (form == F_DATETIME) {
    after = datetime(start, end, out);
  }
  store<i32>(attribute, day, A_DAY);
  return after;
}
