/**
 * Before an input is published: waits for its turn, and creates or widens ledger, tables and views.
 * Their content is not touched here.
 */
import type { RowElement } from '../../../catalog/section.js';
import { FlexError } from '../../../errors.js';
import type { SinkOptions } from '../../sink.js';
import type { ExistingColumn, SqlEngine } from '../engine.js';
import { migrateLedger } from './migrations.js';
import { refuseMissing } from './no-ddl.js';
import { ensureTables, isAsWide } from './tables.js';
import { publishAlone, publishBeside } from './turns.js';
import { makeViews, viewNotices } from './views.js';

/** What a call remembers from input to input. */
export interface SinkState {
  /** Tables after the last committed input; undefined if they must be read again. */
  tables: ReadonlyMap<string, readonly ExistingColumn[]> | undefined;
  /** `table account` pairs that mode replace has emptied. */
  readonly emptied: Set<string>;
  /** Whether the ledger has been brought to this version. */
  migrated: boolean;
  /** Inputs that could not go directly into their tables: they are staged. */
  readonly restaged: Set<string>;
  /** Whether the views have been looked after. */
  viewed: boolean;
  /**
   * Of a dry run: whether inputs were counted that are in the transaction, or, after a restart, no
   * longer are.
   */
  planned: 'none' | 'kept' | 'undone';
}

/**
 * Waits for its turn, then sees to it that ledger and tables are there.
 * @param accounts of the input, where others may publish beside it: see turns.ts
 * @returns notices about the views
 */
export async function prepareTables(
  engine: SqlEngine,
  { noDdl = false, onWait }: SinkOptions,
  memory: SinkState,
  elements: readonly RowElement[],
  loadId: string,
  accounts?: readonly string[],
): Promise<string[]> {
  const known = memory.tables;
  if (accounts !== undefined && isAllThere(engine, memory, elements)) {
    await publishBeside(engine, accounts, onWait);
    if (noDdl) await refuseMissing(engine, elements, known!);
  } else if (memory.migrated && elements.every(({ table }) => known?.has(table))) {
    await publishAlone(engine, loadId, onWait);
    if (noDdl) await refuseMissing(engine, elements, known!);
  } else {
    if (!noDdl) await engine.makeSchema();
    const existing = await engine.existingTables();
    const lockable = existing.has('flexetl_locks');
    // Of several that would migrate at once, one does; the others find it done.
    if (lockable) await publishAlone(engine, loadId, onWait);
    if (noDdl) await refuseMissing(engine, elements, existing);
    const migrate = (): Promise<void> => migrateLedger(engine, existing);
    await (lockable ? inTurn(migrate) : migrate());
    if (!lockable) await publishAlone(engine, loadId, onWait);
    memory.migrated = true;
    memory.tables = await engine.existingTables();
  }
  const changed = await inTurn(() => ensureTables(engine, elements, memory.tables!));
  if (changed) memory.tables = await engine.existingTables();
  const look = !noDdl && (changed || !memory.viewed);
  memory.viewed = true;
  return look ? viewNotices(await makeViews(engine, memory.tables!)) : [];
}

/** Whether nothing is to be made, as far as this call knows. */
function isAllThere(
  engine: SqlEngine,
  { migrated, tables }: SinkState,
  elements: readonly RowElement[],
): boolean {
  const isThere = (element: RowElement): boolean => {
    const columns = tables?.get(element.table);
    return columns !== undefined && isAsWide(engine, element, columns);
  };
  return migrated && elements.every(isThere);
}

/**
 * Creates tables while it is our turn. No other load creates any then, so a name that is taken was
 * taken before, and a retry would not help.
 */
async function inTurn<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (thrown) {
    if (!(thrown instanceof FlexError) || !isTaken(thrown.cause)) throw thrown;
    throw new FlexError('FLEX_DEST_ALTERED', thrown.message, {
      cause: thrown,
      advice:
        'A table was renamed, but its indexes still have the names that a new one needs: rename it back, drop it, or load into another ?schema=.',
    });
  }
}

/** By SQLSTATE: a table or an index of that name is there. */
function isTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '42P07';
}
