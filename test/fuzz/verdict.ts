/**
 * What must be true of a load of any bytes whatever: it ends, either with every
 * row that another parser sees, or with a code that blames the data and with no
 * row at all.
 */
import { EXIT } from '../../src/errors.js';
import { differences } from '../lossless/comparison.js';
import { expectedOf, loadIntoMemory } from '../lossless/witness.js';

/** @returns what is wrong; [] where nothing is */
export async function faults(input: Uint8Array): Promise<string[]> {
  const { rows, error } = await loadIntoMemory(input);
  if (error === undefined) return differences(expectedOf(input), rows);
  const told: string[] = [];
  if (error.exitStatus !== EXIT.data) told.push(`blames itself: ${error.describe()}`);
  if (rows.length > 0) told.push(`${rows.length} rows in spite of ${error.code}`);
  return told;
}
