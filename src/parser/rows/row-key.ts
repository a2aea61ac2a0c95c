/**
 * The identity of a row within account and query: its natural key, else a hash
 * of its content, made unique within the statement. Nothing here decides which
 * of two statements is newer.
 *
 * Events that carry no date at all and no natural key have nothing but their content to be known
 * by, and two of equal content in windows that do not meet are two events: the first day of the
 * window stands in their key. Where windows overlap, such events are matched only if the newer
 * window covers the older one (FLEX_UNDATED_OVERLAP); one that grows keeps its first day, and so
 * its rows keep their keys.
 */
import { hash } from 'node:crypto';
import { STATEMENTS_TABLE, type RowElement } from '../../catalog/section.js';
import { shapeOf, type NaturalKey } from './element-shape.js';
import { BY_CONTENT } from './event-facts.js';
import { fingerprint } from '../fingerprints.js';
import type { OccurrenceCounter } from './occurrences.js';
import type { RowWriter } from './row-writer.js';
import type { Statement } from '../statement.js';
import { isNullMark } from '../values/boolean.js';

const UNIT = 0x1f;
const RECORD = 0x1e;
/**
 * Bytes that a key has at most. An entry of a B-tree of Postgres holds some 2,700 bytes, and
 * account and query, which are bounded in identity.ts, stand in it as well.
 */
export const MOST_KEY_BYTES = 1000;
/** Digits of a hash: 128 bits, in hex. */
const HASH_DIGITS = 32;
/** Where the content of a row is put together; a longer one has memory of its own. */
const SCRATCH = Buffer.allocUnsafeSlow(16 * 1024);

/**
 * A key reads like this:
 *
 *   123456789                          a natural key of one attribute
 *   2024-03-28|265598|SUMMARY          of several
 *   ibExecID=0000e1a2.65f0             by a second-best key
 *   #5f2c…                             hash of the content: there is no natural key
 *   …#2                                the second row of the statement with that key
 *   2024-03-01/#5f2c…                  of an event without any date: the window begins then
 *   2024-03-28/…                       snapshots: the end of the window comes first
 *   2024-01-01..2024-03-31/…           window rows
 *   #~5f2c…                            hash of a natural key that is too long to be one
 *   U1000001:…                         the row names another account than its statement
 *
 * `\`, `|`, `#`, `/` and `:` in values are escaped by `\`.
 */
export class RowKeyMaker {
  readonly natural: readonly NaturalKey[];
  private readonly print = new Uint32Array(2);
  /** By what the row is known that was made a key for last: attributes joined by `|`, or BY_CONTENT. */
  knownBy = BY_CONTENT;
  /** Whether that row is an event that has no natural key and no date. */
  dateless = false;
  readonly daySlots: readonly number[];
  readonly isSingle: boolean;
  private readonly names: readonly Buffer[];
  private scratch = SCRATCH;

  constructor(
    private readonly element: RowElement,
    private readonly occurrences: OccurrenceCounter,
  ) {
    const { natural, daySlots, isSingle, names } = shapeOf(element);
    this.natural = natural;
    this.daySlots = daySlots;
    this.isSingle = isSingle;
    this.names = names;
  }

  /** Whether the literal of this column may be part of a key. */
  needs(slot: number): boolean {
    return this.natural.some(({ slots }) => slots.includes(slot));
  }

  endStatement(): void {
    this.occurrences.clear();
  }

  /**
   * @param writer holds the row's columns, already written
   * @param account the account that the row names
   */
  make(
    writer: RowWriter,
    literals: readonly (string | undefined)[],
    account: string,
    extra: string | null,
  ): string {
    const { statement } = writer;
    if (this.element.table === STATEMENTS_TABLE) return statement.id;
    const content = this.content(writer, literals, extra);
    const key = this.scope(statement, account, this.dateless) + content;
    // The table keeps accounts apart by itself, so repetitions are counted for each.
    fingerprint(account === statement.account ? key : `${account}\0${key}`, this.print);
    const occurrence = this.count(this.print[0]!, this.print[1]!);
    return occurrence === 1 ? key : `${key}#${occurrence}`;
  }

  /** @returns how often the fingerprint of a key has been seen in the statement, this time included */
  count(first: number, second: number): number {
    return this.occurrences.next(first, second);
  }

  /** What stands before the key of a row of the statement's own account that is known by a key or dated. */
  scopeOf(statement: Statement): string {
    return this.scope(statement, statement.account, false);
  }

  /** What must stand before the key so that it is unique for account and query. */
  private scope(statement: Statement, account: string, dateless: boolean): string {
    const { grain, ofAccount } = this.element;
    const other = ofAccount && account !== statement.account ? `${escape(statement.account)}:` : '';
    switch (grain) {
      case 'event':
        return dateless ? `${other}${statement.from ?? ''}/` : other;
      case 'snapshot':
        return `${other}${statement.to ?? ''}/`;
      case 'window':
        return `${other}${windowOf(statement)}/`;
      case 'reference':
        return this.isSingle ? `${other}${statement.to ?? ''}/` : other;
    }
  }

  private content(
    writer: RowWriter,
    literals: readonly (string | undefined)[],
    extra: string | null,
  ): string {
    this.dateless = false;
    for (const { slots, prefix, name } of this.natural) {
      let key = prefix;
      let whole = true;
      for (let part = 0; whole && part < slots.length; part++) {
        const text = this.part(writer, literals, slots[part]!);
        if (text === undefined) whole = false;
        else key += part === 0 ? text : `|${text}`;
      }
      if (!whole) continue;
      this.knownBy = name;
      return bounded(key);
    }
    this.knownBy = BY_CONTENT;
    if (this.isSingle) return '';
    this.dateless = this.element.grain === 'event' && !this.hasDay(writer);
    return `#${this.hash(writer, extra)}`;
  }

  private hasDay(writer: RowWriter): boolean {
    return this.daySlots.some((slot) => writer.writtenLength(slot) >= 0);
  }

  /** One value of a natural key: canonical where the column is typed; a null mark is no value. */
  private part(
    writer: RowWriter,
    literals: readonly (string | undefined)[],
    slot: number,
  ): string | undefined {
    const literal = literals[slot];
    if (literal === undefined || literal === '' || isNullMark(literal)) return undefined;
    const { type } = this.element.columns[slot]!;
    if (type === 'text' || type === 'enum' || type === 'codes') return escape(literal);
    return writer.written(slot)?.toString('latin1');
  }

  /**
   * The hash of the row's canonical content. Only cells that are not NULL count, each with its
   * name, so that a column which a later catalogue adds does not change the identity of rows
   * that do not have it.
   */
  private hash(writer: RowWriter, extra: string | null): string {
    let at = 0;
    const { names } = this;
    for (let slot = 0; slot < names.length; slot++) {
      const length = writer.writtenLength(slot);
      if (length < 0) continue;
      at = this.append(names[slot]!, UNIT, at);
      this.reserve(at, length + 1);
      writer.copyWritten(slot, this.scratch, at);
      this.scratch[at + length] = RECORD;
      at += length + 1;
    }
    if (extra !== null) at = this.append(Buffer.from(extra), RECORD, at);
    return keyHash(this.scratch.subarray(0, at));
  }

  private append(bytes: Buffer, separator: number, at: number): number {
    const { length } = bytes;
    this.reserve(at, length + 1);
    const { scratch } = this;
    for (let i = 0; i < length; i++) scratch[at + i] = bytes[i]!;
    scratch[at + length] = separator;
    return at + length + 1;
  }

  private reserve(used: number, count: number): void {
    if (used + count <= this.scratch.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.scratch.length * 2, used + count));
    this.scratch.copy(larger, 0, 0, used);
    this.scratch = larger;
  }
}

/** SHA-256 as it stands in a key: cut to 128 bits, in hex. */
export function keyHash(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex').slice(0, HASH_DIGITS);
}

/** A natural key that an index can hold; the values themselves stand whole in their columns. */
function bounded(key: string): string {
  if (key.length * 3 <= MOST_KEY_BYTES || Buffer.byteLength(key) <= MOST_KEY_BYTES) return key;
  return `#~${keyHash(key)}`;
}

/** `2024-01-01..2024-03-31`. */
export function windowOf(statement: Pick<Statement, 'from' | 'to'>): string {
  return `${statement.from ?? ''}..${statement.to ?? ''}`;
}

function escape(value: string): string {
  return /[\\|#/:]/.test(value) ? value.replace(/[\\|#/:]/g, '\\$&') : value;
}
