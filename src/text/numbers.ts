/** Numbers for people: with their noun (`1 row`, `1,204 rows`), sizes (`12.3 MB`), durations (`1:05`). Pure. */

/**
 * A whole number with thousands separators: `1,204`. By hand, because the first call of
 * toLocaleString in a process takes longer than many commands.
 */
export function formatNumber(value: number): string {
  let rest = `${Math.abs(value)}`;
  let text = '';
  for (; rest.length > 3; rest = rest.slice(0, -3)) text = `,${rest.slice(-3)}${text}`;
  return `${value < 0 ? '-' : ''}${rest}${text}`;
}

/** @param many where the plural is not formed with s */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/** The last line of a truncated list; none if nothing was left out. */
export function andMore(count: number, one?: string): string[] {
  if (count <= 0) return [];
  if (one === undefined) return [`  … and ${formatNumber(count)} more`];
  return [`  … and ${plural(count, `more ${one}`)}`];
}

/** Sizes and durations for people: `12.3 MB`, `1:05`. Pure. */
/** `870 kB`, `12.4 MB`: decimal units. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let scaled = bytes / 1000;
  let unit = 0;
  while (scaled >= 999.95 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${scaled.toFixed(1)} ${units[unit]!}`;
}

/** `0:07`, `12:30`, `1:02:03`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (part: number): string => `${part}`.padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}
