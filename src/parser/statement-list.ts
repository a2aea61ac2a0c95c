/**
 * The statements of a report, kept as bytes: a file may have a hundred thousand of them, each
 * with maps of its own. What a statement is, is statement.ts; who fills the list is
 * statement-reader.ts.
 */
import type { EventFacts, Statement, StatementList } from './statement.js';

/** Of the largest chunk; the first has room for one statement, for most files have no more. */
const CHUNK_BYTES = 64 * 1024;
const ID_BYTES = 16;
const DIGEST_BYTES = 32;

/**
 * Statements that are over. Each takes some hundred bytes: its digests, its account, and for
 * each table that it speaks of a name that others have, too, and a number. Going through them
 * makes each one anew; nothing of it stays but what the reader keeps.
 */
export class Statements implements StatementList {
  private readonly chunks: Buffer[] = [];
  private readonly words = new Words();
  private readonly writer = new RecordWriter(this.words);
  private count = 0;
  /** Bytes of the last chunk that are used. */
  private used = 0;

  get length(): number {
    return this.count;
  }

  /** Bytes that the statements take, but for words that several of them share. */
  get bytes(): number {
    return this.chunks.reduce((sum, { length }) => sum + length, 0);
  }

  /** @param statement to which nothing is added any more */
  push(statement: Statement): void {
    const record = this.writer.record(statement);
    const last = this.chunks.at(-1);
    if (last === undefined || this.used + record.length > last.length) {
      const more = Math.min(CHUNK_BYTES, this.bytes);
      this.chunks.push(Buffer.alloc(Math.max(more, record.length)));
      this.used = 0;
    }
    record.copy(this.chunks.at(-1)!, this.used);
    this.used += record.length;
    this.count++;
  }

  *[Symbol.iterator](): Generator<Statement, void, undefined> {
    let reader = new RecordReader(Buffer.alloc(0), this.words);
    for (let index = 0, chunk = 0; index < this.count; index++) {
      // A record is never cut in two.
      if (reader.atEnd) reader = new RecordReader(this.chunks[chunk++]!, this.words);
      yield reader.statement(index);
    }
  }
}

/** Texts that many statements share, as numbers: names of tables, dates, periods. */
class Words {
  private static readonly MOST = 4_096;
  private static readonly LONGEST = 256;
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];

  /** @returns undefined where it is to be written out: there are too many, or it is too long */
  numberOf(text: string): number | undefined {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    if (this.texts.length >= Words.MOST || text.length > Words.LONGEST) return undefined;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  text(number: number): string {
    return this.texts[number]!;
  }
}

/** How a word begins: nothing, a text that is written out, or the number of a shared one. */
const NO_WORD = 0;
const WRITTEN_OUT = 1;
const FIRST_SHARED = 2;

/** The first byte of a record, where the rest of a chunk has 0. */
const BEGINS = 1;

/** A record: a statement as bytes. */
class RecordWriter {
  private bytes = Buffer.allocUnsafeSlow(1024);
  private at = 0;

  constructor(private readonly words: Words) {}

  /** Good until the next one. */
  record(statement: Statement): Buffer {
    this.at = 0;
    this.number(BEGINS);
    this.hex(statement.id, ID_BYTES);
    this.hex(statement.digest, DIGEST_BYTES);
    this.text(statement.account);
    for (const name of WORDS) this.word(statement[name]);
    this.counts(statement.tables);
    this.counts(statement.unmapped);
    this.number(statement.events.size);
    for (const [table, facts] of statement.events) {
      this.word(table);
      this.facts(facts);
    }
    return this.bytes.subarray(0, this.at);
  }

  private facts(facts: EventFacts): void {
    for (const name of FACT_WORDS) this.word(facts[name]);
    this.number(facts.undated);
    this.number(facts.dateless);
    this.number(facts.bounded ? 1 : 0);
  }

  private counts(counts: ReadonlyMap<string, number>): void {
    this.number(counts.size);
    for (const [name, count] of counts) {
      this.word(name);
      this.number(count);
    }
  }

  private word(text: string | null): void {
    const known = text === null ? undefined : this.words.numberOf(text);
    if (text === null) {
      this.number(NO_WORD);
    } else if (known === undefined) {
      this.number(WRITTEN_OUT);
      this.text(text);
    } else {
      this.number(FIRST_SHARED + known);
    }
  }

  private text(text: string): void {
    const length = Buffer.byteLength(text);
    this.number(length);
    this.reserve(length);
    this.at += this.bytes.write(text, this.at);
  }

  private hex(text: string, length: number): void {
    this.reserve(length);
    this.at += this.bytes.write(text, this.at, length, 'hex');
  }

  /** Seven bits a byte, the lowest first; the upper bit says that more follow. */
  private number(value: number): void {
    this.reserve(8);
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) {
      this.bytes[this.at++] = (rest % 0x80) | 0x80;
    }
    this.bytes[this.at++] = rest;
  }

  private reserve(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.at + more));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}

const WORDS = ['query', 'type', 'from', 'to', 'period', 'generatedAt', 'rankedAt'] as const;
const FACT_WORDS = ['attributes', 'keyedBy', 'boundFrom', 'boundTo', 'tradedFrom'] as const;

/** Reads what RecordWriter has written, one record after the other. */
class RecordReader {
  private at = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly words: Words,
  ) {}

  get atEnd(): boolean {
    return this.at >= this.bytes.length || this.bytes[this.at] === 0;
  }

  statement(index: number): Statement {
    this.number(); // BEGINS
    const id = this.hex(ID_BYTES);
    const digest = this.hex(DIGEST_BYTES);
    const account = this.text();
    const query = this.word() ?? '';
    const type = this.word() ?? '';
    const [from, to] = [this.word(), this.word()];
    const period = this.word() ?? '';
    const [generatedAt, rankedAt] = [this.word(), this.word()];
    const [tables, unmapped] = [this.counts(), this.counts()];
    const known = { index, id, digest, account, query, type, from, to, period };
    const events = new Map<string, EventFacts>();
    for (let left = this.number(); left > 0; left--) events.set(this.word() ?? '', this.facts());
    return { ...known, generatedAt, rankedAt, tables, unmapped, events };
  }

  private facts(): EventFacts {
    const [attributes, keyedBy] = [this.word() ?? '', this.word() ?? ''];
    const [boundFrom, boundTo, tradedFrom] = [this.word(), this.word(), this.word()];
    const [undated, dateless, bounded] = [this.number(), this.number(), this.number() === 1];
    const days = { boundFrom, boundTo, tradedFrom };
    return { attributes, keyedBy, undated, dateless, bounded, ...days };
  }

  private counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (let left = this.number(); left > 0; left--) counts.set(this.word() ?? '', this.number());
    return counts;
  }

  private word(): string | null {
    const kind = this.number();
    if (kind === NO_WORD) return null;
    return kind === WRITTEN_OUT ? this.text() : this.words.text(kind - FIRST_SHARED);
  }

  private text(): string {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }

  private hex(length: number): string {
    this.at += length;
    return this.bytes.toString('hex', this.at - length, this.at);
  }

  private number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const byte = this.bytes[this.at++]!;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
    }
  }
}
