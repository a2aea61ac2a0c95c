/**
 * Dates at random, with luxon as the oracle: an instant written in any format,
 * with any separator and zone, is read as that instant.
 */
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { FlexError } from '../../../src/errors.js';
import type { DateOrder } from '../../../src/parser/statement.js';
import { DateReader, dateOrderEvidence } from '../../../src/parser/values/dates.js';

const DATE_FORMATS: readonly [string, DateOrder | undefined][] = [
  ['yyyyMMdd', undefined],
  ['yyyy-MM-dd', undefined],
  ['MM/dd/yyyy', 'mdy'],
  ['MM/dd/yy', 'mdy'],
  ['dd/MM/yyyy', 'dmy'],
  ['dd/MM/yy', 'dmy'],
  ['dd-MMM-yy', undefined],
  ['dd-MMM-yyyy', undefined],
];
const TIME_FORMATS = ['HHmmss', 'HH:mm:ss'];
const SEPARATORS = [';', ',', ', ', ' ', '\u00a0', 'T', ''];
const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Moscow',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
];
/** Words with the zone whose clock they belong to, all year. */
const FIXED: readonly [string, string][] = [
  ['Z', 'UTC'],
  ['GMT', 'UTC'],
  ['EST', 'UTC-5'],
  ['EDT', 'UTC-4'],
  ['PDT', 'UTC-7'],
  ['CEST', 'UTC+2'],
  ['HKT', 'UTC+8'],
  ['ACST', 'UTC+9:30'],
  ['AEDT', 'UTC+11'],
  ['NZDT', 'UTC+13'],
  ['+0000', 'UTC'],
  ['-03:30', 'UTC-3:30'],
  ['+05', 'UTC+5'],
  ['+1245', 'UTC+12:45'],
];

const from = Date.UTC(1990, 0, 1) / 1000;
const to = Date.UTC(2060, 0, 1) / 1000;
const dateFormats = fc.constantFrom(...DATE_FORMATS);
const timeFormats = fc.constantFrom(...TIME_FORMATS);
const separators = fc.constantFrom(...SEPARATORS);
const zones = fc.constantFrom(...ZONES);
const seconds = fc.integer({ min: from, max: to });

/** Instants within two hours of a change of the zone's clocks, or anywhere. */
const zoneAndInstant = fc
  .tuple(zones, seconds, fc.boolean(), fc.integer({ min: -7200, max: 7200 }))
  .map(([zone, instant, nearChange, away]): [string, number] => {
    if (!nearChange) return [zone, instant];
    let low = instant;
    let high = instant + 182 * 86_400;
    const offset = (at: number) => DateTime.fromSeconds(at, { zone }).offset;
    if (offset(low) === offset(high)) return [zone, instant];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    return [zone, high + away];
  });

const written = (at: DateTime, date: string, separator: string, time: string): string =>
  at.toFormat(date, { locale: 'en-US' }) + separator + at.toFormat(time);

const utcText = (at: DateTime): string => at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");

test('an instant with its zone is read back, whatever zone is declared', () => {
  const words = fc.oneof(
    fc.constantFrom(...FIXED),
    zones.filter((zone) => zone.includes('/')).map((zone): [string, string] => [zone, zone]),
  );
  const spaces = fc.constantFrom('', ' ', '\u00a0');
  fc.assert(
    fc.property(
      ...[dateFormats, separators, timeFormats, words, spaces, zones, seconds],
      ([date, order], separator, time, [word, clock], space, timezone, instant) => {
        const at = DateTime.fromSeconds(instant, { zone: clock });
        // The second of two like clock times has no literal of its own.
        fc.pre(at.getPossibleOffsets().every((other) => other >= at));
        const literal = written(at, date, separator, time) + space + word;
        const dates = new DateReader({ timezone, dateOrder: order });
        expect([literal, dates.datetime(literal)]).toEqual([literal, utcText(at)]);
        expect([literal, dates.date(literal)]).toEqual([literal, at.toISODate()]);
        expect(dates.hadTime).toBe(true);
      },
    ),
    { numRuns: 1500 },
  );
});

test('a wall clock is read in the declared zone; of two like times the first', () => {
  const readers = new Map(
    ZONES.flatMap((timezone) =>
      (['mdy', 'dmy'] as const).map((dateOrder) => [
        `${timezone} ${dateOrder}`,
        new DateReader({ timezone, dateOrder }),
      ]),
    ),
  );
  fc.assert(
    fc.property(
      ...[dateFormats, separators, timeFormats, zoneAndInstant],
      ([date, order], separator, time, [timezone, instant]) => {
        const at = DateTime.fromSeconds(instant, { zone: timezone });
        const first = at.getPossibleOffsets().reduce((a, b) => (b < a ? b : a));
        const literal = written(at, date, separator, time);
        const dates = readers.get(`${timezone} ${order ?? 'mdy'}`)!;
        expect([timezone, literal, dates.datetime(literal)]).toEqual([
          timezone,
          literal,
          utcText(first),
        ]);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a wall clock that does not exist is moved forward by what was left out', () => {
  let gaps = 0;
  fc.assert(
    fc.property(zoneAndInstant, ([timezone, instant]) => {
      const at = DateTime.fromSeconds(instant, { zone: timezone });
      const missing = at.offset - at.minus({ hours: 3 }).offset;
      if (missing <= 0) return;
      // What the clocks would show at this instant, had they not been put forward.
      const wall = at.setZone('UTC', { keepLocalTime: true }).minus({ minutes: missing });
      const same = wall.setZone(timezone, { keepLocalTime: true });
      if (same.toFormat('yyyyMMddHHmmss') === wall.toFormat('yyyyMMddHHmmss')) return;
      gaps++;
      const literal = wall.toFormat('yyyyMMdd;HHmmss');
      const dates = new DateReader({ timezone, dateOrder: undefined });
      expect([timezone, literal, dates.datetime(literal)]).toEqual([
        timezone,
        literal,
        utcText(at),
      ]);
    }),
    { numRuns: 2000 },
  );
  expect(gaps).toBeGreaterThan(20);
});

test('a bare date in any format is that day, and midnight in the declared zone', () => {
  fc.assert(
    fc.property(dateFormats, zones, seconds, ([format, order], timezone, instant) => {
      // Where midnight occurs twice (St. John's changed its clocks at 00:01), the first is meant.
      const [day] = DateTime.fromSeconds(instant, { zone: timezone })
        .startOf('day')
        .getPossibleOffsets()
        .sort((a, b) => a.toSeconds() - b.toSeconds());
      if (day === undefined) throw new Error('a day has a beginning');
      const literal = day.toFormat(format, { locale: 'en-US' });
      const dates = new DateReader({ timezone, dateOrder: order });
      expect(dates.date(literal)).toBe(day.toISODate());
      expect(dates.hadTime).toBe(false);
      expect([timezone, literal, dates.datetime(literal)]).toEqual([
        timezone,
        literal,
        utcText(day),
      ]);
      if (order !== undefined) expect([order, 'either']).toContain(dateOrderEvidence(literal));
      else expect(dateOrderEvidence(literal)).toBeUndefined();
    }),
    {
      numRuns: 1500,
      examples: [[['yyyyMMdd', undefined], 'America/St_Johns', Date.UTC(2010, 10, 7, 12) / 1000]],
    },
  );
});

test('exactly the days of the calendar are days', () => {
  const dates = new DateReader({ timezone: 'UTC', dateOrder: undefined });
  fc.assert(
    fc.property(
      ...[fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 14 }), fc.nat({ max: 33 })],
      (year, month, day) => {
        const literal =
          String(year).padStart(4, '0') +
          [month, day].map((n) => String(n).padStart(2, '0')).join('');
        const luxon = DateTime.fromObject({ year, month, day }, { zone: 'UTC' });
        expect(dates.date(literal)).toBe(luxon.isValid ? luxon.toISODate() : undefined);
        expect(dates.datetime(literal)).toBe(luxon.isValid ? utcText(luxon) : undefined);
      },
    ),
    { numRuns: 2000 },
  );
});

test('nothing is thrown but FLEX_DATE_ORDER, and what is read has the canonical form', () => {
  const marks = fc.string({ unit: fc.constantFrom(...'0123;:/-, TZ+.'.split('')), maxLength: 22 });
  const pieces = fc
    .array(
      fc.constantFrom(
        '20240304',
        '03/04/',
        '2024',
        '24',
        '-Mar-',
        '04',
        ';',
        ' ',
        ':',
        '093000',
        'EDT',
        '.5',
        'US/Eastern',
        '+05:00',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));
  const orders = fc.constantFrom<DateOrder | undefined>('mdy', 'dmy', undefined);
  fc.assert(
    fc.property(
      ...[fc.oneof(fc.string(), fc.string({ unit: 'binary' }), marks, pieces), orders],
      (literal, dateOrder) => {
        const dates = new DateReader({ timezone: 'Europe/London', dateOrder });
        const read = (call: () => string | undefined, form: RegExp) => {
          try {
            const text = call();
            if (text !== undefined) expect(text).toMatch(form);
          } catch (error) {
            if (!(error instanceof FlexError)) throw error;
            expect([dateOrder, error.code]).toEqual([undefined, 'FLEX_DATE_ORDER']);
            expect(dateOrderEvidence(literal)).toBe('either');
          }
        };
        read(() => dates.date(literal), /^\d{4}-\d\d-\d\d$/);
        read(() => dates.time(literal), /^\d\d:\d\d:\d\d$/);
        read(() => dates.datetime(literal), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{0,5}[1-9])?Z$/);
        expect(['mdy', 'dmy', 'either', undefined]).toContain(dateOrderEvidence(literal));
      },
    ),
    { numRuns: 3000 },
  );
});
