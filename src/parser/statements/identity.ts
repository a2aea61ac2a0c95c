/**
 * Who a statement is: its identity by content, its account and window, from the
 * attributes of the statement and of the report around it.
 */
import { createHash } from 'node:crypto';
import { type Statement, boundedAccount, boundedQuery } from '../statement.js';
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
