/**
 * The period that was requested, and whether the report covers it. The service
 * may cut a window in silence: a saved period of several days comes back as one
 * day, with positions and without trades.
 */
import { plural } from '../text/numbers.js';
import { addDays, daysBetween, isNeverBusiness, startOf } from '../time/days.js';

/** Days to report on; all absent: the period that is saved in the query. */
export interface Asked {
  readonly from?: string;
  readonly to?: string;
  /** The last so many days; never with `from` and `to`. */
  readonly days?: number;
}

/** The days that a report says it is about: the first and the last of all its statements. */
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

/** Days that a window of "the last N days" may lack, because markets are closed at its ends. */
const CLOSED_AT_ENDS = 4;

/**
 * The missing days, as a sentence; undefined where the report covers all days requested.
 *
 * Days at the ends on which no market keeps books are not missed. A period of
 * several calendar days (`LastNCalendarDays`) that begins and ends on one day is
 * how the service's own cut shows.
 * @param holidaysAtEnds so many weekdays may lack at either end of a window of days, because
 *   the service may have no statement for a holiday; not where a cut shows
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
    return `${describeAsked(asked)} was asked for, and the report is about ${got}.`;
  }
  const { days } = asked;
  const length = daysBetween(from, to) + 1;
  const tooFew = days !== undefined && length < days - CLOSED_AT_ENDS;
  const collapsed = length === 1 && days !== 1 && received.periods.some(isOfSeveralDays);
  if (!tooFew && !collapsed) return undefined;
  const period = received.periods.filter(isOfSeveralDays).join(', ');
  return days === undefined
    ? `The period of the query is ${period}, and the report is about one day, ${got}.`
    : `The last ${days} days were asked for, and the report is about ${got}.`;
}

/** `LastNCalendarDays`, `Last30CalendarDays`. */
function isOfSeveralDays(period: string): boolean {
  const [, count] = /^Last(N|\d+)CalendarDays$/.exec(period) ?? [];
  return count !== undefined && count !== '1';
}

/** The days of a window that could be days of business. */
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
