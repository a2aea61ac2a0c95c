/** Calendar days as text, `2024-03-04`: arithmetic, and today in New York. Pure. */

/** The broker's time zone: assumed for timestamps without one, unless another is given. */
export const BROKER_TIMEZONE = 'America/New_York';

const MILLISECONDS = 24 * 60 * 60 * 1000;

/** The day N days later; earlier if N is negative. */
export function addDays(day: string, count: number): string {
  return new Date(startOf(day) + count * MILLISECONDS).toISOString().slice(0, 10);
}

/** Days from one to the other; 0 if they are the same. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / MILLISECONDS);
}

/** Milliseconds since 1970 at which the day begins in UTC. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whether it is a calendar day in this format. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(startOf(text)) && addDays(text, 0) === text
  );
}

/** The last possible business day before this one. */
export function businessDayBefore(day: string): string {
  const before = addDays(day, -1);
  return isNeverBusiness(before) ? businessDayBefore(before) : before;
}

/** Today at the broker. */
export function dayInNewYork(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: BROKER_TIMEZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
}

/** Some markets close for two weekdays in a row; a third is no holiday any more. */
export const HOLIDAYS_IN_A_ROW = 2;

/** Whether no market is ever open on it: a weekend, New Year, Christmas. */
export function isNeverBusiness(day: string): boolean {
  const weekday = new Date(startOf(day)).getUTCDay();
  return weekday === 0 || weekday === 6 || day.endsWith('-01-01') || day.endsWith('-12-25');
}
