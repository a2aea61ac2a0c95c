/** Dates case by case: each format, what does not fit, the order of slash dates, the edges. */
import { describe, expect, test } from 'vitest';
import { FlexError } from '../../../src/errors.js';
import type { DateOrder } from '../../../src/parser/statement.js';
import { DateReader, dateOrderEvidence } from '../../../src/parser/values/dates.js';

const reader = (dateOrder?: DateOrder, timezone = 'America/New_York') =>
  new DateReader({ timezone, dateOrder });

const codeOf = (call: () => unknown): string => {
  try {
    return `returned ${String(call())}`;
  } catch (error) {
    return error instanceof FlexError ? error.code : String(error);
  }
};

describe('date', () => {
  test.each([
    ['20240304', '2024-03-04'],
    ['2024-03-04', '2024-03-04'],
    ['04-Mar-24', '2024-03-04'],
    ['04-MAR-2024', '2024-03-04'],
    ['29-feb-00', '2000-02-29'],
    ['31-Dec-69', '2069-12-31'],
    ['01-Jan-70', '1970-01-01'],
    ['20240229', '2024-02-29'],
    ['20000229', '2000-02-29'],
    ['99991231', '9999-12-31'],
    ['00010101', '0001-01-01'],
  ])('%s is %s', (literal, canonical) => {
    const dates = reader();
    expect(dates.date(literal)).toBe(canonical);
    expect(dates.hadTime).toBe(false);
  });

  test.each([
    ['20200406;214347', '2020-04-06'],
    ['20200406;000000', '2020-04-06'],
    ['2020-04-06T21:43:47', '2020-04-06'],
    // The day as written, whatever day it was in UTC or in the reader's zone.
    ['20200406;214347 AEST', '2020-04-06'],
    ['2020-04-06 23:59:59.5 -05:00', '2020-04-06'],
  ])('%s is %s and had a time', (literal, canonical) => {
    const dates = reader();
    for (const time of ['first', 'again']) {
      expect([time, dates.date(literal), dates.hadTime]).toEqual([time, canonical, true]);
      expect([dates.date('20240304'), dates.hadTime]).toEqual(['2024-03-04', false]);
    }
  });

  test.each([
    ...['', '2024', '202403', '2024030', '202403040', '2024-3-4', '2024-03', '2024/03/04'],
    ...['20230229', '19000229', '20240431', '20241301', '20240001', '20240100', '20241232'],
    ...['00000101', '2023-02-29', '2024-13-01', '2024-03_04', '2024_03-04', '+2024-03-04'],
    ...['4-Mar-24', '04-Mrz-24', '04-March-24', '04-Ma-24', '30-Feb-24', '04-Mar-024', '04-03-24'],
    ...[' 20240304', '20240304 ', '20240304;', '20240304;9', '20240304 EDT', '20240304T', 'MULTI'],
    ...['03/04', '03/04/', '3/4/2024', '03/04/024', '03-04-2024', '--', 'N/A', '２０２４０３０４'],
    ...['20240304;093000 Nowhere/Land', '20240304;093000 hello', '20240304;250000'],
  ])('%j does not fit', (literal) => {
    const dates = reader('mdy');
    for (const time of ['first', 'again']) {
      expect([time, dates.date(literal), dates.hadTime]).toEqual([time, undefined, false]);
    }
  });

  test('a slash date is read in the order given, and in no other', () => {
    expect(reader('mdy').date('03/04/2024')).toBe('2024-03-04');
    expect(reader('dmy').date('03/04/2024')).toBe('2024-04-03');
    expect(reader('mdy').date('12/31/99')).toBe('1999-12-31');
    expect(reader('dmy').date('31/12/01')).toBe('2001-12-31');
    expect(reader('mdy').date('31/12/2024')).toBeUndefined();
    expect(reader('dmy').date('12/31/2024')).toBeUndefined();
  });

  test('without an order, a slash date of one meaning is read and another refused', () => {
    const dates = reader();
    expect(dates.date('12/31/2024')).toBe('2024-12-31');
    expect(dates.date('31/12/24')).toBe('2024-12-31');
    expect(dates.date('05/05/2024')).toBe('2024-05-05');
    expect(dates.date('30/02/2024')).toBeUndefined();
    expect(dates.date('13/13/2024')).toBeUndefined();
    expect(dates.date('03/00/2024')).toBeUndefined();
    for (const literal of ['03/04/2024', '03/04/24', '03/04/2024;093000', '12/11/2024']) {
      for (const time of ['first', 'again']) {
        expect([time, codeOf(() => dates.date(literal))]).toEqual([time, 'FLEX_DATE_ORDER']);
      }
    }
    expect(codeOf(() => dates.datetime('03/04/2024 09:30:00'))).toBe('FLEX_DATE_ORDER');
    // What would not fit in either order is not worth stopping for.
    expect(dates.date('03/04/2024;9')).toBeUndefined();
    expect(dates.datetime('03/04/2024;093000 CST')).toBeUndefined();
  });
});

describe('time', () => {
  test.each([
    ['093000', '09:30:00'],
    ['09:30:00', '09:30:00'],
    ['000000', '00:00:00'],
    ['23:59:59', '23:59:59'],
  ])('%s is %s', (literal, canonical) => {
    expect(reader().time(literal)).toBe(canonical);
  });

  test.each([
    ...['', '93000', '0930', '09:30', '240000', '24:00:00', '096000', '093060', '09:30:60'],
    ...[
      '09:3000',
      '0930:00',
      '9:30:00',
      '09:30:00 EDT',
      '093000Z',
      '09:30:00.5',
      '20240304;093000',
    ],
    ...[' 093000', '093000 ', '0930000', '--'],
  ])('%j does not fit', (literal) => {
    expect(reader().time(literal)).toBeUndefined();
  });
});

describe('datetime', () => {
  test.each([
    // 4 March 2024 is winter time in New York, UTC-5
    ['20240304;093000', '2024-03-04T14:30:00Z'],
    ['20240304,093000', '2024-03-04T14:30:00Z'],
    ['20240304, 093000', '2024-03-04T14:30:00Z'],
    ['20240304 093000', '2024-03-04T14:30:00Z'],
    ['20240304\u00a0093000', '2024-03-04T14:30:00Z'],
    ['20240304T093000', '2024-03-04T14:30:00Z'],
    ['20240304093000', '2024-03-04T14:30:00Z'],
    ['2024030409:30:00', '2024-03-04T14:30:00Z'],
    ['2024-03-04;09:30:00', '2024-03-04T14:30:00Z'],
    ['2024-03-04;093000', '2024-03-04T14:30:00Z'],
    ['2024-03-0409:30:00', '2024-03-04T14:30:00Z'],
    ['2024-03-04093000', '2024-03-04T14:30:00Z'],
    ['03/04/24093000', '2024-03-04T14:30:00Z'],
    ['03/04/2024093000', '2024-03-04T14:30:00Z'],
    ['03/04/2409:30:00', '2024-03-04T14:30:00Z'],
    ['03/04/202409:30:00', '2024-03-04T14:30:00Z'],
    ['03/04/24 09:30:00', '2024-03-04T14:30:00Z'],
    ['04-Mar-24 09:30:00', '2024-03-04T14:30:00Z'],
    ['04-Mar-24093000', '2024-03-04T14:30:00Z'],
    ['04-mar-2024, 09:30:00', '2024-03-04T14:30:00Z'],
    // a bare date is midnight
    ['20240304', '2024-03-04T05:00:00Z'],
    ['2024-07-04', '2024-07-04T04:00:00Z'],
    ['12/31/69', '2069-12-31T05:00:00Z'],
    // fractions
    ['2024-03-04T09:30:00.5', '2024-03-04T14:30:00.5Z'],
    ['2024-03-04T09:30:00.120', '2024-03-04T14:30:00.12Z'],
    ['2024-03-04T09:30:00.000000', '2024-03-04T14:30:00Z'],
    ['2024-03-04T09:30:00.000001-05:00', '2024-03-04T14:30:00.000001Z'],
    ['1960-03-04T09:30:00.25Z', '1960-03-04T09:30:00.25Z'],
    // zones
    ['20240304;093000 EST', '2024-03-04T14:30:00Z'],
    ['20240304;093000EST', '2024-03-04T14:30:00Z'],
    ['20240704;093000\u00a0EDT', '2024-07-04T13:30:00Z'],
    ['20240304;093000 +0000', '2024-03-04T09:30:00Z'],
    ['20240304;093000-05:00', '2024-03-04T14:30:00Z'],
    ['20240304;093000 +05', '2024-03-04T04:30:00Z'],
    ['20240304093000-0500', '2024-03-04T14:30:00Z'],
    ['20240304;093000Z', '2024-03-04T09:30:00Z'],
    ['20240304;093000 UTC', '2024-03-04T09:30:00Z'],
    ['20240304;093000 GMT', '2024-03-04T09:30:00Z'],
    ['20240304;093000 AEST', '2024-03-03T23:30:00Z'],
    ['20240304;093000 US/Eastern', '2024-03-04T14:30:00Z'],
    ['20240704;093000 America/Chicago', '2024-07-04T14:30:00Z'],
    ['20240704;093000 Asia/Kolkata', '2024-07-04T04:00:00Z'],
  ])('%s is %s', (literal, canonical) => {
    const dates = reader('mdy');
    expect(dates.datetime(literal)).toBe(canonical);
    expect(dates.datetime(literal)).toBe(canonical);
  });

  test.each([
    ...[
      '20200421;10000',
      '20240304;9300',
      '20240304;0930000',
      '20240304;240000',
      '20240304;096000',
    ],
    ...[
      '20240304;093060',
      '20240304;09:30',
      '20240304;09:3000',
      '2024030493000',
      '20240304_093000',
    ],
    ...[
      '20230229;093000',
      '20240304;;093000',
      '20240304  093000',
      '20240304; 093000',
      '20240304;T',
    ],
    ...['2024-03-04T09:30:00.', '2024-03-04T09:30:00.1234567', '20240304;093000.5', '09:30:00'],
    ...['20240304;093000  EST', '20240304;093000 ', '20240304;093000 est', '20240304;093000 +5'],
    ...['20240304;093000 +0560', '20240304;093000 +1500', '20240304;093000 -13:00', '03/04/240930'],
    ...['20240304;093000 CST', '20240304;093000 IST', '20240304;093000 BST', '20240304;093000 XYZ'],
    ...['20240304;093000 No/Where', '20240304;093000 constructor', '20240304;093000 EST EST'],
    ...['99991231;235959', '00010101;000000 +14:00', 'MULTI', '--', ''],
  ])('%j does not fit', (literal) => {
    const dates = reader('mdy');
    for (const time of ['first', 'again']) {
      expect([time, dates.datetime(literal)]).toEqual([time, undefined]);
    }
  });

  test.each([
    // Clocks go forward: what does not exist moves by the gap, its borders stay.
    ['America/New_York', '20240310;015959', '2024-03-10T06:59:59Z'],
    ['America/New_York', '20240310;020000', '2024-03-10T07:00:00Z'],
    ['America/New_York', '20240310;023000', '2024-03-10T07:30:00Z'],
    ['America/New_York', '20240310;030000', '2024-03-10T07:00:00Z'],
    ['Europe/London', '20240331;013000', '2024-03-31T01:30:00Z'],
    ['Australia/Sydney', '20241006;023000', '2024-10-05T16:30:00Z'],
    ['Australia/Lord_Howe', '20241006;021500', '2024-10-05T15:45:00Z'],
    ['America/Sao_Paulo', '20181104', '2018-11-04T03:00:00Z'],
    // A whole day left out at the date line.
    ['Pacific/Apia', '20111229;235959', '2011-12-30T09:59:59Z'],
    ['Pacific/Apia', '20111230;120000', '2011-12-30T22:00:00Z'],
    ['Pacific/Apia', '20111231;000000', '2011-12-30T10:00:00Z'],
    // Clocks go back: what occurs twice is the first.
    ['America/New_York', '20241103;005959', '2024-11-03T04:59:59Z'],
    ['America/New_York', '20241103;010000', '2024-11-03T05:00:00Z'],
    ['America/New_York', '20241103;015959', '2024-11-03T05:59:59Z'],
    ['America/New_York', '20241103;020000', '2024-11-03T07:00:00Z'],
    ['Europe/Berlin', '20241027;023000', '2024-10-27T00:30:00Z'],
    // The other rules of other times, and no rules at all.
    ['America/New_York', '20060402;033000', '2006-04-02T07:30:00Z'],
    ['America/New_York', '1900-07-04', '1900-07-04T05:00:00Z'],
    ['America/New_York', '2100-07-04', '2100-07-04T04:00:00Z'],
    ['America/New_York', '1000-07-04', '1000-07-04T04:56:02Z'],
    ['Asia/Tokyo', '20240310;023000', '2024-03-09T17:30:00Z'],
    ['UTC', '20240310;023000', '2024-03-10T02:30:00Z'],
  ])('in %s, %s is %s', (timezone, literal, canonical) => {
    expect(reader(undefined, timezone).datetime(literal)).toBe(canonical);
  });
});

test.each(['', 'Nowhere', 'America/Gotham', '+05:00', 'EDT', 'constructor', 'UTC\n'])(
  'the zone %j is refused as a setting',
  (timezone) => {
    expect(codeOf(() => reader(undefined, timezone))).toBe('FLEX_CONFIG');
  },
);

test.each([
  ['12/31/2024', 'mdy'],
  ['12/31/24', 'mdy'],
  ['12/31/2024;093000', 'mdy'],
  ['12/31/2024 09:30:00 EDT', 'mdy'],
  ['12/31/24093000', 'mdy'],
  ['31/12/2024', 'dmy'],
  ['31/12/24, 09:30:00', 'dmy'],
  ['03/04/2024', 'either'],
  ['03/03/2024', 'either'],
  ['03/04/24', 'either'],
  ['29/02/2024', 'dmy'],
  ['29/02/2023', undefined],
  ['13/13/2024', undefined],
  ['00/05/2024', undefined],
  ['31/12/2024;9', undefined],
  ['12/31/xx', undefined],
  ['12/31', undefined],
  ['2024-12-31', undefined],
  ['20241231', undefined],
  ['31-Dec-24', undefined],
  ['N/A', undefined],
  ['', undefined],
])('%j proves %s', (literal, evidence) => {
  expect(dateOrderEvidence(literal)).toBe(evidence);
});

test('more literals than are remembered are read all the same', () => {
  const dates = reader();
  const literalOf = (second: number) => {
    const pad = (value: number) => String(value).padStart(2, '0');
    return `2024030${second % 2 === 0 ? 4 : 5};${pad(Math.floor(second / 3600))}${pad(Math.floor(second / 60) % 60)}${pad(second % 60)}`;
  };
  for (let round = 0; round < 2; round++) {
    for (let second = 0; second < 10_000; second++) {
      const day = second % 2 === 0 ? 4 : 5;
      const instant = new Date(Date.UTC(2024, 2, day, 5, 0, second)).toISOString();
      expect(dates.datetime(literalOf(second))).toBe(instant.replace('.000Z', 'Z'));
      expect(dates.date(literalOf(second))).toBe(`2024-03-0${day}`);
    }
  }
});
