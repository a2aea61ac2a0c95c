/**
 * Rows straight into their tables, as Postgres takes them. Whether they may go this way is
 * sinks/sql/direct/admission.ts.
 */
import type { RowElement } from '../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../catalog/sql.js';
import type { Batch } from '../../parser/batch.js';
import type { DirectWriter, RowLineage } from '../sql/engine.js';
import type { CopyRows } from './copy-rows.js';
import { RowCopy } from './row-copy.js';
import type { Answer } from './script.js';

export class DirectRows implements DirectWriter {
  /** Kept from input to input: they know which columns have values. */
  private readonly tables = new Map<string, RowCopy>();

  /**
   * @param schema quoted
   * @param begin begins a transaction, and asks questions in the same message
   */
  constructor(
    private readonly schema: string,
    private readonly rows: CopyRows,
    readonly begin: DirectWriter['begin'],
  ) {}

  relationOf(element: RowElement, rows: readonly string[]): string {
    const like = `NULL::${this.schema}.${quote(element.table)}`;
    const given = `json_populate_recordset(${like}, ${quoteLiteral(`[${rows.join(',')}]`)})`;
    return `(SELECT o.*, o.ordinality AS "_place" FROM ${given} WITH ORDINALITY o)`;
  }

  write(batch: Batch, lineage: RowLineage): Promise<void> {
    const { element } = batch;
    let rows = this.tables.get(element.table);
    if (rows?.element !== element) {
      rows = new RowCopy(element, `${this.schema}.${quote(element.table)}`, 'direct');
      this.tables.set(element.table, rows);
    }
    return this.rows.write(rows, batch, lineage);
  }

  finish(statements: readonly string[]): Promise<readonly Answer[]> {
    return this.rows.finish(statements);
  }
}
