/**
 * The facts about an element that every report needs to encode its rows: where its attributes
 * stand, and of which of them its keys consist. They are found once for each element. What is done
 * with them is row-encoder.ts, row-key.ts and event-facts.ts.
 */
import type { ColumnType, RowElement } from '../../catalog/section.js';

/** How a value of the bytes becomes a cell: as it is, as it is when canonical, or by its type. */
export const COPIED = 1;
export const COPIED_IF_CANONICAL = 2;
const COPIED_TYPES: Partial<Record<ColumnType, number>> = {
  text: COPIED,
  enum: COPIED,
  codes: COPIED,
  decimal: COPIED_IF_CANONICAL,
};

/** Attributes that hold a day of the instrument, and none of what happened with it. */
const OF_INSTRUMENT: ReadonlySet<string> = new Set(['expiry']);

export interface NaturalKey {
  /** Its columns; -1 where the element has no such column. */
  readonly slots: readonly number[];
  /** What stands before it in the key of a row. */
  readonly prefix: string;
  /** Its attributes, joined by `|`. */
  readonly name: string;
}

export interface ElementShape {
  /** Columns by the name of their attribute. */
  readonly slots: ReadonlyMap<string, number>;
  /** The column of the account, and of the day that places an event; -1 where there is none. */
  readonly accountSlot: number;
  readonly dateSlot: number;
  /** By column: COPIED, COPIED_IF_CANONICAL or 0. */
  readonly copied: Uint8Array;
  /** The names of the attributes, by column. */
  readonly names: readonly Buffer[];
  /** The natural keys, best first. */
  readonly natural: readonly NaturalKey[];
  /** Columns that hold a day of the event. */
  readonly daySlots: readonly number[];
  /** Columns that bound the day of an event without a date, best first. */
  readonly boundSlots: readonly number[];
  /** Facts that no attribute tells apart are one a statement's end: AccountInformation. */
  readonly isSingle: boolean;
}

const KNOWN = new WeakMap<RowElement, ElementShape>();

export function shapeOf(element: RowElement): ElementShape {
  let shape = KNOWN.get(element);
  if (shape === undefined) {
    shape = makeShape(element);
    KNOWN.set(element, shape);
  }
  return shape;
}

function makeShape(element: RowElement): ElementShape {
  const { columns, date, grain, keys } = element;
  const slots = new Map(columns.map(({ attribute }, slot) => [attribute, slot]));
  const slotOf = (attribute: string): number => slots.get(attribute) ?? -1;
  return {
    slots,
    accountSlot: slotOf('accountId'),
    dateSlot: date === undefined ? -1 : slotOf(date),
    copied: Uint8Array.from(columns, ({ type }) => COPIED_TYPES[type] ?? 0),
    names: columns.map(({ attribute }) => Buffer.from(attribute)),
    natural: keys.map((attributes, index) => {
      const name = attributes.join('|');
      return { slots: attributes.map(slotOf), prefix: index === 0 ? '' : `${name}=`, name };
    }),
    daySlots: columns.flatMap(({ type, attribute }, slot) =>
      (type === 'date' || type === 'datetime') && !OF_INSTRUMENT.has(attribute) ? [slot] : [],
    ),
    boundSlots: grain === 'event' ? element.notBefore.map(slotOf) : [],
    isSingle: grain === 'reference' && keys.length === 0,
  };
}
