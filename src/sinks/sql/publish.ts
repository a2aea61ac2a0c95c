/**
 * The rules of a load as SQL: which staged rows decide, which older rows they
 * replace. Set-based and portable: no MERGE, no advisory locks. The rules are
 * those of README.md, "What a load means", with their numbers; the reference
 * model in test/laws/model.ts says the same in plain code.
 *
 * Each key has one holder, the newest statement that has it. Its row stands unless
 * a newer statement decides about the place of the row and does not have the key.
 *
 * Temporary tables in play:
 *   flexetl_now      the statements of this input, a row for each table they speak of
 *   stage            the parsed rows of one table
 *   flexetl_beaten   keys of an event of which the newest row is staged and does not stand
 *   flexetl_places   the places of those of them that stand after the load: rows are wide,
 *                    so they are ranked by key and place, and never copied to be weighed
 */
import type { Catalog } from '../../catalog/catalog.js';
import type { RowElement } from '../../catalog/section.js';
import { keyColumns, quoteIdentifier as quote, tableColumns } from '../../catalog/ddl.js';
import { noCounts, type TableCounts } from '../sink.js';
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
const BEATEN = 'flexetl_beaten';
const DOOMED = 'flexetl_doomed';
/** Statements that are named in SQL one by one; beyond, they are asked for. */
const MOST_NAMED = 1_000;

export interface PublishOptions {
  readonly catalog: Catalog;
  readonly mode: 'merge' | 'append' | 'replace';
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
  private readonly removed: string;
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
    this.removed = `${engine.schema}.flexetl_removed`;
    this.deciders = deciders(element, this.coverage, options.catalog);
    this.decidersNow = deciders(element, NOW, options.catalog);
    this.columns = tableColumns(element).map(({ name }) => name);
    this.keys = keyColumns(element);
    const { columns } = this;
    const names = columns.map((name) => `s.${quote(name)}`).join(', ');
    this.winners = `(SELECT ${names} FROM ${this.target} s WHERE FALSE)`;
    if (stage === undefined) return;
    const staged =
      options.mode === 'append' ? sideBySide(element, { relation: stage, columns }) : stage;
    this.winners = `(SELECT ${names} FROM ${staged} s
      WHERE s."_place" IN (SELECT p."_place" FROM ${PLACES} p))`;
  }

  async run(rows: StagedRows | undefined): Promise<TableCounts> {
    if (rows === undefined) {
      const deleted = await this.remove();
      return { ...noCounts(), deleted };
    }
    const { relation, totals } = rows;
    await this.engine.analyze(relation, [...this.keys, '_statement_id', '_day']);
    await this.choose();
    const deleted = await this.remove();
    const changed = await this.compare();
    await this.insert();
    await reconcileTable(this.engine, this.element, this.winners, totals, 'some');
    const { inserted, updated, standing } = changed;
    const parsed = totals.rows;
    const unchanged = standing - inserted - updated;
    return { parsed, inserted, updated, unchanged, overruled: parsed - standing, deleted };
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

  /** merge: keeps the newest row of each key, where no newer statement has the key or its place. */
  private async weigh(): Promise<void> {
    // By key alone, whatever the window: no day of theirs is decided about.
    const byKey = this.element.grain === 'reference';
    if (!byKey) await this.make(OVERRULED, this.overruled());
    const stands = `NOT s."_overruled" AND NOT ${this.hasNewer('s')} AND NOT ${this.wasRemoved('s')}`;
    await this.make(PLACES, `SELECT s."_place" FROM ${this.newest(byKey)} WHERE ${stands}`);
    if (this.element.grain !== 'event') return;
    await this.make(
      BEATEN,
      `SELECT ${this.keyOf('s')}, s."_statement_id" AS statement_id, s."_rank" AS rank
       FROM ${this.newest(false)} WHERE s."_overruled" AND NOT ${this.hasNewer('s')}`,
    );
  }

  /** Relation `s` of the newest staged row of each key, and whether its place is decided about. */
  private newest(byKey: boolean): string {
    const overruled = byKey ? 'FALSE' : 'o.statement_id IS NOT NULL';
    return `(SELECT * FROM (
         SELECT s."_place", s."_statement_id", ${this.keyOf('s')}, n.rank AS "_rank",
           ${overruled} AS "_overruled", row_number() OVER
           (PARTITION BY ${this.keyOf('s')} ORDER BY n.rank DESC, s."_place") AS "_turn"
         FROM ${this.stage} s
         JOIN ${NOW} n ON n.statement_id = s._statement_id AND n.table_name = ${this.part('s')}
         ${byKey ? '' : `LEFT JOIN ${OVERRULED} o ON ${isAt('o', this.element, 's')}`}
       ) s WHERE s."_turn" = 1) s`;
  }

  /** Condition: the table holds the key of a staged row by a newer statement. */
  private hasNewer(alias: string): string {
    return `EXISTS (SELECT 1 FROM ${this.target} t
      JOIN ${this.coverage} c ON c.statement_id = t._statement_id
        AND c.table_name = ${this.part('t')} AND c.mode = 'merge'
      WHERE ${this.sameKey('t', alias)} AND c.rank > ${alias}."_rank")`;
  }

  /** Condition: a newer statement had the key of a staged row, and its row has been removed since. */
  private wasRemoved(alias: string): string {
    if (this.element.grain !== 'event') return 'FALSE';
    return `EXISTS (SELECT 1 FROM ${this.removed} r
      WHERE ${this.isRemoved('r', alias)} AND r.rank > ${alias}."_rank")`;
  }

  /** Statements of this input, by day, that a newer statement overrules. */
  private overruled(): string {
    return `SELECT d.*
      FROM (SELECT DISTINCT ${whereabouts(this.element, 's', 'n')} FROM ${this.stage} s
        JOIN ${NOW} n ON n.statement_id = s._statement_id AND n.table_name = ${this.part('s')}) d
      JOIN ${NOW} n ON n.statement_id = d.statement_id AND n.table_name = ${this.part('d')}
      WHERE EXISTS (SELECT 1 FROM ${this.deciders} c
        WHERE c.account_id = n.account_id AND c.query = n.query
          AND c.table_name = ${this.part('d')} AND c.mode = 'merge' AND c.rank > n.rank
          AND ${covers(this.element.grain, 'c', 'n', 'd')})`;
  }

  /** Rows that are in the table and do not stand any more. @returns how many */
  private async remove(): Promise<number> {
    const { mode, repeated } = this.options;
    let deleted = 0;
    const again = this.statementsNow('t', this.decidersNow);
    if (mode !== 'append' && this.element.grain === 'event') {
      if (repeated) await this.forget();
      if (this.stage !== undefined) deleted += await this.removeBeaten();
    }
    if (mode !== 'append' && this.element.grain !== 'reference') deleted += await this.overrule();
    if (repeated) deleted += await this.delete(`t._statement_id IN (${again})`);
    return deleted;
  }

  /** What a statement had that is read again is decided anew. */
  private async forget(): Promise<void> {
    await this.engine.run(
      `DELETE FROM ${this.removed} WHERE table_name = '${this.element.table}'
         AND statement_id IN (SELECT n.statement_id FROM ${NOW} n)`,
    );
  }

  /** Rows of which the input has a newer one that does not stand. */
  private async removeBeaten(): Promise<number> {
    await this.remember(BEATEN);
    return this.engine.run(
      `DELETE FROM ${this.target} AS t
       WHERE EXISTS (SELECT 1 FROM ${BEATEN} b WHERE ${this.sameKey('t', 'b')})`,
    );
  }

  /** Keeps keys of events that are gone: an older statement that is loaded later has lost them, too. */
  private async remember(keys: string): Promise<void> {
    const account = this.element.ofAccount ? 'k.account_id' : "''";
    await this.engine.run(
      `INSERT INTO ${this.removed} AS r
         (account_id, query, table_name, row_key, statement_id, rank)
       SELECT ${account}, k._query, '${this.element.table}', k._row_key, k.statement_id, k.rank
       FROM ${keys} k WHERE TRUE
       ON CONFLICT (account_id, query, table_name, row_key)
       DO UPDATE SET statement_id = excluded.statement_id, rank = excluded.rank
       WHERE excluded.rank > r.rank`,
    );
  }

  /** Removes older rows that this input decides about and does not have. */
  private async overrule(): Promise<number> {
    const older = await this.olderStatements();
    if (older === undefined) return 0;
    await this.make(
      REMOVABLE,
      `SELECT d.*, c.rank
       FROM (SELECT DISTINCT ${whereabouts(this.element, 't', 'c')} FROM ${this.target} t
         JOIN ${this.coverage} c ON c.statement_id = t._statement_id
           AND c.table_name = ${this.part('t')} AND c.mode = 'merge'
         WHERE t._statement_id IN (${older})) d
       JOIN ${this.coverage} c ON c.statement_id = d.statement_id
         AND c.table_name = ${this.part('d')} AND c.mode = 'merge'
       WHERE EXISTS (SELECT 1 FROM ${this.decidersNow} n
         WHERE n.account_id = c.account_id AND n.query = c.query
           AND n.table_name = ${this.part('d')} AND n.rank > c.rank
           AND ${covers(this.element.grain, 'n', 'c', 'd')})`,
    );
    const removable = `t._statement_id IN (${older})`;
    if (this.element.grain !== 'event') {
      return this.delete(
        `${removable} AND EXISTS (SELECT 1 FROM ${REMOVABLE} r
           WHERE ${isAt('r', this.element, 't')})`,
      );
    }
    await this.make(
      DOOMED,
      `SELECT ${this.keyOf('t')}, r.statement_id, r.rank FROM ${this.target} t
       JOIN ${REMOVABLE} r ON ${isAt('r', this.element, 't')}
       WHERE ${removable} AND ${this.isOurs()}`,
    );
    await this.remember(DOOMED);
    return this.delete(
      `${removable} AND EXISTS (SELECT 1 FROM ${DOOMED} d WHERE ${this.sameKey('t', 'd')})`,
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
    return this.engine.run(`DELETE FROM ${this.target} AS t WHERE ${which} AND ${this.isOurs()}`);
  }

  /** Condition: a row `t` was loaded in this way, and does not stand by this input. */
  private isOurs(): string {
    return `${this.options.mode === 'append' ? '' : 'NOT '}(${isAppended('t')})
      AND NOT EXISTS (SELECT 1 FROM ${this.winners} w WHERE ${this.sameKey('t', 'w')})`;
  }

  /** Condition: `removed` has the key of a row. */
  private isRemoved(removed: string, alias: string): string {
    const account = this.element.ofAccount ? `${alias}.account_id` : "''";
    return `${removed}.account_id = ${account} AND ${removed}.query = ${alias}._query
      AND ${removed}.table_name = '${this.element.table}' AND ${removed}.row_key = ${alias}._row_key`;
  }

  /** How many winners there are, are new, and change a row that was there before. */
  private async compare(): Promise<{ standing: number; inserted: number; updated: number }> {
    const { repeated } = this.options;
    // What nothing competes with was inserted first: that is not a row from before.
    const before =
      repeated || this.element.grain === 'reference'
        ? 'TRUE'
        : `t._statement_id NOT IN (${this.statementsNow('t')})`;
    const [counts] = await this.engine.rows(
      `SELECT count(*) AS standing,
         count(*) FILTER (WHERE t._row_key IS NULL) AS inserted,
         count(*) FILTER (WHERE t._row_key IS NOT NULL AND ${this.differs()} AND ${before}) AS updated
       FROM ${this.winners} w LEFT JOIN ${this.target} t ON ${this.sameKey('t', 'w')}`,
    );
    const { standing, inserted, updated } = counts!;
    return { standing: Number(standing), inserted: Number(inserted), updated: Number(updated) };
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
