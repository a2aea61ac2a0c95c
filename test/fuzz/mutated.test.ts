/** Damaged reports load wholly or not at all, and nothing crashes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadIntoMemory } from '../lossless/witness.js';
import { damagedReports } from './mutations.js';
import { PATIENCE, runs } from './runs.js';
import { faults } from './verdict.js';

/** Inputs that once went wrong, and how. Bytes that are not text are in base64. */
const SEEDS = JSON.parse(readFileSync(join(import.meta.dirname, 'seeds.json'), 'utf8')) as {
  readonly what: string;
  readonly text?: string;
  readonly base64?: string;
}[];

describe('inputs that once went wrong', () => {
  it.each(SEEDS)('$what', async ({ text, base64 }) => {
    const input = text === undefined ? Buffer.from(base64!, 'base64') : Buffer.from(text);
    expect(await faults(input)).toEqual([]);
  });
});

describe('damaged reports', () => {
  it(
    'are loaded whole, or refused for their data and leave nothing',
    { timeout: PATIENCE },
    async () => {
      await fc.assert(
        fc.asyncProperty(damagedReports(), async (input) => {
          const wrong = await faults(input);
          expect(wrong, Buffer.from(input).toString('base64')).toEqual([]);
        }),
        runs(1500),
      );
    },
  );

  it('are of both kinds, or the property would say nothing', async () => {
    const inputs = fc.sample(damagedReports(), { numRuns: 400, seed: runs(1).seed });
    const codes = new Map<string, number>();
    for (const input of inputs) {
      const code = (await loadIntoMemory(input)).error?.code ?? 'loaded';
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(codes.get('loaded')).toBeGreaterThan(20);
    expect(codes.get('FLEX_MALFORMED')).toBeGreaterThan(20);
    expect(codes.get('FLEX_TRUNCATED')).toBeGreaterThan(0);
  });
});
