/**
 * Bytes in, batches out: drives the SAX parser and turns its events into rows. No I/O, no clock, no
 * environment. What an element is, statements/statement-reader.ts decides; what a literal becomes,
 * rows/row-encoder.ts.
 */
import { FlexError, type Position } from '../errors.js';
import { BROKER_TIMEZONE } from '../time/days.js';
import type { Batch } from './batch.js';
import { LaneGate } from './lane/gate.js';
import { dateOrderOf, type ParserOptions } from './options.js';
import { Report } from './report.js';
import { Batcher } from './rows/batcher.js';
import type { Attributes } from './rows/row-encoder.js';
import type { ParseReport } from './statement.js';
import { MAX_ELEMENT_LENGTH, StatementReader } from './statements/statement-reader.js';
import { DateReader } from './values/dates.js';
import { Carry } from './xml/carry.js';
import { FastPath } from './xml/fast-path.js';
import { PositionTracker } from './xml/position.js';
import { saxMessage, saxParser } from './xml/sax.js';
import { Utf8Decoder } from './xml/utf8.js';

export type { ParserOptions } from './options.js';

/** Bytes given to the SAX parser at a time: bounds what one step can produce. */
const STEP_BYTES = 64 * 1024;
const GREATER = 0x3e;
const NOTHING = Buffer.alloc(0);

/**
 * A push parser of one Flex report.
 *
 * `push` a chunk and take every batch it yields before pushing the next;
 * `end` yields the last ones and checks that the report was whole. After an
 * error the parser is spent.
 */
export class FlexParser {
  private readonly sax = saxParser();
  private readonly decoder = new Utf8Decoder();
  private readonly batcher: Batcher;
  private readonly reader: StatementReader;
  private readonly attributes: Attributes = { names: [], literals: [], count: 0 };
  private readonly maxElementLength: number;
  private readonly collected = new Report();
  /** Characters given to the SAX parser. Its own `position` is right only while it is at work. */
  private fed = 0;
  /** How many of them it had taken when it last finished something. */
  private lastEventAt = 0;
  private elementLine = 1;
  /** Whether a start tag has begun and not ended. */
  private inTag = false;
  private rootSeen = false;
  private readonly plain: FastPath;
  /** The beginning of something that the fast path must see whole. */
  private readonly carry = new Carry();
  private readonly skipped = new PositionTracker(this.sax);
  private readonly lane: LaneGate;

  constructor(private readonly options: ParserOptions) {
    this.maxElementLength = options.maxElementLength ?? MAX_ELEMENT_LENGTH;
    const dateOrder = dateOrderOf(options);
    const { timezone = BROKER_TIMEZONE, decimalLimit, lane: code } = options;
    this.plain = new FastPath(options.layouts);
    const dates = new DateReader({ timezone, dateOrder });
    const ages = new DateReader({ timezone: BROKER_TIMEZONE, dateOrder });
    this.batcher = new Batcher({
      dates,
      decimalLimit,
      report: this.collected,
      batchBytes: options.batchBytes,
      occurrences: options.occurrences,
      file: options.file,
    });
    const clocks = { dates, ages };
    this.reader = new StatementReader(options, this.batcher, this.collected, clocks, this.plain);
    const { batcher, plain, reader, skipped } = this;
    const parts = { batcher, plain, reader, skipped, dates, decimalLimit, code };
    this.lane = new LaneGate({ ...parts, rowsBefore: options.rowsBeforeLane });
    this.listen();
  }

  /** The findings; complete after `end`. */
  get report(): ParseReport {
    return this.collected;
  }

  /** Rows that saxes did not read, for tests and benchmarks. */
  get plainRowCount(): number {
    return this.skipped.rows;
  }

  /** Those of them that the lane read. */
  get laneRowCount(): number {
    return this.lane.rows;
  }

  /** @throws FlexError for anything that is not a whole, well-formed Flex report */
  *push(chunk: Uint8Array): Generator<Batch, void, undefined> {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let start = 0; start < bytes.length; start += STEP_BYTES) {
      this.step(bytes.subarray(start, start + STEP_BYTES));
      yield* this.batcher.take('full');
    }
  }

  /** @throws FlexError FLEX_TRUNCATED or FLEX_MALFORMED where the report is not at its end */
  *end(): Generator<Batch, void, undefined> {
    this.parse(this.carry.join(NOTHING));
    if (this.decoder.cutShort)
      throw this.error('FLEX_TRUNCATED', 'The file ends within a character.');
    this.guard(() => this.sax.close());
    if (!this.rootSeen) throw this.error('FLEX_EMPTY_INPUT', 'The file holds no report.');
    this.reader.endReport();
    this.lane.close();
    this.plain.remember();
    yield* this.batcher.take('all');
  }

  /** One step: rows by the fast path where possible, the rest through the SAX parser. */
  private step(given: Buffer): void {
    const bytes = this.carry.join(given);
    this.carry.keep(NOTHING);
    for (let at = 0; at < bytes.length;) {
      const section = this.atContent ? this.reader.plainSection : undefined;
      if (section !== undefined) at = this.passLane(bytes, at, section);
      const result = section === undefined ? 'other' : this.plain.read(bytes, at, section);
      if (result === 'row') {
        const { next, lines, column } = this.plain;
        this.skipped.take(next - at, lines, column);
        this.takePlain();
        at = next;
      } else if (result === 'more') {
        this.carry.keep(bytes.subarray(at));
        return;
      } else {
        // To the end of the next tag: after it the fast path may be open again.
        const end = bytes.indexOf(GREATER, at) + 1 || bytes.length;
        this.parse(bytes.subarray(at, end));
        at = end;
      }
    }
  }

  private takePlain(): void {
    try {
      this.reader.takePlain(this.skipped.line);
    } catch (thrown) {
      throw this.placed(thrown);
    }
  }

  private passLane(bytes: Buffer, at: number, section: string): number {
    try {
      return this.lane.pass(bytes, at, section);
    } catch (thrown) {
      throw this.placed(thrown);
    }
  }

  private placed(thrown: unknown): unknown {
    return thrown instanceof FlexError ? thrown.within(this.position()) : thrown;
  }

  /** Whether the SAX parser stands between two elements: the last thing it saw was a whole tag. */
  private get atContent(): boolean {
    return !this.options.everythingBySax && this.fed === this.lastEventAt;
  }

  private parse(bytes: Buffer): void {
    const text = this.decoder.decode(bytes);
    if (text === undefined) {
      // What comes first is told first, wherever the chunks were cut.
      const { soundPart } = this.decoder;
      this.guard(() => this.sax.write(soundPart.toString('utf8')));
      throw this.notUtf8();
    }
    this.guard(() => this.sax.write(text));
    this.fed += text.length;
    if (this.fed - this.lastEventAt > this.maxElementLength) {
      throw this.error(
        'FLEX_TOO_LARGE',
        `An element or text is longer than ${this.maxElementLength} characters.`,
      );
    }
  }

  private notUtf8(): FlexError {
    const { soundPart, offset } = this.decoder;
    return new FlexError(
      'FLEX_ENCODING',
      `The byte at offset ${this.skipped.bytes + offset + soundPart.length} is not UTF-8.`,
      { at: { ...this.position(), column: undefined } },
    );
  }

  private listen(): void {
    const { sax, attributes } = this;
    sax.on('opentagstart', () => {
      this.elementLine = this.skipped.line;
      this.inTag = true;
      attributes.count = 0;
    });
    sax.on('attribute', ({ name, value }) => {
      attributes.names[attributes.count] = name;
      attributes.literals[attributes.count++] = value;
    });
    sax.on('opentag', (tag) => {
      this.lastEventAt = sax.position;
      this.inTag = false;
      if (!this.rootSeen) this.root(tag.name);
      this.reader.open(tag.name, attributes, tag.isSelfClosing, this.elementLine);
    });
    sax.on('closetag', (tag) => {
      this.lastEventAt = sax.position;
      // A self-closing element has said everything when it was opened.
      if (!tag.isSelfClosing) this.reader.close();
    });
    const text = (content: string): void => {
      if (this.rootSeen && /[^ \t\r\n]/.test(content)) this.reader.text(content, this.skipped.line);
    };
    sax.on('text', (content) => {
      // Said when the `<` after it is taken: what that begins is not finished.
      this.lastEventAt = sax.position - 1;
      text(content);
    });
    sax.on('cdata', (content) => {
      this.lastEventAt = sax.position;
      text(content);
    });
    const passed = (): void => {
      this.lastEventAt = sax.position;
    };
    sax.on('comment', passed);
    sax.on('processinginstruction', passed);
    sax.on('xmldecl', passed);
    sax.on('doctype', () => {
      throw this.error('FLEX_DOCTYPE', 'The file declares a document type.');
    });
  }

  private root(name: string): void {
    this.rootSeen = true;
    if (name === 'FlexQueryResponse') return;
    const code = name === 'FlexStatementResponse' ? 'FLEX_ENVELOPE' : 'FLEX_WRONG_ROOT';
    throw this.error(code, `The root element is ${name}, not FlexQueryResponse.`);
  }

  /** Runs the SAX parser; what it throws becomes an error with a code and a place. */
  private guard(run: () => void): void {
    try {
      run();
    } catch (thrown) {
      if (thrown instanceof FlexError) throw thrown.within(this.position());
      if (!(thrown instanceof Error) || thrown.constructor !== Error) throw thrown;
      const begun =
        this.inTag && this.elementLine < this.skipped.line
          ? ` The element begins at line ${this.elementLine}.`
          : '';
      throw this.error('FLEX_MALFORMED', saxMessage(thrown.message) + begun);
    }
  }

  private position(): Position {
    const { file } = this.options;
    const { line, column } = this.skipped;
    const place = { line, column };
    return file === undefined ? place : { file, ...place };
  }

  private error(code: ConstructorParameters<typeof FlexError>[0], message: string): FlexError {
    return new FlexError(code, message, { at: this.position() });
  }
}
