/** Spans of days, cut into windows that the service accepts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactDay, daysOf, MAX_DAYS, splitSpan } from '../../../src/flex-service/client/spans.js';

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
