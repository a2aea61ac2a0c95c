/**
 * Before an input is published: waits for its turn, and creates or widens ledger, tables and views.
 * Their content is not touched here.
 */
import type { RowElement } from '../../../catalog/section.js';
import { FlexError } from '../../../errors.js';
import { tellIfLong, type TellWait } from '../../../time/long-wait.js';
import type { SinkOptions } from '../../sink.js';
import type { ExistingColumn, SqlEngine } from '../engine.js';
import { migrateLedger } from './migrations.js';
import { refuseMissing } from './no-ddl.js';
import { ensureTables } from './tables.js';
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
 * @returns notices about the views
 */
export async function prepareTables(
  engine: SqlEngine,
  { noDdl = false, onWait }: SinkOptions,
  memory: SinkState,
  elements: readonly RowElement[],
  loadId: string,
): Promise<string[]> {
  const known = memory.tables;
  if (memory.migrated && elements.every(({ table }) => known?.has(table))) {
    await lockPublication(engine, loadId, onWait);
    if (noDdl) await refuseMissing(engine, elements, known!);
  } else {
    if (!noDdl) await engine.makeSchema();
    const existing = await engine.existingTables();
    const lockable = existing.has('flexetl_locks');
    // Of several that would migrate at once, one does; the others find it done.
    if (lockable) await lockPublication(engine, loadId, onWait);
    if (noDdl) await refuseMissing(engine, elements, existing);
    const migrate = (): Promise<void> => migrateLedger(engine, existing);
    await (lockable ? inTurn(migrate) : migrate());
    if (!lockable) await lockPublication(engine, loadId, onWait);
    memory.migrated = true;
    memory.tables = await engine.existingTables();
  }
  const changed = await inTurn(() => ensureTables(engine, elements, memory.tables!));
  if (changed) memory.tables = await engine.existingTables();
  const look = !noDdl && (changed || !memory.viewed);
  memory.viewed = true;
  return look ? viewNotices(await makeViews(engine, memory.tables!)) : [];
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

/** Waits until no other load publishes into this schema; held to the end of the transaction. */
export async function lockPublication(
  engine: SqlEngine,
  holder: string,
  onWait?: TellWait,
): Promise<void> {
  const table = `${engine.schema}.flexetl_locks`;
  const take = async (): Promise<void> => {
    await engine.run(`INSERT INTO ${table} VALUES ('publish', $1) ON CONFLICT (scope) DO NOTHING`, [
      holder,
    ]);
    await engine.run(`UPDATE ${table} SET holder = $1 WHERE scope = 'publish'`, [holder]);
  };
  await tellIfLong(
    take(),
    onWait && (() => onWait(`Another load is publishing into ${engine.name}; waiting for it.`)),
  );
}
