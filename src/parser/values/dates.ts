/**
 * Dates, times and datetimes as canonical text: `2024-03-04`, `09:30:00`,
 * `2024-03-04T14:30:00Z`. Here it is decided what a literal means: the order of
 * a slash date, the instant of a wall clock. The formats are in wall-clock.ts,
 * the zones in zones.ts.
 */
import { FlexError } from '../../errors.js';
import type { DateOrder } from '../statement.js';
import { WallClock, dayNumber, dayText, dayTextOf, isDay, timeText } from './wall-clock.js';
import { ZoneWords, zoneNamed, type Zone } from './zones.js';

/** Literals of a kind that are remembered before the memory is emptied. */
const LITERALS_KEPT = 4096;
/** No date is as long as this; what is longer is not remembered. */
const LITERAL_LENGTH_KEPT = 64;

/** Stands for "does not fit" where canonical text is remembered, which is never empty. */
const UNFIT = '';

export interface DateReaderOptions {
  /** The zone of wall clocks that name none: a name of the IANA database. */
  readonly timezone: string;
  /** How slash dates are read; undefined: only those that can be read in one way are. */
  readonly dateOrder: DateOrder | undefined;
}

/**
 * Reads the date and time literals of a file. The formats are those that a Flex
 * query can be configured to write, listed at WallClock.read. Every method
 * returns undefined for a literal that does not fit, and throws FlexError
 * FLEX_DATE_ORDER for a slash date that means two different days where no order
 * is given; nothing else is thrown.
 *
 * A wall clock without a zone of its own is read in the zone of the options. At
 * the edges of summer time: a time that does not exist there is moved forward by
 * the hour that was left out (02:30 is 03:30 summer time), and a time that
 * occurs twice is its first occurrence (summer time).
 */
export class DateReader {
  /** After date(): whether the literal also held a time of day, which a date cannot keep. */
  hadTime = false;

  private readonly zone: Zone;
  private readonly words: ZoneWords;
  private readonly dateOrder: DateOrder | undefined;
  private readonly clock = new WallClock();
  /** The meaning of the zone of the literal in `clock`. */
  private clockZone: Zone | number;

  private readonly dates = new Map<string, string>();
  private readonly datesWithTime = new Map<string, string>();
  private readonly datetimes = new Map<string, string>();

  /** @throws FlexError FLEX_CONFIG for an unknown zone */
  constructor(options: DateReaderOptions) {
    const zone = zoneNamed(options.timezone);
    if (zone === undefined) {
      throw new FlexError(
        'FLEX_CONFIG',
        `'${options.timezone}' is not a time zone of the IANA database.`,
        { advice: 'Give one with `--timezone`, such as America/New_York.' },
      );
    }
    this.zone = zone;
    this.clockZone = zone;
    this.words = new ZoneWords(options.timezone);
    this.dateOrder = options.dateOrder;
  }

  /**
   * The day as it is written, `2024-03-04`: a time or zone after it does not move
   * it. Sets hadTime.
   */
  date(literal: string): string | undefined {
    let known = this.dates.get(literal);
    this.hadTime = false;
    if (known !== undefined) return known === UNFIT ? undefined : known;
    known = this.datesWithTime.get(literal);
    if (known !== undefined) {
      this.hadTime = true;
      return known;
    }
    if (!this.read(literal)) {
      remember(this.dates, literal, UNFIT);
      return undefined;
    }
    const { year, month, day, timed } = this.clock;
    const text = dayText(year, month, day);
    this.hadTime = timed;
    remember(timed ? this.datesWithTime : this.dates, literal, text);
    return text;
  }

  /**
   * `09:30:00` of `HHmmss` or `HH:mm:ss`. A time with a zone does not fit: the
   * column could not say which time it is.
   */
  time(literal: string): string | undefined {
    const { clock } = this;
    if (!clock.readBareTime(literal)) return undefined;
    return timeText(clock.hour, clock.minute, clock.second);
  }

  /**
   * The instant in UTC, `2024-03-04T14:30:00Z`, with a fraction where the literal
   * has one other than zero (`14:30:00.5Z`). A bare date is midnight in the zone
   * of the options.
   */
  datetime(literal: string): string | undefined {
    const known = this.datetimes.get(literal);
    if (known !== undefined) return known === UNFIT ? undefined : known;
    const text = this.read(literal) ? this.instantText() : undefined;
    remember(this.datetimes, literal, text ?? UNFIT);
    return text;
  }

  /**
   * Seconds east of Greenwich on a day, given as yyyymmdd, in the zone of the options; undefined
   * where the clocks are changed then.
   */
  offsetOn(day: number): number | undefined {
    const days = dayNumber(Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100);
    return this.zone.offsetOn(days);
  }

  /** The zone for which alone a literal does not fit: a word of several meanings, or of none. */
  unknownZone(literal: string): string | undefined {
    const { clock } = this;
    if (!clock.read(literal) || clock.zone === '') return undefined;
    const isKnown = this.words.find(clock.zone) !== undefined;
    const { year, month, day } = clock;
    return isKnown || !(clock.slash || isDay(year, month, day)) ? undefined : clock.zone;
  }

  /** Whether a literal with a day names a zone of its own. */
  namesZone(literal: string): boolean {
    return this.clock.read(literal) && this.clock.zone !== '';
  }

  /** Reads a literal into `clock`, with the order of its date and its zone resolved. */
  private read(literal: string): boolean {
    const { clock } = this;
    if (!clock.read(literal)) return false;
    const zone = clock.zone === '' ? this.zone : this.words.find(clock.zone);
    if (zone === undefined) return false;
    this.clockZone = zone;
    if (clock.slash && this.orderOf(literal) === 'dmy') {
      const first = clock.month;
      clock.month = clock.day;
      clock.day = first;
    }
    return isDay(clock.year, clock.month, clock.day);
  }

  /** The order in which the slash date in `clock` is to be read. */
  private orderOf(literal: string): DateOrder {
    if (this.dateOrder !== undefined) return this.dateOrder;
    const { year, month, day } = this.clock;
    if (!isDay(year, month, day)) return 'dmy';
    if (month !== day && isDay(year, day, month)) {
      throw new FlexError(
        'FLEX_DATE_ORDER',
        `'${literal}' can be read as MM/dd and as dd/MM, which are different days.`,
      );
    }
    return 'mdy';
  }

  private instantText(): string | undefined {
    const { year, month, day, hour, minute, second, fraction } = this.clock;
    const wall = dayNumber(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
    const zone = this.clockZone;
    const instant = typeof zone === 'number' ? wall - zone : zone.instantOf(wall);
    const days = Math.floor(instant / 86_400);
    const date = dayTextOf(days);
    if (date === undefined) return undefined;
    const seconds = instant - days * 86_400;
    const minutes = Math.floor(seconds / 60);
    const time = timeText(Math.floor(minutes / 60), minutes % 60, seconds % 60);
    return fraction === '' ? `${date}T${time}Z` : `${date}T${time}.${fraction}Z`;
  }
}

const evidenceClock = new WallClock();

/**
 * What a literal proves of the order of slash dates: `mdy` or `dmy` where only
 * one of them makes it a day, `either` where both do (also where both make it
 * the same day: 03/03 proves nothing).
 * @returns undefined where the literal is not a slash date, bare or with a time
 */
export function dateOrderEvidence(literal: string): DateOrder | 'either' | undefined {
  // Nearly every literal ends here.
  if (literal.charCodeAt(2) !== 0x2f || literal.charCodeAt(5) !== 0x2f) return undefined;
  if (!evidenceClock.read(literal)) return undefined;
  const { year, month, day } = evidenceClock;
  const mdy = isDay(year, month, day);
  const dmy = isDay(year, day, month);
  if (mdy && dmy) return 'either';
  return mdy ? 'mdy' : dmy ? 'dmy' : undefined;
}

function remember(memory: Map<string, string>, literal: string, text: string): void {
  if (literal.length > LITERAL_LENGTH_KEPT) return;
  if (memory.size >= LITERALS_KEPT) memory.clear();
  memory.set(copyOf(literal), text);
}

/**
 * The same text in memory of its own: a literal may be a slice of the chunk of
 * the file it was found in, which the memory would otherwise keep alive whole.
 */
function copyOf(literal: string): string {
  return Buffer.from(literal, 'utf16le').toString('utf16le');
}
