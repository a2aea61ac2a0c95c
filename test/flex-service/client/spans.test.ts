/** Spans of days, cut into windows that the service accepts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compactDay,
  daysOf,
  MAX_DAYS,
  splitSpan,
  windowsOver,
} from '../../../src/flex-service/client/spans.js';

const DAY = 86_400_000;
const day = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
const number = (text: string): number => Date.parse(text) / DAY;

describe('a span', () => {
  it('is cut into the newest windows first, each as long as it may be', () => {
    expect(splitSpan({ from: '2022-03-01', to: '2024-03-01' })).toEqual([
      { from: '2023-03-03', to: '2024-03-01' },
      { from: '2022-03-03', to: '2023-03-02' },
      { from: '2022-03-01', to: '2022-03-02' },
    ]);
  });

  it('of days ends yesterday', () => {
    expect(splitSpan({ days: 30, today: '2024-03-01' })).toEqual([
      { from: '2024-01-31', to: '2024-02-29' },
    ]);
    expect(splitSpan({ days: 1, today: '2024-01-01' })).toEqual([
      { from: '2023-12-31', to: '2023-12-31' },
    ]);
  });

  it('is covered exactly, whatever its length', () => {
    const spans = fc.record({
      first: fc.integer({ min: 0, max: 25_000 }),
      length: fc.integer({ min: 1, max: 4_000 }),
      most: fc.integer({ min: 1, max: MAX_DAYS }),
    });
    fc.assert(
      fc.property(spans, ({ first, length, most }) => {
        const windows = splitSpan({ from: day(first), to: day(first + length - 1) }, most);
        const days = windows
          .toReversed()
          .flatMap(({ from, to }) =>
            Array.from({ length: number(to) - number(from) + 1 }, (_, at) => number(from) + at),
          );
        expect(days).toEqual(Array.from({ length }, (_, at) => first + at));
        expect(windows.every((window) => daysOf(window) <= most)).toBe(true);
        expect(windows).toHaveLength(Math.ceil(length / most));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    { from: '2024-03-02', to: '2024-03-01' },
    { from: '2024-02-30', to: '2024-03-01' },
    { from: '20240101', to: '2024-03-01' },
    { from: '2024-01-01', to: 'yesterday' },
    { days: 0, today: '2024-03-01' },
    { days: 2.5, today: '2024-03-01' },
    { days: 2, today: '' },
  ])('%j is none', (span) => {
    expect(() => splitSpan(span)).toThrow(expect.objectContaining({ code: 'FLEX_USAGE' }));
  });
});

it('a day is written without hyphens for the service', () => {
  expect(compactDay('2024-02-29')).toBe('20240229');
});

describe('windows over single days', () => {
  it('begin and end with one of them, and may be as long as the service takes', () => {
    const days = ['2024-03-01', '2022-01-05', '2023-03-03', '2023-03-02'];
    expect(windowsOver(days)).toEqual([
      { from: '2023-03-03', to: '2024-03-01' },
      { from: '2023-03-02', to: '2023-03-02' },
      { from: '2022-01-05', to: '2022-01-05' },
    ]);
    expect(windowsOver([])).toEqual([]);
    expect(windowsOver(['2024-03-01', '2024-03-01'])).toHaveLength(1);
  });

  it('hold every day, and no fewer windows could', () => {
    const some = fc.record({
      days: fc.array(fc.integer({ min: 19_000, max: 19_060 }), { maxLength: 12 }),
      most: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(some, ({ days, most }) => {
        const windows = windowsOver(days.map(day), most);
        for (const each of days.map(day)) {
          expect(windows.some(({ from, to }) => from <= each && each <= to)).toBe(true);
        }
        expect(windows.every((window) => daysOf(window) <= most)).toBe(true);
        // No window holds two of their last days: each of these needs one of its own.
        const lasts = windows.map(({ to }) => number(to));
        lasts.slice(1).forEach((last, at) => {
          expect(lasts[at]! - last).toBeGreaterThanOrEqual(most);
        });
      }),
    );
  });
});
