/**
 * Who a statement is: its identity by content, its account and window, from the
 * attributes of the statement and of the report around it.
 */
import { createHash } from 'node:crypto';
import type { Statement } from '../statement.js';
import type { DateReader } from '../values/dates.js';

export interface StatementFacts {
  /** Place in the file, from 0. */
  readonly index: number;
  /** SHA-256 of its bytes, in hex. */
  readonly digest: string;
  /** Attributes of the FlexQueryResponse. */
  readonly response: ReadonlyMap<string, string>;
  /** Attributes of the FlexStatement. */
  readonly own: ReadonlyMap<string, string>;
  /** Name of the query in place of the file's own. */
  readonly asQuery: string | undefined;
}

/** The readers of a statement's own times. */
export interface Clocks {
  /** As the user says. */
  readonly dates: DateReader;
  /** In the default zone, whatever the user says: which of two is newer must not depend on that. */
  readonly ages: DateReader;
}

/** Characters that stand for an account, or the name of a query, in an index. */
export const MOST_ACCOUNT = 128;
const MOST_QUERY = 256;

export function identify(facts: StatementFacts, { dates, ages }: Clocks): Statement {
  const { index, digest, response, own } = facts;
  const generated = own.get('whenGenerated') ?? '';
  const generatedAt = dates.datetime(generated) ?? null;
  const query = facts.asQuery ?? response.get('queryName') ?? '';
  const type = response.get('type') ?? '';
  const id = createHash('sha256')
    .update(`${JSON.stringify([query, type])}\n${digest}`)
    .digest('hex')
    .slice(0, 32);
  return {
    index,
    id,
    digest,
    account: boundedAccount(own.get('accountId') ?? ''),
    query: boundedQuery(query),
    type,
    ...windowOf(own, dates),
    period: own.get('period') ?? '',
    generatedAt,
    // Some words for zones have a meaning only in the user's own.
    rankedAt: ages.datetime(generated) ?? generatedAt,
    tables: new Map(),
    unmapped: new Map(),
    events: new Map(),
  };
}

/**
 * Every attribute of a statement and of the report around it. Where both have one of that name,
 * that of the report is kept under both their names; no attribute can be called so.
 */
export function allAttributes(
  own: ReadonlyMap<string, string>,
  response: ReadonlyMap<string, string>,
): Map<string, string> {
  const all = new Map(own);
  for (const [name, literal] of response) {
    if (!own.has(name)) all.set(name, literal);
    else if (own.get(name) !== literal) all.set(`FlexQueryResponse@${name}`, literal);
  }
  return all;
}

/** The days of a statement; what was selected from its last day to its first is the same. */
function windowOf(
  own: ReadonlyMap<string, string>,
  dates: DateReader,
): Pick<Statement, 'from' | 'to'> {
  const from = dates.date(own.get('fromDate') ?? '') ?? null;
  const to = dates.date(own.get('toDate') ?? '') ?? null;
  return from !== null && to !== null && to < from ? { from: to, to: from } : { from, to };
}

/**
 * An account that an index can hold. A longer one is kept whole beside the row, in `_extra`.
 * @see MOST_KEY_BYTES in row-key.ts
 */
export function boundedAccount(account: string): string {
  return boundedName(account, MOST_ACCOUNT);
}

/** The name of a query that an index can hold; it stands whole in flexetl_statements. */
export function boundedQuery(query: string): string {
  return boundedName(query, MOST_QUERY);
}

/** A name as it is, or its beginning and a hash of the whole. */
function boundedName(name: string, most: number): string {
  if (name.length <= most) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 32);
  // No half of a character at the end.
  const kept = name.slice(0, most - mark.length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${kept}~${mark}`;
}
