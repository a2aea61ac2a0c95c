/**
 * Which days statements cover, and which days between them nobody has. Pure:
 * the windows come from the ledger by way of status.ts.
 */
import { HOLIDAYS_IN_A_ROW } from '../../../time/days.js';

/** A window of a statement, days as `2024-03-04`. */
export interface Window {
  readonly account: string;
  readonly query: string;
  readonly from: string;
  readonly to: string;
}

/** Weekdays in a row that are covered by no statement, weekends between them included. */
export interface Gap {
  /** First and last of the weekdays. */
  readonly from: string;
  readonly to: string;
  readonly weekdays: number;
  /**
   * possible_holiday: no account or query has these days, and there are at most
   * two of them in a row. missing: another account or query has them, or they
   * are more than markets close for.
   */
  readonly kind: 'missing' | 'possible_holiday';
}

/** For people. */
export const GAP_WORDS: Readonly<Record<Gap['kind'], string>> = {
  missing: 'missing',
  possible_holiday: 'possibly a holiday: no account has it',
};

/** What the statements of one account and query cover. */
export interface Coverage {
  readonly account: string;
  readonly query: string;
  readonly first: string;
  readonly last: string;
  /** Days that are covered, weekends within windows included. */
  readonly days: number;
  /** Saturdays and Sundays between first and last that are not covered. */
  readonly weekendDays: number;
  /** Weekdays between first and last that are not covered, by kind. */
  readonly missingDays: number;
  readonly possibleHolidays: number;
  readonly gaps: readonly Gap[];
}

const DAY = 86_400_000;

/** A range of days, as days since 1970. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** What each account and query covers, in order of account and query. */
export function coverageOf(windows: readonly Window[]): Coverage[] {
  const everywhere = union(windows.map(rangeOf));
  const groups = new Map<string, Window[]>();
  for (const window of windows) {
    const name = JSON.stringify([window.account, window.query]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [window]);
    else group.push(window);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => describe(group, everywhere));
}

function describe(group: readonly Window[], everywhere: readonly Range[]): Coverage {
  const { account, query } = group[0]!;
  const covered = union(group.map(rangeOf));
  const holes = covered.slice(1).map(({ from }, index) => ({
    from: covered[index]!.to + 1,
    to: from - 1,
  }));
  const gaps = holes.flatMap((hole) => gapsIn(hole, everywhere));
  const weekdaysOf = (kind: Gap['kind']): number =>
    gaps.filter((gap) => gap.kind === kind).reduce((sum, { weekdays }) => sum + weekdays, 0);
  const inHoles = holes.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const [missingDays, possibleHolidays] = [weekdaysOf('missing'), weekdaysOf('possible_holiday')];
  return {
    account,
    query,
    first: dayText(covered[0]!.from),
    last: dayText(covered.at(-1)!.to),
    days: covered.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    weekendDays: inHoles - missingDays - possibleHolidays,
    missingDays,
    possibleHolidays,
    gaps,
  };
}

/** The weekdays of a hole: runs that another account or query has, and runs that none has. */
function gapsIn(hole: Range, everywhere: readonly Range[]): Gap[] {
  const runs: { from: number; to: number; weekdays: number; known: boolean }[] = [];
  let next = firstThatEnds(everywhere, hole.from);
  for (let day = hole.from; day <= hole.to; day++) {
    if (isWeekend(day)) continue;
    while (next < everywhere.length && everywhere[next]!.to < day) next++;
    const known = next < everywhere.length && everywhere[next]!.from <= day;
    const run = runs.at(-1);
    if (run?.known === known) {
      run.to = day;
      run.weekdays++;
    } else runs.push({ from: day, to: day, weekdays: 1, known });
  }
  return runs.map(({ from, to, weekdays, known }) => ({
    from: dayText(from),
    to: dayText(to),
    weekdays,
    kind: known || weekdays > HOLIDAYS_IN_A_ROW ? 'missing' : 'possible_holiday',
  }));
}

/** Number of the first of the ranges, which are in order, that ends on the day or later. */
function firstThatEnds(ranges: readonly Range[], day: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The ranges in order, those that touch or overlap made one. */
function union(ranges: readonly Range[]): Range[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

function rangeOf({ from, to }: Window): Range {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return { from: Math.min(first, last), to: Math.max(first, last) };
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function isWeekend(day: number): boolean {
  // 1970 began on a Thursday.
  const sinceSunday = (((day + 4) % 7) + 7) % 7;
  return sinceSunday === 0 || sinceSunday === 6;
}
