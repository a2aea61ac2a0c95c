/**
 * One report for all days: which day of it stands for a day of the calendar. The calendar is
 * fixed, and every request is a cut out of it: a day has the same rows in every window
 * that it is part of, as it has at the broker. No text and no XML here.
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
 * The days of the report stand for themselves. After its last day it goes on from the beginning of
 * its last whole weeks, and before its first day with its first whole weeks, for ever, so
 * that a Monday is always a Monday. A report of less than a week has its working days one
 * after the other on the working days of the calendar, and nothing on weekends.
 */
export class Timeline {
  private readonly weeks: number;
  /** Of a report of less than a week: its days from Monday to Friday. */
  private readonly working: readonly number[];

  constructor(readonly own: Days) {
    const length = own.to - own.from + 1;
    this.weeks = Math.floor(length / WEEK) * WEEK;
    this.working =
      this.weeks > 0 ? [] : daysIn(own).filter((day) => workingNumber(day) !== undefined);
  }

  /** The day of the report that stands for it; undefined where nothing happens on it. */
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

/** The days of a window, each with the day of the report that stands for it. */
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
 * The window that a request asks for. Where it names no days, the window has the length of the
 * report; it and one of so many days end on the last day of business before today.
 * @param today as `2024-01-31`
 * @returns a code of the service where it refuses the request
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

/** Its place among all days from Monday to Friday; undefined for the others. */
function workingNumber(day: number): number | undefined {
  // 1970-01-01 was a Thursday.
  const weekday = remainder(day + 3, WEEK);
  return weekday > 4 ? undefined : Math.floor((day + 3) / WEEK) * 5 + weekday;
}

function remainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
