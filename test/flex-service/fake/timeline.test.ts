/** Which day of a report stands for a day, and which days a request asks for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNamed, dayText } from '../../../src/flex-service/fake/literals.js';
import {
  placementsIn,
  requestedDays,
  Timeline,
  type Days,
} from '../../../src/flex-service/fake/timeline.js';
import { days, type Asked } from './rebase.js';

const window = (from: string, to: string): Days => ({ from: dayNamed(from)!, to: dayNamed(to)! });
const weekday = (day: number): number => new Date(dayText(day)).getUTCDay();
const isWorking = (day: number): boolean => ![0, 6].includes(weekday(day));

/** 1990 to 2080. */
const anyDay = fc.integer({ min: 7_305, max: 40_177 });
const spans = (min: number, max: number): fc.Arbitrary<Days> =>
  fc
    .tuple(anyDay, fc.integer({ min, max }))
    .map(([from, length]) => ({ from, to: from + length - 1 }));

describe('the calendar of a report', () => {
  it('has the days of the report as they are', () => {
    fc.assert(
      fc.property(spans(1, 400), (own) => {
        const timeline = new Timeline(own);
        for (let day = own.from; day <= own.to; day++) expect(timeline.sourceOf(day)).toBe(day);
      }),
      { numRuns: 50 },
    );
  });

  it('has a Monday for a Monday where the report has a week', () => {
    fc.assert(
      fc.property(spans(7, 400), anyDay, (own, day) => {
        const source = new Timeline(own).sourceOf(day)!;
        expect(source).toBeGreaterThanOrEqual(own.from);
        expect(source).toBeLessThanOrEqual(own.to);
        expect(weekday(source)).toBe(weekday(day));
      }),
      { numRuns: 500 },
    );
  });

  it('has a day of a shorter report for each working day, and nothing on weekends', () => {
    fc.assert(
      fc.property(spans(1, 6), anyDay, (own, day) => {
        const inside = Array.from({ length: own.to - own.from + 1 }, (_, i) => own.from + i);
        fc.pre(inside.some(isWorking) && !inside.includes(day));
        const source = new Timeline(own).sourceOf(day);
        if (!isWorking(day)) expect(source).toBeUndefined();
        else expect(inside.filter(isWorking)).toContain(source);
      }),
      { numRuns: 500 },
    );
  });

  it('uses each day of the report as often as the others', () => {
    const own = window('2024-03-04', '2024-03-06');
    const placed = placementsIn(new Timeline(own), window('2024-03-04', '2024-03-15'));
    expect(placed.map(({ day, source }) => [day - own.from, source - own.from])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 0],
      [4, 1],
      [7, 2],
      [8, 0],
      [9, 1],
      [10, 2],
      [11, 0],
    ]);
  });

  it('has every day where the report is of a weekend', () => {
    const timeline = new Timeline(window('2024-03-02', '2024-03-03'));
    const placed = placementsIn(timeline, window('2024-03-04', '2024-03-06'));
    expect(placed.map(({ source }) => dayText(source))).toEqual([
      '2024-03-02',
      '2024-03-03',
      '2024-03-02',
    ]);
  });
});

describe('the days of a request', () => {
  const own = window('2024-01-02', '2024-01-04');
  const asked = (period: Asked, today = '2026-11-27'): unknown => {
    const found = requestedDays(
      { fd: undefined, td: undefined, p: undefined, ...period },
      own,
      today,
    );
    return typeof found === 'string' ? found : [dayText(found.from), dayText(found.to)];
  };

  it('are those that it names', () => {
    expect(asked(days('2025-02-03', '2025-02-07'))).toEqual(['2025-02-03', '2025-02-07']);
    expect(asked(days('2025-01-01', '2025-12-31'))).toEqual(['2025-01-01', '2025-12-31']);
  });

  it.each([
    ['2026-11-27', '2026-11-26'],
    ['2026-11-30', '2026-11-27'],
    ['2026-11-29', '2026-11-27'],
    ['2026-12-27', '2026-12-24'],
    ['2027-01-02', '2026-12-31'],
  ])('end before %s on %s where it names none', (today, last) => {
    expect(asked({}, today)).toEqual([dayText(dayNamed(last)! - 2), last]);
    expect(asked({ p: '1' }, today)).toEqual([last, last]);
    expect(asked({ p: '30' }, today)).toEqual([dayText(dayNamed(last)! - 29), last]);
  });

  it.each([
    [days('2025-02-07', '2025-02-03'), '1003'],
    [days('2025-02-31'), '1020'],
    [days('2025-01-01', '2026-01-01'), '1020'],
    [{ p: '0' }, '1020'],
    [{ p: 'x' }, '1020'],
    [{ p: '366' }, '1020'],
  ])('%j are refused with %s', (period, code) => {
    expect(asked(period)).toBe(code);
  });
});
