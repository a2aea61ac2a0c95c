/** Drawings: every day and month has its place, and a hole is seen. */
import { describe, expect, it } from 'vitest';
import { calendar, type DayState } from '../../src/report-page/charts/calendar.js';
import { lineChart } from '../../src/report-page/charts/line.js';
import { monthBars, monthsBetween } from '../../src/report-page/charts/month-bars.js';
import { addDays } from '../../src/time/days.js';

describe('the calendar', () => {
  /** How many days the dashes of a path stand for. */
  const daysOf = (text: string, state: string): number => {
    const [, path = ''] = new RegExp(`class="${state}" d="([^"]*)"`).exec(text) ?? [];
    const lengths = [...path.matchAll(/v(\d+)/g)].map(([, length]) => Number(length));
    return lengths.reduce((sum, length) => sum + (length + 2) / 10, 0);
  };

  it('has each day once, in its week and weekday', () => {
    // A Tuesday to a Monday.
    const states: Record<string, DayState> = { '2024-01-04': 'missing', '2024-01-08': 'restated' };
    const { text } = calendar(
      'Days',
      '2024-01-02',
      '2024-01-08',
      (day) => states[day] ?? 'covered',
    );
    expect(text).toContain('class="covered" d="M4 10v18M4 40v28"');
    expect(text).toContain('class="missing" d="M4 30v8"');
    expect(text).toContain('class="restated" d="M14 0v8"');
  });

  it('has all days of a leap year, the newest year first', () => {
    const { text } = calendar('Days', '2023-12-31', '2024-12-31', () => 'covered');
    expect(daysOf(text, 'covered')).toBe(366);
    expect(text.indexOf('2024')).toBeLessThan(text.indexOf('2023'));
  });
});

describe('bars by month', () => {
  const bars = (values: Record<string, string>): string =>
    monthBars('Profit', 'USD', [
      { name: 'Profit', mark: 's1', lossMark: 'loss', values: new Map(Object.entries(values)) },
    ]).text;

  it('have a place for every month from the first to the last', () => {
    expect(monthsBetween(['2024-02', '2023-11'])).toEqual([
      ...['2023-11', '2023-12', '2024-01', '2024-02'],
    ]);
    const places = [...bars({ '2024-01': '10', '2024-03': '20' }).matchAll(/ x="([\d.]+)%" w/g)];
    expect(places.map(([, at]) => Number(at) > 50)).toEqual([false, true]);
  });

  it('are named by their months, the first and every January by the year', () => {
    const values = { '2023-11': '1', '2024-02': '2' };
    const labels = [...bars(values).matchAll(/<text class="x[^>]*>([^<]*)</g)];
    expect(labels.map(([, text]) => text)).toEqual(['Nov 2023', 'Dec', '2024', 'Feb']);
  });

  it('tell the amount, and losses by another class', () => {
    const text = bars({ '2024-01': '10.125', '2024-02': '-7' });
    expect(text).toContain('<title>2024-01: 10.13 USD</title>');
    expect(text).toMatch(/class="bar loss"[^>]*><title>2024-02: −7.00 USD<\/title>/);
  });

  it('stand upon each other on their own side of the line', () => {
    const series = [
      { name: 'Dividends', mark: 's1', values: new Map([['2024-01', '60']]) },
      { name: 'Tax', mark: 's3', values: new Map([['2024-01', '-20']]) },
    ];
    const { text } = monthBars('Dividends', 'USD', series);
    const zero = /class="grid zero"[^>]*y1="([\d.]+)"/.exec(text)![1];
    expect(text).toMatch(new RegExp(`class="bar s3"[^>]*y="${zero}"`));
    expect(text).toContain('<title>Tax, 2024-01: −20.00 USD</title>');
  });
});

describe('the line', () => {
  const points = (days: readonly string[]) =>
    days.map((day, index) => ({ day, value: `${100 + index}` }));
  const movesOf = (text: string): number =>
    (/ d="([^"]*)"/.exec(text)![1]!.match(/M/g) ?? []).length;

  it('has every day', () => {
    const days = Array.from({ length: 2500 }, (_, index) => addDays('2015-01-01', index));
    const [, path] = / d="([^"]*)"/.exec(lineChart('NAV', points(days)).text)!;
    expect(path!.split(/[ML]/)).toHaveLength(2501);
  });

  it('is broken where more than a week is missing', () => {
    expect(movesOf(lineChart('NAV', points(['2024-01-05', '2024-01-12'])).text)).toBe(1);
    expect(movesOf(lineChart('NAV', points(['2024-01-05', '2024-01-13'])).text)).toBe(2);
  });

  it('is there for one day, and where nothing changes', () => {
    expect(lineChart('NAV', points(['2024-01-05'])).text).not.toContain('NaN');
    const flat = ['2024-01-05', '2024-01-08'].map((day) => ({ day, value: '0' }));
    expect(lineChart('NAV', flat).text).not.toContain('NaN');
  });

  it('shows a day as a dot that has no other near it', () => {
    const dotsOf = (...days: string[]): number => {
      const text = lineChart('NAV', points(days)).text;
      return (/class="alone"[^>]*d="([^"]*)"/.exec(text)?.[1]?.match(/M/g) ?? []).length;
    };
    expect(dotsOf('2024-01-05')).toBe(1);
    expect(dotsOf('2024-01-05', '2024-01-08')).toBe(0);
    expect(dotsOf('2024-01-05', '2024-02-08', '2024-02-09', '2024-04-01')).toBe(2);
  });

  it('names each day once', () => {
    for (const days of [
      ['2024-01-05'],
      ['2024-01-05', '2024-01-06'],
      ['2024-01-05', '2024-01-09'],
    ]) {
      const labels = [
        ...lineChart('NAV', points(days)).text.matchAll(/<text class="x[^>]*>([^<]*)</g),
      ];
      const names = labels.map(([, text]) => text!.replace(' 2024', ''));
      expect(names[0]).toBe('5 Jan');
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
