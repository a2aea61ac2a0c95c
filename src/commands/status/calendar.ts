/**
 * The days covered as a calendar for a terminal: a line each month, a character each day. Pure.
 *
 * It never fills more than a few screens: for long histories the newest months are shown, and one
 * line counts what is missing in the older ones.
 */
import type { Coverage, Gap } from '../../sinks/sql/ledger/gaps.js';
import { andMore, plural } from '../../text/numbers.js';
import { printable } from '../../text/printable.js';
import { addDays, startOf } from '../../time/days.js';

const COVERED = '#';
const WEEKEND = '.';
const OUTSIDE = ' ';
const OF_GAP: Readonly<Record<Gap['kind'], string>> = { missing: '!', possible_holiday: '?' };

const LEGEND = `${COVERED} covered  ${WEEKEND} weekend  ${OF_GAP.missing} missing  ${OF_GAP.possible_holiday} possibly a holiday`;
/** Above the days that it names. */
const RULER = '1   5    10   15   20   25   30';

/** Months of an account and query: the most, and the fewest where there are many of them. */
const MONTHS_SHOWN = 12;
const FEWEST_MONTHS = 3;
/** Lines of months in all. */
const LINES = 48;
const CALENDARS_SHOWN = LINES / FEWEST_MONTHS;

/** @returns no lines where nothing is covered */
export function calendarLines(coverage: readonly Coverage[]): string[] {
  if (coverage.length === 0) return [];
  const shown = coverage.slice(0, CALENDARS_SHOWN);
  const each = Math.floor(LINES / shown.length);
  const months = Math.min(MONTHS_SHOWN, Math.max(FEWEST_MONTHS, each));
  return [
    LEGEND,
    `  ${' '.repeat('2024-03  '.length)}${RULER}`,
    ...shown.flatMap((one) => [titleOf(one), ...monthsOf(one, months)]),
    ...andMore(coverage.length - shown.length, 'calendar'),
  ];
}

function titleOf({ account, query }: Coverage): string {
  return `${printable(account)}, ${printable(query) || 'a query without a name'}`;
}

function monthsOf(coverage: Coverage, most: number): string[] {
  const last = monthOf(coverage.last);
  const all = [last];
  while (all.at(-1)! > monthOf(coverage.first)) all.push(monthBefore(all.at(-1)!));
  const shown = all.slice(0, most).toReversed();
  const older = all.slice(most);
  return [
    ...(older.length === 0 ? [] : [olderLine(coverage, older)]),
    ...shown.map((month) => `  ${month}  ${daysOf(coverage, month)}`.trimEnd()),
  ];
}

/** `2019-01 to 2022-12: 3 missing, 1 possible holiday` @param months the newest first */
function olderLine({ gaps }: Coverage, months: readonly string[]): string {
  const [newest, oldest] = [months[0]!, months.at(-1)!];
  const count = (kind: Gap['kind']): number =>
    gaps
      .filter((gap) => gap.kind === kind && monthOf(gap.from) <= newest)
      .flatMap(({ from, to }) => weekdays(from, to))
      .filter((day) => monthOf(day) <= newest).length;
  const [missing, holidays] = [count('missing'), count('possible_holiday')];
  const found = [
    ...(missing === 0 ? [] : [`${plural(missing, 'weekday')} missing`]),
    ...(holidays === 0 ? [] : [plural(holidays, 'possible holiday')]),
  ].join(', ');
  const span = newest === oldest ? newest : `${oldest} to ${newest}`;
  return `  ${span}: ${found === '' ? 'nothing missing' : found}`;
}

/** The days of a month, a character each. */
function daysOf({ first, last, gaps }: Coverage, month: string): string {
  const near = gaps.filter(({ from, to }) => monthOf(from) <= month && monthOf(to) >= month);
  let line = '';
  for (let day = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) {
    const gap = near.find(({ from, to }) => from <= day && day <= to);
    if (day < first || day > last) line += OUTSIDE;
    else if (isWeekend(day)) line += WEEKEND;
    else line += gap === undefined ? COVERED : OF_GAP[gap.kind];
  }
  return line;
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}

function monthBefore(month: string): string {
  return monthOf(addDays(`${month}-01`, -1));
}

function weekdays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isWeekend(day)) days.push(day);
  return days;
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(startOf(day)).getUTCDay());
}
