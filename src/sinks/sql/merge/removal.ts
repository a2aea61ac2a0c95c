/**
 * Rows that are in a table and do not stand any more once an input is merged: older ones that it
 * decides about and does not have, those of which it has a newer one that does not stand, and those
 * that its own statements have brought before. Which staged rows stand is merge.ts.
 *
 * A database that spreads a table over servers joins it with local tables, and takes the keys of
 * what is to go from one, but asks no question about each row of it. So candidates are copied by
 * plain joins, weighed beside the table, and removed by their keys.
 */
import type { Catalog } from '../../../catalog/catalog.js';
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { keyColumns } from '../../../catalog/table-columns.js';
import type { Mode } from '../../sink.js';
import type { Scratch, SqlEngine } from '../engine.js';
import { deciders, isPartOf, partOfRow } from '../ledger/coverage-key.js';
import {
  covers,
  mayCover,
  placementColumns,
  placementTypes,
  placingColumns,
  placingTypes,
  samePlacement,
} from './deciders.js';
import { isAppended, keyOf, sameKey } from './keys.js';
import { RemovedKeys } from './removed-keys.js';
import { INCOMING_COVERAGE } from './spoken.js';

const OLDER = 'flexetl_older';
const PLACED = 'flexetl_placed';
const REMOVABLE = 'flexetl_removable';
const DOOMED = 'flexetl_doomed';
/** Statements that are named in SQL one by one; beyond, they are in a table. */
const MOST_NAMED = 1_000;

/** Statements of which rows are looked for, in a query of rows `t` of the table. */
interface Older {
  /** What follows the table in FROM. */
  readonly join: string;
  /** Condition. */
  readonly named: string;
}

export interface RemovalOptions {
  readonly catalog: Catalog;
  readonly mode: Mode;
  /** Whether a statement of the input has been published before: see repeatedTables. */
  readonly repeated: boolean;
}

/** Of one table. */
export class Removal {
  private readonly coverage: string;
  private readonly removed: RemovedKeys;
  private readonly keys: readonly string[];
  private readonly target: string;
  private readonly decidersNow: string;
  private readonly mode: Mode;

  /** @param winners relation of the rows that stand by this input; undefined where it has none */
  constructor(
    private readonly engine: SqlEngine,
    private readonly element: RowElement,
    private readonly winners: string | undefined,
    private readonly options: RemovalOptions,
    private readonly scratch: Scratch,
  ) {
    this.coverage = `${engine.schema}.flexetl_coverage`;
    this.removed = new RemovedKeys(engine, element);
    this.keys = keyColumns(element);
    this.target = `${engine.schema}.${quote(element.table)}`;
    this.decidersNow = deciders(element, INCOMING_COVERAGE, options.catalog);
    this.mode = options.mode;
  }

  /**
   * @param beaten temporary table of the keys of which the newest row is staged and does not stand
   * @param kept query of `n`, how many rows stand that the statements of this input have in the
   *   table already; undefined where that is not known
   * @returns how many rows went
   */
  async run(beaten: string | undefined, kept: string | undefined): Promise<number> {
    const { element, mode } = this;
    const { repeated } = this.options;
    let deleted = 0;
    if (mode !== 'append' && element.grain === 'event') {
      if (repeated) await this.removed.forget();
      if (beaten !== undefined) {
        await this.removed.remember(beaten);
        deleted += await this.delete(beaten, 'TRUE');
      }
    }
    if (mode !== 'append' && element.grain !== 'reference') deleted += await this.overrule();
    if (repeated) deleted += await this.removeRepeated(kept);
    return deleted;
  }

  /** Removes older rows that this input decides about and does not have. */
  private async overrule(): Promise<number> {
    const { element, target, coverage, scratch } = this;
    const older = await this.olderStatements();
    if (older === undefined) return 0;
    const types = placingTypes(element, (type) => this.engine.dialect.typeOf(type));
    const placed = await scratch.hold(
      PLACED,
      types,
      `SELECT DISTINCT ${placingColumns(element, 't')} FROM ${target} t ${older.join}
       WHERE ${older.named}`,
    );
    if (placed === undefined) return 0;
    const removable = await scratch.hold(
      REMOVABLE,
      { ...placementTypes(element), rank: 'text' },
      `SELECT d.*, c.rank
       FROM (SELECT DISTINCT ${placementColumns(element, 't', 'c')} FROM ${placed} t
         JOIN ${coverage} c ON c.statement_id = t._statement_id
           AND c.table_name = ${this.part('t')} AND c.mode = 'merge') d
       JOIN ${coverage} c ON c.statement_id = d.statement_id
         AND c.table_name = ${this.part('d')} AND c.mode = 'merge'
       WHERE EXISTS (SELECT 1 FROM ${this.decidersNow} n
         WHERE n.account_id = c.account_id AND n.query = c.query
           AND n.table_name = ${this.part('d')} AND n.rank > c.rank
           AND ${covers(element.grain, 'n', 'c', 'd')})`,
    );
    if (removable === undefined) return 0;
    await this.doom(
      `SELECT ${keyOf(this.keys, 't')}, r.statement_id, r.rank FROM ${target} t ${older.join}
       JOIN ${removable} r ON ${samePlacement('r', element, 't')}
       WHERE ${older.named} AND ${this.isOfMode()}`,
    );
    if (element.grain === 'event') await this.removed.remember(DOOMED);
    return this.delete(DOOMED, older.named);
  }

  /** Rows that the statements of this input have brought before, and do not have any more. */
  private async removeRepeated(kept: string | undefined): Promise<number> {
    const { engine, element, scratch } = this;
    let own = this.decidersNow;
    if (own !== INCOMING_COVERAGE) {
      await scratch.make(OLDER, `SELECT DISTINCT n.statement_id, n.table_name FROM ${own} n`);
      own = OLDER;
    }
    const from = `FROM ${this.target} t JOIN ${own} n
        ON n.statement_id = t._statement_id AND n.table_name = ${partOfRow(element, 't')}
       WHERE ${this.isOfMode()}`;
    const [found] = await engine.rows(`SELECT count(*) AS n ${from}`);
    if (found!['n'] === '0') return 0;
    if (kept !== undefined) {
      const [staying] = await engine.rows(kept);
      if (staying!['n'] === found!['n']) return 0;
    }
    await this.doom(`SELECT ${keyOf(this.keys, 't')}, n.statement_id ${from}`);
    return this.delete(DOOMED, 'TRUE');
  }

  /** Makes DOOMED of rows of the table, but for those that stand by this input. */
  private async doom(candidates: string): Promise<void> {
    const { engine, winners, keys } = this;
    await this.scratch.make(DOOMED, candidates);
    if (winners === undefined) return;
    await engine.run(
      `DELETE FROM ${DOOMED} AS d
       WHERE EXISTS (SELECT 1 FROM ${winners} w WHERE ${sameKey(keys, 'd', 'w')})`,
    );
  }

  /** @param keys temporary table of the keys that go, each once @param which condition of rows `t` */
  private delete(keys: string, which: string): Promise<number> {
    return this.engine.run(
      `DELETE FROM ${this.target} AS t USING ${keys} d
       WHERE ${which} AND ${sameKey(this.keys, 't', 'd')}`,
    );
  }

  /**
   * The merged statements that this input may decide about. Where they are not too many they
   * are named, so that a database sees how few of its rows are theirs.
   * @returns undefined where there are none
   */
  private async olderStatements(): Promise<Older | undefined> {
    const query = `SELECT DISTINCT c.statement_id FROM ${this.coverage} c
      JOIN ${this.decidersNow} n ON n.account_id = c.account_id AND n.query = c.query
        AND n.table_name = c.table_name AND n.rank > c.rank
      WHERE ${isPartOf(this.element, 'c.table_name')} AND c.mode = 'merge'
        AND ${mayCover(this.element.grain, 'n', 'c')}`;
    const rows = await this.engine.rows(`${query} LIMIT ${MOST_NAMED + 1}`);
    if (rows.length === 0) return undefined;
    if (rows.length <= MOST_NAMED) {
      return { join: '', named: isOneOf(rows.map((row) => row['statement_id']!)) };
    }
    await this.scratch.make(OLDER, query);
    await this.engine.analyze(OLDER, ['statement_id']);
    return { join: `JOIN ${OLDER} o ON o.statement_id = t._statement_id`, named: 'TRUE' };
  }

  /** Condition: a row `t` was loaded in this way; those of append are not merge's to remove. */
  private isOfMode(): string {
    return `${this.mode === 'append' ? '' : 'NOT '}(${isAppended('t')})`;
  }

  /** The part that a row is of, as coverage names it. */
  private part(alias: string): string {
    return partOfRow(this.element, alias);
  }
}

/**
 * Condition: a row `t` is of one of these statements. The empty id, which none has, is named with
 * them: of a single one, Postgres would take each place that is joined with its rows for the only
 * one, and where a table is new and has no statistics compare every row with every place.
 */
function isOneOf(statements: readonly string[]): string {
  return `t._statement_id IN (${[...statements, ''].map(quoteLiteral).join(', ')})`;
}
