/**
 * The two readings of one input side by side: that of the parser under test, and
 * the independent one. Says what the first has lost.
 */
import { Catalog } from '../../src/catalog/catalog.js';
import type { FlexError } from '../../src/errors.js';
import { load } from '../../src/library/load.js';
import { memorySink } from '../../src/sinks/memory.js';
import type { NdjsonRow } from '../../src/sinks/row.js';
import { differences } from './comparison.js';
import { expectedRows, type ExpectedRow } from './placement.js';
import { readTree } from './reading.js';

export const catalog = Catalog.load();

export type Loaded =
  | { readonly rows: readonly NdjsonRow[]; readonly error: undefined }
  | { readonly rows: readonly NdjsonRow[]; readonly error: FlexError };

/** Loads bytes as a user would, into memory. */
export async function loadIntoMemory(input: Uint8Array): Promise<Loaded> {
  const sink = memorySink({
    catalog,
    mode: 'append',
    force: false,
    dryRun: false,
    allowOverlap: true,
    timezone: 'America/New_York',
  });
  const [outcome] = await load({ source: input, sink, catalog });
  return { rows: sink.rows, error: outcome?.error };
}

/** What the report says, by the independent reading. */
export function expectedOf(input: Uint8Array): ExpectedRow[] {
  return expectedRows(readTree(input), catalog);
}

/** What a load of the input lost, changed or invented; an error where it is refused. */
export async function lost(input: Uint8Array): Promise<string[]> {
  const { rows, error } = await loadIntoMemory(input);
  if (error !== undefined) return [error.describe()];
  return differences(expectedOf(input), rows);
}
