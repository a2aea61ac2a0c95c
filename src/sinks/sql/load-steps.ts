/**
 * Steps of an input that are the same however its rows go: the tables it covers, its commit, and
 * the state to drop if there was none. The ways are load.ts and direct/transaction.ts.
 */
import type { Catalog } from '../../catalog/catalog.js';
import type { RowElement } from '../../catalog/section.js';
import { FlexError } from '../../errors.js';
import { tablesSpokenOf, type ParseReport } from '../../parser/statement.js';
import type { InputFacts } from '../sink.js';
import type { SqlEngine } from './engine.js';
import { isLoaded } from './ledger/loads.js';
import type { SinkState } from './schema/prepare.js';

/**
 * The elements that an input speaks of, in the order of their tables; also those of which the input says that there are no rows.
 * @param came the elements that had rows, by table: they may have more columns than the catalogue
 */
export function elementsSpokenOf(
  report: ParseReport,
  came: ReadonlyMap<string, RowElement>,
  catalog: Catalog,
): RowElement[] {
  return [...tablesSpokenOf(report.statements)].sort().map((name) => {
    const element = came.get(name) ?? catalog.table(name);
    if (element === undefined) throw new FlexError('FLEX_BUG', `No element has the table ${name}.`);
    return element;
  });
}

/** Commits. If the answer is lost, the ledger tells whether it happened. */
export async function commitOrConfirm(
  engine: SqlEngine,
  input: InputFacts,
  commit = (): Promise<void> => engine.commit(),
): Promise<void> {
  try {
    await commit();
  } catch (thrown) {
    if (!(thrown instanceof FlexError) || thrown.code !== 'FLEX_DEST_UNAVAILABLE') throw thrown;
    await engine.rollback();
    const done = await isLoaded(engine, input, input.loadId).catch(() => false);
    if (!done) throw thrown;
  }
}

/** Nothing was committed: tables and views that the input made are not there. */
export function forgetMade(memory: SinkState): void {
  memory.tables = undefined;
  memory.migrated = false;
  memory.viewed = false;
}

/**
 * The claim was not stored: the ledger already had the input, through a change from outside, or
 * does not keep what is inserted.
 * @throws FlexError FLEX_DEST_ALTERED in that case
 */
export function refuseUnkept(engine: SqlEngine): never {
  throw new FlexError(
    'FLEX_DEST_ALTERED',
    `${engine.name}: the table flexetl_loads does not keep what is inserted.`,
    { advice: 'Drop the rules and triggers on the tables of the ledger.' },
  );
}
