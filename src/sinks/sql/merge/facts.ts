/**
 * Rows of reference elements in few numbers, merged by one statement that carries them: what
 * merge.ts does by temporary tables, without any. The same rule: of each key the newest row
 * stands, in the input and in the table. No I/O.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { keyColumns, tableColumns } from '../../../catalog/table-columns.js';
import {
  cellStart,
  cellText,
  EXTRA_CELL,
  KEY_CELL,
  NUMBER_CELL,
  type Batch,
} from '../../../parser/batch.js';
import type { Statement } from '../../../parser/statement.js';
import { noCounts, type TableCounts } from '../../sink.js';
import type { DirectWriter, RowLineage, SqlEngine } from '../engine.js';
import { literalList } from '../ledger/insert-rows.js';
import type { TableTotals } from './control-totals.js';
import { heldByNewer, keyOf, sameKey } from './keys.js';
import { replacing, sayDifferent } from './placement.js';
import { compareSums, sumsSql } from './reconcile.js';
import { rankOf } from './spoken.js';

/** Rows that are held in memory, and sent as one text; more than these are staged. */
const MOST_ROWS = 500;
const MOST_BYTES = 256 * 1024;

type Engine = Pick<SqlEngine, 'schema' | 'rowDiffers' | 'summableIntegerDigits'> & {
  readonly direct: Pick<DirectWriter, 'relationOf'>;
};

/** A batch that was kept, with what all its rows have. */
export interface HeldBatch {
  readonly batch: Batch;
  readonly lineage: RowLineage;
}

/** Those of one input. */
export class Facts {
  readonly held: HeldBatch[] = [];
  private rows = 0;
  private bytes = 0;

  constructor(private readonly engine: Engine) {}

  /** @returns false where they would be too many, and the batch is not held */
  add(batch: Batch, lineage: RowLineage): boolean {
    const cells = batch.rowCount * batch.stride;
    const size = cellStart(batch, cells);
    if (this.rows + batch.rowCount > MOST_ROWS || this.bytes + size > MOST_BYTES) return false;
    this.rows += batch.rowCount;
    this.bytes += size;
    // A batch is lent: it is gone when the next one comes.
    const bytes = Buffer.from(batch.bytes.subarray(0, size));
    this.held.push({ batch: { ...batch, bytes, ends: batch.ends.slice(0, cells) }, lineage });
    return true;
  }

  /** @returns undefined where there are none of the element */
  of(element: RowElement): TableFacts | undefined {
    const own = this.held.filter(({ batch }) => batch.element === element);
    return own.length === 0 ? undefined : new TableFacts(this.engine, element, own);
  }
}

/** The rows of one table. */
export class TableFacts {
  private readonly target: string;

  constructor(
    private readonly engine: Engine,
    private readonly element: RowElement,
    private readonly held: readonly HeldBatch[],
  ) {
    this.target = `${engine.schema}.${quote(element.table)}`;
  }

  private texts(): string[] {
    return this.held.flatMap(({ batch, lineage }) =>
      Array.from({ length: batch.rowCount }, (_, row) => this.rowText(batch, row, lineage)),
    );
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
    const { engine, element, target } = this;
    const keys = keyColumns(element);
    const names = tableColumns(element)
      .map(({ name }) => quote(name))
      .join(', ');
    const ranks = statements.map(
      (one) => `(${quoteLiteral(one.id)}, ${quoteLiteral(rankOf(one))})`,
    );
    const differs = sayDifferent(engine, element, 't', 'w');
    return `WITH came AS MATERIALIZED (
        SELECT r.*, n.rank AS "_rank" FROM ${engine.direct.relationOf(element, this.texts())} r
        JOIN (VALUES ${ranks.join(', ')}) n (statement_id, rank) ON n.statement_id = r._statement_id),
      newest AS (
        SELECT DISTINCT ON (${keyOf(keys, 'c')}) c.* FROM came c
        ORDER BY ${keyOf(keys, 'c')}, c."_rank" DESC, c."_place"),
      winners AS MATERIALIZED (
        SELECT s.* FROM newest s WHERE NOT ${heldByNewer(engine, element, 's')}),
      put AS (
        INSERT INTO ${target} (${names}) SELECT ${names} FROM winners
        ${replacing(element)}),
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
