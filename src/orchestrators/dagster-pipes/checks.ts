/**
 * Asset checks. A check that the asset does not declare fails its step after the load is committed,
 * and the context does not say which ones it declares; so the user's code asks for each by the
 * extra `flexetl_checks`, and no other is reported.
 */
import { readDestination } from '../../sinks/destinations.js';
import { STATEMENTS_TABLE } from '../../catalog/section.js';
import { coverageOf } from '../../sinks/sql/ledger/gaps.js';
import { readWindows } from '../../sinks/sql/ledger/status.js';
import { countsOf, driftOf, problemsOf, type Load, type Subject } from './account.js';
import { pathOf } from './context.js';
import { int, json, text, type CheckResult } from './messages.js';

export const CHECKS = ['no_problems', 'no_drift', 'control_totals', 'no_gaps'] as const;
export type CheckName = (typeof CHECKS)[number];

/** One check of one asset. */
export interface Wanted {
  readonly subject: Subject;
  readonly name: CheckName;
}

/** A load, and where its ledger is. */
export interface CheckedLoad extends Load {
  readonly to: string;
  readonly timezone: string;
}

const GAPS_TOLD = 20;

/**
 * The checks that the extra asks for: names, for every asset, or pairs of asset key and name, as
 * `selected_asset_check_keys` gives them.
 * @param warn told of an entry that means nothing
 */
export function wantedChecks(
  asked: unknown,
  subjects: readonly Subject[],
  warn: (message: string) => void,
): Wanted[] {
  if (asked === undefined || asked === null) return [];
  const found = new Map<string, Wanted>();
  for (const entry of Array.isArray(asked) ? (asked as unknown[]) : [asked]) {
    const [key, name] = Array.isArray(entry) ? (entry as unknown[]) : [undefined, entry];
    const known = CHECKS.find((each) => each === name);
    const meant = subjects.filter(({ asset }) => key === undefined || isKeyOf(asset.path, key));
    if (known === undefined || meant.length === 0) {
      warn(`The extra flexetl_checks asks for ${JSON.stringify(entry)}, which is not reported.`);
      continue;
    }
    for (const subject of meant) {
      found.set(`${subject.asset.key} ${known}`, { subject, name: known });
    }
  }
  return [...found.values()];
}

function isKeyOf(path: readonly string[], key: unknown): boolean {
  const given = typeof key === 'string' ? pathOf(key) : key;
  return JSON.stringify(given) === JSON.stringify(path);
}

/** Never throws: what cannot be told has not passed, with a warning. */
export async function resultOf({ subject, name }: Wanted, load: CheckedLoad): Promise<CheckResult> {
  try {
    return await CHECK[name](subject, load);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { passed: false, severity: 'WARN', metadata: { not_known: text(reason) } };
  }
}

const CHECK: Readonly<
  Record<CheckName, (subject: Subject, load: CheckedLoad) => CheckResult | Promise<CheckResult>>
> = {
  /** Every literal of this call's files fits its column. */
  no_problems({ element }, load) {
    const { count, all } = problemsOf(element, load);
    return {
      passed: count === 0 && all,
      severity: 'ERROR',
      metadata: {
        problems: int(count),
        ...(all ? {} : { note: text('There are more than are kept, perhaps of this table.') }),
      },
    };
  },

  /** The catalogue knows every attribute and section. What it does not know is kept: a warning. */
  no_drift({ element }, { summary }) {
    const names = driftOf(element, summary);
    const drift = json(names.slice(0, GAPS_TOLD));
    return {
      passed: names.length === 0,
      severity: 'WARN',
      metadata: { names: int(names.length), drift },
    };
  },

  /** Each row that the parser has read is accounted for at the destination. */
  control_totals({ element }, { summary, outcomes }) {
    const counts = countsOf(element, summary);
    const { inserted, updated, unchanged, overruled } = counts;
    const settled = inserted + updated + unchanged + overruled;
    let read = 0;
    for (const { report, committed } of outcomes) {
      if (committed === undefined) continue;
      for (const [table, rows] of report?.rows ?? []) {
        if (element === undefined ? table in summary.tables : table === element.table) read += rows;
      }
    }
    // The statements are rows of their own table, which a count of the whole load leaves out.
    if (element === undefined) read -= statementsOf(outcomes);
    return {
      passed: counts.parsed === read && settled === read,
      severity: 'ERROR',
      metadata: { read: int(read), parsed: int(counts.parsed), settled: int(settled) },
    };
  },

  /** No weekday is missing between the first and the last day of the accounts of this call. */
  async no_gaps(_, { to, timezone, outcomes }) {
    const accounts = accountsOf(outcomes);
    const { windows } = await readDestination(to, timezone, {}, readWindows);
    const gaps = coverageOf(windows)
      .filter(({ account }) => accounts.size === 0 || accounts.has(account))
      .flatMap((each) => each.gaps.map((gap) => ({ query: each.query, ...gap })))
      .filter(({ kind }) => kind === 'missing');
    const days = gaps.reduce((sum, { weekdays }) => sum + weekdays, 0);
    const first = gaps.slice(0, GAPS_TOLD).map(({ query, from, to: until }) => {
      return { query, from, to: until };
    });
    return {
      passed: days === 0,
      severity: 'ERROR',
      metadata: { missing_days: int(days), gaps: json(first) },
    };
  },
};

function statementsOf(outcomes: CheckedLoad['outcomes']): number {
  return outcomes.reduce(
    (sum, { report, committed }) =>
      sum + (committed === undefined ? 0 : (report?.rows.get(STATEMENTS_TABLE) ?? 0)),
    0,
  );
}

function accountsOf(outcomes: CheckedLoad['outcomes']): Set<string> {
  const accounts = new Set<string>();
  for (const { report, before } of outcomes) {
    for (const { account } of report?.statements ?? []) accounts.add(account);
    for (const account of before?.extent.accounts ?? []) accounts.add(account);
  }
  return accounts;
}
