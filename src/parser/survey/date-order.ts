/**
 * Which way round the slash dates of a file are: MM/dd or dd/MM.
 *
 * The wire does not say. A date with a number above 12 gives it away, and one
 * query writes all its dates alike, so one such date decides for the file.
 */
import { FlexError } from '../../errors.js';
import { countNewlines, afterValue, isQuote, isSpace, nextQuoteOrEnd } from './tag-bytes.js';

const SLASH = 0x2f;
const EQUALS = 0x3d;
const NOWHERE = Number.MAX_SAFE_INTEGER;
/** Characters of a literal that a message quotes. */
const QUOTED = 40;

type Order = 'mdy' | 'dmy' | 'either';

interface Witness {
  /** `fromDate="03/04/2024"`. */
  readonly text: string;
  readonly line: number;
}

export class DateEvidence {
  private mdy: Witness | undefined;
  private dmy: Witness | undefined;
  private first: Witness | undefined;
  private bytes: Buffer = Buffer.alloc(0);
  private linesBefore = 0;
  /** The next slash of `bytes` that no tag has been asked about. */
  private slash = 0;
  /** A place outside of quotes in the tag that begins at `tag`. */
  private outside = 0;
  private tag = -1;

  constructor(private readonly isDateAttribute: (name: string) => boolean) {}

  /** Undefined where no date attribute has a slash date; 'either' where none decides. */
  get order(): Order | undefined {
    if (this.first === undefined) return undefined;
    return this.mdy !== undefined ? 'mdy' : this.dmy !== undefined ? 'dmy' : 'either';
  }

  /** The first slash date: `fromDate="03/04/2024"`. */
  get sample(): string | undefined {
    return this.first?.text;
  }

  /** The buffer in which the next tags lie, and how many newlines came before it. */
  begin(bytes: Buffer, linesBefore: number): void {
    this.bytes = bytes;
    this.linesBefore = linesBefore;
    this.slash = 0;
    this.tag = -1;
  }

  /**
   * Looks at the start tag at [open, end), which is complete. Tags come in
   * the order of the file.
   * @throws FlexError FLEX_DATE_ORDER where one date says mdy and another dmy
   */
  look(open: number, end: number): void {
    if (this.slash < open) this.slash = this.nextSlash(open);
    while (this.slash < end) {
      const isDate = this.isSlashDate(this.slash);
      if (isDate) this.examine(open, end, this.slash);
      this.slash = this.nextSlash(this.slash + (isDate ? 4 : 1));
    }
  }

  private nextSlash(from: number): number {
    const at = this.bytes.indexOf(SLASH, from);
    return at < 0 ? NOWHERE : at;
  }

  /** `"dd/dd/dd`, where `at` is the first slash. */
  private isSlashDate(at: number): boolean {
    const { bytes } = this;
    return (
      bytes[at + 3] === SLASH &&
      at >= 3 &&
      isQuote(bytes[at - 3]) &&
      isDigit(bytes[at - 2]) &&
      isDigit(bytes[at - 1]) &&
      isDigit(bytes[at + 1]) &&
      isDigit(bytes[at + 2]) &&
      isDigit(bytes[at + 4]) &&
      isDigit(bytes[at + 5])
    );
  }

  private examine(open: number, end: number, at: number): void {
    const order = orderOf(twoDigits(this.bytes, at - 2), twoDigits(this.bytes, at + 1));
    if (order === undefined || this.known(order)) return;
    const quote = at - 3;
    const name = this.attributeBefore(quote, open);
    if (name === '' || !this.isDateAttribute(name) || !this.opensValue(open, end, quote)) return;
    this.record(order, name, quote, end);
  }

  /** Whether another date of that order would say nothing new. */
  private known(order: Order): boolean {
    if (order === 'either') return this.first !== undefined;
    return this[order] !== undefined;
  }

  private record(order: Order, name: string, quote: number, end: number): void {
    const { bytes } = this;
    const close = afterValue(bytes, quote, end) - 1;
    const literal = bytes.toString('utf8', quote + 1, Math.min(close, quote + 1 + QUOTED));
    const line = this.linesBefore + countNewlines(bytes, 0, quote) + 1;
    const witness = { text: `${name}="${literal}"`, line };
    this.first ??= witness;
    if (order !== 'either') this[order] = witness;
    if (this.mdy === undefined || this.dmy === undefined) return;
    throw new FlexError(
      'FLEX_DATE_ORDER',
      `${quoteForMessage(this.mdy)} can only be MM/dd, and ${quoteForMessage(this.dmy)} can only be dd/MM.`,
      {
        at: { line, attribute: name },
        advice:
          'Choose one with `--date-order mdy` or `--date-order dmy`; dates that do not ' +
          'fit then become problems, kept in _extra.',
      },
    );
  }

  /** The name before `=` and the quote at `quote`, or ''. */
  private attributeBefore(quote: number, open: number): string {
    const { bytes } = this;
    let at = quote - 1;
    while (isSpace(bytes[at])) at--;
    if (bytes[at] !== EQUALS) return '';
    at--;
    while (isSpace(bytes[at])) at--;
    const end = at + 1;
    while (at > open && !isSpace(bytes[at]) && !isQuote(bytes[at])) at--;
    return bytes.toString('utf8', at + 1, end);
  }

  /** False for a quote within the value of another attribute, or behind the tag. */
  private opensValue(open: number, end: number, quote: number): boolean {
    if (this.tag !== open) {
      this.tag = open;
      this.outside = open;
    }
    for (;;) {
      const next = nextQuoteOrEnd(this.bytes, this.outside, end);
      if (next >= quote || !isQuote(this.bytes[next])) return next === quote;
      this.outside = afterValue(this.bytes, next, end);
    }
  }
}

/** The evidence of a pair of numbers; undefined where they are no day and month at all. */
function orderOf(first: number, second: number): Order | undefined {
  const monthFirst = isMonth(first) && isDay(second);
  const dayFirst = isDay(first) && isMonth(second);
  if (monthFirst && dayFirst) return 'either';
  return monthFirst ? 'mdy' : dayFirst ? 'dmy' : undefined;
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function isDay(value: number): boolean {
  return value >= 1 && value <= 31;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function twoDigits(bytes: Buffer, at: number): number {
  return (bytes[at]! - 0x30) * 10 + bytes[at + 1]! - 0x30;
}

function quoteForMessage({ text, line }: Witness): string {
  return `${text} (line ${line})`;
}
