import { describe, expect, it } from 'vitest';
import {
  askedKey,
  shortfall,
  type Asked,
  type Received,
} from '../../src/archive/requested-period.js';

const received = (from: string | null, to = from, ...periods: string[]): Received => ({
  from,
  to,
  periods,
});

describe('a report that is about what was asked for', () => {
  const whole: readonly (readonly [string, Asked, Received])[] = [
    [
      'the same days',
      { from: '2024-03-04', to: '2024-03-08' },
      received('2024-03-04', '2024-03-08'),
    ],
    ['more days', { from: '2024-03-04', to: '2024-03-08' }, received('2024-03-01', '2024-03-31')],
    ['one day', { from: '2024-03-04', to: '2024-03-04' }, received('2024-03-04')],
    // A Friday evening to a Monday, and a year from New Year on.
    ['no weekend', { from: '2024-03-02', to: '2024-03-10' }, received('2024-03-04', '2024-03-08')],
    ['no New Year', { from: '2024-01-01', to: '2024-12-31' }, received('2024-01-02', '2024-12-31')],
    ['days unknown', { from: '2024-03-04', to: '2024-03-08' }, received(null)],
    ['its saved period', {}, received('2024-03-04', '2024-03-04', 'LastBusinessDay')],
    ['a saved month', {}, received('2024-02-01', '2024-02-29', 'LastNCalendarDays')],
    ['one day of one', { days: 1 }, received('2024-03-04', '2024-03-04', 'LastNCalendarDays')],
    ['so many days', { days: 30 }, received('2024-02-04', '2024-03-04', 'LastNCalendarDays')],
    ['but for a holiday', { days: 7 }, received('2024-02-27', '2024-03-01')],
  ];
  it.each(whole)('%s', (_, asked, got) => {
    expect(shortfall(asked, got)).toBeUndefined();
  });
});

describe('a report about fewer days', () => {
  const short: readonly (readonly [string, Asked, Received])[] = [
    ['later', { from: '2024-03-04', to: '2024-03-08' }, received('2024-03-05', '2024-03-08')],
    ['earlier', { from: '2024-03-04', to: '2024-03-08' }, received('2024-03-04', '2024-03-07')],
    ['elsewhere', { from: '2024-03-04', to: '2024-03-08' }, received('2024-04-01', '2024-04-30')],
    ['before', { from: '2024-03-04', to: '2024-03-08' }, received('2024-02-01', '2024-02-29')],
    ['cut to a day', {}, received('2024-03-04', '2024-03-04', 'LastNCalendarDays')],
    ['cut, as N is told', {}, received('2024-03-04', '2024-03-04', 'Last30CalendarDays')],
    ['cut, though asked', { days: 3 }, received('2024-03-04', '2024-03-04', 'LastNCalendarDays')],
    ['fewer', { days: 30 }, received('2024-03-01', '2024-03-04')],
  ];
  it.each(short)('%s: is told', (_, asked, got) => {
    const said = shortfall(asked, got);
    expect(said).toContain(got.from);
    expect(said).toMatch(/\.$/);
  });
});

it('what was asked has a name for files', () => {
  expect(askedKey({ from: '2024-01-01', to: '2024-12-31' })).toBe('2024-01-01_2024-12-31');
  expect([askedKey({ days: 30 }), askedKey({})]).toEqual(['days-30', 'saved']);
});

describe('holidays at the ends of a window', () => {
  const asked = { from: '2024-03-11', to: '2024-03-15' };
  const cases: readonly (readonly [string, Received, 'whole' | 'short'])[] = [
    ['two first', received('2024-03-13', '2024-03-15'), 'whole'],
    ['two last', received('2024-03-11', '2024-03-13'), 'whole'],
    ['three', received('2024-03-14', '2024-03-15'), 'short'],
    ['all', received('2024-03-18'), 'short'],
    ['and a cut', received('2024-03-13', '2024-03-15', 'LastNCalendarDays'), 'short'],
  ];
  it.each(cases)('%s', (_, got, expected) => {
    expect(shortfall(asked, got, 2) === undefined ? 'whole' : 'short').toBe(expected);
    expect(shortfall(asked, got)).toBeDefined();
  });
});
