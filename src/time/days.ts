/** Calendar days as text, `2024-03-04`: counting, and the day that it is in New York. Pure. */

/** The zone of the broker: of times that name none, unless another is given. */
export const BROKER_TIMEZONE = 'America/New_York';

const MILLISECONDS = 24 * 60 * 60 * 1000;

/** The day so many days later; earlier where it is negative. */
export function addDays(day: string, count: number): string {
  return new Date(startOf(day) + count * MILLISECONDS).toISOString().slice(0, 10);
}

/** Days from one to the other; 0 where they are the same. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / MILLISECONDS);
}

/** Milliseconds since 1970 at which the day begins in UTC. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whether it is a day of the calendar, written as here. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(startOf(text)) && addDays(text, 0) === text
  );
}

/** The last day before this one that a market could keep books on. */
export function businessDayBefore(day: string): string {
  const before = addDays(day, -1);
  return isNeverBusiness(before) ? businessDayBefore(before) : before;
}

/** The day that it is at the broker. */
export function dayInNewYork(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: BROKER_TIMEZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
}

/** Markets that close for two weekdays in a row there are; a third is no holiday any more. */
export const HOLIDAYS_IN_A_ROW = 2;

/** Whether no market anywhere keeps books on it: a weekend, New Year, Christmas. */
export function isNeverBusiness(day: string): boolean {
  const weekday = new Date(startOf(day)).getUTCDay();
  return weekday === 0 || weekday === 6 || day.endsWith('-01-01') || day.endsWith('-12-25');
}
