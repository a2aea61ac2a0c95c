/**
 * Rows of reference elements in few numbers, merged by one statement that carries them: what
 * merge.ts does by temporary tables, without any. The same rule: of each key the newest row
 * stands, in the input and in the table. No I/O.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { keyColumns, tableColumns, type TableColumn } from '../../../catalog/table-columns.js';
import {
  cellText,
  EXTRA_CELL,
  heldBatch,
  KEY_CELL,
  NUMBER_CELL,
  type Batch,
} from '../../../parser/batch.js';
import type { Statement } from '../../../parser/statement.js';
import { noCounts, type TableCounts } from '../../sink.js';
import type { DirectWriter, RowLineage, SqlEngine } from '../engine.js';
import { partOfRow } from '../ledger/coverage-key.js';
import { literalList } from '../ledger/insert-rows.js';
import type { TableTotals } from './control-totals.js';
import { sameKey } from './keys.js';
import { replacing } from './placement.js';
import { compareSums, sumsOf, sumsSql } from './reconcile.js';
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

/** Whether a row is the newest of its key among those of the input. */
const NEWEST = { name: '_newest', type: 'boolean' } as const;

/** Those of one input. */
export class Facts {
  readonly held: HeldBatch[] = [];
  private rows = 0;
  private bytes = 0;

  constructor(private readonly engine: Engine) {}

  /** @returns false where they would be too many, and the batch is not held */
  add(batch: Batch, lineage: RowLineage): boolean {
    const size = batch.bytes.length;
    if (this.rows + batch.rowCount > MOST_ROWS || this.bytes + size > MOST_BYTES) return false;
    this.rows += batch.rowCount;
    this.bytes += size;
    // A batch is lent: it is gone when the next one comes.
    this.held.push({ batch: heldBatch(batch), lineage });
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
  /** Places of the columns that a row has a value for: of others no row says anything. */
  private readonly places: readonly number[];
  /** Of these, the names as JSON has them before a value. */
  private readonly labels: readonly string[];
  private readonly accountSlot: number;

  constructor(
    private readonly engine: Engine,
    private readonly element: RowElement,
    private readonly held: readonly HeldBatch[],
  ) {
    this.target = `${engine.schema}.${quote(element.table)}`;
    const { columns, ofAccount } = element;
    this.accountSlot = columns.findIndex(({ attribute }) => attribute === 'accountId');
    this.places = [...columns.keys()].filter(
      (place) =>
        (ofAccount && place === this.accountSlot) ||
        held.some(({ batch }) => hasValue(batch, place)),
    );
    this.labels = this.places.map((place) => `${JSON.stringify(columns[place]!.name)}:`);
  }

  /** The columns of the rows that are sent. */
  private get columns(): TableColumn[] {
    const all = tableColumns(this.element);
    return [...this.places.map((place) => all[place]!), ...all.slice(this.element.columns.length)];
  }

  /** @param ranks of the statements of the input, by id */
  private texts(ranks: ReadonlyMap<string, string>): string[] {
    const newest = new Map<string, { readonly rank: string; readonly at: number }>();
    let at = 0;
    for (const { batch, lineage } of this.held) {
      const rank = ranks.get(lineage.statementId)!;
      for (let row = 0; row < batch.rowCount; row++, at++) {
        const key = this.keyText(batch, row);
        const other = newest.get(key);
        if (other === undefined || rank > other.rank) newest.set(key, { rank, at });
      }
    }
    const chosen = new Set(Array.from(newest.values(), (one) => one.at));
    const texts: string[] = [];
    for (const held of this.held) {
      const constant = lineageText(held.lineage);
      for (let row = 0; row < held.batch.rowCount; row++) {
        const isNewest = chosen.has(texts.length);
        texts.push(this.rowText(held.batch, row, `${constant},"${NEWEST.name}":${isNewest}`));
      }
    }
    return texts;
  }

  /** XML has no NUL. */
  private keyText(batch: Batch, row: number): string {
    const { columns, ofAccount } = this.element;
    const { accountSlot } = this;
    const of = ofAccount ? (cellText(batch, row, accountSlot) ?? '') : '';
    return `${of}\0${cellText(batch, row, columns.length + KEY_CELL)}`;
  }

  /**
   * As an object of JSON: what is JSON itself stands in it as it is.
   * @param constant what all rows of its batch have
   */
  private rowText(batch: Batch, row: number, constant: string): string {
    const { columns, ofAccount } = this.element;
    let text = '{';
    this.places.forEach((place, index) => {
      const unknown = ofAccount && place === this.accountSlot ? '' : null;
      const value = cellText(batch, row, place) ?? unknown;
      if (value === null) return;
      const { type } = columns[place]!;
      text += `${this.labels[index]!}${type === 'json' ? value : JSON.stringify(value)},`;
    });
    const trailing = (which: number): string | null => cellText(batch, row, columns.length + which);
    const key = JSON.stringify(trailing(KEY_CELL));
    const extra = trailing(EXTRA_CELL) ?? 'null';
    return `${text}"_row_key":${key},"_row_number":"${trailing(NUMBER_CELL)!}","_extra":${extra},${constant}}`;
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
    const { columns } = this;
    const names = columns.map(({ name }) => quote(name)).join(', ');
    const ranks = new Map(statements.map((one) => [one.id, rankOf(one)]));
    const rows = engine.direct.relationOf([...columns, NEWEST], this.texts(ranks));
    const sums = [sumsOf(engine, totals), sumsOf(engine, totals, 't."_stands"')];
    return `WITH met AS MATERIALIZED (
        SELECT w.*, t._row_key IS NULL AS "_fresh", ${this.differs('t', 'w')} AS "_differs",
          w."_newest" AND c.rank IS NULL AS "_stands"
        FROM ${rows} w LEFT JOIN ${target} t ON ${sameKey(keys, 't', 'w')}
        LEFT JOIN ${engine.schema}.flexetl_coverage c ON c.statement_id = t._statement_id
          AND c.table_name = ${partOfRow(element, 't')} AND c.mode = 'merge'
          AND c.rank > ${rankSql(ranks, 'w')}),
      put AS (
        INSERT INTO ${target} (${names}) SELECT ${names} FROM met w WHERE w."_stands"
        ${replacing(element)})
      SELECT count(*) FILTER (WHERE t."_stands" AND t."_fresh"),
        count(*) FILTER (WHERE t."_stands" AND NOT t."_fresh" AND t."_differs"),
        ${sums.join(', ')} FROM met t`;
  }

  /** Condition: row `t` of the table and row `w` of those that came say different things. */
  private differs(t: string, w: string): string {
    const { columns } = this.element;
    const came = new Set(this.places);
    const names = [...this.places.map((place) => columns[place]!.name), '_extra'].map(quote);
    const others = [...columns.keys()]
      .filter((place) => !came.has(place))
      .map((place) => `${t}.${quote(columns[place]!.name)}`);
    const differ = this.engine.rowDiffers(names, t, w);
    return others.length === 0 ? differ : `(${differ} OR NOT ROW(${others.join(', ')}) IS NULL)`;
  }

  /**
   * @param merged the row of the first statement
   * @param stored the row of the second
   * @throws FlexError FLEX_CONTROL_TOTAL
   */
  counts(
    [inserted, updated, ...sums]: readonly (string | null)[],
    stored: readonly (string | null)[],
    totals: TableTotals,
  ): TableCounts {
    const { engine, element } = this;
    const half = sums.length / 2;
    const standing = Number(sums[half]);
    compareSums(engine, element, totals, { received: sums.slice(0, half) });
    compareSums(engine, element, totals, { expected: sums.slice(half), stored });
    const parsed = totals.rows;
    const counts = { inserted: Number(inserted), updated: Number(updated) };
    const unchanged = standing - counts.inserted - counts.updated;
    return { ...noCounts(), parsed, ...counts, unchanged, overruled: parsed - standing };
  }
}

/** SQL of the rank of a row's statement. */
function rankSql(ranks: ReadonlyMap<string, string>, alias: string): string {
  const cases = [...ranks].map(
    ([id, rank]) => `WHEN ${quoteLiteral(id)} THEN ${quoteLiteral(rank)}`,
  );
  return `CASE ${alias}._statement_id ${cases.join(' ')} END`;
}

function hasValue({ ends, stride, rowCount }: Batch, place: number): boolean {
  for (let row = 0; row < rowCount; row++) if (ends[row * stride + place]! >= 0) return true;
  return false;
}

/** What all rows of a statement have, as members of an object of JSON. */
function lineageText({ query, statementId, loadId, generatedAt }: RowLineage): string {
  const members = {
    _query: query,
    _statement_id: statementId,
    _load_id: loadId,
    _generated_at: generatedAt,
  };
  return Object.entries(members)
    .map(([name, value]) => `"${name}":${JSON.stringify(value)}`)
    .join(',');
}
