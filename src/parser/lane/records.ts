/**
 * How the memory of the lane is laid out: what lane.ts writes there and assembly/ reads. Both
 * compile this file, so that there is one place for each offset; it holds numbers only.
 *
 * Offsets within a record are in bytes. Every field is an integer of 32 bits.
 */

/** State of a run: see below. */
export const STATE = 32_768;
/** Days whose offset from UTC is known: pairs of a day, as yyyymmdd, and seconds. */
export const DAYS = 40_960;
export const DAYS_KEPT = 1024;
/** Bytes of the statement's account, at most ACCOUNT_BYTES. */
export const ACCOUNT = 36_864;
export const ACCOUNT_BYTES = 128;

/** The bytes to be read, at most INPUT_BYTES and PADDING. */
export const INPUT = 65_536;
export const INPUT_BYTES = 393_216;
/** Vectors may be read that begin before the end of something. */
export const PADDING = 64;
/** The content of a row that is known by its hash. */
export const CONTENT = 524_288;
/** What a row has beside its columns, as JSON. */
export const EXTRA = 786_432;
export const EXTRA_BYTES = 65_536;
/** Everything else. */
export const HEAP = 917_504;

/** Bytes and cells of the rows of an element that wait to be taken over. */
export const OUT_BYTES = 131_072;
export const OUT_CELLS = 32_768;

// State: what a run is told and what it says.
export const S_STATUS = 0;
/** The layout that a row stopped at, where the status is DECLINED or FULL. */
export const S_LAYOUT = 4;
/** Where the row in hand ends; its number of line feeds, and the byte after the last. */
export const S_NEXT = 8;
export const S_LINES = 12;
export const S_LINE_START = 16;
/** How many rows were taken. */
export const S_ROWS = 20;
/** The number of the next row in its statement. */
export const S_NUMBER = 24;
export const S_ACCOUNT_LENGTH = 28;
/** Digits before and after the point that the destination holds. */
export const S_INTEGER_DIGITS = 32;
export const S_FRACTION_DIGITS = 36;

// Why a run has stopped.
/** Something that no layout of the section matches, or the bytes have ended. */
export const NO_MATCH = 0;
/** A layout matches, and the row has something that the lane does not read. */
export const DECLINED = 1;
/** There is no room for another row of the element. */
export const FULL = 2;

// A layout.
export const L_ATTRIBUTES = 0;
export const L_ATTRIBUTE_COUNT = 4;
export const L_ELEMENT = 8;
/** By column, in the order of the catalogue. */
export const L_COLUMNS = 12;
/** The attribute that places the row on a day, or 0. */
export const L_DATE = 16;
/** Rows taken since they were last taken over. */
export const L_ROWS = 20;
/** The addresses of the attributes that have no column. */
export const L_UNKNOWN = 24;
export const L_UNKNOWN_COUNT = 28;
export const LAYOUT_BYTES = 32;

// An attribute of a layout: what stands before its value, and the value of the row in hand.
export const A_BEFORE = 0;
export const A_BEFORE_LENGTH = 4;
export const A_START = 8;
export const A_END = 12;
/** Whether it holds references. */
export const A_ESCAPED = 16;
/** The day of a date or datetime, as yyyymmdd; 0 where a null mark stands for it. */
export const A_DAY = 20;
/** Its name in JSON, with what stands between it and the value: `"name":"`. */
export const A_JSON = 24;
export const A_JSON_LENGTH = 28;
export const ATTRIBUTE_BYTES = 32;

// A column of a layout.
/** Its attribute, or 0. */
export const C_ATTRIBUTE = 0;
export const C_FORM = 4;
export const C_NAME = 8;
export const C_NAME_LENGTH = 12;
export const COLUMN_BYTES = 16;

// How a value becomes a cell.
/** Not here: a row that has a value is declined. */
export const F_OTHER = 0;
export const F_TEXT = 1;
export const F_DECIMAL = 2;
export const F_DATE = 3;
export const F_DATETIME = 4;
export const F_BOOLEAN = 5;
export const F_TIME = 6;
/** The account of the row, which must be that of the statement; empty, it becomes that. */
export const F_ACCOUNT = 7;

// An element: its rows that wait, and what is done for every row.
export const E_COLUMN_COUNT = 0;
export const E_OUT = 4;
export const E_OUT_LENGTH = 8;
export const E_CELLS = 12;
export const E_CELL_COUNT = 16;
/** Where the first of the waiting bytes will stand in its batch. */
export const E_BASE = 20;
export const E_SCOPE = 24;
export const E_SCOPE_LENGTH = 28;
export const E_KEYS = 32;
export const E_KEY_COUNT = 36;
/** Its place in the list of elements. */
export const E_INDEX = 40;
/** Whether its rows are events: each needs a day. */
export const E_IS_EVENT = 44;
/** Whether a row without a natural key is known by its scope alone. */
export const E_IS_SINGLE = 48;
/** Columns that hold a day of the event. */
export const E_DAY_SLOTS = 52;
export const E_DAY_SLOT_COUNT = 56;
/** Columns that bound the day of a row, best first. */
export const E_BOUND_SLOTS = 60;
export const E_BOUND_SLOT_COUNT = 64;
/** Bits of the keys by which rows are known, BY_CONTENT_BIT for none. */
export const E_KNOWN_BY = 68;
/** The first day that bounds a row, as yyyymmdd; 0 where a row has none, NO_BOUND before any. */
export const E_BOUND = 72;
export const ELEMENT_BYTES = 76;
export const MOST_KEYS = 30;
export const BY_CONTENT_BIT = 31;
export const NO_BOUND = 100_000_000;

// A natural key: so many slots of columns follow.
export const K_PREFIX = 0;
export const K_PREFIX_LENGTH = 4;
export const K_SLOT_COUNT = 8;
export const K_SLOTS = 12;

/** What `offset` gives for a day on which clocks are changed, or which it cannot place. */
export const NO_OFFSET = 1_000_000;
