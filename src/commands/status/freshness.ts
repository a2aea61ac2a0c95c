/**
 * `status --max-age`: how old the newest covered day of each account is. Pure: the caller says what
 * day it is. An age counts calendar days at the broker, weekends included.
 */
import { FlexError } from '../../errors.js';
import type { Status } from '../../sinks/sql/ledger/status.js';
import { plural } from '../../text/numbers.js';
import { printable } from '../../text/printable.js';
import { daysBetween } from '../../time/days.js';

export interface AccountAge {
  readonly account: string;
  /** The newest day that a statement of any query covers; null where statements have no dates. */
  readonly newest: string | null;
  readonly ageDays: number | null;
}

/** The part `freshness` of the document. */
export interface Freshness {
  /** Today in New York. */
  readonly today: string;
  readonly maxAgeDays: number;
  /** Accounts that are older, the oldest first. */
  readonly stale: readonly AccountAge[];
  /** The number of all accounts. */
  readonly accounts: number;
}

export function freshnessOf(
  { coverage, withoutWindow }: Pick<Status, 'coverage' | 'withoutWindow'>,
  maxAgeDays: number,
  today: string,
): Freshness {
  const newest = new Map<string, string | null>();
  for (const { account } of withoutWindow) newest.set(account, null);
  for (const { account, last } of coverage) {
    const before = newest.get(account);
    newest.set(account, before && before > last ? before : last);
  }
  const ages = [...newest].map(([account, day]) => ({
    account,
    newest: day,
    ageDays: day === null ? null : daysBetween(day, today),
  }));
  const age = ({ ageDays }: AccountAge): number => ageDays ?? Infinity;
  const stale = ages
    .filter((each) => age(each) > maxAgeDays)
    .toSorted((a, b) => (age(a) === age(b) ? (a.account < b.account ? -1 : 1) : age(b) - age(a)));
  return { today, maxAgeDays, stale, accounts: ages.length };
}

/** The error if an account is too old, or there is none. */
export function freshnessError(destination: string, found: Freshness): FlexError | undefined {
  const { today, stale, accounts, maxAgeDays } = found;
  if (accounts === 0) {
    const message = `${destination}: no day is covered, because nothing has been loaded yet.`;
    return new FlexError('FLEX_STALE', message);
  }
  const [oldest] = stale;
  if (oldest === undefined) return undefined;
  const others = stale.length === 1 ? '' : `, and ${plural(stale.length - 1, 'other account')}`;
  const limit = `--max-age is ${plural(maxAgeDays, 'day')}, and today is ${today}`;
  const message = `${destination}: ${ageText(oldest)}${others}; ${limit}.`;
  return new FlexError('FLEX_STALE', message);
}

/** `the newest day of U1000001 is 2024-03-04, 7 days ago` */
export function ageText({ account, newest, ageDays }: AccountAge): string {
  const name = printable(account);
  if (newest === null || ageDays === null) return `no statement of ${name} has dates`;
  return `the newest day of ${name} is ${newest}, ${plural(ageDays, 'day')} ago`;
}
