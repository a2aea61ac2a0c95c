/**
 * Days and windows as the rules have them: the day of an event, the bound of one
 * that has none, which window covers what. A day is `2024-03-04`.
 */
import type { RowElement } from '../../src/catalog/section.js';
import type { Statement } from '../../src/parser/statement.js';
import type { NdjsonRow } from '../../src/sinks/row.js';

/** First and last day; null where the statement does not say. */
export interface Window {
  readonly from: string | null;
  readonly to: string | null;
}

/** The statement's window; one that is turned round is read the right way round. */
export function windowOf({ from, to }: Pick<Statement, 'from' | 'to'>): Window {
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
}

/** Whether the window is known to contain the day: both of its sides are. */
export function covers({ from, to }: Window, day: string): boolean {
  return from !== null && to !== null && from <= day && day <= to;
}

/** Whether nothing that is known of the window speaks against the day. */
export function mayHold({ from, to }: Window, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** Whether two windows may have a day in common; an unknown side may be any day. */
export function mayMeet(one: Window, other: Window): boolean {
  const before = (a: string | null, b: string | null): boolean =>
    a === null || b === null || a <= b;
  return before(one.from, other.to) && before(other.from, one.to);
}

/** Whether the first window is known to contain the whole of the second. */
export function coversWhole(window: Window, { from, to }: Window): boolean {
  return from !== null && to !== null && covers(window, from) && covers(window, to);
}

/** The zone in which the instants of these tests are days. */
const ZONE = 'America/New_York';
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });

/** The day that places an event: what its date column holds, an instant in the zone. */
export function dayOf(
  { grain, date, columns }: RowElement,
  { row }: Pick<NdjsonRow, 'row'>,
): string | undefined {
  const column = columns.find(({ attribute }) => attribute === date);
  if (grain !== 'event' || column === undefined) return undefined;
  const value = row[column.name] as string | undefined;
  if (value === undefined || column.type === 'date') return value;
  return calendar.format(new Date(value));
}

/** Sections whose events are never booked before the day of the trade. */
export const BOUNDED: ReadonlySet<string> = new Set(['Trades', 'TradeConfirms', 'RES']);

type Written = Pick<NdjsonRow, 'row'> & { readonly literals: ReadonlyMap<string, string> };

/**
 * The first day that an undated event may lie on: its trade date, else the day of dateTime as
 * it is written. Where one of them has a zone of its own, which tables do not keep, no row of
 * the statement has a bound.
 * @param all rows of the element in the statement
 */
export function boundOf(
  element: RowElement,
  row: Written,
  all: readonly Written[],
): string | undefined {
  const { section, grain } = element;
  if (grain !== 'event' || !BOUNDED.has(section)) return undefined;
  const undated = all.filter((other) => dayOf(element, other) === undefined);
  return undated.some((other) => tradedOn(other)?.zoned) ? undefined : tradedOn(row)?.day;
}

/** The day of a trade as it is written. */
export function tradedOn({ row, literals }: Written): { day: string; zoned: boolean } | undefined {
  const tradeDate = row['trade_date'] as string | undefined;
  if (tradeDate !== undefined) return { day: tradeDate, zoned: false };
  const literal = literals.get('dateTime') ?? '';
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(literal) ?? [];
  if (year === undefined) return undefined;
  return { day: `${year}-${month}-${day}`, zoned: /[A-Z]/.test(literal) };
}
