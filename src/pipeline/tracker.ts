/** What became of each piece of a call's work, and what of it is left. Pure. */
import type { FlexError } from '../errors.js';

/** Kept while the work goes on, because a call can end at any time. */
export class Tracker<Item, Outcome> {
  readonly outcomes: Outcome[] = [];
  private waiting: readonly Item[] = [];
  private inHand: { readonly item: Item } | undefined;

  /** @param failed the outcome of the item in hand where the call ends before it has one */
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
    this.inHand = { item };
  }

  settle(outcome: Outcome): void {
    this.inHand = undefined;
    this.outcomes.push(outcome);
  }

  /** The item in hand is not waited for any more. */
  giveUp(error: FlexError): void {
    if (this.inHand !== undefined) this.settle(this.failed(this.inHand.item, error));
  }
}
