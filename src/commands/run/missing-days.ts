/**
 * Which days `run --catch-up` asks for. Pure: windows come from the ledger, reports from the
 * archive, and today from the caller. How they are asked for is catch-up.ts.
 *
 * They are the days that `status` calls missing, and those since the newest day of an account.
 */
import type { ArchivedReport } from '../../archive/archive.js';
import { isAnswered } from '../../archive/reuse.js';
import { coverageOf, type Coverage, type Window } from '../../sinks/sql/ledger/gaps.js';
import { addDays, businessDayBefore, isNeverBusiness } from '../../time/days.js';

/** What is known of one query. */
export interface QueryFacts {
  /** The names of the query in the ledger: more than one if it was renamed. */
  readonly names: ReadonlySet<string>;
  /** The windows of all statements at the destination, also those of other queries. */
  readonly windows: readonly Window[];
  /** Reports of the query in the archive that the destination has not loaded; this call does. */
  readonly waiting: readonly ArchivedReport[];
  /** All reports of the query in the archive. */
  readonly reports: readonly ArchivedReport[];
}

export interface Missing {
  /** In order; of all accounts together, because a report is of all accounts of the query. */
  readonly days: readonly string[];
  /** The newest day of any account. */
  readonly newest: string;
}

/** Marks the windows of this query, whatever its name, and those of all others. */
const OWN = 'own';
const other = (query: string): string => `other ${query}`;

/**
 * The days that are missing up to the last day of business before today.
 * @returns undefined where no statement of the query is known, so that it has no first day
 */
export function missingDays(facts: QueryFacts, today: string): Missing | undefined {
  const { names, windows, waiting, reports } = facts;
  const all = [
    ...windows.map((each) => ({ ...each, query: names.has(each.query) ? OWN : other(each.query) })),
    ...waiting.flatMap(windowsOf),
  ];
  const coverage = coverageOf(all).filter(({ query }) => query === OWN);
  if (coverage.length === 0) return undefined;
  const last = businessDayBefore(today);
  const days = new Set(
    coverage.flatMap((each) => [
      ...each.gaps
        .filter(({ kind }) => kind === 'missing')
        .flatMap(({ from, to }) => businessDays(from, to))
        .filter((day) => !isAnswered(reports, day)),
      ...daysSince(each, last, reports),
    ]),
  );
  return {
    days: [...days].sort(),
    newest: coverage.map((each) => each.last).reduce((a, b) => (a > b ? a : b)),
  };
}

/**
 * The days after the newest of an account. If the first of them was requested, and no report since
 * names the account, the account is closed or no longer part of the query: nothing is missing.
 */
function daysSince(
  { account, last }: Coverage,
  until: string,
  reports: readonly ArchivedReport[],
): readonly string[] {
  const days = businessDays(addDays(last, 1), until);
  const [first] = days;
  if (first === undefined || !isAnswered(reports, first)) return days;
  const isNamed = reports.some(
    ({ provenance }) => (provenance?.to ?? '') > last && provenance!.accounts.includes(account),
  );
  return isNamed ? days.filter((day) => !isAnswered(reports, day)) : [];
}

/** The windows that a report will cover, once it is loaded. */
function windowsOf({ provenance }: ArchivedReport): Window[] {
  const { from, to, accounts } = provenance ?? { from: null, to: null, accounts: [] };
  if (from === null || to === null) return [];
  return accounts.map((account) => ({ account, query: OWN, from, to }));
}

/** The days from one to the other on which a market may be open. */
function businessDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isNeverBusiness(day)) days.push(day);
  }
  return days;
}
