/** Whether a window or a day need not be asked for again, because the archive has the answer. Pure. */
import type { ArchivedReport } from './archive.js';
import { shortfall, type Asked } from './requested-period.js';
import { startOf } from '../time/days.js';

const DAY = 24 * 60 * 60 * 1000;

/** So many days after its end the broker has restated what it restates of a window. */
export const SETTLED_AFTER_DAYS = 7;
/** A backfill that was interrupted is taken up within so many milliseconds. */
const SAME_BACKFILL = 6 * 60 * 60 * 1000;

export interface HeldOptions {
  readonly now: Date;
  /** The window is one of several that a longer span was split into. */
  readonly partOfSpan: boolean;
  /** A report about fewer days will do. */
  readonly allowShort: boolean;
}

/**
 * The report that stands for a window of days; the latest of several. It was
 * fetched when the days were settled, or a short while ago for the same long span.
 * Other windows may still be restated, and are asked for again.
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
    // Of days that were cut off before, positions come and trades do not: not even for those left.
    const isShort = [asked, before].some((each) => shortfall(each, provenance) !== undefined);
    if (isShort && !allowShort) return false;
    const age = now.getTime() - Date.parse(fetchedAt);
    return isSettled(to, fetchedAt) || (partOfSpan && age >= 0 && age < SAME_BACKFILL);
  });
}

/**
 * Whether the service has said all that it has to say about a day: it was asked for a window with
 * the day in it, has delivered a report up to that day or beyond, and the day was settled by then.
 * If an account has no statement for such a day, asking again brings none.
 */
export function isAnswered(reports: readonly ArchivedReport[], day: string): boolean {
  return reports.some(({ provenance }) => {
    if (provenance === undefined || provenance.to === null) return false;
    const { from, to } = provenance.asked;
    if (from === undefined || to === undefined || day < from || day > to) return false;
    return provenance.to >= day && isSettled(day, provenance.fetchedAt);
  });
}

/** Whether the broker had restated by then what it restates of the day. */
function isSettled(day: string, fetchedAt: string): boolean {
  return Date.parse(fetchedAt) >= startOf(day) + (SETTLED_AFTER_DAYS + 1) * DAY;
}
