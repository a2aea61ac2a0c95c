/**
 * The keys of events that newer statements have removed, as the ledger keeps them: an older
 * statement that is loaded later has lost these events, too. Without them the order of loads
 * would matter. When a key is removed is merge.ts.
 */
import type { RowElement } from '../../../catalog/section.js';
import type { SqlEngine } from '../engine.js';
import { INCOMING_COVERAGE } from './spoken.js';

/** Of one table. */
export class RemovedKeys {
  private readonly relation: string;

  constructor(
    private readonly engine: SqlEngine,
    private readonly element: RowElement,
  ) {
    this.relation = `${engine.schema}.flexetl_removed`;
  }

  /**
   * Condition: a newer statement had the key of a staged row, and its row has been removed since.
   * @param alias of a relation with the columns of the key and `_rank`
   */
  hasNewer(alias: string): string {
    if (this.element.grain !== 'event') return 'FALSE';
    return `EXISTS (SELECT 1 FROM ${this.relation} r
      WHERE r.account_id = ${this.accountOf(alias)} AND r.query = ${alias}._query
        AND r.table_name = '${this.element.table}' AND r.row_key = ${alias}._row_key
        AND r.rank > ${alias}."_rank")`;
  }

  /** Whether any key that a statement of this input may have is such; cheaper to ask, and rarely so. */
  async mayHaveNewer(): Promise<boolean> {
    if (this.element.grain !== 'event') return false;
    const rows = await this.engine.rows(
      `SELECT 1 AS found FROM ${INCOMING_COVERAGE} n JOIN ${this.relation} r
         ON r.query = n.query AND r.table_name = n.table_name AND r.rank > n.rank
       WHERE n.table_name = '${this.element.table}' LIMIT 1`,
    );
    return rows.length > 0;
  }

  /** @param keys relation of the columns of the key, with the `statement_id` and `rank` of its holder */
  async remember(keys: string): Promise<void> {
    await this.engine.run(
      `INSERT INTO ${this.relation} AS r
         (account_id, query, table_name, row_key, statement_id, rank)
       SELECT ${this.accountOf('k')}, k._query, '${this.element.table}', k._row_key,
         k.statement_id, k.rank
       FROM ${keys} k WHERE TRUE
       ON CONFLICT (account_id, query, table_name, row_key)
       DO UPDATE SET statement_id = excluded.statement_id, rank = excluded.rank
       WHERE excluded.rank > r.rank`,
    );
  }

  /** Of the statements of this input: they are read again, and what they have is decided anew. */
  async forget(): Promise<void> {
    await this.engine.run(
      `DELETE FROM ${this.relation} WHERE table_name = '${this.element.table}'
         AND statement_id IN (SELECT n.statement_id FROM ${INCOMING_COVERAGE} n)`,
    );
  }

  /** Rows of a table that belong to no account have the empty text there. */
  private accountOf(alias: string): string {
    return this.element.ofAccount ? `${alias}.account_id` : "''";
  }
}
