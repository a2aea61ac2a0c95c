/**
 * How much the random tests do: a part of it in `npm test`, and the same each time, so that a red
 * test is the fault of a change. `FUZZ_RUNS=20000` runs them that often, from another seed each
 * time; `FUZZ_SEED` says which.
 */

import { often } from '../brief.js';

/** What part of the runs `npm test` makes. */
const BRIEFLY = 1 / 6;

/** The first seed, and whatever else nobody chose. */
const SEED = 20_240_304;

/** @param usual how often a property is tried in a run of all tests */
export function runs(usual: number): { numRuns: number; seed: number } {
  const { FUZZ_RUNS, FUZZ_SEED } = process.env;
  const numRuns =
    FUZZ_RUNS === undefined ? often(usual, Math.ceil(usual * BRIEFLY)) : Number(FUZZ_RUNS);
  const seed =
    FUZZ_SEED !== undefined ? Number(FUZZ_SEED) : FUZZ_RUNS === undefined ? SEED : Date.now() | 0;
  if (!Number.isSafeInteger(numRuns) || numRuns < 1 || !Number.isSafeInteger(seed)) {
    throw new Error(`FUZZ_RUNS=${FUZZ_RUNS} FUZZ_SEED=${FUZZ_SEED}: not whole numbers`);
  }
  return { numRuns, seed };
}

/** For the tests that take `runs`: many runs take as long as they take. */
export const PATIENCE = process.env['FUZZ_RUNS'] === undefined ? 120_000 : 24 * 3_600_000;
