/**
 * Elements and layouts as records in the memory of the lane, and which of them it can read: an
 * event without its date, it cannot. The fields are those of records.ts.
 */
import type { ColumnType, RowElement } from '../../catalog/section.js';
import { BY_CONTENT } from '../rows/event-facts.js';
import type { RowKeyMaker } from '../rows/row-key.js';
import type { Layout } from '../xml/fast-path.js';
import type { Machine } from './machine.js';
import {
  A_BEFORE,
  A_BEFORE_LENGTH,
  A_JSON,
  A_JSON_LENGTH,
  ATTRIBUTE_BYTES,
  BY_CONTENT_BIT,
  C_ATTRIBUTE,
  C_FORM,
  C_NAME,
  C_NAME_LENGTH,
  COLUMN_BYTES,
  E_BOUND,
  E_BOUND_SLOT_COUNT,
  E_BOUND_SLOTS,
  E_CELLS,
  E_COLUMN_COUNT,
  E_DAY_SLOT_COUNT,
  E_DAY_SLOTS,
  E_INDEX,
  E_IS_EVENT,
  E_IS_SINGLE,
  E_KEY_COUNT,
  E_KEYS,
  E_OUT,
  ELEMENT_BYTES,
  F_ACCOUNT,
  F_BOOLEAN,
  F_DATE,
  F_DATETIME,
  F_DECIMAL,
  F_OTHER,
  F_TEXT,
  F_TIME,
  K_PREFIX,
  K_PREFIX_LENGTH,
  K_SLOT_COUNT,
  K_SLOTS,
  L_ATTRIBUTE_COUNT,
  L_ATTRIBUTES,
  L_COLUMNS,
  L_DATE,
  L_ELEMENT,
  L_UNKNOWN,
  L_UNKNOWN_COUNT,
  LAYOUT_BYTES,
  MOST_KEYS,
  NO_BOUND,
  OUT_BYTES,
  OUT_CELLS,
} from './records.js';

const FORMS: Record<ColumnType, number> = {
  text: F_TEXT,
  enum: F_TEXT,
  codes: F_TEXT,
  decimal: F_DECIMAL,
  date: F_DATE,
  datetime: F_DATETIME,
  boolean: F_BOOLEAN,
  time: F_TIME,
  json: F_OTHER,
};

/** How the keys of an element are made. */
export type KeyPlan = Pick<RowKeyMaker, 'natural' | 'daySlots' | 'isSingle'>;

/** @returns the record, or undefined where the rows of the element are not read here */
export function elementRecord(
  machine: Machine,
  element: RowElement,
  index: number,
  { natural, daySlots, isSingle }: KeyPlan,
): number | undefined {
  const { columns, grain } = element;
  const slotOf = (name: string): number => columns.findIndex(({ attribute }) => attribute === name);
  const account = slotOf('accountId');
  const bounds = grain === 'event' ? element.notBefore.map(slotOf) : [];
  const days = ['date', 'datetime'];
  if (account >= 0 && (!element.ofAccount || FORMS[columns[account]!.type] !== F_TEXT)) {
    return undefined;
  }
  if (bounds.some((slot) => !days.includes(columns[slot]?.type ?? ''))) return undefined;
  if (natural.length > MOST_KEYS) return undefined;
  const record = machine.room(ELEMENT_BYTES);
  const set = (field: number, value: number): void => machine.set(record + field, value);
  set(E_COLUMN_COUNT, columns.length);
  set(E_OUT, machine.room(OUT_BYTES));
  set(E_CELLS, machine.room(4 * OUT_CELLS));
  set(E_INDEX, index);
  set(E_IS_EVENT, grain === 'event' ? 1 : 0);
  set(E_IS_SINGLE, isSingle ? 1 : 0);
  set(E_KEYS, keyRecords(machine, natural));
  set(E_KEY_COUNT, natural.length);
  set(E_DAY_SLOTS, numberList(machine, daySlots));
  set(E_DAY_SLOT_COUNT, daySlots.length);
  set(E_BOUND_SLOTS, numberList(machine, bounds));
  set(E_BOUND_SLOT_COUNT, bounds.length);
  set(E_BOUND, NO_BOUND);
  return record;
}

function keyRecords(machine: Machine, natural: KeyPlan['natural']): number {
  const prefixes = natural.map(({ prefix }) => machine.put(Buffer.from(prefix)));
  const size = natural.reduce((sum, { slots }) => sum + K_SLOTS + 4 * slots.length, 0);
  const first = machine.room(size);
  let at = first;
  natural.forEach(({ slots, prefix }, index) => {
    machine.set(at + K_PREFIX, prefixes[index]!);
    machine.set(at + K_PREFIX_LENGTH, Buffer.byteLength(prefix));
    machine.set(at + K_SLOT_COUNT, slots.length);
    slots.forEach((slot, part) => machine.set(at + K_SLOTS + 4 * part, slot));
    at += K_SLOTS + 4 * slots.length;
  });
  return first;
}

function numberList(machine: Machine, numbers: readonly number[]): number {
  const first = machine.room(4 * numbers.length);
  numbers.forEach((number, index) => machine.set(first + 4 * index, number));
  return first;
}

/** @returns the record, or undefined where rows of this layout are not read here */
export function layoutRecord(
  machine: Machine,
  layout: Layout,
  elementAt: number,
): number | undefined {
  const { element, names, before } = layout;
  const { columns } = element;
  const date = element.grain === 'event' ? dateOf(element, names) : -1;
  if (date === undefined) return undefined;
  const record = machine.room(LAYOUT_BYTES);
  const attributes = machine.room(ATTRIBUTE_BYTES * names.length);
  before.forEach(({ bytes }, index) => {
    const at = attributes + ATTRIBUTE_BYTES * index;
    machine.set(at + A_BEFORE, machine.put(bytes));
    machine.set(at + A_BEFORE_LENGTH, bytes.length);
    const json = Buffer.from(`${JSON.stringify(names[index])}:"`);
    machine.set(at + A_JSON, machine.put(json));
    machine.set(at + A_JSON_LENGTH, json.length);
  });
  const attributeAt = (index: number): number =>
    index < 0 ? 0 : attributes + ATTRIBUTE_BYTES * index;
  machine.set(record + L_ATTRIBUTES, attributes);
  machine.set(record + L_ATTRIBUTE_COUNT, names.length);
  machine.set(record + L_ELEMENT, elementAt);
  machine.set(record + L_DATE, attributeAt(date));
  const unknown = unknownTo(element, names).map((name) => attributeAt(names.indexOf(name)));
  machine.set(record + L_UNKNOWN, numberList(machine, unknown));
  machine.set(record + L_UNKNOWN_COUNT, unknown.length);
  const first = machine.room(COLUMN_BYTES * columns.length);
  columns.forEach(({ attribute, type }, slot) => {
    const at = first + COLUMN_BYTES * slot;
    machine.set(at + C_ATTRIBUTE, attributeAt(names.indexOf(attribute)));
    machine.set(at + C_FORM, attribute === 'accountId' ? F_ACCOUNT : FORMS[type]);
    machine.set(at + C_NAME, machine.put(Buffer.from(attribute)));
    machine.set(at + C_NAME_LENGTH, Buffer.byteLength(attribute));
  });
  machine.set(record + L_COLUMNS, first);
  return record;
}

/** The attributes of a layout that have no column, in its order. */
export function unknownTo({ columns }: RowElement, names: readonly string[]): string[] {
  const known = new Set(columns.map(({ attribute }) => attribute));
  return names.filter((name) => !known.has(name));
}

/** Which attribute places rows of this layout on a day; undefined where none does. */
function dateOf({ date, columns }: RowElement, names: readonly string[]): number | undefined {
  const type = columns.find(({ attribute }) => attribute === date)?.type;
  const index = date === undefined ? -1 : names.indexOf(date);
  return index >= 0 && (type === 'date' || type === 'datetime') ? index : undefined;
}

/** The keys that a set of bits stands for. */
export function keysOf(bits: number, { natural }: KeyPlan): string[] {
  const names = natural.filter((_, index) => (bits & (1 << index)) !== 0);
  const byContent = (bits & (1 << BY_CONTENT_BIT)) !== 0 ? [BY_CONTENT] : [];
  return [...names.map(({ name }) => name), ...byContent];
}
