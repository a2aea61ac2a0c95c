/** The end of an input's transaction, and what is known no more when it did not come to that. */
import { FlexError } from '../../errors.js';
import type { InputFacts } from '../sink.js';
import type { SqlEngine } from './engine.js';
import { isLoaded } from './ledger/loads.js';
import type { SinkState } from './schema/prepare.js';

/** Commits. Where the answer is lost, the ledger is asked whether it was done. */
export async function commitOrConfirm(engine: SqlEngine, input: InputFacts): Promise<void> {
  try {
    await engine.commit();
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
 * The input is in the ledger by what somebody else did to it, or is not kept there at all.
 * @throws FlexError FLEX_DEST_ALTERED in that case
 */
export function refuseUnkept(engine: SqlEngine): never {
  throw new FlexError(
    'FLEX_DEST_ALTERED',
    `${engine.name}: the table flexetl_loads does not keep what is inserted.`,
    { advice: 'Drop the rules and triggers on the tables of the ledger.' },
  );
}
