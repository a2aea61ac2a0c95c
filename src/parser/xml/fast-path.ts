/**
 * The fast path: rows that look, byte for byte, like one that the SAX parser has already read,
 * except for their values, are cut out of the bytes directly.
 *
 * Ninety-nine rows in a hundred are such rows: the same element, the same attributes in the same
 * order, ASCII values without references other than the five of XML. Everything else, and
 * everything malformed, is left to the SAX parser, which remains the judge of well-formedness: the
 * fast path accepts only what it would accept, and gives the same cells. Knows bytes and layouts,
 * not statements.
 */
import type { RowElement } from '../../catalog/section.js';

const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** How many layouts are kept: more means that the rows of the file have no common shape. */
export const LAYOUTS_KEPT = 64;
/** A row that does not end within so many bytes is left to the SAX parser and its limits. */
export const PLAIN_ROW_BYTES = 256 * 1024;

/** Bytes that stand for themselves in an attribute value: printable ASCII but `"`, `&` and `<`. */
const PLAIN_VALUE = new Uint8Array(256);
for (let byte = SPACE; byte < 0x80; byte++) PLAIN_VALUE[byte] = 1;
for (const byte of [QUOTE, AMPERSAND, LESS]) PLAIN_VALUE[byte] = 0;

/** The references that every XML document knows, and what they stand for. */
const REFERENCES: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('&amp;'), '&'],
  [Buffer.from('&lt;'), '<'],
  [Buffer.from('&gt;'), '>'],
  [Buffer.from('&quot;'), '"'],
  [Buffer.from('&apos;'), "'"],
];
const RESOLVED = new Map(REFERENCES.map(([bytes, text]) => [bytes.toString(), text]));
const LONGEST_REFERENCE = 6;

/** The shape of a row: an element with these attributes in this order. */
export interface Layout {
  readonly element: RowElement;
  readonly names: readonly string[];
  /** What stands before each value: `<Trade accountId="`, then `" currency="` and so on. */
  readonly before: readonly Expected[];
}

/** Bytes as numbers of four bytes each, little-endian; the last one overlaps where they do not fit. */
export interface Expected {
  readonly bytes: Buffer;
  /** How many there are, at least four. */
  readonly size: number;
  readonly words: Int32Array;
}

/**
 * What one report hands on to the next of the same catalogue: a layout that the SAX parser has
 * read stays well-formed.
 */
export interface LayoutMemory {
  layouts: readonly Layout[];
}

/** Where the values of the row read last begin and end. */
export interface PlainRow {
  layout: Layout;
  bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where a value holds references (`&amp;`), which `plainLiteral` resolves. */
  readonly escaped: Uint8Array;
}

/** What `read` came to: a row, something for the SAX parser, or the end of the bytes. */
export type PlainResult = 'row' | 'other' | 'more';

const MOST_ATTRIBUTES = 1024;

export class FastPath {
  private readonly layouts: Layout[];
  /** Those that a row of this report had. */
  private readonly used = new Set<Layout>();
  /** The bytes of the row, to be compared four at a time. */
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** The row read last; lent until the next. */
  readonly row: PlainRow = {
    layout: { element: undefined as unknown as RowElement, names: [], before: [] },
    bytes: Buffer.alloc(0),
    starts: new Int32Array(MOST_ATTRIBUTES),
    ends: new Int32Array(MOST_ATTRIBUTES),
    escaped: new Uint8Array(MOST_ATTRIBUTES),
  };
  /** Where the bytes go on after the row read last. */
  next = 0;
  /** Line feeds that were passed over to get there. */
  lines = 0;
  /** Bytes from the last of these line feeds to `next`. */
  column = 0;

  /** @param memory what earlier reports knew */
  constructor(private readonly memory?: LayoutMemory) {
    this.layouts = [...(memory?.layouts ?? [])];
  }

  /** The layouts that are known, in no order. */
  get learned(): readonly Layout[] {
    return this.layouts;
  }

  /** Rows of this layout have come. */
  use(layout: Layout): void {
    this.used.add(layout);
  }

  /** The report has ended: the next one need not learn what this one had. */
  remember(): void {
    if (this.memory !== undefined) this.memory.layouts = [...this.used];
  }

  /** Takes note of a row that the SAX parser has read and found well-formed. */
  learn(element: RowElement, names: readonly string[], count: number): void {
    if (count === 0 || count > MOST_ATTRIBUTES) return;
    const own = names.slice(0, count);
    const known = this.layouts.find(
      (layout) =>
        layout.element === element &&
        layout.names.length === count &&
        layout.names.every((name, i) => name === own[i]),
    );
    if (known !== undefined) this.use(known);
    if (known !== undefined || this.layouts.length >= LAYOUTS_KEPT) return;
    // A column of the file is told in characters, and the row is measured in bytes.
    if (!own.every((name) => /^[\x21-\x7e]+$/.test(name))) return;
    const layout = {
      element,
      names: own,
      before: own.map((name, i) =>
        expected(Buffer.from(i === 0 ? `<${element.name} ${name}="` : `" ${name}="`)),
      ),
    };
    this.layouts.push(layout);
    this.use(layout);
  }

  /**
   * Reads one row after white space.
   * @param section the only one whose rows may stand here
   * @returns 'more' where the bytes end before it is clear what they hold
   */
  read(bytes: Buffer, from: number, section: string): PlainResult {
    let at = from;
    let lines = 0;
    let lineStart = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === LINE_FEED) {
        lines++;
        lineStart = at + 1;
      }
      // A carriage return alone is a line end, too, and rare enough to be left alone.
      else if (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED) {
        return at + 1 === bytes.length ? 'more' : 'other';
      } else if (byte !== SPACE && byte !== TAB && byte !== CARRIAGE_RETURN) break;
    }
    if (at === bytes.length) return 'more';
    if (this.row.bytes !== bytes) {
      this.row.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    let cutShort = false;
    for (let i = 0; i < this.layouts.length; i++) {
      const layout = this.layouts[i]!;
      if (layout.element.section !== section) continue;
      const end = this.match(layout, bytes, at);
      if (end > 0) {
        if (layout !== this.row.layout) this.use(layout);
        this.row.layout = layout;
        this.next = end;
        this.lines = lines;
        this.column = end - lineStart;
        // The next row most likely looks the same.
        if (i > 0) {
          this.layouts[i] = this.layouts[0]!;
          this.layouts[0] = layout;
        }
        return 'row';
      }
      cutShort ||= end === CUT_SHORT;
    }
    return cutShort && bytes.length - at < PLAIN_ROW_BYTES ? 'more' : 'other';
  }

  /** @returns where the row ends, MISMATCH or CUT_SHORT */
  private match(layout: Layout, bytes: Buffer, from: number): number {
    const { before } = layout;
    const { view } = this;
    const { starts, ends, escaped } = this.row;
    const { length } = bytes;
    let at = from;
    for (let i = 0; i < before.length; i++) {
      const { size, words } = before[i]!;
      if (at + size > length) return CUT_SHORT;
      const last = words.length - 1;
      for (let k = 0; k < last; k++) {
        if (view.getInt32(at + 4 * k, true) !== words[k]) return MISMATCH;
      }
      at += size;
      if (view.getInt32(at - 4, true) !== words[last]) return MISMATCH;
      starts[i] = at;
      escaped[i] = 0;
      while (at < length && PLAIN_VALUE[bytes[at]!] === 1) at++;
      while (bytes[at] === AMPERSAND) {
        const reference = referenceLength(bytes, at);
        if (reference === 0) return at + LONGEST_REFERENCE > length ? CUT_SHORT : MISMATCH;
        escaped[i] = 1;
        at += reference;
        while (at < length && PLAIN_VALUE[bytes[at]!] === 1) at++;
      }
      if (at >= length) return CUT_SHORT;
      if (bytes[at] !== QUOTE) return MISMATCH;
      ends[i] = at;
    }
    at++;
    if (bytes[at] === SPACE) at++;
    if (at + 1 >= length) return CUT_SHORT;
    return bytes[at] === SLASH && bytes[at + 1] === GREATER ? at + 2 : MISMATCH;
  }
}

function expected(bytes: Buffer): Expected {
  const words = new Int32Array(Math.ceil(bytes.length / 4));
  for (let k = 0; k < words.length; k++) {
    words[k] = bytes.readInt32LE(Math.min(4 * k, bytes.length - 4));
  }
  return { bytes, size: bytes.length, words };
}

/** How long the reference is that begins here; 0 where it is none of the five. */
function referenceLength(bytes: Buffer, at: number): number {
  for (const [reference] of REFERENCES) {
    let same = 0;
    while (same < reference.length && bytes[at + same] === reference[same]) same++;
    if (same === reference.length) return same;
  }
  return 0;
}

/** The literal of one attribute of a row, its references resolved. */
export function plainLiteral(row: PlainRow, attribute: number): string {
  const { bytes, starts, ends, escaped } = row;
  const text = bytes.toString('latin1', starts[attribute], ends[attribute]);
  if (escaped[attribute] === 0) return text;
  return text.replace(/&[a-z]+;/g, (reference) => RESOLVED.get(reference) ?? reference);
}

const MISMATCH = 0;
const CUT_SHORT = -1;
