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
 *   flexetl_ranked   the newest of them of each key, by its place: rows are wide, and never
 *                    copied to be weighed
 *   flexetl_held     the statements that hold these keys in the table
 *   flexetl_places   the places of those that stand after the load
 *   flexetl_beaten   keys of an event of which the newest row is staged and does not stand
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { keyColumns, tableColumns } from '../../../catalog/table-columns.js';
import { noCounts, type TableCounts } from '../../sink.js';
import { Scratch, type SqlEngine } from '../engine.js';
import { deciders, partOfRow, sectionOfRow } from '../ledger/coverage-key.js';
import type { StagedRows } from './control-totals.js';
import { covers, placementColumns, placementTypes, samePlacement } from './deciders.js';
import { appended, keyOf, sameKey } from './keys.js';
import { Placement } from './placement.js';
import { reconcileTable } from './reconcile.js';
import { Removal, type RemovalOptions } from './removal.js';
import { RemovedKeys } from './removed-keys.js';
import { INCOMING_COVERAGE } from './spoken.js';

const OVERRULED = 'flexetl_overruled';
const RANKED = 'flexetl_ranked';
const HELD = 'flexetl_held';
const PLACES = 'flexetl_places';
const BEATEN = 'flexetl_beaten';

export type PublishOptions = RemovalOptions;

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
  private readonly keys: readonly string[];
  private readonly scratch: Scratch;
  /** Relation of the statements that hold keys of ranked rows; undefined where none does. */
  private held: string | undefined;
  /** Relation of the places of rows that stand; undefined where none does. */
  private places: string | undefined;
  /** Whether there are newest rows of keys that do not stand, as far as windows tell. */
  private mayBeBeaten = false;
  /** The staged rows as they are to stand; undefined where the input has none. */
  private readonly staged: string | undefined;

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
    this.keys = keyColumns(element);
    this.scratch = new Scratch(engine);
    const columns = this.columns();
    this.staged =
      options.mode === 'append' && stage !== undefined
        ? appended(element, { relation: stage, columns })
        : stage;
  }

  /** Relation of the rows that stand after the load; to be read once they are chosen. */
  get winners(): string {
    const names = this.columns().map((name) => `s.${quote(name)}`);
    return `(SELECT ${names.join(', ')} FROM ${this.staged} s
      WHERE ${this.isPlaced('s')})`;
  }

  /** Condition: a relation that has the places of staged rows has one that stands. */
  private isPlaced(alias: string): string {
    if (this.places === undefined) return 'FALSE';
    return `${alias}."_place" IN (SELECT p."_place" FROM ${this.places} p)`;
  }

  private columns(): string[] {
    return tableColumns(this.element).map(({ name }) => name);
  }

  async run(rows: StagedRows | undefined): Promise<TableCounts> {
    if (rows === undefined) {
      return { ...noCounts(), deleted: await this.remove(undefined) };
    }
    const { relation, totals } = rows;
    await this.engine.analyze(relation, [...this.keys, '_statement_id', '_day']);
    await this.choose();
    const { engine, element, target, winners } = this;
    const deleted = await this.remove(winners);
    const parsed = totals.rows;
    const reading = { ...this.options, rows: parsed };
    const placement = new Placement(engine, element, target, winners, this.scratch, reading);
    const { inserted, updated, standing } = await placement.count();
    await placement.write();
    await reconcileTable(engine, element, winners, totals, standing);
    const unchanged = standing - inserted - updated;
    return { parsed, inserted, updated, unchanged, overruled: parsed - standing, deleted };
  }

  clear(): Promise<void> {
    return this.scratch.clear();
  }

  private async remove(winners: string | undefined): Promise<number> {
    const { engine, element, options, scratch } = this;
    const removal = new Removal(engine, element, winners, options, scratch);
    return removal.run(await this.beat(), this.kept());
  }

  /** Query of how many rows stand whose key a statement of this input holds in the table. */
  private kept(): string | undefined {
    if (this.stage === undefined || this.options.mode === 'append') return undefined;
    if (this.held === undefined) return 'SELECT 0 AS n';
    return `SELECT count(*) AS n FROM ${this.held} h
      JOIN ${INCOMING_COVERAGE} n ON n.statement_id = h.statement_id AND n.table_name = ${this.part('h')}
      WHERE ${this.isPlaced('h')}`;
  }

  /** Decides which of the staged rows stand. */
  async choose(): Promise<void> {
    if (this.options.mode === 'append') await this.appendRows();
    else await this.mergeRows();
  }

  /** Keeps the places of the rows that stand. */
  private async place(select: string): Promise<void> {
    this.places = await this.scratch.hold(PLACES, { _place: 'bigint' }, select);
    if (this.places === PLACES) await this.engine.analyze(PLACES, ['_place']);
  }

  /** append: all of them; a statement that stands twice in the input is one statement. */
  private async appendRows(): Promise<void> {
    await this.place(
      `SELECT min(s."_place") AS "_place" FROM ${this.stage} s
       WHERE s._statement_id IN
         (SELECT n.statement_id FROM ${INCOMING_COVERAGE} n WHERE n.table_name = ${this.part('s')})
       GROUP BY s._statement_id, ${keyOf(this.keys, 's')}`,
    );
  }

  /** merge: keeps the newest row of each key, where no newer statement has the key or its place. */
  private async mergeRows(): Promise<void> {
    // By key alone, whatever the window: no day of theirs is decided about.
    const byKey = this.element.grain === 'reference';
    const overruled = byKey
      ? undefined
      : await this.scratch.hold(OVERRULED, placementTypes(this.element), this.overruled());
    await this.scratch.make(RANKED, this.newest(overruled));
    await this.engine.analyze(RANKED, [...this.keys, '_place']);
    const section = sectionOfRow(this.element, 't') === undefined ? undefined : 't.section';
    this.held = await this.scratch.hold(
      HELD,
      { _place: 'bigint', statement_id: 'text', ...(section && { section: 'text' }) },
      `SELECT s."_place", t._statement_id AS statement_id${section === undefined ? '' : `, ${section}`}
       FROM ${RANKED} s JOIN ${this.target} t ON ${sameKey(this.keys, 't', 's')}`,
    );
    const stands = `NOT s."_overruled" AND NOT ${this.hasNewer('s')} AND NOT ${this.removed.hasNewer('s')}`;
    await this.place(`SELECT s."_place" FROM ${RANKED} s WHERE ${stands}`);
    this.mayBeBeaten = this.element.grain === 'event' && overruled !== undefined;
  }

  /** Makes BEATEN. @returns its name; undefined where there are none */
  private async beat(): Promise<string | undefined> {
    if (!this.mayBeBeaten) return undefined;
    await this.scratch.make(
      BEATEN,
      `SELECT ${keyOf(this.keys, 's')}, s."_statement_id" AS statement_id, s."_rank" AS rank
       FROM ${RANKED} s WHERE s."_overruled" AND NOT ${this.hasNewer('s')}`,
    );
    return BEATEN;
  }

  /** Query of the newest staged row of each key, and whether its place is decided about. */
  private newest(overruled: string | undefined): string {
    const isOverruled = overruled === undefined ? 'FALSE' : 'o.statement_id IS NOT NULL';
    return `SELECT * FROM (
         SELECT s."_place", s."_statement_id", ${keyOf(this.keys, 's')}, n.rank AS "_rank",
           ${isOverruled} AS "_overruled", row_number() OVER
           (PARTITION BY ${keyOf(this.keys, 's')} ORDER BY n.rank DESC, s."_place") AS "_turn"
         FROM ${this.stage} s
         JOIN ${INCOMING_COVERAGE} n ON n.statement_id = s._statement_id AND n.table_name = ${this.part('s')}
         ${overruled === undefined ? '' : `LEFT JOIN ${overruled} o ON ${samePlacement('o', this.element, 's')}`}
       ) s WHERE s."_turn" = 1`;
  }

  /** Condition: the table holds the key of a ranked row by a newer statement. */
  private hasNewer(alias: string): string {
    if (this.held === undefined) return 'FALSE';
    return `EXISTS (SELECT 1 FROM ${this.held} h
      JOIN ${this.coverage} c ON c.statement_id = h.statement_id
        AND c.table_name = ${this.part('h')} AND c.mode = 'merge'
      WHERE h."_place" = ${alias}."_place" AND c.rank > ${alias}."_rank")`;
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

  /** The part that a row is of, as coverage names it. */
  private part(alias: string): string {
    return partOfRow(this.element, alias);
  }
}
