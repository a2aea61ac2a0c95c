/**
 * Who a statement is: its identity by content, its account and window, from the
 * attributes of the statement and of the report around it.
 */
import { createHash } from 'node:crypto';
import type { Statement } from './statement.js';
import type { DateReader } from './values/dates.js';

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
    account: own.get('accountId') ?? '',
    query,
    type,
    from: dates.date(own.get('fromDate') ?? '') ?? null,
    to: dates.date(own.get('toDate') ?? '') ?? null,
    period: own.get('period') ?? '',
    generatedAt,
    // Some words for zones have a meaning only in the user's own.
    rankedAt: ages.datetime(generated) ?? generatedAt,
    tables: new Map(),
    unmapped: new Map(),
  };
}
