/**
 * Rows of reference elements in few numbers, merged by one statement that carries them: what
 * merge.ts does by temporary tables, without any. The same rule: of each key the newest row
 * stands, in the input and in the table. No I/O.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { keyColumns, tableColumns } from '../../../catalog/table-columns.js';
import { cellText, EXTRA_CELL, KEY_CELL, NUMBER_CELL, type Batch } from '../../../parser/batch.js';
import type { Statement } from '../../../parser/statement.js';
import { noCounts, type TableCounts } from '../../sink.js';
import type { DirectWriter, RowLineage, SqlEngine } from '../engine.js';
import { literalList } from '../ledger/insert-rows.js';
import type { TableTotals } from './control-totals.js';
import { keyOf, sameKey } from './keys.js';
import { compareSums, sumsSql } from './reconcile.js';
import { rankOf } from './spoken.js';

/** Rows that are held as texts; more than these are staged. */
export const MOST_FACTS = 500;

type Engine = Pick<SqlEngine, 'schema' | 'rowDiffers' | 'summableIntegerDigits'> & {
  readonly direct: Pick<DirectWriter, 'relationOf'>;
};

/** The rows of one table. */
export class Facts {
  private readonly texts: string[] = [];
  private readonly columns;
  private readonly keys: readonly string[];
  private readonly target: string;

  constructor(
    private readonly engine: Engine,
    private readonly element: RowElement,
  ) {
    this.columns = tableColumns(element).map(({ name }) => name);
    this.keys = keyColumns(element);
    this.target = `${engine.schema}.${quote(element.table)}`;
  }

  add(batch: Batch, lineage: RowLineage): void {
    for (let row = 0; row < batch.rowCount; row++)
      this.texts.push(this.rowText(batch, row, lineage));
  }

  /** As an object of JSON: what is JSON itself stands in it as it is. */
  private rowText(batch: Batch, row: number, lineage: RowLineage): string {
    const { columns, ofAccount } = this.element;
    const cells = columns.map(({ name, type, attribute }, cell) => {
      const text = cellText(batch, row, cell);
      const unknown = ofAccount && attribute === 'accountId' ? '' : null;
      return type === 'json' && text !== null ? [name, text] : [name, jsonOf(text ?? unknown)];
    });
    const trailing = (which: number): string | null => cellText(batch, row, columns.length + which);
    const all = [
      ...cells,
      ['_row_key', jsonOf(trailing(KEY_CELL))],
      ['_query', jsonOf(lineage.query)],
      ['_statement_id', jsonOf(lineage.statementId)],
      ['_row_number', jsonOf(trailing(NUMBER_CELL))],
      ['_load_id', jsonOf(lineage.loadId)],
      ['_generated_at', jsonOf(lineage.generatedAt)],
      ['_extra', trailing(EXTRA_CELL) ?? 'null'],
    ];
    return `{${all.map(([name, text]) => `${jsonOf(name!)}:${text}`).join(',')}}`;
  }

  /**
   * Two statements: the merge, which says what became of the rows, and the sums that the table has
   * of them after it.
   * @param statements of the input
   */
  statements(statements: Iterable<Statement>, totals: TableTotals): string[] {
    const all = [...statements];
    const ids = literalList(all.map(({ id }) => id));
    return [
      this.mergeSql(all, totals),
      sumsSql(this.engine, `${this.target} t WHERE t._statement_id IN ${ids}`, totals),
    ];
  }

  private mergeSql(statements: readonly Statement[], totals: TableTotals): string {
    const { engine, element, target, keys } = this;
    const names = this.columns.map(quote).join(', ');
    const ranks = statements.map(
      (one) => `(${quoteLiteral(one.id)}, ${quoteLiteral(rankOf(one))})`,
    );
    const updates = this.columns
      .filter((name) => !keys.includes(name))
      .map((name) => `${quote(name)} = excluded.${quote(name)}`);
    const compared = [...element.columns.map(({ name }) => name), '_extra'].map(quote);
    const differs = engine.rowDiffers(compared, 't', 'w');
    return `WITH came AS MATERIALIZED (
        SELECT r.*, n.rank AS "_rank" FROM ${engine.direct.relationOf(element, this.texts)} r
        JOIN (VALUES ${ranks.join(', ')}) n (statement_id, rank) ON n.statement_id = r._statement_id),
      newest AS (
        SELECT DISTINCT ON (${keyOf(keys, 'c')}) c.* FROM came c
        ORDER BY ${keyOf(keys, 'c')}, c."_rank" DESC, c."_place"),
      winners AS MATERIALIZED (
        SELECT s.* FROM newest s WHERE NOT EXISTS (SELECT 1 FROM ${target} t
          JOIN ${engine.schema}.flexetl_coverage c ON c.statement_id = t._statement_id
            AND c.table_name = ${quoteLiteral(element.table)} AND c.mode = 'merge'
          WHERE ${sameKey(keys, 't', 's')} AND c.rank > s."_rank")),
      put AS (
        INSERT INTO ${target} (${names}) SELECT ${names} FROM winners
        ON CONFLICT (${keys.map(quote).join(', ')}) DO UPDATE SET ${updates.join(', ')}),
      counted AS (
        SELECT count(*) AS standing, count(*) FILTER (WHERE t._row_key IS NULL) AS inserted,
          count(*) FILTER (WHERE t._row_key IS NOT NULL AND ${differs}) AS updated
        FROM winners w LEFT JOIN ${target} t ON ${sameKey(keys, 't', 'w')})
      SELECT counted.*, came.*, stand.* FROM counted,
        (${sumsSql(engine, 'came t', totals)}) came, (${sumsSql(engine, 'winners t', totals)}) stand`;
  }

  /**
   * @param merged the row of the first statement
   * @param stored the row of the second
   * @throws FlexError FLEX_CONTROL_TOTAL
   */
  counts(
    [standing, inserted, updated, ...sums]: readonly (string | null)[],
    stored: readonly (string | null)[],
    totals: TableTotals,
  ): TableCounts {
    const { engine, element } = this;
    const half = sums.length / 2;
    compareSums(engine, element, totals, { received: sums.slice(0, half) });
    compareSums(engine, element, totals, { expected: sums.slice(half), stored });
    const parsed = totals.rows;
    const counts = { inserted: Number(inserted), updated: Number(updated) };
    const unchanged = Number(standing) - counts.inserted - counts.updated;
    return { ...noCounts(), parsed, ...counts, unchanged, overruled: parsed - Number(standing) };
  }
}

function jsonOf(text: string | null): string {
  return text === null ? 'null' : JSON.stringify(text);
}
