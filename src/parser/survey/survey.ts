/**
 * The first reading of an input: what it is, whether it is whole, and the
 * identity of each statement, before a row of it is parsed.
 *
 * Hops from '<' to '<', which is exact where the XML is well-formed, for there a '<' never stands
 * in a value. Whether it is, the SAX parser finds out in the second reading; here no bytes may do
 * harm. No I/O.
 */
import { createHash, type Hash } from 'node:crypto';
import { FlexError, type ErrorCode } from '../../errors.js';
import { Carry } from '../xml/carry.js';
import { DateEvidence } from './date-order.js';
import { Digests, type DigestList } from './digests.js';
import { byteOrderMarkLength, ROOT, sniff, SNIFF_BYTES, wrongRoot } from './sniff.js';
import { countNewlines, isNamed, isSpace, nameAt, tagEnd } from './tag-bytes.js';
import { endedTooSoon, goesOn } from './truncation.js';

export interface Survey {
  /** SHA-256 of all bytes, in hex. */
  readonly sha256: string;
  readonly bytes: number;
  /**
   * SHA-256, in hex, of the bytes of each statement, from the `<` of
   * `<FlexStatement …>` to the `>` that closes it, in the order of the file.
   */
  readonly statementDigests: DigestList;
  /**
   * The order of the slash dates, as far as the file tells it. 'either': there are some,
   * and none decides. Undefined: there are none.
   */
  readonly dateOrder: 'mdy' | 'dmy' | 'either' | undefined;
  /** The first slash date, for messages: `fromDate="03/04/2024"`. */
  readonly dateOrderSample: string | undefined;
}

export interface SurveyorOptions {
  /**
   * Whether an attribute of that name holds a date or a datetime, whatever its
   * element. Where the user has said the order, say no to every name: the dates are
   * then no evidence, and dates that contradict each other no error.
   */
  readonly isDateAttribute: (name: string) => boolean;
  /** For the position of errors. */
  readonly file?: string | undefined;
  /** The digest of all bytes is reckoned elsewhere, and given to `end`. Default false. */
  readonly isDigestedElsewhere?: boolean;
}

/** Bytes from one `<` to the next, of an end tag, a text, a comment: more is no Flex report. */
export const MAX_MARKUP_BYTES = 16 * 1024 * 1024;

const LESS = 0x3c;
const GREATER = 0x3e;
const BANG = 0x21;
const QUESTION = 0x3f;
const SLASH = 0x2f;
const EMPTY: Buffer = Buffer.alloc(0);
const STATEMENT_NAME = Buffer.from('FlexStatement');
const ROOT_NAME = Buffer.from(ROOT);

/** Constructs that the scanner skips whole, by opening and end. */
const PASSED = {
  comment: { opening: Buffer.from('<!--'), closing: Buffer.from('-->') },
  'CDATA section': { opening: Buffer.from('<![CDATA['), closing: Buffer.from(']]>') },
  'processing instruction': { opening: Buffer.from('<?'), closing: Buffer.from('?>') },
} as const;

/**
 * Bytes in, facts out. Any cuts between chunks give the same survey, and the
 * same error. After an error the surveyor is spent.
 *
 * Memory: the tag that a chunk cuts, at most MAX_MARKUP_BYTES.
 */
export class Surveyor {
  private readonly evidence: DateEvidence;
  private readonly whole: Hash | undefined;
  private readonly digests = new Digests();
  private byteCount = 0;
  /** The first bytes until there are enough to be sniffed at. */
  private head: Buffer | undefined = EMPTY;
  /** Bytes seen but not passed: a tag that goes on in the next chunk. */
  private readonly carry = new Carry();
  /** Newlines before `carry`. */
  private newlines = 0;
  private inside: 'text' | keyof typeof PASSED = 'text';
  /** Bytes passed of the text or of what `inside` says, from its beginning. */
  private stretch = 0;
  private markupSeen = false;
  private root: 'awaited' | 'open' | 'closed' = 'awaited';
  private statementDepth = 0;
  private statementCount = 0;
  private statement: Hash | undefined;
  /** Where, in the bytes at hand, those of the statement begin that are not yet digested. */
  private undigested = 0;

  constructor(private readonly options: SurveyorOptions) {
    this.evidence = new DateEvidence(options.isDateAttribute);
    this.whole = options.isDigestedElsewhere === true ? undefined : createHash('sha256');
  }

  /**
   * The next bytes. They may change after the call.
   * @throws FlexError what sniff refuses, FLEX_DATE_ORDER, FLEX_DOCTYPE, FLEX_TOO_LARGE, and
   *   FLEX_MALFORMED where something follows the report
   */
  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.byteCount += bytes.length;
    this.whole?.update(bytes);
    this.placed(() => {
      if (this.head === undefined) {
        this.scan(bytes, false);
      } else {
        this.head = Buffer.concat([this.head, bytes]);
        if (this.head.length >= SNIFF_BYTES) this.passHead();
      }
    });
  }

  /** @throws FlexError as `push`, and FLEX_TRUNCATED where the report is not at its end */
  end(digestOfAll = ''): Survey {
    this.placed(() => {
      this.passHead();
      this.scan(EMPTY, true);
      if (this.root === 'closed' && this.inside === 'text') return;
      const { root, inside, statementDepth, statementCount, markupSeen, byteCount } = this;
      const seen = { root, inside, statementDepth, statementCount, markupSeen, byteCount };
      throw endedTooSoon({ ...seen, line: this.newlines + 1 });
    });
    return {
      sha256: this.whole?.digest('hex') ?? digestOfAll,
      bytes: this.byteCount,
      statementDigests: this.digests,
      dateOrder: this.evidence.order,
      dateOrderSample: this.evidence.sample,
    };
  }

  private placed(step: () => void): void {
    try {
      step();
    } catch (thrown) {
      const { file } = this.options;
      throw thrown instanceof FlexError && file !== undefined ? thrown.within({ file }) : thrown;
    }
  }

  private passHead(): void {
    const { head } = this;
    if (head === undefined) return;
    this.head = undefined;
    const refused = sniff(head.subarray(0, SNIFF_BYTES));
    if (refused !== undefined) throw refused;
    this.scan(head.subarray(byteOrderMarkLength(head)), false);
  }

  private scan(chunk: Buffer, last: boolean): void {
    const bytes = this.carry.join(chunk);
    this.evidence.begin(bytes, this.newlines);
    const passed = this.pass(bytes, last);
    this.statement?.update(bytes.subarray(this.undigested, passed));
    this.undigested = 0;
    this.newlines += countNewlines(bytes, 0, passed);
    this.carry.keep(bytes.subarray(passed));
  }

  /** @returns how many of the bytes need not be seen again */
  private pass(bytes: Buffer, last: boolean): number {
    let at = 0;
    while (at < bytes.length) {
      if (this.inside !== 'text') {
        const { closing } = PASSED[this.inside];
        const found = bytes.indexOf(closing, at);
        // Where it does not end here, its end may be cut in two.
        const end = found < 0 ? bytes.length - closing.length + 1 : found + closing.length;
        if (found < 0 && last) return bytes.length;
        if (end > at) this.lengthen(end - at, bytes, at);
        if (found < 0) return Math.max(at, end);
        at = end;
        this.inside = 'text';
        this.stretch = 0;
      } else {
        const open = bytes.indexOf(LESS, at);
        const textEnd = open < 0 ? bytes.length : open;
        if (this.root !== 'open') this.refuseText(bytes, at, textEnd);
        this.lengthen(textEnd - at, bytes, at);
        if (open < 0) return textEnd;
        const next = this.markup(bytes, open, last);
        if (next < 0) return open;
        this.stretch = 0;
        at = next;
      }
    }
    return at;
  }

  /** The text, comment or instruction at hand goes on for so many bytes. */
  private lengthen(by: number, bytes: Buffer, at: number): void {
    this.stretch += by;
    if (this.stretch <= MAX_MARKUP_BYTES) return;
    const what = this.inside === 'text' ? 'piece of text' : this.inside;
    throw this.error('FLEX_TOO_LARGE', `A ${what} is larger than 16 MiB.`, bytes, at);
  }

  /** @returns where to go on, or -1 where more bytes are needed to tell */
  private markup(bytes: Buffer, open: number, last: boolean): number {
    this.markupSeen = true;
    const kind = bytes[open + 1];
    if (kind === BANG) return this.declaration(bytes, open, last);
    if (kind === QUESTION) return this.enter('processing instruction', open);
    const found = bytes.indexOf(kind === SLASH ? GREATER : LESS, open + 1);
    const end = found < 0 ? bytes.length : found;
    if (end - open > MAX_MARKUP_BYTES) {
      throw this.error('FLEX_TOO_LARGE', 'A tag or text is larger than 16 MiB.', bytes, open);
    }
    if (found < 0 && !last) return -1;
    if (kind !== SLASH) return this.startTag(bytes, open, end);
    return found < 0 ? end : this.endTag(bytes, open, end);
  }

  private enter(what: keyof typeof PASSED, open: number): number {
    this.inside = what;
    return open + PASSED[what].opening.length;
  }

  private declaration(bytes: Buffer, open: number, last: boolean): number {
    for (const what of ['comment', 'CDATA section'] as const) {
      const { opening } = PASSED[what];
      if (bytes.subarray(open, open + opening.length).equals(opening))
        return this.enter(what, open);
      const cut = opening.subarray(0, bytes.length - open);
      if (bytes.subarray(open).equals(cut)) return last ? this.enter(what, open) : -1;
    }
    throw this.error('FLEX_DOCTYPE', 'There is a declaration (`<!…`).', bytes, open);
  }

  private startTag(bytes: Buffer, open: number, end: number): number {
    if (this.root !== 'open') return this.rootTag(bytes, open, end);
    if (isNamed(bytes, open + 1, STATEMENT_NAME)) this.statementTag(bytes, open, end);
    this.evidence.look(open, end);
    return end;
  }

  private rootTag(bytes: Buffer, open: number, end: number): number {
    if (this.root === 'closed') throw goesOn(this.lineOf(bytes, open));
    const name = nameAt(bytes, open + 1);
    if (name === undefined) return end;
    if (!isNamed(bytes, open + 1, ROOT_NAME)) throw wrongRoot(name, this.lineOf(bytes, open));
    const close = tagEnd(bytes, open, end);
    const selfClosed = close > 0 && bytes[close - 1] === SLASH;
    this.root = selfClosed ? 'closed' : 'open';
    return selfClosed ? close + 1 : end;
  }

  private statementTag(bytes: Buffer, open: number, end: number): void {
    if (this.statementDepth === 0) {
      this.statementCount++;
      this.statement = createHash('sha256');
      this.undigested = open;
    }
    this.statementDepth++;
    const close = tagEnd(bytes, open, end);
    if (close > 0 && bytes[close - 1] === SLASH) this.closeStatement(bytes, close + 1);
  }

  private endTag(bytes: Buffer, open: number, end: number): number {
    if (isNamed(bytes, open + 2, STATEMENT_NAME)) this.closeStatement(bytes, end + 1);
    else if (this.root === 'open' && isNamed(bytes, open + 2, ROOT_NAME)) {
      if (this.statementDepth > 0) {
        const message = `The report ends inside statement ${this.statementCount}.`;
        throw this.error('FLEX_MALFORMED', message, bytes, open);
      }
      this.root = 'closed';
    }
    return end + 1;
  }

  private closeStatement(bytes: Buffer, end: number): void {
    if (this.statementDepth === 0 || --this.statementDepth > 0) return;
    this.digests.push(this.statement!.update(bytes.subarray(this.undigested, end)).digest());
    this.statement = undefined;
  }

  /** Before and after the report there is only white space. */
  private refuseText(bytes: Buffer, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (isSpace(bytes[at])) continue;
      if (this.root === 'closed') throw goesOn(this.lineOf(bytes, at));
      throw this.error('FLEX_NOT_XML', 'There is text before the report.', bytes, at);
    }
  }

  private error(code: ErrorCode, message: string, bytes: Buffer, at: number): FlexError {
    return new FlexError(code, message, { at: { line: this.lineOf(bytes, at) } });
  }

  private lineOf(bytes: Buffer, at: number): number {
    return this.newlines + countNewlines(bytes, 0, at) + 1;
  }
}
