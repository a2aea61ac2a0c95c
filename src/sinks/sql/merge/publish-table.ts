/**
 * Publishes the staged rows of one table: inserts them where nothing competes, else merges. The rules
 * of a merge are merge.ts; which tables need one is candidates.ts.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { keyColumns } from '../../../catalog/table-columns.js';
import { FlexError } from '../../../errors.js';
import { noCounts, type TableCounts } from '../../sink.js';
import type { SqlEngine } from '../engine.js';
import type { TableTotals } from './control-totals.js';
import { appended } from './keys.js';
import { publishTable, type PublishOptions } from './merge.js';
import { reconcileStage, reconcileStatements } from './reconcile.js';
import { publishInSuccession } from './succession.js';

/** How the database treats a key that exists already. */
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
  readonly mustMerge: boolean;
  readonly collisions: Collisions;
  /** The id of the statement that is the whole input; absent where it has several. */
  readonly onlyStatement?: string | undefined;
}

const UNIQUE = 'Drop the unique index or constraint that was added to it.';

/** Publishes the collected rows of one table, and holds them against what was parsed. */
export async function publishRows(
  engine: SqlEngine,
  element: RowElement,
  rows: RowsToPublish,
): Promise<TableCounts> {
  try {
    return await published(engine, element, rows);
  } catch (thrown) {
    // The database does not always say which table rejected the rows.
    if (!(thrown instanceof FlexError)) throw thrown;
    const { message, cause } = thrown;
    const said = `The table ${element.table}: ${message}`;
    // Collisions of our own keys are skipped: another constraint rejects the rows, and will again.
    const unique = engine.conflictsAreOfKeys && rows.collisions === 'skip';
    if (unique && thrown.code === 'FLEX_DEST_CONFLICT') {
      throw new FlexError('FLEX_DEST_ALTERED', said, { advice: UNIQUE, cause });
    }
    throw thrown.code === 'FLEX_DEST_ALTERED' ? thrown.with({ message: said }) : thrown;
  }
}

async function published(
  engine: SqlEngine,
  element: RowElement,
  rows: RowsToPublish,
): Promise<TableCounts> {
  const { parsed, totals, mustMerge } = rows;
  const counts = { ...noCounts(), parsed };
  if (parsed === 0) return mustMerge ? publishTable(engine, element, undefined, rows) : counts;
  if (totals?.rows !== parsed) {
    const came = totals?.rows ?? 0;
    throw new FlexError(
      'FLEX_BUG',
      `${element.table}: ${parsed} rows were reported, but ${came} arrived.`,
    );
  }
  if (!mustMerge) counts.inserted = await insertUncontended(engine, element, rows, totals);
  if (mustMerge || counts.inserted !== parsed) {
    const { relation } = await engine.stage(element, 'often');
    const succeeded = mustMerge
      ? await publishInSuccession(engine, element, { relation, totals }, rows)
      : undefined;
    if (succeeded !== undefined) {
      await engine.unstage(element);
      return succeeded;
    }
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
  const rows = mode === 'append' ? appended(element, stage) : stage.relation;
  const names = stage.columns.map(quote).join(', ');
  const keys = keyColumns(element).map(quote).join(', ');
  const inserted = await engine.run(
    `INSERT INTO ${engine.schema}.${quote(element.table)} (${names})
     SELECT ${names} FROM ${rows} s WHERE TRUE
     ${collisions === 'skip' ? `ON CONFLICT (${keys}) DO NOTHING` : ''}`,
  );
  if (inserted !== parsed) return inserted;
  await reconcileStatements(engine, element, mode, totals);
  return inserted;
}
