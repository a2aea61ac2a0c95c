/**
 * Rows that are to stand, put into their table by their key: how many are new there, how many
 * change what was there, and the writing. Which rows stand is merge.ts.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { keyColumns, tableColumns } from '../../../catalog/table-columns.js';
import type { SqlEngine } from '../engine.js';
import { sameKey } from './keys.js';

export interface Placed {
  /** How many rows stand by this input. */
  readonly standing: number;
  readonly inserted: number;
  readonly updated: number;
}

/** Of one table. */
export class Placement {
  private readonly keys: readonly string[];

  /**
   * @param winners relation of the rows that are to stand
   * @param repeated whether a statement of the input has been published before
   */
  constructor(
    private readonly engine: SqlEngine,
    private readonly element: RowElement,
    private readonly target: string,
    private readonly winners: string,
    private readonly repeated: boolean,
  ) {
    this.keys = keyColumns(element);
  }

  /** @param now query of the statements of this input, by a row `t` */
  async count(now: string): Promise<Placed> {
    // What nothing competes with was inserted first: that is not a row from before.
    const before =
      this.repeated || this.element.grain === 'reference'
        ? 'TRUE'
        : `t._statement_id NOT IN (${now})`;
    const [counts] = await this.engine.rows(
      `SELECT count(*) AS standing,
         count(*) FILTER (WHERE t._row_key IS NULL) AS inserted,
         count(*) FILTER (WHERE t._row_key IS NOT NULL AND ${this.differs()} AND ${before}) AS updated
       FROM ${this.winners} w LEFT JOIN ${this.target} t ON ${sameKey(this.keys, 't', 'w')}`,
    );
    const { standing, inserted, updated } = counts!;
    return { standing: Number(standing), inserted: Number(inserted), updated: Number(updated) };
  }

  async write(): Promise<void> {
    const columns = tableColumns(this.element).map(({ name }) => name);
    const names = columns.map(quote).join(', ');
    const updates = columns
      .filter((name) => !this.keys.includes(name))
      .map((name) => `${quote(name)} = excluded.${quote(name)}`);
    // A row that its own statement has brought before is not written again.
    const isNew = this.repeated
      ? `NOT EXISTS (SELECT 1 FROM ${this.target} t
           WHERE ${sameKey(this.keys, 't', 'w')} AND t._statement_id = w._statement_id
             AND t._generated_at IS NOT DISTINCT FROM w._generated_at
             AND t._row_number IS NOT DISTINCT FROM w._row_number AND NOT ${this.differs()})`
      : 'TRUE';
    await this.engine.run(
      `INSERT INTO ${this.target} (${names})
       SELECT ${names} FROM ${this.winners} w WHERE ${isNew}
       ON CONFLICT (${this.keys.map(quote).join(', ')})
       DO UPDATE SET ${updates.join(', ')}`,
    );
  }

  /** Whether row `t` says anything else than row `w`. */
  private differs(): string {
    return sayDifferent(this.engine, this.element, 't', 'w');
  }
}

/** Condition: two rows say different things, whatever statement they are of. */
export function sayDifferent(
  engine: SqlEngine,
  element: RowElement,
  left: string,
  right: string,
): string {
  const names = [...element.columns.map(({ name }) => name), '_extra'].map(quote);
  return engine.rowDiffers(names, left, right);
}
