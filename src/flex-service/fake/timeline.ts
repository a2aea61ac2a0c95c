/**
 * One report for all days: which of its days represents a calendar day. The calendar is fixed, and
 * every request is a cut from it, so that a day has the same rows in every window, as it has at the
 * broker. No text and no XML here.
 *
 * Days are counted from 1970-01-01.
 */
import { isNeverBusiness } from '../../time/days.js';
import { dayNamed, dayText } from './literals.js';
import type { Period } from './reports.js';

/** Both days belong to it. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Days that the real service accepts in one request. */
const MAX_DAYS = 365;
const WEEK = 7;

/**
 * The days of the report represent themselves. After its last day, its last whole weeks repeat, and
 * before its first day its first whole weeks, endlessly, so that a Monday is always a Monday. A
 * report of less than a week has its working days one after the other on the working days of the
 * calendar, and nothing on weekends.
 */
export class Timeline {
  private readonly weeks: number;
  /** For a report of less than a week: its days from Monday to Friday. */
  private readonly working: readonly number[];

  constructor(readonly own: Days) {
    const length = own.to - own.from + 1;
    this.weeks = Math.floor(length / WEEK) * WEEK;
    this.working =
      this.weeks > 0 ? [] : daysIn(own).filter((day) => workingNumber(day) !== undefined);
  }

  /** The day of the report that represents it; undefined if nothing happens on it. */
  sourceOf(day: number): number | undefined {
    const { from, to } = this.own;
    if (day >= from && day <= to) return day;
    if (this.weeks > 0) {
      const away = day > to ? day - to : day - from;
      return (
        day - (day > to ? Math.ceil(away / this.weeks) : Math.floor(away / this.weeks)) * this.weeks
      );
    }
    const working = this.working;
    // A report of a weekend alone has no other days to offer.
    if (working.length === 0) return from + remainder(day - from, to - from + 1);
    const number = workingNumber(day);
    if (number === undefined) return undefined;
    return working[remainder(number - workingNumber(working[0]!)!, working.length)];
  }
}

/** The days of a window, each with the day of the report that represents it. */
export interface Placement {
  readonly day: number;
  readonly source: number;
}

export function placementsIn(timeline: Timeline, window: Days): Placement[] {
  return daysIn(window).flatMap((day) => {
    const source = timeline.sourceOf(day);
    return source === undefined ? [] : [{ day, source }];
  });
}

/**
 * The window of a request. If it names no days, the window has the length of the report; that
 * window, and one of N days, end on the last business day before today.
 * @param today as `2024-01-31`
 * @returns an error code of the service if it refuses the request
 */
export function requestedDays({ fd, td, p }: Period, own: Days, today: string): Days | string {
  let window: Days;
  if (fd === undefined || td === undefined) {
    const to = lastBusinessDay(today);
    const length = p === undefined ? own.to - own.from + 1 : Number(p);
    if (!Number.isSafeInteger(length) || length < 1) return '1020';
    window = { from: to - length + 1, to };
    if (p === undefined) return window;
  } else {
    const [from, to] = [dayNamed(fd), dayNamed(td)];
    if (from === undefined || to === undefined) return '1020';
    window = { from, to };
  }
  if (window.from > window.to) return '1003';
  return window.to - window.from + 1 > MAX_DAYS ? '1020' : window;
}

function lastBusinessDay(today: string): number {
  let day = dayNamed(today)! - 1;
  while (isNeverBusiness(dayText(day))) day--;
  return day;
}

function daysIn({ from, to }: Days): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Its number among all days from Monday to Friday; undefined for weekends. */
function workingNumber(day: number): number | undefined {
  // 1970-01-01 was a Thursday.
  const weekday = remainder(day + 3, WEEK);
  return weekday > 4 ? undefined : Math.floor((day + 3) / WEEK) * 5 + weekday;
}

function remainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
