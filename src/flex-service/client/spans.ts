/**
 * Days, and the windows that the service accepts in one request. A day is `2024-01-31`; no times
 * and no time zones here.
 */
import { FlexError } from '../../errors.js';
import { addDays, daysBetween, isDay } from '../../time/days.js';

/** Both days belong to it. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

/** The first and the last day; or N days that end with the day before `today`. */
export type Span = DayWindow | { readonly days: number; readonly today: string };

/** Days that the service accepts in one request. */
export const MAX_DAYS = 365;

/**
 * Successive windows of at most `maxDays` days that cover the span, the newest first: people wait
 * for that one, and the oldest may be from before the account was opened. A span of days ends
 * yesterday, because a window that ends with an unfinished day can be answered with "not
 * available".
 * @throws FlexError FLEX_USAGE for an invalid day, or a span that ends before it begins
 */
export function splitSpan(span: Span, maxDays = MAX_DAYS): DayWindow[] {
  const { from, to } = 'days' in span ? lastDays(span.days, span.today) : ordered(span);
  const windows: DayWindow[] = [];
  for (let last = to; last >= from; last = addDays(last, -maxDays)) {
    const first = addDays(last, 1 - maxDays);
    windows.push({ from: first > from ? first : from, to: last });
  }
  return windows;
}

/**
 * The fewest windows of at most `maxDays` days that contain all of these days, the newest first.
 * They may contain days in between, and each begins and ends with one of the days.
 * @param days in any order
 * @throws FlexError FLEX_USAGE as splitSpan
 */
export function windowsOver(days: readonly string[], maxDays = MAX_DAYS): DayWindow[] {
  const windows: { from: string; to: string }[] = [];
  for (const day of days.map(checkedDay).toSorted().toReversed()) {
    const window = windows.at(-1);
    if (window !== undefined && daysBetween(day, window.to) < maxDays) window.from = day;
    else windows.push({ from: day, to: day });
  }
  return windows;
}

/** How many days a window has. @throws FlexError FLEX_USAGE as splitSpan */
export function daysOf(window: DayWindow): number {
  const { from, to } = ordered(window);
  return daysBetween(from, to) + 1;
}

/** `20240131`, the format of the service. @throws FlexError FLEX_USAGE for an invalid day */
export function compactDay(day: string): string {
  return checkedDay(day).replaceAll('-', '');
}

function lastDays(days: number, today: string): DayWindow {
  if (!Number.isSafeInteger(days) || days < 1) {
    throw new FlexError('FLEX_USAGE', `A span must have a whole number of days, not ${days}.`);
  }
  return { from: addDays(checkedDay(today), -days), to: addDays(today, -1) };
}

function ordered(window: DayWindow): DayWindow {
  const [from, to] = [checkedDay(window.from), checkedDay(window.to)];
  if (from > to) {
    throw new FlexError('FLEX_USAGE', `The span ends (${to}) before it begins (${from}).`);
  }
  return { from, to };
}

function checkedDay(day: string): string {
  if (isDay(day)) return day;
  throw new FlexError('FLEX_USAGE', `“${day}” is not a day, such as 2024-01-31.`);
}
