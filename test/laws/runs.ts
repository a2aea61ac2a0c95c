/**
 * How many histories the laws are tried on: in `npm test` a few, and the same each time, so that a
 * red test is the fault of a change. `LAW_RUNS=2000` tries that many, from another seed each
 * time; `LAW_SEED` says which. A history that fails is shown as it is: to make it small takes
 * many times as long, and is done with `LAW_SHRINK=1`.
 */

import { often } from '../brief.js';

/** The first seed, and whatever else nobody chose. */
const SEED = 20_240_304;

/** A long run is bounded by its number of histories, not by time. */
export const LONG = 12 * 3_600_000;

/**
 * @param usual how often a law is tried in a run of all tests
 * @param briefly how often in `npm test`
 */
export function runs(
  usual: number,
  briefly = usual,
): { numRuns: number; seed: number; endOnFailure: boolean } {
  const { LAW_RUNS, LAW_SEED, LAW_SHRINK } = process.env;
  const numRuns = LAW_RUNS === undefined ? often(usual, briefly) : Number(LAW_RUNS);
  const fresh = LAW_RUNS === undefined ? SEED : Date.now() | 0;
  const seed = LAW_SEED === undefined ? fresh : Number(LAW_SEED);
  if (!Number.isSafeInteger(numRuns) || numRuns < 1 || !Number.isSafeInteger(seed)) {
    throw new Error(`LAW_RUNS=${LAW_RUNS} LAW_SEED=${LAW_SEED}: not whole numbers`);
  }
  return { numRuns, seed, endOnFailure: LAW_SHRINK === undefined };
}
