/**
 * The merge of one table where a single newer statement takes the place of whole older ones, or is
 * read again and finds its rows as they are: nothing needs to be weighed row by row then. Says so,
 * or leaves the table to merge.ts, which decides the same at length. Rules 1 to 3 alone.
 *
 * It holds where every statement that may decide about rows of this one is older and lies within
 * its window, no key of a newer one has been removed, no row of the older ones is dated outside of
 * its own window, and no other statement holds a key of it. Then all its rows stand, and all those
 * of the older ones go.
 */
import { UNMAPPED_TABLE, type RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { keyColumns, tableColumns } from '../../../catalog/table-columns.js';
import { noCounts, type Mode, type TableCounts } from '../../sink.js';
import { Scratch, type SqlEngine } from '../engine.js';
import { literalList } from '../ledger/insert-rows.js';
import type { StagedRows } from './control-totals.js';
import { coversAll, isAstray, mayCover } from './deciders.js';
import { isAppended, keyOf, sameKey } from './keys.js';
import { sameLineage, sayDifferent } from './placement.js';
import { reconcileStage, reconcileStatements } from './reconcile.js';
import { RemovedKeys } from './removed-keys.js';
import { INCOMING_COVERAGE } from './spoken.js';

const SUCCEEDED = 'flexetl_succeeded';
/** Older statements that are named in SQL; where there are more, rows are weighed. */
const MOST_NAMED = 1_000;

export interface SuccessionOptions {
  readonly mode: Mode;
  /** Whether a statement of the input has been published before. */
  readonly repeated: boolean;
  /** The id of the statement that is the whole input; absent where it has several. */
  readonly onlyStatement?: string | undefined;
}

/** How many rows of the table are of the statements in hand, and lie where. */
interface There {
  readonly all: number;
  readonly own: number;
  readonly astray: number;
}

/** How many staged rows have their key in the table, and how these are. */
interface Met {
  readonly all: number;
  readonly named: number;
  readonly differing: number;
  readonly kept: number;
}

/**
 * @param rows staged; whether they are those that were parsed is seen to here
 * @returns what became of them; undefined where they must be weighed, and nothing was done
 */
export async function publishInSuccession(
  engine: SqlEngine,
  element: RowElement,
  rows: StagedRows,
  options: SuccessionOptions,
): Promise<TableCounts | undefined> {
  const { mode, onlyStatement } = options;
  const { grain, table } = element;
  if (engine.replacesWhole === undefined || mode !== 'merge') return undefined;
  if (onlyStatement === undefined || grain === 'reference' || table === UNMAPPED_TABLE) {
    return undefined;
  }
  return new Succession(engine, element, rows, onlyStatement).run(options.repeated);
}

class Succession {
  private readonly coverage: string;
  private readonly target: string;
  private readonly keys: readonly string[];
  private readonly removed: RemovedKeys;

  constructor(
    private readonly engine: SqlEngine,
    private readonly element: RowElement,
    private readonly rows: StagedRows,
    private readonly statement: string,
  ) {
    this.coverage = `${engine.schema}.flexetl_coverage`;
    this.target = `${engine.schema}.${quote(element.table)}`;
    this.keys = keyColumns(element);
    this.removed = new RemovedKeys(engine, element);
  }

  async run(repeated: boolean): Promise<TableCounts | undefined> {
    const { engine, element, rows } = this;
    const older = await this.older();
    if (older === undefined || (await this.removed.mayHaveNewer())) return undefined;
    const there = await this.there(older);
    const parsed = rows.totals.rows;
    if (there.astray > 0 || (there.own > 0 && there.all !== parsed)) return undefined;
    if (there.own === 0 && !(await engine.replacesWhole!(element))) return undefined;
    await engine.analyze(rows.relation, this.keys);
    const met = await this.met(older);
    if (met.all !== met.named) return undefined;
    if (there.own > 0) {
      if (met.kept !== parsed || met.differing > 0) return undefined;
      await reconcileStage(engine, element, rows.relation, rows.totals);
    }
    // Of what it had that others have removed since: they are read again, and stand.
    if (repeated && element.grain === 'event') await this.removed.forget();
    const unchanged = met.all - met.differing;
    if (there.own > 0) return { ...noCounts(), parsed, unchanged };
    const deleted = there.all - met.all;
    await this.replace(older, deleted > 0);
    return {
      ...noCounts(),
      parsed,
      inserted: parsed - met.all,
      updated: met.differing,
      unchanged,
      deleted,
    };
  }

  /** The statements that this one takes the place of; undefined where one is not such. */
  private async older(): Promise<readonly string[] | undefined> {
    const { grain, table } = this.element;
    const rows = await this.engine.rows(
      `SELECT c.statement_id, CASE WHEN c.rank < n.rank AND ${coversAll(grain, 'n', 'c')}
         THEN 1 ELSE 0 END AS goes
       FROM ${INCOMING_COVERAGE} n JOIN ${this.coverage} c
         ON c.account_id = n.account_id AND c.query = n.query AND c.table_name = n.table_name
        AND c.mode = 'merge' AND c.statement_id <> n.statement_id
       WHERE n.table_name = ${quoteLiteral(table)}
         AND (${mayCover(grain, 'n', 'c')} OR ${mayCover(grain, 'c', 'n')})
       ORDER BY goes LIMIT ${MOST_NAMED + 1}`,
    );
    if (rows.length > MOST_NAMED || rows.some(({ goes }) => goes !== '1')) return undefined;
    return rows.map((row) => row['statement_id']!);
  }

  /** FROM and WHERE: rows of the table that these statements have merged. */
  private of(statements: readonly string[]): string {
    return `FROM ${this.target} t JOIN ${this.coverage} c ON c.statement_id = t._statement_id
         AND c.table_name = ${quoteLiteral(this.element.table)} AND c.mode = 'merge'
       WHERE ${isOf(statements)}`;
  }

  private async there(older: readonly string[]): Promise<There> {
    const own = quoteLiteral(this.statement);
    const [row] = await this.engine.rows(
      `SELECT count(*) AS "all", count(*) FILTER (WHERE t._statement_id = ${own}) AS own,
         count(*) FILTER (WHERE t._statement_id <> ${own} AND ${isAstray(this.element, 't', 'c')}) AS astray
       ${this.of([...older, this.statement])}`,
    );
    return { all: Number(row!['all']), own: Number(row!['own']), astray: Number(row!['astray']) };
  }

  /** By no groups: a planner without statistics sorts whole rows for them. */
  private async met(older: readonly string[]): Promise<Met> {
    const { engine, element, rows } = this;
    const named = literalList([...older, this.statement]);
    const [row] = await engine.rows(
      `SELECT count(*) AS "all", count(*) FILTER (WHERE t._statement_id IN ${named}) AS named,
         count(*) FILTER (WHERE ${sayDifferent(engine, element, 't', 'w')}) AS differing,
         count(*) FILTER (WHERE ${sameLineage('t')}) AS kept
       FROM ${rows.relation} w JOIN ${this.target} t ON ${sameKey(this.keys, 't', 'w')}`,
    );
    return {
      all: Number(row!['all']),
      named: Number(row!['named']),
      differing: Number(row!['differing']),
      kept: Number(row!['kept']),
    };
  }

  /** @param vanish whether the older statements have rows that this one has not */
  private async replace(older: readonly string[], vanish: boolean): Promise<void> {
    const { engine, element, rows, target } = this;
    if (vanish && element.grain === 'event') await this.remember(older);
    if (older.length > 0) await engine.run(`DELETE FROM ${target} AS t WHERE ${isOf(older)}`);
    const names = tableColumns(element).map(({ name }) => quote(name));
    await engine.run(
      `INSERT INTO ${target} (${names.join(', ')}) SELECT ${names.join(', ')} FROM ${rows.relation} w`,
    );
    await reconcileStatements(engine, element, 'merge', rows.totals);
  }

  /** Keeps the keys of rows that go for good. */
  private async remember(older: readonly string[]): Promise<void> {
    const { engine, rows, keys } = this;
    const scratch = new Scratch(engine);
    await scratch.make(
      SUCCEEDED,
      `SELECT ${keyOf(keys, 't')}, c.statement_id, c.rank ${this.of(older)}`,
    );
    await engine.run(
      `DELETE FROM ${SUCCEEDED} AS d
       WHERE EXISTS (SELECT 1 FROM ${rows.relation} w WHERE ${sameKey(keys, 'd', 'w')})`,
    );
    await this.removed.remember(SUCCEEDED);
    await scratch.clear();
  }
}

/** Condition: a row `t` is of one of these statements, and was merged. */
function isOf(statements: readonly string[]): string {
  return `t._statement_id IN ${literalList(statements)} AND NOT (${isAppended('t')})`;
}
