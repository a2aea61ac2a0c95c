/** Days as `2024-03-04`, and which of them are business days. No clock and no zone. */

const DAY_MS = 86_400_000;

/** Days since 2000-01-01: orders days and makes ids of them. */
export function dayNumber(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(2000, 0, 1)) / DAY_MS);
}

export function dayOf(number: number): string {
  return new Date(Date.UTC(2000, 0, 1) + number * DAY_MS).toISOString().slice(0, 10);
}

/** As the query editor writes it by default: `20240304`. */
export function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** Monday to Friday, without the holidays that fall on the same date every year. */
export function isBusinessDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const date = day.slice(5);
  return weekday % 6 !== 0 && date !== '01-01' && date !== '07-04' && date !== '12-25';
}

/** The business days of a window, its ends included. */
export function businessDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number++) {
    const day = dayOf(number);
    if (isBusinessDay(day)) days.push(day);
  }
  return days;
}

/** The business day that many business days later: settlement. */
export function businessDayAfter(day: string, count: number): string {
  let number = dayNumber(day);
  for (let left = count; left > 0;) {
    number += 1;
    if (isBusinessDay(dayOf(number))) left -= 1;
  }
  return dayOf(number);
}
