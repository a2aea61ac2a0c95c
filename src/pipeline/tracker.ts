/** What became of each piece of a call's work, and what of it is left. Pure. */
import type { FlexError } from '../errors.js';

/** Kept while the work goes on, because a call can end at any time. */
export class Tracker<Item, Outcome> {
  readonly outcomes: Outcome[] = [];
  private waiting: readonly Item[] = [];
  /** Begun and not settled, in their order. */
  private inHand: readonly Item[] = [];

  /** @param failed the outcome of an item in hand where the call ends before it has one */
  constructor(private readonly failed: (item: Item, error: FlexError) => Outcome) {}

  /** The items whose turn has not come. */
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

  /** @param outcome of the item that began first of those in hand */
  settle(outcome: Outcome): void {
    this.inHand = this.inHand.slice(1);
    this.outcomes.push(outcome);
  }

  /** The items in hand are not attempted after all. */
  handBack(): void {
    this.waiting = [...this.inHand, ...this.waiting];
    this.inHand = [];
  }

  /** The items in hand are not waited for any more. */
  giveUp(error: FlexError): void {
    for (const item of this.inHand) this.settle(this.failed(item, error));
  }
}
