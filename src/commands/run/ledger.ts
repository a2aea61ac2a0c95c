/** What a run asks the ledger of its destination before it fetches and loads. Reads only. */
import { quoteLiteral } from '../../catalog/sql.js';
import type { ErrorCode } from '../../errors.js';
import { unlessAborted } from '../../pipeline/abort.js';
import { isNotMadeYet, openForReading } from '../../sinks/destinations.js';
import type { Mode } from '../../sinks/sink.js';
import { Reader } from '../../sinks/sql/ledger/reader.js';
import { ledgerVariant, variantOf, type VariantOptions } from '../../sinks/variant.js';
import { withRetry, REAL_CLOCK } from '../../time/retry.js';

export interface LedgerOptions extends VariantOptions {
  readonly to: string;
  readonly mode: Mode;
  readonly signal: AbortSignal;
}

/** Another process is publishing. */
const BUSY: ReadonlySet<ErrorCode> = new Set(['FLEX_DEST_BUSY', 'FLEX_DEST_CONFLICT']);
/** Half a minute, as long as a load waits for its turn. */
const PAUSES = new Array<number>(60).fill(500);

/**
 * Opens the destination, queries it, and closes it.
 * @returns undefined where nothing has been loaded, so that there is no ledger
 * @throws FlexError where the destination cannot be read
 */
export async function askLedger<T>(
  { to, timezone, signal }: Pick<LedgerOptions, 'to' | 'timezone' | 'signal'>,
  ask: (reader: Reader) => Promise<T>,
): Promise<T | undefined> {
  if (await isNotMadeYet(to)) return undefined;
  const destination = await unlessAborted(openForReading(to, timezone, { signal }), signal);
  try {
    const reader = new Reader(destination);
    const patience = { codes: BUSY, pauses: PAUSES, clock: REAL_CLOCK, signal };
    return await withRetry(patience, async () =>
      (await reader.hasLedger()) ? ask(reader) : undefined,
    );
  } finally {
    await destination.close();
  }
}

/** Digests of the inputs that are loaded, with the options of this load. */
export async function loadedDigests(
  reader: Reader,
  options: VariantOptions & Pick<LedgerOptions, 'mode'>,
): Promise<ReadonlySet<string>> {
  const variant = quoteLiteral(ledgerVariant(options.mode, variantOf(options)));
  const rows = await reader.rows(
    `SELECT sha256 FROM ${reader.schema}.flexetl_loads WHERE variant = ${variant}`,
  );
  return new Set(rows.flatMap(({ sha256 }) => sha256 ?? []));
}
