/**
 * Days, and the windows that the service accepts in one request. A day is
 * `2024-01-31`; there are no times and no zones here.
 */
import { FlexError } from '../../errors.js';

/** Both days belong to it. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

/** The first and the last day; or so many days that end with the day before `today`. */
export type Span = DayWindow | { readonly days: number; readonly today: string };

/** Days that the service accepts in one request. */
export const MAX_DAYS = 365;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Successive windows of at most `maxDays` days that cover the span, the newest first:
 * that is the one that people wait for, and the oldest may be older than the account.
 *
 * A span of days ends yesterday, because a window that ends with an unfinished day can
 * be answered with "not available".
 * @throws FlexError FLEX_USAGE where a day is none, or the span ends before it begins
 */
export function splitSpan(span: Span, maxDays = MAX_DAYS): DayWindow[] {
  const { from, to } = 'days' in span ? lastDays(span.days, span.today) : ordered(span);
  const windows: DayWindow[] = [];
  for (let last = to; last >= from; last -= maxDays * DAY) {
    const first = Math.max(from, last - (maxDays - 1) * DAY);
    windows.push({ from: written(first), to: written(last) });
  }
  return windows;
}

/** How many days a window has. @throws FlexError FLEX_USAGE as splitSpan */
export function daysOf(window: DayWindow): number {
  const { from, to } = ordered(window);
  return (to - from) / DAY + 1;
}

/** `20240131`, as the service wants it. @throws FlexError FLEX_USAGE where the day is none */
export function compactDay(day: string): string {
  return written(milliseconds(day)).replaceAll('-', '');
}

function lastDays(days: number, today: string): { from: number; to: number } {
  if (!Number.isSafeInteger(days) || days < 1) {
    throw new FlexError('FLEX_USAGE', `A span has a whole number of days, and not ${days}.`);
  }
  const end = milliseconds(today);
  return { from: end - days * DAY, to: end - DAY };
}

function ordered(window: DayWindow): { from: number; to: number } {
  const [from, to] = [milliseconds(window.from), milliseconds(window.to)];
  if (from > to) {
    throw new FlexError(
      'FLEX_USAGE',
      `The span ends (${window.to}) before it begins (${window.from}).`,
    );
  }
  return { from, to };
}

/** Of midnight UTC, where all days are equally long. */
function milliseconds(day: string): number {
  const parsed = /^(\d{4})-(\d{2})-(\d{2})$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(parsed) || written(parsed) !== day) {
    throw new FlexError('FLEX_USAGE', `“${day}” is not a day, such as 2024-01-31.`);
  }
  return parsed;
}

function written(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
