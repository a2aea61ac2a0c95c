/**
 * The collected rows of the input in hand, and those of inputs that wait to be published with
 * others. How rows are collected is collected-rows.ts.
 */
import type { HeldRows } from '../sql/engine.js';
import { CollectedRows } from './collected-rows.js';

/** Rows that wait are in memory, all of them. */
export class RowsInHand implements HeldRows {
  private rows = new CollectedRows();
  private waiting: CollectedRows[] = [];

  /** Of the input in hand, or of those that are in hand as one. */
  get current(): CollectedRows {
    return this.rows;
  }

  hold(): boolean {
    if (!this.rows.inMemory) return false;
    this.waiting.push(this.rows);
    this.rows = new CollectedRows();
    return true;
  }

  async inHand<T>(first: number, end: number, run: () => Promise<T>): Promise<T> {
    const before = this.rows;
    this.rows = CollectedRows.of(this.waiting.slice(first, end));
    try {
      return await run();
    } finally {
      // What waits keeps its rows: they may be asked for again, one by one.
      await this.rows.discard();
      this.rows = before;
    }
  }

  drop(): void {
    this.waiting = [];
  }
}
