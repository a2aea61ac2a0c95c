/**
 * Rows straight into their tables: they are held back until there are enough of them for a
 * message, and a message is under way while the next one is filled. Whether rows may go this way
 * is sinks/sql/direct/admission.ts.
 */
import type { RowElement } from '../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../catalog/sql.js';
import type { Batch } from '../../parser/batch.js';
import type { DirectWriter, RowLineage } from '../sql/engine.js';
import { RowCopy } from './row-copy.js';
import type { Answer, Step } from './script.js';

/** Bytes that are held back; as many again may be under way. */
const HELD_BYTES = 2 * 1024 * 1024;

/** What the connection does. */
interface Connection {
  /** Begins a transaction with these questions. */
  begin(questions: readonly string[]): Promise<readonly Record<string, string | null>[][]>;
  /** Runs the steps as one message. */
  send(steps: readonly Step[]): Promise<readonly Answer[]>;
}

export class DirectRows implements DirectWriter {
  private readonly tables = new Map<string, RowCopy>();
  private held = 0;
  private underWay: Promise<unknown> | undefined;

  /** @param schema quoted */
  constructor(
    private readonly schema: string,
    private readonly connection: Connection,
  ) {}

  begin(questions: readonly string[]): Promise<readonly Record<string, string | null>[][]> {
    return this.connection.begin(questions);
  }

  relationOf(element: RowElement, rows: readonly string[]): string {
    const like = `NULL::${this.schema}.${quote(element.table)}`;
    const given = `json_populate_recordset(${like}, ${quoteLiteral(`[${rows.join(',')}]`)})`;
    return `(SELECT o.*, o.ordinality AS "_place" FROM ${given} WITH ORDINALITY o)`;
  }

  async write(batch: Batch, lineage: RowLineage): Promise<void> {
    const { element } = batch;
    let rows = this.tables.get(element.table);
    if (rows?.element !== element) {
      rows = new RowCopy(element, `${this.schema}.${quote(element.table)}`);
      this.tables.set(element.table, rows);
    }
    this.held += rows.add(batch, lineage);
    if (this.held < HELD_BYTES) return;
    await this.settle();
    const sent = this.connection.send(this.take());
    // Whoever waits for it next hears of an error.
    sent.catch(() => undefined);
    this.underWay = sent;
  }

  /** Sends what is held, and after it the statements, in one message. @returns the answers to these */
  async finish(statements: readonly string[]): Promise<readonly Answer[]> {
    await this.settle();
    const rows = this.take();
    const answers = await this.connection.send([...rows, ...statements.map((sql) => ({ sql }))]);
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
    for (const rows of this.tables.values()) rows.clear();
    this.held = 0;
    this.underWay = undefined;
  }

  private take(): Step[] {
    this.held = 0;
    return [...this.tables.values()].flatMap((rows) => rows.take());
  }
}
