/** What an input is about: whose statements it holds, and which days they speak of. */
import type { Statement } from './statement.js';

export interface Extent {
  /** In order, each once; without statements that name none. */
  readonly accounts: readonly string[];
  /** First and last day of all windows, `2024-03-04`; null where no statement says. */
  readonly from: string | null;
  readonly to: string | null;
}

export function extentOf(statements: Iterable<Pick<Statement, 'account' | 'from' | 'to'>>): Extent {
  const accounts = new Set<string>();
  let first: string | null = null;
  let last: string | null = null;
  for (const { account, from, to } of statements) {
    if (account !== '') accounts.add(account);
    if (from !== null && (first === null || from < first)) first = from;
    if (to !== null && (last === null || to > last)) last = to;
  }
  return { accounts: [...accounts].sort(), from: first, to: last };
}

/** The tables that any of the statements speaks of, also those that it says are empty. */
export function tablesSpokenOf(statements: Iterable<Statement>): Set<string> {
  const names = new Set<string>();
  for (const { tables } of statements) for (const name of tables.keys()) names.add(name);
  return names;
}
