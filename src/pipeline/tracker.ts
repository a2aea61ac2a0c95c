/** The outcome of each item of a call's work, and the items that are left. Pure. */
import type { FlexError } from '../errors.js';

/** Updated while the work goes on, because a call can end at any time. */
export class Tracker<Item, Outcome> {
  readonly outcomes: Outcome[] = [];
  private waiting: readonly Item[] = [];
  /** Begun and not settled, in order. */
  private inHand: readonly Item[] = [];

  /** @param failed makes the outcome of an item in hand when the call ends before it is done */
  constructor(private readonly failed: (item: Item, error: FlexError) => Outcome) {}

  /** The items that were not begun. */
  get notAttempted(): readonly Item[] {
    return this.waiting;
  }

  expect(items: readonly Item[]): void {
    this.waiting = items;
  }

  begin(item: Item): void {
    this.waiting = this.waiting.slice(1);
    this.inHand = [...this.inHand, item];
  }

  /** @param outcome of the item in hand that began first */
  settle(outcome: Outcome): void {
    this.inHand = this.inHand.slice(1);
    this.outcomes.push(outcome);
  }

  /** The items in hand count as not attempted. */
  handBack(): void {
    this.waiting = [...this.inHand, ...this.waiting];
    this.inHand = [];
  }

  /** The items in hand are given up. */
  giveUp(error: FlexError): void {
    for (const item of this.inHand) this.settle(this.failed(item, error));
  }
}
