/**
 * How the memory of the compiled row encoder is laid out: what machine.ts writes there and
 * assembly/ reads. Both compile this file; it holds numbers only.
 *
 * Offsets within a record are in bytes. Every field is an integer of 32 bits.
 */

/** What a call is told and what it says: see below. */
export const STATE = 32_768;
/** The fields of a row, in the order of the text. */
export const FIELDS = 65_536;
export const MOST_FIELDS = 1536;
/** Texts that stand before and after values, and in their place. */
export const LITERALS = 131_072;
export const LITERAL_BYTES = 131_008;
/** Where the cells end; one integer before it, where the first of them begins. */
export const ENDS = 262_160;
export const MOST_CELLS = 65_536;
/** The cells, one after the other. */
export const CELLS = 524_352;
export const CELL_BYTES = 262_144;
/** The text. */
export const OUT = 851_968;
export const OUT_BYTES = 655_360;
/** Behind it: vectors may be written and read that begin before the end of something. */
export const MEMORY_BYTES = 1_572_864;

// State.
export const S_FIELD_COUNT = 0;
/** Cells of a row. */
export const S_STRIDE = 4;
export const S_ROWS = 8;
/** Bytes of text after which no row is begun. */
export const S_ENOUGH = 12;
/** What a byte of a cell becomes at most, and the bytes of a row beside that. */
export const S_GROWTH = 16;
export const S_FIXED = 20;
/** What is added to where a cell ends, to have its address. */
export const S_BIAS = 24;
export const S_END = 28;
export const S_END_LENGTH = 32;
/** The number that a COUNT of the next row writes. */
export const S_COUNT = 36;
/** Length from which the digits of a MEASURED value are counted. */
export const S_MEASURED_FROM = 40;
/** Says how many bytes of text there are, and how many the longest row has. */
export const S_LENGTH = 44;
export const S_LONGEST = 48;

// A field.
/** Four times the place of its cell in the row. */
export const F_CELL = 0;
export const F_FORM = 4;
export const F_BEFORE = 8;
export const F_BEFORE_LENGTH = 12;
export const F_AFTER = 16;
export const F_AFTER_LENGTH = 20;
/** In the place of NULL. */
export const F_NULL = 24;
export const F_NULL_LENGTH = 28;
/** The most digits before and after the point. */
export const F_INTEGER = 32;
export const F_FRACTION = 36;
export const FIELD_BYTES = 40;

// How a cell becomes text.
/** As it is. */
export const PLAIN = 0;
/** The same, and its digits are counted. */
export const MEASURED = 1;
/** Within quotes where RFC 4180 wants them. */
export const CSV_TEXT = 2;
/** With backslashes, as Postgres' COPY wants them. */
export const COPY_TEXT = 3;
/** No cell: the number of the row. */
export const COUNT = 4;
/** As it is; a row with a control character in it is left to the encoder. */
export const TEXT_WITHOUT_CONTROLS = 5;
