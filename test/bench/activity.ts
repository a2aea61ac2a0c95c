/**
 * What happens to an account on a day: orders and their executions, as numbers.
 *
 * A function of seed, account and day alone, so that a statement for a quarter
 * holds exactly what its three months hold. XML is written in rows.ts.
 */
import { businessDayAfter, dayNumber } from './calendar.js';
import { INSTRUMENTS, type Instrument } from './market.js';
import { Random, hash } from './random.js';

/** Which account's day; `restated` changes some of its rows. */
export interface AccountDay {
  readonly seed: number;
  readonly account: string;
  readonly day: string;
  /** How many executions the day has. */
  readonly executions: number;
  /** Where the broker has corrected the day since: see `executionsOf`. */
  readonly salt: number | undefined;
  /** By how much the broker has corrected every price of the day since; 0 where it has not. */
  readonly shift: number;
}

/** Money and prices are whole ten-thousandths, commissions millionths. */
export interface Execution {
  readonly instrument: Instrument;
  /** Place within the day; part of every id. */
  readonly serial: number;
  readonly orderSerial: number;
  /** `101530`. */
  readonly time: string;
  readonly settles: string;
  /** Negative for a sale. */
  readonly quantity: number;
  readonly price: number;
  readonly commission: number;
  /** Of a sale: what the closed lot has cost and when it was opened. */
  readonly lotCost: number;
  readonly lotOpened: string;
}

export interface Order {
  readonly executions: readonly Execution[];
}

/** Above every serial of the day's own executions. */
const ADDED_SERIAL = 9_800_000;
/** Above those: serials of cash and other rows. */
export const OTHER_SERIAL = 9_900_000;

/** How many executions a day has when nobody says: 0 to 7. */
export function usualExecutions(seed: number, account: string, day: string): number {
  return hash(seed, account, day, 'executions') % 8;
}

/** Eleven digits, unique within an account, growing with the day. */
export function transactionId(day: string, serial: number): string {
  return String(dayNumber(day) * 10_000_000 + serial);
}

function clock(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join('');
}

function* originalOrders(of: AccountDay): Generator<Order> {
  const { seed, account, day } = of;
  const settles = businessDayAfter(day, 2);
  for (let serial = 0; serial < of.executions;) {
    const random = new Random(seed, account, day, serial);
    const instrument = random.pick(INSTRUMENTS);
    const side = random.below(5) < 3 ? 1 : -1;
    const size = Math.min(random.between(1, 3), of.executions - serial);
    // From 9:30 to 16:00, in order of time unless the day has more orders than seconds.
    const share = Math.floor(23_400 / of.executions);
    const second = 34_200 + (share > 0 ? serial * share : serial % 23_400);
    const executions: Execution[] = [];
    for (let i = 0; i < size; i++) {
      const quantity = side * (instrument.category === 'STK' ? random.between(1, 40) * 5 : 1);
      const drift = random.between(-300, 300);
      const price = instrument.price + Math.round(instrument.price / 10_000) * drift + of.shift;
      executions.push({
        instrument,
        serial: serial + i,
        orderSerial: serial,
        time: clock(second + (share > size ? i : 0)),
        settles,
        quantity,
        price,
        commission: -Math.max(1_000_000, Math.abs(quantity) * 5_000 + random.below(1000)),
        lotCost: price + Math.round(price / 10_000) * random.between(-900, 700),
        lotOpened: `${day.slice(0, 4)}0102;${clock(34_200 + random.below(23_400))}`,
      });
    }
    serial += size;
    yield { executions };
  }
}

/**
 * The orders of a day. Where the day was restated, one execution has another
 * price and commission, another is gone (where there are three or more), and
 * one that was not there before is added.
 */
export function* ordersOf(of: AccountDay): Generator<Order> {
  if (of.salt === undefined) {
    yield* originalOrders(of);
    return;
  }
  const changed = of.salt % Math.max(of.executions, 1);
  const gone = of.executions < 3 ? -1 : (changed + 1) % of.executions;
  for (const { executions } of originalOrders(of)) {
    const kept = executions
      .filter(({ serial }) => serial !== gone)
      .map((one) =>
        one.serial === changed
          ? { ...one, price: one.price + 1 + (of.salt! % 97), commission: one.commission - 250_000 }
          : one,
      );
    if (kept.length > 0) yield { executions: kept };
  }
  const [added] = originalOrders({ ...of, seed: of.seed + of.salt, executions: 1 });
  const serial = ADDED_SERIAL + (of.salt % 90_000);
  yield { executions: [{ ...added!.executions[0]!, serial, orderSerial: serial }] };
}
