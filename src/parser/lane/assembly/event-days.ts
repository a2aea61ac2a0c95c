/**
 * The days of an event whose columns are written: the one that places it, and the one before
 * which it cannot lie. Rows that no day places are not read here.
 */
import {
  A_DAY,
  A_END,
  A_START,
  C_ATTRIBUTE,
  COLUMN_BYTES,
  E_BOUND,
  E_BOUND_SLOT_COUNT,
  E_BOUND_SLOTS,
} from '../records';
import { isNull } from './keys';

/** Whether the attribute of a date has a value that is none of the null marks. */
export function hasDay(dated: usize): bool {
  return load<u32>(dated, A_START) != load<u32>(dated, A_END) && load<i32>(dated, A_DAY) != 0;
}

/** The first day that bounds the row's, by the best column that has one. */
export function noteBound(element: usize, columns: usize): void {
  const count = load<i32>(element, E_BOUND_SLOT_COUNT);
  const slots: usize = load<u32>(element, E_BOUND_SLOTS);
  let bound = 0;
  for (let i = 0; i < count; i++) {
    const slot = load<i32>(slots + ((<usize>i) << 2));
    if (isNull(slot)) continue;
    const attribute: usize = load<u32>(columns + <usize>slot * COLUMN_BYTES, C_ATTRIBUTE);
    bound = load<i32>(attribute, A_DAY);
    break;
  }
  if (bound < load<i32>(element, E_BOUND)) store<i32>(element, bound, E_BOUND);
}
