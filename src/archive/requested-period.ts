/**
 * The requested period, and whether the report covers it. The service may shorten a window without
 * an error: a saved period of several days comes back as one day, with positions but without
 * trades.
 */
import { plural } from '../text/numbers.js';
import { addDays, daysBetween, isNeverBusiness, startOf } from '../time/days.js';

/** The days to report on; all absent: the period saved in the query. */
export interface Asked {
  readonly from?: string;
  readonly to?: string;
  /** The last N days; never with `from` and `to`. */
  readonly days?: number;
}

/** The days that a report covers: the first and the last of all its statements. */
export interface Received {
  readonly from: string | null;
  readonly to: string | null;
  /** FlexStatement@period of all statements, each once. */
  readonly periods: readonly string[];
}

/** The request as a part of a file's name: `2024-01-01_2024-12-31`, `days-30`, `saved`. */
export function askedKey({ from, to, days }: Asked): string {
  if (from !== undefined && to !== undefined) return `${from}_${to}`;
  return days === undefined ? 'saved' : `days-${days}`;
}

/** The same in words, for messages. */
export function describeAsked({ from, to, days }: Asked): string {
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} to ${to}`;
  return days === undefined ? 'its saved period' : `the last ${plural(days, 'day')}`;
}

/**
 * Days that a window of "the last N days" may be short of, because markets are closed at its ends.
 */
const CLOSED_AT_ENDS = 4;

/**
 * The missing days, as a sentence; undefined if the report covers all requested days.
 *
 * Days without business at the ends do not count as missing. A period of several calendar days
 * (`LastNCalendarDays`) that begins and ends on one day was shortened by the service.
 * @param holidaysAtEnds so many weekdays may be missing at either end of a window of days, because
 *   the service may have no statement for a holiday; not if the window was shortened
 */
export function shortfall(
  asked: Asked,
  received: Received,
  holidaysAtEnds = 0,
): string | undefined {
  const { from, to } = received;
  if (from === null || to === null) return undefined;
  const got = from === to ? from : `${from} to ${to}`;
  if (asked.from !== undefined && asked.to !== undefined) {
    const atEnds = [
      lacking(asked.from, addDays(min(from, addDays(asked.to, 1)), -1)),
      lacking(addDays(max(to, addDays(asked.from, -1)), 1), asked.to),
    ];
    const elsewhere = to < asked.from || from > asked.to;
    const may = elsewhere || received.periods.some(isOfSeveralDays) ? 0 : holidaysAtEnds;
    if (atEnds.every((days) => days.length <= may)) return undefined;
    return `${describeAsked(asked)} was requested, but the report covers ${got}.`;
  }
  const { days } = asked;
  const length = daysBetween(from, to) + 1;
  const tooFew = days !== undefined && length < days - CLOSED_AT_ENDS;
  const collapsed = length === 1 && days !== 1 && received.periods.some(isOfSeveralDays);
  if (!tooFew && !collapsed) return undefined;
  const period = received.periods.filter(isOfSeveralDays).join(', ');
  return days === undefined
    ? `The period of the query is ${period}, but the report covers one day, ${got}.`
    : `The last ${days} days were requested, but the report covers ${got}.`;
}

/** `LastNCalendarDays`, `Last30CalendarDays`. */
function isOfSeveralDays(period: string): boolean {
  const [, count] = /^Last(N|\d+)CalendarDays$/.exec(period) ?? [];
  return count !== undefined && count !== '1';
}

/** The days of a window that may be business days. */
function lacking(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; startOf(day) <= startOf(to); day = addDays(day, 1)) {
    if (!isNeverBusiness(day)) days.push(day);
  }
  return days;
}

function min(a: string, b: string): string {
  return a < b ? a : b;
}

function max(a: string, b: string): string {
  return a > b ? a : b;
}
