/** What an input is about: whose statements it holds, and which days they speak of. */
import type { Statement } from './statement.js';

export interface Extent {
  /** In order, each once; without statements that name none. */
  readonly accounts: readonly string[];
  /** First and last day of all windows, `2024-03-04`; null where no statement says. */
  readonly from: string | null;
  readonly to: string | null;
}

export function extentOf(
  statements: readonly Pick<Statement, 'account' | 'from' | 'to'>[],
): Extent {
  const days = (pick: 'from' | 'to'): string[] =>
    statements.flatMap((statement) => statement[pick] ?? []).sort();
  return {
    accounts: [...new Set(statements.map(({ account }) => account))]
      .filter((account) => account !== '')
      .sort(),
    from: days('from').at(0) ?? null,
    to: days('to').at(-1) ?? null,
  };
}
