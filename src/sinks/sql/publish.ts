/**
 * The six rules of a load as SQL: which staged rows decide, which older rows
 * they replace. Set-based and portable: no MERGE, no advisory locks. The words
 * are those of ARCHITECTURE.md, "What a load means"; the reference model in
 * test/laws/model.ts says the same in plain code.
 *
 * Temporary tables in play, all made by sql-loading.ts:
 *   flexetl_now      the statements of this input, a row for each table they speak of
 *   stage            the parsed rows of one table
 *   flexetl_places   the places of those of them that stand after the load: rows are wide,
 *                    so they are ranked by key and place, and never copied to be weighed
 */
import type { Catalog } from '../../catalog/catalog.js';
import type { RowElement } from '../../catalog/section.js';
import { keyColumns, quoteIdentifier as quote, tableColumns } from '../../catalog/ddl.js';
import type { TableCounts } from '../sink.js';
import { covers, isAt, mayCover, whereabouts } from './covers.js';
import type { SqlEngine } from './engine.js';
import { NOW } from './ledger.js';
import { deciders, isPartOf, partOfRow } from './parts.js';
import { reconcileTable } from './reconcile.js';
import { isAppended, sideBySide } from './side-by-side.js';
import { dropTemporary, makeTemporary } from './temporary.js';
import type { StagedRows } from './totals.js';

const PLACES = 'flexetl_places';
const OVERRULED = 'flexetl_overruled';
const REMOVABLE = 'flexetl_removable';
/** Statements that are named in SQL one by one; beyond, they are asked for. */
const MOST_NAMED = 1_000;

export interface PublishOptions {
  readonly catalog: Catalog;
  readonly mode: 'merge' | 'append' | 'replace';
  readonly timezone: string;
  /** Whether a statement of the input has been published before: see repeatedTables. */
  readonly repeated: boolean;
}

/**
 * Publishes the staged rows of one table.
 * @param rows undefined where there are none
 * @returns what became of them
 */
export async function publishTable(
  engine: SqlEngine,
  element: RowElement,
  rows: StagedRows | undefined,
  options: PublishOptions,
): Promise<TableCounts> {
  const publication = new Publication(engine, element, rows?.relation, options);
  const counts = await publication.run(rows);
  // After an error the transaction is undone, and these tables with it.
  await publication.clear();
  return counts;
}

/** The steps for one table; verify.ts takes the first of them, and changes nothing. */
export class Publication {
  private readonly coverage: string;
  /** Relations of the statements that may decide about rows: all, and those of this input. */
  private readonly deciders: string;
  private readonly decidersNow: string;
  private readonly columns: readonly string[];
  private readonly keys: readonly string[];
  private readonly made: string[] = [];
  /** Relation of the rows that stand after the load; to be read once they are chosen. */
  readonly winners: string;

  constructor(
    private readonly engine: SqlEngine,
    private readonly element: RowElement,
    /** undefined where the input has no rows for the table. */
    private readonly stage: string | undefined,
    private readonly options: PublishOptions,
    private readonly target = `${engine.schema}.${quote(element.table)}`,
  ) {
    this.coverage = `${engine.schema}.flexetl_coverage`;
    this.deciders = deciders(element, this.coverage, options.catalog);
    this.decidersNow = deciders(element, NOW, options.catalog);
    this.columns = tableColumns(element).map(({ name }) => name);
    this.keys = keyColumns(element);
    const names = this.columns.map((name) => `s.${quote(name)}`).join(', ');
    const { columns } = this;
    if (stage === undefined) {
      this.winners = `(SELECT ${names} FROM ${this.target} s WHERE FALSE)`;
      return;
    }
    const staged =
      options.mode === 'append' ? sideBySide(element, { relation: stage, columns }) : stage;
    this.winners = `(SELECT ${names} FROM ${staged} s
      WHERE s."_place" IN (SELECT p."_place" FROM ${PLACES} p))`;
  }

  async run(rows: StagedRows | undefined): Promise<TableCounts> {
    if (rows === undefined) {
      const deleted = await this.remove();
      return { parsed: 0, inserted: 0, updated: 0, deleted, unchanged: 0 };
    }
    const { relation, totals } = rows;
    await this.engine.analyze(relation, [...this.keys, '_statement_id', '_day']);
    await this.choose();
    const deleted = await this.remove();
    const changed = await this.compare();
    await this.insert();
    await reconcileTable(this.engine, this.element, this.winners, totals, 'some');
    const { inserted, updated } = changed;
    const unchanged = totals.rows - inserted - updated;
    return { parsed: totals.rows, inserted, updated, deleted, unchanged };
  }

  async clear(): Promise<void> {
    for (const table of this.made) await dropTemporary(this.engine, table);
  }

  /** Decides which of the staged rows stand. */
  async choose(): Promise<void> {
    if (this.options.mode === 'append') await this.standSideBySide();
    else await this.weigh();
    await this.engine.analyze(PLACES, ['_place']);
  }

  /** append: all of them; a statement that stands twice in the input is one statement. */
  private async standSideBySide(): Promise<void> {
    await this.make(
      PLACES,
      `SELECT min(s."_place") AS "_place" FROM ${this.stage} s
       WHERE s._statement_id IN (${this.statementsNow('s')})
       GROUP BY s._statement_id, ${this.keyOf('s')}`,
    );
  }

  /** merge: leaves out rows that a newer statement overrules, then keeps one row a key. */
  private async weigh(): Promise<void> {
    // By key alone, whatever the window: no day of theirs is decided about.
    const byKey = this.element.grain === 'reference';
    if (!byKey) await this.make(OVERRULED, this.overruled());
    const overruled = `EXISTS (SELECT 1 FROM ${OVERRULED} o
      WHERE ${isAt('o', this.element, 's', this.options.timezone)})`;
    await this.make(
      PLACES,
      `SELECT s."_place" FROM (
         SELECT s."_place", ${this.keyOf('s')}, n.rank AS "_rank", row_number() OVER
           (PARTITION BY ${this.keyOf('s')} ORDER BY n.rank DESC, s."_place") AS "_turn"
         FROM ${this.stage} s
         JOIN ${NOW} n ON n.statement_id = s._statement_id AND n.table_name = ${this.part('s')}
         WHERE ${byKey ? 'TRUE' : `NOT ${overruled}`}
       ) s
       WHERE s."_turn" = 1
         AND NOT EXISTS (SELECT 1 FROM ${this.target} t
           JOIN ${this.coverage} c ON c.statement_id = t._statement_id
             AND c.table_name = ${this.part('t')} AND c.mode = 'merge'
           WHERE ${this.sameKey('t', 's')} AND c.rank > s."_rank")`,
    );
  }

  /** Statements of this input, by day, that a newer statement overrules. */
  private overruled(): string {
    const { timezone } = this.options;
    return `SELECT d.*
      FROM (SELECT DISTINCT ${whereabouts(this.element, 's', timezone)} FROM ${this.stage} s) d
      JOIN ${NOW} n ON n.statement_id = d.statement_id AND n.table_name = ${this.part('d')}
      WHERE EXISTS (SELECT 1 FROM ${this.deciders} c
        WHERE c.account_id = n.account_id AND c.query = n.query
          AND c.table_name = ${this.part('d')} AND c.mode = 'merge' AND c.rank > n.rank
          AND ${covers(this.element.grain, 'c', 'n', 'd.day')})`;
  }

  /** Rows that are in the table and do not stand any more. @returns how many */
  private async remove(): Promise<number> {
    const { mode, repeated } = this.options;
    let deleted = 0;
    if (mode !== 'append' && this.element.grain !== 'reference') deleted += await this.overrule();
    const again = this.statementsNow('t', this.decidersNow);
    if (repeated) deleted += await this.delete(`t._statement_id IN (${again})`);
    return deleted;
  }

  /** Removes older rows that this input decides about and does not have. */
  private async overrule(): Promise<number> {
    const { timezone } = this.options;
    const older = await this.olderStatements();
    if (older === undefined) return 0;
    await this.make(
      REMOVABLE,
      `SELECT d.*
       FROM (SELECT DISTINCT ${whereabouts(this.element, 't', timezone)}
         FROM ${this.target} t WHERE t._statement_id IN (${older})) d
       JOIN ${this.coverage} c ON c.statement_id = d.statement_id
         AND c.table_name = ${this.part('d')} AND c.mode = 'merge'
       WHERE EXISTS (SELECT 1 FROM ${this.decidersNow} n
         WHERE n.account_id = c.account_id AND n.query = c.query
           AND n.table_name = ${this.part('d')} AND n.rank > c.rank
           AND ${covers(this.element.grain, 'n', 'c', 'd.day')})`,
    );
    return this.delete(
      `t._statement_id IN (${older}) AND EXISTS (SELECT 1 FROM ${REMOVABLE} r
         WHERE ${isAt('r', this.element, 't', timezone)})`,
    );
  }

  /**
   * The merged statements that this input may decide about. Where they are not too many they
   * are named, so that a database sees how few of its rows are theirs.
   * @returns a list or a query for IN; undefined where there are none
   */
  private async olderStatements(): Promise<string | undefined> {
    const query = `SELECT DISTINCT c.statement_id FROM ${this.coverage} c
      JOIN ${this.decidersNow} n ON n.account_id = c.account_id AND n.query = c.query
        AND n.table_name = c.table_name AND n.rank > c.rank
      WHERE ${isPartOf(this.element, 'c.table_name')} AND c.mode = 'merge'
        AND ${mayCover(this.element.grain, 'n', 'c')}`;
    const rows = await this.engine.rows(`${query} LIMIT ${MOST_NAMED + 1}`);
    if (rows.length === 0) return undefined;
    if (rows.length > MOST_NAMED) return query;
    return rows.map((row) => `'${row['statement_id']!.replaceAll("'", "''")}'`).join(', ');
  }

  /** Removes rows of the table, but for those that stand; those of append are not merge's to remove. */
  private async delete(which: string): Promise<number> {
    return this.engine.run(
      `DELETE FROM ${this.target} AS t
       WHERE ${which}
         AND ${this.options.mode === 'append' ? '' : 'NOT '}(${isAppended('t')})
         AND NOT EXISTS (SELECT 1 FROM ${this.winners} w WHERE ${this.sameKey('t', 'w')})`,
    );
  }

  /** How many winners are new, and how many change a row that was there before. */
  private async compare(): Promise<{ inserted: number; updated: number }> {
    const { repeated } = this.options;
    // What nothing competes with was inserted first: that is not a row from before.
    const before =
      repeated || this.element.grain === 'reference'
        ? 'TRUE'
        : `t._statement_id NOT IN (${this.statementsNow('t')})`;
    const [counts] = await this.engine.rows(
      `SELECT
         count(*) FILTER (WHERE t._row_key IS NULL) AS inserted,
         count(*) FILTER (WHERE t._row_key IS NOT NULL AND ${this.differs()} AND ${before}) AS updated
       FROM ${this.winners} w LEFT JOIN ${this.target} t ON ${this.sameKey('t', 'w')}`,
    );
    return { inserted: Number(counts!['inserted']), updated: Number(counts!['updated']) };
  }

  /** Whether row `t` says anything else than row `w`. */
  private differs(): string {
    const names = [...this.element.columns.map(({ name }) => name), '_extra'].map(quote);
    if (this.engine.dialect === 'postgres') {
      const row = (alias: string): string => names.map((name) => `${alias}.${name}`).join(', ');
      return `(ROW(${row('t')}) IS DISTINCT FROM ROW(${row('w')}))`;
    }
    // DuckDB compares JSON as text, and has no row comparison over unnamed fields of that width.
    return `(${names.map((name) => `t.${name} IS DISTINCT FROM w.${name}`).join(' OR ')})`;
  }

  private async insert(): Promise<void> {
    const names = this.columns.map((name) => quote(name)).join(', ');
    const updates = this.columns
      .filter((name) => !this.keys.includes(name))
      .map((name) => `${quote(name)} = excluded.${quote(name)}`);
    // A row that its own statement has brought before is not written again.
    const isNew = this.options.repeated
      ? `NOT EXISTS (SELECT 1 FROM ${this.target} t
           WHERE ${this.sameKey('t', 'w')} AND t._statement_id = w._statement_id
             AND t._generated_at IS NOT DISTINCT FROM w._generated_at
             AND t._row_number IS NOT DISTINCT FROM w._row_number AND NOT ${this.differs()})`
      : 'TRUE';
    await this.engine.run(
      `INSERT INTO ${this.target} (${names})
       SELECT ${names} FROM ${this.winners} w WHERE ${isNew}
       ON CONFLICT (${this.keys.map((name) => quote(name)).join(', ')})
       DO UPDATE SET ${updates.join(', ')}`,
    );
  }

  /** The statements of this input that speak of the part that a row is of. */
  private statementsNow(alias: string, now: string = NOW): string {
    return `SELECT n.statement_id FROM ${now} n WHERE n.table_name = ${this.part(alias)}`;
  }

  /** The part that a row is of, as coverage names it. */
  private part(alias: string): string {
    return partOfRow(this.element, alias);
  }

  private keyOf(alias: string): string {
    return this.keys.map((name) => `${alias}.${quote(name)}`).join(', ');
  }

  private sameKey(left: string, right: string): string {
    return this.keys
      .map((name) => `${left}.${quote(name)} = ${right}.${quote(name)}`)
      .join(' AND ');
  }

  private async make(table: string, select: string): Promise<void> {
    await makeTemporary(this.engine, table, select);
    this.made.push(table);
  }
}
