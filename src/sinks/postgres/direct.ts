/**
 * Rows straight into their tables: they are held back until there are enough of them for a
 * message, and a message is under way while the next one is filled. Whether rows may go this way
 * is sinks/sql/direct.ts.
 */
import { quoteIdentifier as quote } from '../../catalog/sql.js';
import type { Batch } from '../../parser/batch.js';
import type { RowLineage } from '../sql/engine.js';
import { RowCopy } from './row-copy.js';
import type { Answer, Step } from './script.js';

/** Bytes that are held back; as many again may be under way. */
const HELD_BYTES = 2 * 1024 * 1024;

export class DirectRows {
  private readonly tables = new Map<string, RowCopy>();
  private held = 0;
  private underWay: Promise<unknown> | undefined;

  /**
   * @param schema quoted
   * @param send runs the steps as one message
   */
  constructor(
    private readonly schema: string,
    private readonly send: (steps: readonly Step[]) => Promise<readonly Answer[]>,
  ) {}

  async write(batch: Batch, lineage: RowLineage): Promise<void> {
    const { element } = batch;
    let rows = this.tables.get(element.table);
    if (rows === undefined) {
      rows = new RowCopy(element, `${this.schema}.${quote(element.table)}`);
      this.tables.set(element.table, rows);
    }
    this.held += rows.add(batch, lineage);
    if (this.held < HELD_BYTES) return;
    await this.settle();
    const sent = this.send(this.take());
    // Whoever waits for it next hears of an error.
    sent.catch(() => undefined);
    this.underWay = sent;
  }

  /** Sends what is held, and after it the statements, in one message. @returns the answers to these */
  async finish(statements: readonly string[]): Promise<readonly Answer[]> {
    await this.settle();
    const rows = this.take();
    const answers = await this.send([...rows, ...statements.map((sql) => ({ sql }))]);
    return answers.slice(rows.length);
  }

  /** Waits until nothing is under way. @throws what the server says of it */
  async settle(): Promise<void> {
    const { underWay } = this;
    this.underWay = undefined;
    await underWay;
  }

  /** Forgets what is held. */
  clear(): void {
    this.tables.clear();
    this.held = 0;
    this.underWay = undefined;
  }

  private take(): Step[] {
    this.held = 0;
    return [...this.tables.values()].flatMap((rows) => rows.take());
  }
}
