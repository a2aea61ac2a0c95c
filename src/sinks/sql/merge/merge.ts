/**
 * The rules of a load as SQL: which staged rows decide, which older rows they
 * replace. Set-based and portable: no MERGE, no advisory locks. The rules are
 * those of docs/merge-rules.md, by their numbers; the reference
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
import type { Catalog } from '../../../catalog/catalog.js';
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { keyColumns, tableColumns } from '../../../catalog/table-columns.js';
import { noCounts, type TableCounts } from '../../sink.js';
import { dropTemporary, makeTemporary, type SqlEngine } from '../engine.js';
import { deciders, isPartOf, partOfRow } from '../ledger/coverage-key.js';
import type { StagedRows } from './control-totals.js';
import { covers, samePlacement, mayCover, placementColumns } from './deciders.js';
import { heldByNewer, appended, isAppended, keyOf, sameKey } from './keys.js';
import { Placement } from './placement.js';
import { reconcileTable } from './reconcile.js';
import { RemovedKeys } from './removed-keys.js';
import { INCOMING_COVERAGE } from './spoken.js';

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
  const publication = new TableMerge(engine, element, rows?.relation, options);
  const counts = await publication.run(rows);
  // After an error the transaction is undone, and these tables with it.
  await publication.clear();
  return counts;
}

/** The steps for one table; verify.ts takes the first of them, and changes nothing. */
export class TableMerge {
  private readonly coverage: string;
  private readonly removed: RemovedKeys;
  /** Relations of the statements that may decide about rows: all, and those of this input. */
  private readonly deciders: string;
  private readonly decidersNow: string;
  private readonly keys: readonly string[];
  private readonly made: string[] = [];
  /** Whether there are newest rows of keys that do not stand. */
  private hasBeaten = false;
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
    this.removed = new RemovedKeys(engine, element);
    this.deciders = deciders(element, this.coverage, options.catalog);
    this.decidersNow = deciders(element, INCOMING_COVERAGE, options.catalog);
    const columns = tableColumns(element).map(({ name }) => name);
    this.keys = keyColumns(element);
    const names = columns.map((name) => `s.${quote(name)}`).join(', ');
    this.winners = `(SELECT ${names} FROM ${this.target} s WHERE FALSE)`;
    if (stage === undefined) return;
    const staged =
      options.mode === 'append' ? appended(element, { relation: stage, columns }) : stage;
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
    const { engine, element, target, winners } = this;
    const parsed = totals.rows;
    const reading = { ...this.options, rows: parsed };
    const placement = new Placement(engine, element, target, winners, reading);
    const { inserted, updated, standing } = await placement.count(this.statementsNow('t'));
    await placement.write();
    await reconcileTable(engine, element, winners, totals, standing);
    const unchanged = standing - inserted - updated;
    return { parsed, inserted, updated, unchanged, overruled: parsed - standing, deleted };
  }

  async clear(): Promise<void> {
    for (const table of this.made) await dropTemporary(this.engine, table);
  }

  /** Decides which of the staged rows stand. */
  async choose(): Promise<void> {
    if (this.options.mode === 'append') await this.appendRows();
    else await this.mergeRows();
    await this.engine.analyze(PLACES, ['_place']);
  }

  /** append: all of them; a statement that stands twice in the input is one statement. */
  private async appendRows(): Promise<void> {
    await this.make(
      PLACES,
      `SELECT min(s."_place") AS "_place" FROM ${this.stage} s
       WHERE s._statement_id IN (${this.statementsNow('s')})
       GROUP BY s._statement_id, ${keyOf(this.keys, 's')}`,
    );
  }

  /** merge: keeps the newest row of each key, where no newer statement has the key or its place. */
  private async mergeRows(): Promise<void> {
    // By key alone, whatever the window: no day of theirs is decided about.
    const byKey = this.element.grain === 'reference';
    if (!byKey) await this.make(OVERRULED, this.overruled());
    const stands = `NOT s."_overruled" AND NOT ${this.hasNewer('s')} AND NOT ${this.removed.hasNewer('s')}`;
    await this.make(PLACES, `SELECT s."_place" FROM ${this.newest(byKey)} WHERE ${stands}`);
    const beats = this.element.grain === 'event' && (await this.isAnyOverruled());
    if (!beats) return;
    this.hasBeaten = true;
    await this.make(
      BEATEN,
      `SELECT ${keyOf(this.keys, 's')}, s."_statement_id" AS statement_id, s."_rank" AS rank
       FROM ${this.newest(false)} WHERE s."_overruled" AND NOT ${this.hasNewer('s')}`,
    );
  }

  private async isAnyOverruled(): Promise<boolean> {
    const rows = await this.engine.rows(`SELECT 1 AS found FROM ${OVERRULED} LIMIT 1`);
    return rows.length > 0;
  }

  /** Relation `s` of the newest staged row of each key, and whether its place is decided about. */
  private newest(byKey: boolean): string {
    const overruled = byKey ? 'FALSE' : 'o.statement_id IS NOT NULL';
    return `(SELECT * FROM (
         SELECT s."_place", s."_statement_id", ${keyOf(this.keys, 's')}, n.rank AS "_rank",
           ${overruled} AS "_overruled", row_number() OVER
           (PARTITION BY ${keyOf(this.keys, 's')} ORDER BY n.rank DESC, s."_place") AS "_turn"
         FROM ${this.stage} s
         JOIN ${INCOMING_COVERAGE} n ON n.statement_id = s._statement_id AND n.table_name = ${this.part('s')}
         ${byKey ? '' : `LEFT JOIN ${OVERRULED} o ON ${samePlacement('o', this.element, 's')}`}
       ) s WHERE s."_turn" = 1) s`;
  }

  /** Condition: the table holds the key of a staged row by a newer statement. */
  private hasNewer(alias: string): string {
    return heldByNewer(this.engine, this.element, alias, this.target);
  }

  /** Statements of this input, by day, that a newer statement overrules. */
  private overruled(): string {
    return `SELECT d.*
      FROM (SELECT DISTINCT ${placementColumns(this.element, 's', 'n')} FROM ${this.stage} s
        JOIN ${INCOMING_COVERAGE} n ON n.statement_id = s._statement_id AND n.table_name = ${this.part('s')}) d
      JOIN ${INCOMING_COVERAGE} n ON n.statement_id = d.statement_id AND n.table_name = ${this.part('d')}
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
      if (repeated) await this.removed.forget();
      if (this.hasBeaten) deleted += await this.removeBeaten();
    }
    if (mode !== 'append' && this.element.grain !== 'reference') deleted += await this.overrule();
    if (repeated) deleted += await this.delete(`t._statement_id IN (${again})`);
    return deleted;
  }

  /** Rows of which the input has a newer one that does not stand. */
  private async removeBeaten(): Promise<number> {
    await this.removed.remember(BEATEN);
    return this.engine.run(
      `DELETE FROM ${this.target} AS t
       WHERE EXISTS (SELECT 1 FROM ${BEATEN} b WHERE ${sameKey(this.keys, 't', 'b')})`,
    );
  }

  /** Removes older rows that this input decides about and does not have. */
  private async overrule(): Promise<number> {
    const older = await this.olderStatements();
    if (older === undefined) return 0;
    await this.make(
      REMOVABLE,
      `SELECT d.*, c.rank
       FROM (SELECT DISTINCT ${placementColumns(this.element, 't', 'c')} FROM ${this.target} t
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
           WHERE ${samePlacement('r', this.element, 't')})`,
      );
    }
    await this.make(
      DOOMED,
      `SELECT ${keyOf(this.keys, 't')}, r.statement_id, r.rank FROM ${this.target} t
       JOIN ${REMOVABLE} r ON ${samePlacement('r', this.element, 't')}
       WHERE ${removable} AND ${this.isOurs()}`,
    );
    await this.removed.remember(DOOMED);
    return this.delete(
      `${removable} AND EXISTS (SELECT 1 FROM ${DOOMED} d WHERE ${sameKey(this.keys, 't', 'd')})`,
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
    return rows.map((row) => quoteLiteral(row['statement_id']!)).join(', ');
  }

  /** Removes rows of the table, but for those that stand; those of append are not merge's to remove. */
  private async delete(which: string): Promise<number> {
    return this.engine.run(`DELETE FROM ${this.target} AS t WHERE ${which} AND ${this.isOurs()}`);
  }

  /** Condition: a row `t` was loaded in this way, and does not stand by this input. */
  private isOurs(): string {
    return `${this.options.mode === 'append' ? '' : 'NOT '}(${isAppended('t')})
      AND NOT EXISTS (SELECT 1 FROM ${this.winners} w WHERE ${sameKey(this.keys, 't', 'w')})`;
  }

  /** The statements of this input that speak of the part that a row is of. */
  private statementsNow(alias: string, now: string = INCOMING_COVERAGE): string {
    return `SELECT n.statement_id FROM ${now} n WHERE n.table_name = ${this.part(alias)}`;
  }

  /** The part that a row is of, as coverage names it. */
  private part(alias: string): string {
    return partOfRow(this.element, alias);
  }

  private async make(table: string, select: string): Promise<void> {
    await makeTemporary(this.engine, table, select);
    this.made.push(table);
  }
}
