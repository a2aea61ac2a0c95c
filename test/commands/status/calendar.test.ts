import { describe, expect, it } from 'vitest';
import { calendarLines } from '../../../src/commands/status/calendar.js';
import { coverageOf, type Window } from '../../../src/sinks/sql/ledger/gaps.js';

const window = (from: string, to = from, account = 'U1000001', query = 'Daily'): Window => ({
  account,
  query,
  from,
  to,
});

describe('the calendar', () => {
  it('has a line for each month and a character for each day', () => {
    const lines = calendarLines(
      coverageOf([
        window('2024-02-28', '2024-03-06'),
        window('2024-03-08', '2024-03-28'),
        // Good Friday is nobody's; Thursday the seventh is another account's.
        window('2024-04-01', '2024-04-02'),
        window('2024-03-07', '2024-03-07', 'U1000002', ''),
      ]),
    );
    expect(lines).toEqual([
      '# covered  . weekend  ! missing  ? possibly a holiday',
      '           1   5    10   15   20   25   30',
      'U1000001, Daily',
      '  2024-02                             ##',
      '  2024-03  #..###!#..#####..#####..####?..',
      '  2024-04  ##',
      'U1000002, a query without a name',
      '  2024-03        #',
    ]);
  });

  it('names each day at its place', () => {
    const [, ruler, , month] = calendarLines(coverageOf([window('2024-01-01', '2024-01-31')]));
    for (const day of ['1', '5', '10', '15', '20', '25', '30']) {
      expect(ruler!.indexOf(day)).toBe('  2024-01  '.length + Number(day) - 1);
    }
    expect(month).toHaveLength('  2024-01  '.length + 31);
  });

  it('shows the newest year, and counts what is missing before it', () => {
    const whole = calendarLines(coverageOf([window('2015-01-01', '2024-03-04')]));
    expect(whole).toHaveLength(3 + 1 + 12);
    expect(whole[3]).toBe('  2015-01 to 2023-03: nothing missing');
    expect(whole[4]).toMatch(/^ {2}2023-04 /);
    const lines = calendarLines(
      coverageOf([
        window('2022-01-03', '2022-06-01'),
        window('2022-06-03', '2023-01-30'),
        // From Tuesday, 31 January, to Friday: four days missing, one of them in January.
        window('2023-02-06', '2024-01-31'),
      ]),
    );
    expect(lines[3]).toBe('  2022-01 to 2023-01: 1 weekday missing, 1 possible holiday');
    expect(lines[4]).toBe('  2023-02  !!!..#####..#####..#####..##');
  });

  it.each([1, 4, 8, 16, 500])('of %i accounts fills no more than some screens', (accounts) => {
    const coverage = coverageOf(
      Array.from({ length: accounts }, (_, n) =>
        window('2015-01-01', '2024-03-04', `U${1_000_000 + n}`),
      ),
    );
    const lines = calendarLines(coverage);
    const shown = Math.min(accounts, 16);
    const months = Math.max(3, Math.min(12, Math.floor(48 / shown)));
    expect(lines).toHaveLength(2 + shown * (2 + months) + (accounts > shown ? 1 : 0));
    expect(lines.length).toBeLessThan(100);
    expect(lines.at(-1)).toMatch(accounts > 16 ? /and 484 more calendars/ : /^ {2}2024-03 /);
  });

  it('has no lines where no day is covered', () => {
    expect(calendarLines([])).toEqual([]);
  });
});
