/**
 * Rows on their way to the server by COPY: they are held back until there are enough for a message,
 * and one message is sent while the next one is filled. That is the back-pressure. The bytes of the
 * rows are row-copy.ts, the message script.ts.
 */
import type { Batch } from '../../parser/batch.js';
import type { CopyLineage, RowCopy } from './row-copy.js';
import type { Answer, Step } from './script.js';

/** Bytes that are held back; as many again may be under way. */
const HELD_BYTES = 2 * 1024 * 1024;

export class CopyRows {
  /** Those that hold rows, in the order in which they came to do so. */
  private readonly holding = new Set<RowCopy>();
  private held = 0;
  private underWay: Promise<unknown> | undefined;

  /** @param send runs the steps as one message */
  constructor(private readonly send: (steps: readonly Step[]) => Promise<readonly Answer[]>) {}

  /** Resolves when the next batch may come. @param rows those of the batch's table */
  async write(rows: RowCopy, batch: Batch, lineage: CopyLineage): Promise<void> {
    this.holding.add(rows);
    this.held += rows.add(batch, lineage);
    if (this.held < HELD_BYTES) return;
    await this.settle();
    const sent = this.send(this.take());
    // It is awaited with the next message; until then its failure must not count as unhandled.
    sent.catch(() => undefined);
    this.underWay = sent;
  }

  /**
   * Sends all that is held, and after it statements, in one message.
   * @returns the answers to the statements
   */
  async finish(statements: readonly string[] = []): Promise<readonly Answer[]> {
    await this.settle();
    const rows = this.take();
    const answers = await this.send([...rows, ...statements.map((sql) => ({ sql }))]);
    return answers.slice(rows.length);
  }

  /** Waits until nothing is under way. @throws the server's error about it */
  async settle(): Promise<void> {
    const { underWay } = this;
    this.underWay = undefined;
    await underWay;
  }

  /** Forgets what is held and under way. */
  clear(): void {
    for (const rows of this.holding) rows.clear();
    this.holding.clear();
    this.held = 0;
    this.underWay = undefined;
  }

  private take(): Step[] {
    const steps = [...this.holding].flatMap((rows) => rows.take());
    this.holding.clear();
    this.held = 0;
    return steps;
  }
}
