/** The outcome of each item of a call's work, and the items that are left. Pure. */
import type { FlexError } from '../errors.js';

/** Updated while the work goes on, because a call can end at any time. */
export class Tracker<Item, Outcome> {
  readonly outcomes: Outcome[] = [];
  private waiting: readonly Item[] = [];
  /** How many of them have begun: nearly always the first one begins. */
  private begun = 0;
  /** Begun and not settled, in order. */
  private inHand: readonly Item[] = [];

  /** @param failed makes the outcome of an item in hand when the call ends before it is done */
  constructor(private readonly failed: (item: Item, error: FlexError) => Outcome) {}

  /** The items that were not begun. */
  get notAttempted(): readonly Item[] {
    return this.waiting.slice(this.begun);
  }

  expect(items: readonly Item[]): void {
    this.waiting = items;
    this.begun = 0;
  }

  begin(item: Item): void {
    if (this.waiting[this.begun] === item) this.begun++;
    else this.expect(without(this.notAttempted, item));
    this.inHand = [...this.inHand, item];
  }

  /** @param item the one in hand that the outcome is of; default: the one that began first */
  settle(outcome: Outcome, item: Item | undefined = this.inHand[0]): void {
    if (item !== undefined) this.inHand = without(this.inHand, item);
    this.outcomes.push(outcome);
  }

  /** The items in hand count as not attempted. */
  handBack(): void {
    this.expect([...this.inHand, ...this.notAttempted]);
    this.inHand = [];
  }

  /** The items in hand are given up. */
  giveUp(error: FlexError): void {
    for (const item of this.inHand) this.settle(this.failed(item, error));
  }
}

/** The items but for one. */
function without<Item>(items: readonly Item[], item: Item): readonly Item[] {
  const at = items.indexOf(item);
  return at < 0 ? items : [...items.slice(0, at), ...items.slice(at + 1)];
}
