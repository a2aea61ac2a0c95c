/** Dates moved in each format that a Flex query writes, read again by the parser's own reader. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayNamed,
  dayOf,
  dayText,
  moved,
  movedId,
  slashEvidence,
  type SlashOrder,
} from '../../../src/flex-service/fake/literals.js';
import { DateReader } from '../../../src/parser/values/dates.js';
import { addDays } from '../../../src/time/days.js';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A day, `2024-01-31`, in each format. */
const FORMATS: Readonly<Record<string, (day: string) => string>> = {
  yyyyMMdd: (day) => day.replaceAll('-', ''),
  'yyyy-MM-dd': (day) => day,
  'MM/dd/yyyy': (day) => day.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1'),
  'MM/dd/yy': (day) => day.replace(/\d\d(\d\d)-(\d+)-(\d+)/, '$2/$3/$1'),
  'dd/MM/yyyy': (day) => day.replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1'),
  'dd/MM/yy': (day) => day.replace(/\d\d(\d\d)-(\d+)-(\d+)/, '$3/$2/$1'),
  'dd-MMM-yy': (day) => named(day, 2),
  'dd-MMM-yyyy': (day) => named(day, 0),
};

function named(day: string, cut: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}-${MONTHS[Number(month) - 1]!}-${year.slice(cut)}`;
}

const orderOf = (format: string): SlashOrder =>
  format.startsWith('MM/') ? 'mdy' : format.startsWith('dd/') ? 'dmy' : undefined;

/** What may follow a date: nothing, or a time after any separator, with any zone. */
const rest = fc.oneof(
  fc.constant(''),
  fc
    .tuple(
      fc.constantFrom(';', ',', ', ', ' ', 'T', ''),
      fc.constantFrom('093000', '09:30:00', '235959', '00:00:00.125'),
      fc.constantFrom('', ' EST', '-05:00', ' US/Eastern'),
    )
    .map((parts) => parts.join('')),
);

const day = fc.integer({ min: 0, max: 365 * 90 }).map((count) => addDays('1975-01-01', count));

describe.each(Object.keys(FORMATS))('a date as %s', (format) => {
  const write = FORMATS[format]!;
  const order = orderOf(format);
  const reader = new DateReader({ timezone: 'America/New_York', dateOrder: order });

  it('is moved, and keeps its format and what follows it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), rest, (from, count, after) => {
        const to = addDays(from, count);
        const literal = write(from) + after;
        fc.pre(reader.date(literal) === from && to < '2069-12-31' && to > '1970-01-01');
        expect(moved(literal, count, order)).toBe(write(to) + after);
        expect(reader.date(write(to) + after)).toBe(to);
        expect(dayText(dayOf(literal, order)!)).toBe(from);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is no date', () => {
  it.each(['', 'N/A', 'MULTI', '--', '20241301', '2024-02-30', '20240931', '093000', '1234567'])(
    '"%s" stays',
    (literal) => {
      expect(moved(literal, 7, 'mdy')).toBe(literal);
    },
  );

  it('is a slash date of a report without any other', () => {
    expect(dayOf('03/14/2024', undefined)).toBeUndefined();
  });

  it('is no day of a request', () => {
    expect(['2024-01-31', '20240131', '20240132', 'yesterday'].map(dayNamed)).toEqual([
      19753,
      19753,
      undefined,
      undefined,
    ]);
  });
});

it('the case of a month stays', () => {
  expect(
    ['28-FEB-24', '28-feb-24', '28-Feb-2024'].map((date) => moved(date, 2, undefined)),
  ).toEqual(['01-MAR-24', '01-mar-24', '01-Mar-2024']);
});

it('a slash date proves its order where a number is above 12', () => {
  expect(['03/14/24', '14/03/24;101500', '03/04/2024', '20240304'].map(slashEvidence)).toEqual([
    'mdy',
    'dmy',
    'either',
    undefined,
  ]);
});

it('ids are made others by the day, and no two alike', () => {
  const first = dayNamed('2024-11-26')!;
  expect(movedId('123456', first)).toBe('123456241126');
  expect(movedId('00018d3a.65a1b2c3.01.01', first)).toBe('00018d3a.65a1b2c3.01.01.241126');
  expect(['', '0', '--', 'N/A', 'MULTI'].map((id) => movedId(id, first))).toEqual([
    '',
    '0',
    '--',
    'N/A',
    'MULTI',
  ]);
});
