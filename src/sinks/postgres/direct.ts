/**
 * Rows straight into their tables, as Postgres takes them. Whether they may go this way is
 * sinks/sql/direct/admission.ts.
 */
import { postgresType, quoteIdentifier as quote, quoteLiteral } from '../../catalog/sql.js';
import type { TableColumn } from '../../catalog/table-columns.js';
import type { Batch } from '../../parser/batch.js';
import type { DirectLineage, DirectWriter } from '../sql/engine.js';
import type { CopyRows } from './copy-rows.js';
import { RowCopy } from './row-copy.js';
import type { Answer } from './script.js';

export class DirectRows implements DirectWriter {
  /** Kept from input to input: they know which columns have values. */
  private readonly tables = new Map<string, RowCopy>();

  /**
   * @param schema quoted
   * @param begin begins a transaction, and asks questions in the same message
   * @param commit ends one, in the same message as statements
   * @param ask runs statements in one message, after what is under way
   */
  constructor(
    private readonly schema: string,
    private readonly rows: CopyRows,
    readonly begin: DirectWriter['begin'],
    readonly commit: DirectWriter['commit'],
    readonly ask: DirectWriter['ask'],
  ) {}

  relationOf(
    columns: readonly Pick<TableColumn, 'name' | 'type'>[],
    rows: readonly string[],
  ): string {
    // The planner takes the LIMIT for how many there are; else it thinks of a hundred, and reads the table.
    const typed = columns.map(({ name, type }) => `${quote(name)} ${postgresType(type)}`);
    const given = quoteLiteral(`[${rows.join(',')}]`);
    return `(SELECT * FROM json_to_recordset(${given}) AS r (${typed.join(', ')})
      LIMIT ${rows.length})`;
  }

  write(batch: Batch, lineage: DirectLineage): Promise<void> {
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
