/** The words after a time: those with one meaning, those with several, and places. */
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { Zone, ZoneWords, zoneNamed } from '../../../src/parser/values/zones.js';

const words = (declared = 'America/New_York') => new ZoneWords(declared);

describe('words', () => {
  // The offset of each is that of a place which goes by it, at a day when it does.
  test.each([
    ['EST', 'America/New_York', '2024-01-15'],
    ['EDT', 'America/New_York', '2024-07-15'],
    ['MDT', 'America/Denver', '2024-07-15'],
    ['PDT', 'America/Los_Angeles', '2024-07-15'],
    ['AKST', 'America/Anchorage', '2024-01-15'],
    ['AKDT', 'America/Anchorage', '2024-07-15'],
    ['WET', 'Europe/Lisbon', '2024-01-15'],
    ['WEST', 'Europe/Lisbon', '2024-07-15'],
    ['CET', 'Europe/Berlin', '2024-01-15'],
    ['CEST', 'Europe/Berlin', '2024-07-15'],
    ['EET', 'Europe/Athens', '2024-01-15'],
    ['EEST', 'Europe/Athens', '2024-07-15'],
    ['SAST', 'Africa/Johannesburg', '2024-01-15'],
    ['SGT', 'Asia/Singapore', '2024-01-15'],
    ['HKT', 'Asia/Hong_Kong', '2024-01-15'],
    ['AWST', 'Australia/Perth', '2024-01-15'],
    ['JST', 'Asia/Tokyo', '2024-01-15'],
    ['KST', 'Asia/Seoul', '2024-01-15'],
    ['ACST', 'Australia/Adelaide', '2024-07-15'],
    ['ACDT', 'Australia/Adelaide', '2024-01-15'],
    ['AEST', 'Australia/Sydney', '2024-07-15'],
    ['AEDT', 'Australia/Sydney', '2024-01-15'],
    ['NZST', 'Pacific/Auckland', '2024-07-15'],
    ['NZDT', 'Pacific/Auckland', '2024-01-15'],
    ['Z', 'UTC', '2024-01-15'],
    ['UTC', 'UTC', '2024-01-15'],
    ['GMT', 'Europe/London', '2024-01-15'],
  ])('%s is the offset of %s on %s', (word, zone, day) => {
    expect(words().find(word)).toBe(DateTime.fromISO(day, { zone }).offset * 60);
  });

  test.each(['CST', 'CDT', 'MST', 'PST', 'IST', 'BST', 'AST', 'ADT', 'GST', 'SST', 'ECT'])(
    '%s is not read in New York, where it means nothing',
    (word) => {
      expect(words().find(word)).toBeUndefined();
    },
  );

  test.each([
    ['CST', 'America/Chicago', '2024-01-15'],
    ['CST', 'US/Central', '2024-01-15'],
    ['CDT', 'America/Chicago', '2024-07-15'],
    ['CDT', 'US/Central', '2024-07-15'],
    ['CST', 'Asia/Shanghai', '2024-01-15'],
    ['MST', 'America/Denver', '2024-01-15'],
    ['MST', 'US/Mountain', '2024-01-15'],
    ['MST', 'America/Phoenix', '2024-07-15'],
    ['PST', 'America/Los_Angeles', '2024-01-15'],
    ['PST', 'US/Pacific', '2024-01-15'],
    ['PST', 'Asia/Manila', '2024-01-15'],
    ['IST', 'Asia/Kolkata', '2024-01-15'],
    ['IST', 'Asia/Calcutta', '2024-01-15'],
    ['IST', 'Asia/Jerusalem', '2024-01-15'],
    ['IST', 'Europe/Dublin', '2024-07-15'],
    ['BST', 'Europe/London', '2024-07-15'],
    ['BST', 'Asia/Dhaka', '2024-07-15'],
  ])('%s is read where %s is declared', (word, declared, day) => {
    const offset = DateTime.fromISO(day, { zone: declared }).offset * 60;
    expect(words(declared).find(word)).toBe(offset);
  });

  test.each([
    ['+00', 0],
    ['-00:00', 0],
    ['+0530', 19_800],
    ['+05:45', 20_700],
    ['-0330', -12_600],
    ['+14:00', 50_400],
    ['-12', -43_200],
  ])('%s is %i seconds', (word, offset) => {
    // -0 and 0 are the same offset.
    expect((words().find(word) as number) + 0).toBe(offset);
  });

  test.each(['+1', '+1401', '-1201', '+05:60', '+5:00', '05:00', '+05:', '+05:0', '+050', '++05'])(
    '%s is no offset',
    (word) => {
      expect(words().find(word)).toBeUndefined();
    },
  );

  test('a place is a zone, the same one each time', () => {
    const known = words();
    const zone = known.find('US/Eastern');
    expect(zone).toBeInstanceOf(Zone);
    expect(known.find('US/Eastern')).toBe(zone);
    for (const word of ['US/', '/Eastern', 'US/Nowhere', 'est', 'Eastern', 'toString', 'a/b c']) {
      expect([word, known.find(word)]).toEqual([word, undefined]);
    }
  });

  test('Moscow has had several offsets under one word', () => {
    const moscow = words().find('MSK') as Zone;
    const noon = (year: number) => Date.UTC(year, 0, 15, 12) / 1000;
    expect(noon(2010) - moscow.instantOf(noon(2010))).toBe(3 * 3600);
    expect(noon(2013) - moscow.instantOf(noon(2013))).toBe(4 * 3600);
    expect(noon(2024) - moscow.instantOf(noon(2024))).toBe(3 * 3600);
  });

  test('many unknown words do not disturb the known', () => {
    const known = words();
    for (let index = 0; index < 1000; index++) {
      expect(known.find(`X${index}`)).toBeUndefined();
      expect(known.find('EDT')).toBe(-14_400);
    }
  });
});

test('a setting is a name of the database in any case, and nothing else', () => {
  expect(zoneNamed('America/New_York')?.id).toBe('America/New_York');
  expect(zoneNamed('utc')).toBeInstanceOf(Zone);
  expect(zoneNamed('Etc/GMT+5')).toBeInstanceOf(Zone);
  expect(zoneNamed('+05:00')).toBeUndefined();
  expect(zoneNamed('Mars/Olympus')).toBeUndefined();
  expect(zoneNamed('')).toBeUndefined();
});
