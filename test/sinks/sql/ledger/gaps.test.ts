import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, type Window } from '../../../../src/sinks/sql/ledger/gaps.js';

const window = (from: string, to = from, account = 'U1000001', query = 'Daily'): Window => ({
  account,
  query,
  from: `2024-${from}`,
  to: `2024-${to}`,
});

describe('the days that statements cover', () => {
  it('are joined where windows touch or overlap', () => {
    // Friday to Sunday, Monday to Wednesday, and a day in the midst of it again.
    expect(
      coverageOf([window('03-04', '03-06'), window('03-01', '03-03'), window('03-05')]),
    ).toEqual([
      {
        account: 'U1000001',
        query: 'Daily',
        first: '2024-03-01',
        last: '2024-03-06',
        days: 6,
        weekendDays: 0,
        missingDays: 0,
        possibleHolidays: 0,
        gaps: [],
      },
    ]);
  });

  it('have weekends between them, which are no gaps', () => {
    const [found] = coverageOf([window('03-01'), window('03-04')]);
    expect(found).toMatchObject({ days: 2, weekendDays: 2, missingDays: 0, gaps: [] });
  });

  it('have weekdays between them that may be holidays where nobody has them', () => {
    // Good Friday.
    const [found] = coverageOf([window('03-28'), window('04-01')]);
    expect(found).toMatchObject({ weekendDays: 2, missingDays: 0, possibleHolidays: 1 });
    expect(found!.gaps).toEqual([
      { from: '2024-03-29', to: '2024-03-29', weekdays: 1, kind: 'possible_holiday' },
    ]);
  });

  it('miss a weekday that another account or another query has', () => {
    const all = [
      window('03-04'),
      window('03-06'),
      window('03-05', '03-05', 'U1000002'),
      window('03-07', '03-07', 'U1000002'),
      window('03-06', '03-06', 'U1000001', 'Other'),
    ];
    expect(coverageOf(all).map(({ account, query, gaps }) => [account, query, gaps])).toEqual([
      [
        'U1000001',
        'Daily',
        [{ from: '2024-03-05', to: '2024-03-05', weekdays: 1, kind: 'missing' }],
      ],
      ['U1000001', 'Other', []],
      [
        'U1000002',
        'Daily',
        [{ from: '2024-03-06', to: '2024-03-06', weekdays: 1, kind: 'missing' }],
      ],
    ]);
  });

  it('miss three weekdays in a row, whoever else has them or not', () => {
    // From Wednesday to Tuesday: Thursday, Friday and Monday are not there.
    const [found] = coverageOf([window('03-06'), window('03-12')]);
    expect(found).toMatchObject({ missingDays: 3, possibleHolidays: 0, weekendDays: 2 });
    expect(found!.gaps).toEqual([
      { from: '2024-03-07', to: '2024-03-11', weekdays: 3, kind: 'missing' },
    ]);
  });

  it('have a gap of each kind where somebody has a part of it', () => {
    const [found] = coverageOf([
      window('03-04'),
      window('03-08'),
      window('03-05', '03-06', 'U1000002'),
    ]);
    expect(found!.gaps).toEqual([
      { from: '2024-03-05', to: '2024-03-06', weekdays: 2, kind: 'missing' },
      { from: '2024-03-07', to: '2024-03-07', weekdays: 1, kind: 'possible_holiday' },
    ]);
  });

  it('add up: every day between first and last is covered, a weekend day, missing or perhaps a holiday', () => {
    const DAY = 86_400_000;
    const text = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
    const anyWindow = fc
      .tuple(
        fc.constantFrom('U1000001', 'U1000002'),
        fc.constantFrom('A', 'B'),
        fc.integer({ min: 19_000, max: 19_100 }),
        fc.integer({ min: 0, max: 9 }),
      )
      .map(([account, query, from, length]) => ({
        account,
        query,
        from: text(from),
        to: text(from + length),
      }));
    fc.assert(
      fc.property(fc.array(anyWindow, { minLength: 1, maxLength: 20 }), (windows) => {
        for (const found of coverageOf(windows)) {
          const own = windows.filter(
            ({ account, query }) => account === found.account && query === found.query,
          );
          const covered = (set: readonly Window[], day: string): boolean =>
            set.some(({ from, to }) => from <= day && day <= to);
          let [days, weekend, open] = [0, 0, 0];
          const [first, last] = [Date.parse(found.first) / DAY, Date.parse(found.last) / DAY];
          for (let day = first; day <= last; day++) {
            if (covered(own, text(day))) days++;
            else if ([0, 6].includes(new Date(day * DAY).getUTCDay())) weekend++;
            else open++;
          }
          expect([found.days, found.weekendDays]).toEqual([days, weekend]);
          expect(found.missingDays + found.possibleHolidays).toBe(open);
          for (const { from, to, kind } of found.gaps) {
            const known = covered(windows, from);
            expect(covered(windows, to)).toBe(known);
            if (known) expect(kind).toBe('missing');
          }
        }
      }),
    );
  });
});
