/**
 * Time zones: what the word after a time means, and which instant a wall clock
 * shows. The rules of the zones come from the IANA database that the runtime
 * carries; it is asked once per zone and day. No format of a literal is known
 * here.
 */
import { dayNumber } from './wall-clock.js';

const HOUR = 3600;
const DAY = 86_400;

/** Days of one zone that are remembered before the memory is emptied. */
const DAYS_KEPT = 8192;
/** Words that are remembered, known or not, before the memory is emptied. */
const WORDS_KEPT = 256;

/** Before 1800 no place had changed its clocks; the offsets of then hold for all time before. */
const FIRST_RULES = dayNumber(1800, 1, 1) * DAY;

/**
 * Abbreviations with one meaning, in minutes from UTC. The test is whether any
 * other place is known by the same letters today.
 *
 * `EST` and `EDT` are US Eastern, because that is how the service itself writes
 * them; Australia's, once also `EST`, comes as `AEST`. `MDT` and `PDT` are
 * North American only (the Philippines have had no summer time since 1990).
 */
const OFFSET_OF: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  EST: -300,
  EDT: -240,
  MDT: -360,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  SAST: 120,
  SGT: 480,
  HKT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/** Moscow's `MSK` was UTC+3, from 2011 to 2014 UTC+4, then UTC+3 again: a place, not an offset. */
const PLACE_OF: Readonly<Record<string, string>> = { MSK: 'Europe/Moscow' };

/**
 * Abbreviations that several places go by: Central and China and Cuba, India and
 * Ireland and Israel, Britain and Bangladesh and Bougainville, Pacific and
 * Philippines, Mountain and Malaysia. To choose would be to guess, and a wrong
 * guess is off by hours and goes unnoticed, so such a word is read only where
 * the zone that the user declared is a place that goes by it. Other words of the
 * kind (`AST`, `GST`, `SST`, `ADT`, …) are not read at all.
 */
const OFFSET_AT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CST: { 'America/Chicago': -360, 'US/Central': -360, 'Asia/Shanghai': 480 },
  CDT: { 'America/Chicago': -300, 'US/Central': -300 },
  MST: { 'America/Denver': -420, 'US/Mountain': -420, 'America/Phoenix': -420 },
  PST: { 'America/Los_Angeles': -480, 'US/Pacific': -480, 'Asia/Manila': 480 },
  IST: { 'Asia/Kolkata': 330, 'Asia/Calcutta': 330, 'Asia/Jerusalem': 120, 'Europe/Dublin': 60 },
  BST: { 'Europe/London': 60, 'Asia/Dhaka': 360 },
};

/** A zone's clocks go from one offset to another at an instant. */
interface Change {
  /** Seconds from 1970 UTC. */
  readonly instant: number;
  readonly before: number;
  readonly after: number;
}

/** A zone of the IANA database. Offsets are in seconds, east of Greenwich positive. */
export class Zone {
  private readonly format: Intl.DateTimeFormat;
  private readonly days = new Map<number, number | Change>();

  /** @throws RangeError for a name that the runtime does not know */
  constructor(readonly id: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /**
   * The instant, in seconds from 1970 UTC, at which a wall clock of the zone
   * shows a time, given in seconds from 1970 on that clock.
   *
   * A time that occurs twice, because clocks were put back, is its first
   * occurrence (summer time). A time that does not occur, because clocks were
   * put forward, is moved forward by what was left out: 02:30 is 03:30.
   */
  instantOf(wall: number): number {
    const rule = this.ruleOn(Math.floor(wall / DAY));
    if (typeof rule === 'number') return wall - rule;
    const early = wall - rule.before;
    const late = wall - rule.after;
    return early >= rule.instant && late >= rule.instant ? late : early;
  }

  /** The offset of a day of the wall clock, by days from 1970; undefined where it may have two. */
  offsetOn(day: number): number | undefined {
    const rule = this.ruleOn(day);
    return typeof rule === 'number' ? rule : undefined;
  }

  private ruleOn(day: number): number | Change {
    let rule = this.days.get(day);
    if (rule === undefined) {
      rule = this.ruleOf(day);
      if (this.days.size >= DAYS_KEPT) this.days.clear();
      this.days.set(day, rule);
    }
    return rule;
  }

  /** The one offset of a day of the wall clock, or the change that the day is near to. */
  private ruleOf(day: number): number | Change {
    // No offset reaches 16 hours, so whatever the day's clock shows lies between these.
    let low = day * DAY - 16 * HOUR;
    let high = (day + 1) * DAY + 16 * HOUR;
    const before = this.offsetAt(low);
    const after = this.offsetAt(high);
    if (before === after) return before;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    return { instant: high, before, after };
  }

  private offsetAt(instant: number): number {
    const at = Math.max(instant, FIRST_RULES);
    const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of this.format.formatToParts(at * 1000)) {
      if (type in part) part[type as keyof typeof part] = Number(value);
    }
    const days = dayNumber(part.year, part.month, part.day);
    return days * DAY + part.hour * HOUR + part.minute * 60 + part.second - at;
  }
}

/** Zones made before: each costs a millisecond, and every file of an archive names the same ones. */
const made = new Map<string, Zone>();
const ZONES_KEPT = 32;

/** @throws RangeError for a name that the runtime does not know */
function zoneOf(id: string): Zone {
  let zone = made.get(id);
  if (zone !== undefined) return zone;
  zone = new Zone(id);
  if (made.size >= ZONES_KEPT) made.clear();
  made.set(id, zone);
  return zone;
}

/** The zones that literals of one reader name, remembered. */
export class ZoneWords {
  private readonly known = new Map<string, Zone | number | undefined>();

  /** @param declared the zone of wall clocks without a word of their own */
  constructor(private readonly declared: string) {}

  /**
   * What the word after a time means: an offset from UTC in seconds (`-05:00`,
   * `+0000`, `+05`, `Z`, `EDT`), or a zone (`US/Eastern`, `America/New_York`).
   * @returns undefined for a word that means nothing, or more than one thing
   */
  find(word: string): Zone | number | undefined {
    const found = this.known.get(word);
    if (found !== undefined || this.known.has(word)) return found;
    const meaning = this.meaning(word);
    if (this.known.size >= WORDS_KEPT) this.known.clear();
    this.known.set(word, meaning);
    return meaning;
  }

  private meaning(word: string): Zone | number | undefined {
    if (Object.hasOwn(OFFSET_OF, word)) return OFFSET_OF[word]! * 60;
    if (Object.hasOwn(PLACE_OF, word)) return zoneOf(PLACE_OF[word]!);
    if (Object.hasOwn(OFFSET_AT, word)) {
      const places = OFFSET_AT[word]!;
      return Object.hasOwn(places, this.declared) ? places[this.declared]! * 60 : undefined;
    }
    return numericOffset(word) ?? (word.includes('/') ? zoneNamed(word) : undefined);
  }
}

/** The zone with a name of the IANA database, in any case; undefined where there is none. */
export function zoneNamed(name: string): Zone | undefined {
  // Newer runtimes would take `+05:00` too; a setting must not depend on the runtime.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name)) return undefined;
  try {
    return zoneOf(name);
  } catch {
    return undefined;
  }
}

/** `+05`, `-0500`, `+05:30` in seconds, from -12:00 to +14:00, beyond which no zone lies. */
function numericOffset(word: string): number | undefined {
  const match = /^([+-])([0-9]{2})(?::?([0-5][0-9]))?$/.exec(word);
  if (match === null) return undefined;
  const seconds = Number(match[2]) * HOUR + Number(match[3] ?? 0) * 60;
  const offset = match[1] === '-' ? -seconds : seconds;
  return offset < -12 * HOUR || offset > 14 * HOUR ? undefined : offset;
}
