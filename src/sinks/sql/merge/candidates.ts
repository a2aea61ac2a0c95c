/**
 * Which tables need their rows weighed at all: where nothing competes with the
 * input, its rows go straight into the table. How rows are weighed is publish.ts.
 */
import type { Catalog } from '../../../catalog/catalog.js';
import { keyColumns, quoteIdentifier as quote } from '../../../catalog/formats/create-table.js';
import type { RowElement } from '../../../catalog/section.js';
import { FlexError } from '../../../errors.js';
import { noCounts, type TableCounts } from '../../sink.js';
import { mayCoverByGrain, sameWindow } from './deciders.js';
import type { SqlEngine } from '../engine.js';
import { NOW } from './spoken.js';
import { knownSections, tableOf } from '../ledger/coverage-key.js';
import { publishTable, type PublishOptions } from './merge.js';
import { reconcileStage, reconcileStatements, reconcileTable } from './reconcile.js';
import { sideBySide } from './append.js';
import type { TableTotals } from './control-totals.js';

/**
 * The tables of which a statement of this input has spoken in an earlier load. It
 * may have been read in another way then (zone, catalogue), and so with other keys.
 * Asked before the coverage of this input is recorded.
 */
export async function repeatedTables(engine: SqlEngine): Promise<Set<string>> {
  const rows = await engine.rows(
    `SELECT DISTINCT n.table_name FROM ${NOW} n
     JOIN ${engine.schema}.flexetl_coverage c
       ON c.account_id = n.account_id AND c.query = n.query AND c.table_name = n.table_name
      AND c.mode = n.mode AND c.statement_id = n.statement_id`,
  );
  return new Set(rows.map((row) => tableOf(row['table_name']!)));
}

/**
 * The tables for which another statement of the same account and query may decide about rows
 * of this input, or the other way round, and those of which a newer statement's rows have been
 * removed. Only for these, and for reference tables, must rows be weighed against each other; for
 * the others it is enough to insert, and nothing at all is done where the input has no rows.
 */
export async function contendedTables(engine: SqlEngine): Promise<Set<string>> {
  const rows = await engine.rows(
    `SELECT DISTINCT n.table_name FROM ${NOW} n
     JOIN ${engine.schema}.flexetl_coverage c
       ON c.account_id = n.account_id AND c.query = n.query AND c.table_name = n.table_name
      AND c.mode = 'merge' AND c.statement_id <> n.statement_id
     WHERE ${mayCoverByGrain('n', 'c')} OR ${mayCoverByGrain('c', 'n')}
     UNION
     SELECT DISTINCT n.table_name FROM ${NOW} n
     JOIN ${engine.schema}.flexetl_removed r
       ON r.query = n.query AND r.table_name = n.table_name AND r.rank > n.rank`,
  );
  return new Set(rows.map((row) => tableOf(row['table_name']!)));
}

/**
 * Whether rows that nobody knows, in sections that are known, are decided about: this input has
 * some in a section that another statement of the same window has, or the other has some in a
 * section of this input. Only to be asked where there are unmapped rows at all.
 */
export async function strangersContended(engine: SqlEngine, catalog: Catalog): Promise<boolean> {
  const own = 'n.account_id, n.query, n.statement_id, n.window_from, n.window_to';
  const known = knownSections(catalog);
  const rows = await engine.rows(
    `SELECT 1 AS found FROM (
       SELECT ${own}, k.part AS met FROM ${NOW} n JOIN ${known} ON k.table_name = n.table_name
       UNION ALL
       SELECT ${own}, k.table_name AS met FROM ${NOW} n JOIN ${known} ON k.part = n.table_name
     ) n
     JOIN ${engine.schema}.flexetl_coverage c
       ON c.account_id = n.account_id AND c.query = n.query AND c.table_name = n.met
      AND c.mode = 'merge' AND c.statement_id <> n.statement_id
     WHERE ${sameWindow('n', 'c')} LIMIT 1`,
  );
  return rows.length > 0;
}

/** What the database is told to do where a key is there already. */
export type Collisions =
  /** No two keys are expected to collide; where they do, it refuses all. */
  | 'error'
  /** It leaves the row out. */
  | 'skip';

export interface RowsToPublish extends PublishOptions {
  /** How many rows the input has for the table, and their sums; no sums where there are no rows. */
  readonly parsed: number;
  readonly totals: TableTotals | undefined;
  /** Whether other rows may compete with them. */
  readonly weigh: boolean;
  readonly collisions: Collisions;
}

const UNIQUE = 'Drop the unique index or constraint that somebody has put on it.';

/** Publishes the collected rows of one table, and holds them against what was parsed. */
export async function publishRows(
  engine: SqlEngine,
  element: RowElement,
  rows: RowsToPublish,
): Promise<TableCounts> {
  try {
    return await published(engine, element, rows);
  } catch (thrown) {
    // A database does not always say which table it cannot take the rows into.
    if (!(thrown instanceof FlexError)) throw thrown;
    const { message, cause } = thrown;
    const said = `The table ${element.table}: ${message}`;
    // Our own keys are let collide: another constraint refuses the rows, and does so every time.
    const unique = engine.dialect === 'duckdb' && rows.collisions === 'skip';
    if (unique && thrown.code === 'FLEX_DEST_CONFLICT') {
      throw new FlexError('FLEX_DEST_ALTERED', said, { advice: UNIQUE, cause });
    }
    if (thrown.code !== 'FLEX_DEST_ALTERED') throw thrown;
    const { code, advice } = thrown;
    throw new FlexError(code, said, { advice, cause });
  }
}

async function published(
  engine: SqlEngine,
  element: RowElement,
  rows: RowsToPublish,
): Promise<TableCounts> {
  const { parsed, totals, weigh } = rows;
  const counts = { ...noCounts(), parsed };
  if (parsed === 0) return weigh ? publishTable(engine, element, undefined, rows) : counts;
  if (totals?.rows !== parsed) {
    const came = totals?.rows ?? 0;
    throw new FlexError('FLEX_BUG', `${element.table}: ${parsed} rows are reported, ${came} came.`);
  }
  if (!weigh) counts.inserted = await insertUncontended(engine, element, rows, totals);
  if (weigh || counts.inserted !== parsed) {
    const { relation } = await engine.stage(element, 'often');
    await reconcileStage(engine, element, relation, totals);
    const weighed = await publishTable(engine, element, { relation, totals }, rows);
    counts.inserted += weighed.inserted;
    counts.updated = weighed.updated;
    counts.deleted = weighed.deleted;
    counts.overruled = weighed.overruled;
    counts.unchanged = parsed - counts.inserted - counts.updated - counts.overruled;
  }
  await engine.unstage(element);
  return counts;
}

/**
 * Publishes rows that no other statement competes with, straight into the table.
 * @returns how many were inserted; fewer than there are where keys collide, and
 *   then publishTable must decide about the rest
 */
async function insertUncontended(
  engine: SqlEngine,
  element: RowElement,
  { mode, parsed, collisions }: RowsToPublish,
  totals: TableTotals,
): Promise<number> {
  const stage = await engine.stage(element, 'once');
  const rows = mode === 'append' ? sideBySide(element, stage) : stage.relation;
  const names = stage.columns.map(quote).join(', ');
  const keys = keyColumns(element).map(quote).join(', ');
  const inserted = await engine.run(
    `INSERT INTO ${engine.schema}.${quote(element.table)} (${names})
     SELECT ${names} FROM ${rows} s WHERE TRUE
     ${collisions === 'skip' ? `ON CONFLICT (${keys}) DO NOTHING` : ''}`,
  );
  if (inserted !== parsed) return inserted;
  if (engine.dialect === 'duckdb') await reconcileStatements(engine, element, mode, totals);
  else await reconcileTable(engine, element, rows, totals, 'all');
  return inserted;
}
