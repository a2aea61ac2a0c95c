/**
 * Whether a window or a day need not be requested again, because the archive has the answer. Pure.
 */
import type { ArchivedReport } from './archive.js';
import { shortfall, type Asked } from './requested-period.js';
import { startOf } from '../time/days.js';

const DAY = 24 * 60 * 60 * 1000;

/** By this many days after a window's end the broker has made its corrections. */
export const SETTLED_AFTER_DAYS = 7;
/** An interrupted backfill is continued within this many milliseconds. */
const SAME_BACKFILL = 6 * 60 * 60 * 1000;

export interface HeldOptions {
  readonly now: Date;
  /** The window is one of several parts of a longer span. */
  readonly partOfSpan: boolean;
  /** A report that covers fewer days is accepted. */
  readonly allowShort: boolean;
}

/**
 * The report that answers for a window of days; the latest of several. It was fetched when the days
 * were settled, or recently for the same long span. Other windows may still be corrected, and are
 * requested again.
 */
export function heldReport(
  reports: readonly ArchivedReport[],
  asked: Asked,
  { now, partOfSpan, allowShort }: HeldOptions,
): ArchivedReport | undefined {
  const { from, to } = asked;
  if (from === undefined || to === undefined) return undefined;
  return reports.findLast(({ provenance }) => {
    if (provenance === undefined) return false;
    const { asked: before, fetchedAt } = provenance;
    const sameAsked = before.from === from && before.to === to;
    const sameReceived = provenance.from === from && provenance.to === to;
    if (!sameAsked && !sameReceived) return false;
    // A report that was shortened has positions but no trades, even for the days that are left.
    const isShort = [asked, before].some((each) => shortfall(each, provenance) !== undefined);
    if (isShort && !allowShort) return false;
    const age = now.getTime() - Date.parse(fetchedAt);
    return isSettled(to, fetchedAt) || (partOfSpan && age >= 0 && age < SAME_BACKFILL);
  });
}

/**
 * Whether the service has given its final answer about a day: a window with the day in it was
 * requested, a report up to that day or beyond was delivered, and the day was settled by then. If
 * an account has no statement for such a day, another request will not bring one.
 */
export function isAnswered(reports: readonly ArchivedReport[], day: string): boolean {
  return reports.some(({ provenance }) => {
    if (provenance === undefined || provenance.to === null) return false;
    const { from, to } = provenance.asked;
    if (from === undefined || to === undefined || day < from || day > to) return false;
    return provenance.to >= day && isSettled(day, provenance.fetchedAt);
  });
}

/** Whether the broker had made its corrections to the day by then. */
function isSettled(day: string, fetchedAt: string): boolean {
  return Date.parse(fetchedAt) >= startOf(day) + (SETTLED_AFTER_DAYS + 1) * DAY;
}
