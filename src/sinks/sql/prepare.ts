/**
 * Before an input is published: its turn is waited for, and ledger, tables and
 * views are made or widened. What stands in them is not touched here.
 */
import type { RowElement } from '../../catalog/section.js';
import type { SinkOptions } from '../sink.js';
import type { ExistingColumn, SqlEngine } from './engine.js';
import { lockPublication, migrateLedger } from './ledger.js';
import { refuseMissing } from './no-ddl.js';
import { ensureTables } from './tables.js';
import { makeViews, viewNotices } from './views.js';

/** What a call remembers from input to input. */
export interface CallMemory {
  /** Tables as the last committed input left them; undefined where they must be asked for. */
  tables: ReadonlyMap<string, readonly ExistingColumn[]> | undefined;
  /** `table account` pairs that mode replace has emptied. */
  readonly emptied: Set<string>;
  /** Whether the ledger has been brought to this version. */
  migrated: boolean;
  /** Whether the views have been looked after. */
  viewed: boolean;
}

/**
 * Waits for its turn, then sees to it that ledger and tables are there.
 * @returns what somebody should know of the views
 */
export async function prepareTables(
  engine: SqlEngine,
  { noDdl = false }: SinkOptions,
  memory: CallMemory,
  elements: readonly RowElement[],
  loadId: string,
): Promise<string[]> {
  const known = memory.tables;
  if (memory.migrated && elements.every(({ table }) => known?.has(table))) {
    await lockPublication(engine, loadId);
    if (noDdl) await refuseMissing(engine, elements, known!);
  } else {
    if (!noDdl) await engine.makeSchema();
    const existing = await engine.existingTables();
    const lockable = existing.has('flexetl_locks');
    // Of several that would migrate at once, one does; the others find it done.
    if (lockable) await lockPublication(engine, loadId);
    if (noDdl) await refuseMissing(engine, elements, existing);
    await migrateLedger(engine, existing);
    if (!lockable) await lockPublication(engine, loadId);
    memory.migrated = true;
    memory.tables = await engine.existingTables();
  }
  const changed = await ensureTables(engine, elements, memory.tables!);
  if (changed) memory.tables = await engine.existingTables();
  const look = !noDdl && (changed || !memory.viewed);
  memory.viewed = true;
  return look ? viewNotices(await makeViews(engine, memory.tables!)) : [];
}
