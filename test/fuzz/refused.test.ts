/**
 * What is refused leaves nothing behind, however far it had come: whole
 * statements had been handed to the destination when the fault was met.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/errors.js';
import { load } from '../../src/library/load.js';
import { generateReport, type StatementOptions } from '../bench/generate.js';
import { rowsOfDuckdb } from '../lossless/stored.js';
import { catalog } from '../lossless/witness.js';
import { PATIENCE, runs } from './runs.js';

const options = (account: string, day: string): StatementOptions => ({
  seed: 3,
  account,
  query: 'Daily',
  from: day,
  to: day,
  whenGenerated: '20240402;072104',
  sections: ['Trades', 'CashTransactions', 'OpenPositions'],
});
const report = (...days: string[]): string =>
  [
    ...generateReport(days.flatMap((day) => [options('U1000001', day), options('U1000002', day)])),
  ].join('');

/** Faults that only the second reading can see, put into the last statement. */
const FAULTS = [
  '<Trade a="1" a="2"/>',
  '<Trade a=1/>',
  '& ',
  '<a></b>',
  '<Trade a="\u0001"/>',
  ']]>',
];

/** A good report whose last statement is spoilt somewhere. */
const spoilt = fc
  .tuple(fc.constantFrom(...FAULTS), fc.noBias(fc.nat(1000)))
  .map(([fault, part]) => {
    const text = report('2024-03-05');
    const from = text.lastIndexOf('<Trades>') + '<Trades>'.length;
    const end = text.lastIndexOf('</FlexStatement>');
    const at = text.indexOf('\n', from + Math.floor(((end - from - 20) * part) / 1001));
    return Buffer.from(`${text.slice(0, at)}${fault}${text.slice(at)}`);
  });

/** Each is a load: hundreds are enough, however often the others are tried. */
function few(usual: number): { numRuns: number; seed: number } {
  const { numRuns, seed } = runs(usual);
  return { numRuns: Math.min(numRuns, 200), seed };
}

describe('after a refusal', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flexetl-fuzz-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('DuckDB holds what it held', { timeout: PATIENCE }, async () => {
    const path = join(folder, 'd.duckdb');
    const good = Buffer.from(report('2024-03-04'));
    const [first] = await load({ source: good, sink: `duckdb:${path}`, catalog });
    expect(first?.status).toBe('loaded');
    const before = await rowsOfDuckdb(path, catalog);
    expect(before.length).toBeGreaterThan(50);
    for (const input of fc.sample(spoilt, few(4))) {
      const [outcome] = await load({ source: input, sink: `duckdb:${path}`, catalog });
      expect(outcome?.error?.exitStatus, outcome?.error?.describe()).toBe(EXIT.data);
    }
    expect(await rowsOfDuckdb(path, catalog)).toEqual(before);
    const whole = Buffer.from(report('2024-03-05'));
    const [after] = await load({ source: whole, sink: `duckdb:${path}`, catalog });
    expect(after?.status).toBe('loaded');
    expect((await rowsOfDuckdb(path, catalog)).length).toBeGreaterThan(before.length);
  });

  it.each(['ndjson:', 'csv:', 'duckdb:'])(
    '%s makes no file',
    { timeout: PATIENCE },
    async (scheme) => {
      const path = join(folder, 'new');
      for (const input of fc.sample(spoilt, few(4))) {
        const [outcome] = await load({ source: input, sink: `${scheme}${path}`, catalog });
        expect(outcome?.status).toBe('failed');
      }
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});
