/**
 * What a literal means, found out in another way than the parser does: decimals
 * as scaled integers, dates and times by luxon, booleans by a table. Each oracle
 * is asked whether a cell says the same as the literal it was made of.
 */
import { DateTime } from 'luxon';
import type { ColumnType } from '../../src/catalog/section.js';

/**
 * What a cell must be.
 * - whole: the column says all of the literal
 * - part: it says the day, and the literal is kept beside it
 * - none: the column cannot say it; NULL, and the literal is kept
 * - unsure: 'whole', or 'none': the oracle does not know the literal's form
 */
export type Reading = 'whole' | 'part' | 'none' | 'unsure';

export interface Verdict {
  readonly reading: Reading;
  /** Why the cell that is there is wrong; undefined where it is right or there is none. */
  readonly wrong: string | undefined;
}

export interface Limits {
  /** Zone of times that name none. */
  readonly timezone: string;
  /** Decimals that the destination holds; undefined: any. */
  readonly decimal: { readonly precision: number; readonly scale: number } | undefined;
}

/** @param cell canonical text, or undefined for NULL */
export function judge(
  type: ColumnType,
  literal: string,
  cell: string | undefined,
  limits: Limits,
): Verdict {
  switch (type) {
    case 'text':
    case 'enum':
    case 'codes':
    case 'json':
      return verdict('whole', cell, cell === literal);
    case 'boolean':
      return judgeBoolean(literal, cell);
    case 'decimal':
      return judgeDecimal(literal, cell, limits);
    case 'time':
      return judgeTime(literal, cell);
    case 'date':
      return judgeDate(literal, cell);
    case 'datetime':
      return judgeDatetime(literal, cell, limits);
  }
}

const NONE: Verdict = { reading: 'none', wrong: undefined };

function verdict(reading: Reading, cell: string | undefined, right: boolean): Verdict {
  return { reading, wrong: cell === undefined || right ? undefined : `is ${cell}` };
}

const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ['Y', 'true'],
  ['Yes', 'true'],
  ['YES', 'true'],
  ['N', 'false'],
  ['No', 'false'],
  ['NO', 'false'],
]);

function judgeBoolean(literal: string, cell: string | undefined): Verdict {
  const meant = BOOLEANS.get(literal);
  return meant === undefined ? NONE : verdict('whole', cell, cell === meant);
}

/** A number as `units / 10 ** scale`. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

const DECIMAL = /^([+-]?)(?:(\d+)|([1-9]\d{0,2}(?:,\d{3})+))?(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;

function scaled(literal: string): Scaled | undefined {
  const match = DECIMAL.exec(literal);
  if (match === null) return undefined;
  const [, sign, plain = '', grouped = '', fraction = '', exponent = '0'] = match;
  const digits = plain + grouped.replaceAll(',', '') + fraction;
  if (digits === '' || Math.abs(Number(exponent)) > 1000) return undefined;
  const units = BigInt(digits) * (sign === '-' ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

function judgeDecimal(literal: string, cell: string | undefined, limits: Limits): Verdict {
  const meant = scaled(literal);
  if (meant === undefined || !holds(meant, limits)) return NONE;
  const found = cell === undefined ? undefined : scaled(cell);
  const same =
    found !== undefined &&
    found.units * 10n ** BigInt(meant.scale) === meant.units * 10n ** BigInt(found.scale);
  return verdict('whole', cell, same);
}

/** Whether the destination has the digits for it. */
function holds({ units, scale }: Scaled, { decimal }: Limits): boolean {
  if (decimal === undefined) return true;
  const raised = units * 10n ** BigInt(decimal.scale);
  const one = 10n ** BigInt(scale);
  const magnitude = raised < 0n ? -raised : raised;
  return raised % one === 0n && magnitude / one < 10n ** BigInt(decimal.precision);
}

function judgeTime(literal: string, cell: string | undefined): Verdict {
  const form = literal.includes(':') ? 'HH:mm:ss' : 'HHmmss';
  const time = DateTime.fromFormat(literal, form, { zone: 'utc', locale: 'en-US' });
  // luxon has a 24:00:00, which is the next day's 00:00:00.
  const wellFormed = /^(?!24)(\d{6}|\d{2}:\d{2}:\d{2})$/.test(literal) && time.isValid;
  return wellFormed ? verdict('whole', cell, cell === time.toFormat('HH:mm:ss')) : NONE;
}

/** A literal taken apart. */
interface Written {
  /** ISO dates that it may name: two for a slash date. */
  readonly days: readonly string[];
  /** `09:30:00`, or undefined where there is none. */
  readonly time: string | undefined;
  /** Digits of the fraction without trailing zeros. */
  readonly fraction: string;
  readonly zone: string;
}

const WRITTEN =
  /^(?:(\d{8})|(\d{4}-\d{2}-\d{2})|(\d{2})\/(\d{2})\/(\d{4}|\d{2})|(\d{2})-([A-Za-z]{3})-(\d{4}|\d{2}))(?:(?:[;T \u00a0]|,[ \u00a0]?|)(?:(\d{2})(\d{2})(\d{2})|(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?)(?:[ \u00a0]?([^\d\s].*))?)?$/s;

function written(literal: string): Written | undefined {
  const match = WRITTEN.exec(literal);
  if (match === null) return undefined;
  const [, compact, iso, first, second, slashYear, day, month, monYear, ...rest] = match;
  const [h1, m1, s1, h2, m2, s2, fraction = '', zone = ''] = rest;
  const candidates =
    compact !== undefined
      ? [[compact, 'yyyyMMdd']]
      : iso !== undefined
        ? [[iso, 'yyyy-MM-dd']]
        : slashYear !== undefined
          ? [
              [`${fourDigits(slashYear)}-${first}-${second}`, 'yyyy-MM-dd'],
              [`${fourDigits(slashYear)}-${second}-${first}`, 'yyyy-MM-dd'],
            ]
          : [[`${day}-${month}-${fourDigits(monYear!)}`, 'dd-LLL-yyyy']];
  const days = candidates
    .map(([text, form]) => DateTime.fromFormat(text!, form!, { zone: 'utc', locale: 'en-US' }))
    .filter((date) => date.isValid && date.year >= 1)
    .map((date) => date.toISODate()!);
  const hour = h1 ?? h2;
  const time = hour === undefined ? undefined : `${hour}:${m1 ?? m2}:${s1 ?? s2}`;
  if (days.length === 0) return undefined;
  if (time !== undefined && !DateTime.fromISO(`2024-01-01T${time}`).isValid) return undefined;
  if (hour === '24') return undefined;
  return { days, time, fraction: fraction.replace(/0+$/, ''), zone };
}

function fourDigits(year: string): string {
  return year.length === 4 ? year : Number(year) < 70 ? `20${year}` : `19${year}`;
}

function judgeDate(literal: string, cell: string | undefined): Verdict {
  const meant = written(literal);
  if (meant === undefined) return NONE;
  const reading = meant.time === undefined ? 'whole' : 'part';
  const sure = meant.zone === '' && meant.days.length === 1;
  const fits = cell !== undefined && meant.days.includes(cell);
  return verdict(sure || cell !== undefined ? reading : 'unsure', cell, fits);
}

/** Zones whose meaning nobody disputes. Others the oracle does not know. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['Z', 'utc'],
  ['UTC', 'utc'],
  ['GMT', 'utc'],
  ['EST', 'UTC-5'],
  ['EDT', 'UTC-4'],
  ['CET', 'UTC+1'],
  ['CEST', 'UTC+2'],
  ['AEST', 'UTC+10'],
  ['JST', 'UTC+9'],
  ['US/Eastern', 'America/New_York'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['-05:00', 'UTC-5'],
  ['+0530', 'UTC+5:30'],
]);

function judgeDatetime(literal: string, cell: string | undefined, limits: Limits): Verdict {
  const meant = written(literal);
  if (meant === undefined) return NONE;
  const zone = meant.zone === '' ? limits.timezone : ZONES.get(meant.zone);
  if (zone === undefined || meant.days.length > 1) {
    const near = cell === undefined || meant.days.some((day) => within15Hours(day, meant, cell));
    return { reading: 'unsure', wrong: near ? undefined : `is ${cell}` };
  }
  const wall = DateTime.fromISO(`${meant.days[0]}T${meant.time ?? '00:00:00'}`, { zone });
  if (wall.toUTC().year < 1 || wall.toUTC().year > 9999) return { ...NONE, reading: 'unsure' };
  const right = cell !== undefined && instants(wall, zone).includes(withoutFraction(cell));
  const sameFraction = cell === undefined || fractionOf(cell) === meant.fraction;
  return verdict('whole', cell, right && sameFraction);
}

/**
 * The instant at which a clock of the zone shows the time: the first, where it
 * does so twice. luxon gives either of the two, and moves a time that does not
 * exist forward, as is right.
 */
function instants(wall: DateTime, zone: string): string[] {
  const earlier = wall.minus({ hours: 1 });
  const twice = earlier.setZone(zone).toFormat('HHmmss') === wall.toFormat('HHmmss');
  return [(twice ? earlier : wall).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss")];
}

function withoutFraction(instant: string): string {
  return instant.replace(/(\.\d+)?Z$/, '');
}

function fractionOf(instant: string): string {
  return /\.(\d+)Z$/.exec(instant)?.[1] ?? '';
}

function within15Hours(day: string, { time }: Written, cell: string): boolean {
  const wall = DateTime.fromISO(`${day}T${time ?? '00:00:00'}Z`).toMillis();
  return Math.abs(wall - DateTime.fromISO(cell).toMillis()) <= 15 * 3_600_000;
}
