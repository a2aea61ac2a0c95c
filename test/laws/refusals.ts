/**
 * Which overlaps stop a load: two queries that deliver the same (rule 5), and
 * undated events that can be neither matched nor decided (rule 1).
 */
import { STATEMENTS_TABLE, UNMAPPED_TABLE } from '../../src/catalog/section.js';
import type { RowElement } from '../../src/catalog/section.js';
import { boundOf, coversWhole, dayOf, mayMeet, tradedOn, windowOf, type Window } from './days.js';
import { compareAge, type Said, type SaidRow } from './model.js';

/** Of one mode, which is merge. */
type Merged = Said & { readonly parsed: number };

/** Rule 5: whether what is said now has been delivered by another query. */
export function queriesOverlap(now: readonly Merged[], before: readonly Merged[]): boolean {
  return now.some(
    ({ element, statement, parsed }) =>
      parsed > 0 &&
      element.grain !== 'reference' &&
      element.table !== UNMAPPED_TABLE &&
      element.table !== STATEMENTS_TABLE &&
      before.some(
        (other) =>
          other.parsed > 0 &&
          other.element.table === element.table &&
          other.statement.account === statement.account &&
          other.statement.query !== statement.query &&
          mayBeSame(element, windowOf(statement), windowOf(other.statement)),
      ),
  );
}

/** Whether two queries speak of the same: days, end dates or windows. An unknown one may be any. */
function mayBeSame({ grain }: RowElement, one: Window, other: Window): boolean {
  const same = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
  switch (grain) {
    case 'snapshot':
      return same(one.to, other.to);
    case 'window':
      return same(one.to, other.to) && same(one.from, other.from);
    case 'event':
    case 'reference':
      return mayMeet(one, other);
  }
}

/**
 * Rule 1: whether undated events of two statements, one of them said now, can be neither
 * matched nor decided. Not where a third statement decides about all days of either.
 */
export function undatedOverlap(now: readonly Merged[], before: readonly Merged[]): boolean {
  const all = [...new Map([...before, ...now].map((one) => [nameOf(one), one])).values()];
  const isNow = new Set(now.map(nameOf));
  const doubtful = all.filter(
    (one) => one.element.grain === 'event' && one.rows.length > 0 && !isSuperseded(one, all),
  );
  return doubtful.some((older) =>
    doubtful.some(
      (newer) =>
        (isNow.has(nameOf(older)) || isNow.has(nameOf(newer))) &&
        isNewer(newer, older) &&
        isUndecidable(older, newer),
    ),
  );
}

const nameOf = ({ element, statement, section }: Said): string =>
  `${element.table}/${section} ${statement.id}`;

/** Of the same element, account and query. */
function isNewer(one: Said, other: Said): boolean {
  return (
    one.element === other.element &&
    one.statement.account === other.statement.account &&
    one.statement.query === other.statement.query &&
    compareAge(one.statement, other.statement) > 0
  );
}

function isSuperseded(own: Said, all: readonly Said[]): boolean {
  const window = windowOf(own.statement);
  return all.some((other) => isNewer(other, own) && coversWhole(windowOf(other.statement), window));
}

function isUndecidable(older: Merged, newer: Merged): boolean {
  const [held, window] = [windowOf(older.statement), windowOf(newer.statement)];
  if (!mayMeet(held, window)) return false;
  const [one, other] = [factsOf(older), factsOf(newer)];
  if (one.keyedBy === other.keyedBy && !one.keyedBy.includes(BY_CONTENT)) return false;
  const differ = one.selected !== other.selected;
  if (one.unbound > 0 && (differ || one.dateless > 0)) return true;
  return differ && areBoundedInDoubt({ held, window }, one.bounds, other.tradedFrom);
}

/**
 * Whether the newer statement may have events that the bounds do not place outside of what it
 * decides about: of the days before its window it has those that were booked late.
 * @param tradedFrom the first day of any of its events; '' where some tell none
 */
function areBoundedInDoubt(
  { held, window }: Readonly<Record<'held' | 'window', Window>>,
  bounds: readonly string[],
  tradedFrom: string,
): boolean {
  const first = bounds.toSorted().at(0);
  const last = bounds.toSorted().at(-1);
  if (first === undefined || last === undefined) return false;
  if (last < tradedFrom || (window.to !== null && first > window.to)) return false;
  const { from, to } = window;
  // It decides about no undated event of the older one.
  if (from === null || to === null || held.from === null || held.to === null) return true;
  if (to < held.to) return true;
  return first < from && tradedFrom < from;
}

/** What tells the events of one statement from those of another. */
interface Facts {
  /** The attributes of its rows. */
  readonly selected: string;
  /** The natural keys that its rows have. */
  readonly keyedBy: string;
  /** How many rows have neither date nor bound. */
  readonly unbound: number;
  /** How many of these are known by their content and have no day at all. */
  readonly dateless: number;
  /** Days that bound its undated rows. */
  readonly bounds: readonly string[];
  /** The first day that bounds any of its rows, dated or not; '' where one has none. */
  readonly tradedFrom: string;
}

const BY_CONTENT = '#';

function factsOf({ element, rows }: Merged): Facts {
  const undated = rows.filter((row) => dayOf(element, row) === undefined);
  const unbound = undated.filter((row) => boundOf(element, row, rows) === undefined);
  const dateless = unbound.filter(
    (row) => keyOf(element, row) === BY_CONTENT && !hasDate(element, row),
  );
  return {
    selected: named(rows.flatMap(({ literals }) => [...literals.keys()])),
    keyedBy: named(rows.map((row) => keyOf(element, row))),
    unbound: unbound.length,
    dateless: dateless.length,
    bounds: undated.flatMap((row) => boundOf(element, row, rows) ?? []),
    tradedFrom: rows.map((row) => tradedOn(row)?.day ?? '').toSorted()[0] ?? '',
  };
}

const named = (names: readonly string[]): string => JSON.stringify([...new Set(names)].sort());

/** The natural key of a row. */
function keyOf({ keys }: RowElement, { literals }: SaidRow): string {
  const known = (name: string): boolean =>
    !['', '-', '--', 'N/A', 'MULTI'].includes(literals.get(name) ?? '');
  return keys.find((names) => names.every(known))?.join('|') ?? BY_CONTENT;
}

/** Whether anything says when it was. */
function hasDate({ columns }: RowElement, { row }: SaidRow): boolean {
  return columns.some(
    ({ name, type }) => (type === 'date' || type === 'datetime') && row[name] !== undefined,
  );
}
