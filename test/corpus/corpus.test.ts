/**
 * Reports that are not the project's own: every XML file below the folder that
 * FLEXETL_CORPUS names either loads without one lost attribute, into memory, into
 * NDJSON and into DuckDB, or is refused with a code that says the data is bad.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/errors.js';
import { load, type LoadOutcome } from '../../src/library/load.js';

import type { NdjsonRow } from '../../src/sinks/row.js';
import { differences, NO_LIMITS } from '../lossless/comparison.js';
import { identityOf, rowsOfDuckdb, rowsOfNdjson, sideBySide } from '../lossless/stored.js';
import { catalog, expectedOf, loadIntoMemory } from '../lossless/witness.js';

const folder = process.env['FLEXETL_CORPUS'];
const names =
  folder === undefined
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.toLowerCase().endsWith('.xml'))
        .sort();
if (folder === undefined) console.warn('corpus: FLEXETL_CORPUS is not set; skipped');
else if (names.length === 0) throw new Error(`FLEXETL_CORPUS=${folder} has no XML files`);

/** Each file is a load of its own: it takes as long as the corpus has files. */
const PATIENCE = 3_600_000;

describe.skipIf(folder === undefined)('the corpus', () => {
  const pathOf = (name: string): string => join(folder!, name);
  const loaded = new Map<string, readonly NdjsonRow[]>();
  let scratch: string;

  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'flexetl-corpus-'));
  });
  afterAll(() => {
    rmSync(scratch, { recursive: true, force: true });
  });

  it.each(names)('%s loads without a loss, or is refused', async (name) => {
    const input = readFileSync(pathOf(name));
    const { rows, error } = await loadIntoMemory(input);
    if (error !== undefined) {
      console.info(`corpus: ${name}: ${error.describe()}`);
      expect(error.exitStatus, error.describe()).toBe(EXIT.data);
      expect(rows).toEqual([]);
      return;
    }
    expect(differences(expectedOf(input), rows)).toEqual([]);
    loaded.set(name, rows);
  });

  const loadAll = async (sink: string, mode: 'append' | 'merge'): Promise<LoadOutcome[]> => {
    const source = [...loaded.keys()].map(pathOf);
    const outcomes = await load({ source, sink, mode, catalog, allowOverlap: true });
    expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
    return outcomes;
  };

  it('is the same in NDJSON', async () => {
    const path = join(scratch, 'corpus.ndjson');
    const outcomes = await loadAll(`ndjson:${path}`, 'append');
    const fresh = outcomes.filter(({ status }) => status === 'loaded').map((one) => one.name);
    const expected = [...loaded].flatMap(([name, rows]) =>
      fresh.includes(pathOf(name)) ? rows : [],
    );
    const byIdentity = (rows: readonly NdjsonRow[]): NdjsonRow[] =>
      [...rows].sort((a, b) => (identityOf(a) < identityOf(b) ? -1 : 1));
    expect(byIdentity(rowsOfNdjson(path))).toEqual(byIdentity(expected));
  });

  it('is whole in DuckDB', { timeout: PATIENCE }, async () => {
    const path = join(scratch, 'corpus.duckdb');
    await loadAll(`duckdb:${path}`, 'append');
    const found = new Map(
      (await rowsOfDuckdb(path, catalog)).map((row) => [identityOf(sideBySide(row)), row]),
    );
    const limits = { ...NO_LIMITS, decimal: { precision: 38, scale: 12 } };
    const wanted = new Set<string>();
    for (const [name, rows] of loaded) {
      const stored = rows.flatMap((row) => {
        wanted.add(identityOf(row));
        const there = found.get(identityOf(row));
        return there === undefined ? [] : [{ ...row, row: there.row, extra: there.extra }];
      });
      expect(differences(expectedOf(readFileSync(pathOf(name))), stored, limits), name).toEqual([]);
    }
    expect(found.size).toBe(wanted.size);
  });

  it(
    'can be merged into DuckDB, and a second time without a change',
    { timeout: PATIENCE },
    async () => {
      const path = join(scratch, 'merged.duckdb');
      await loadAll(`duckdb:${path}`, 'merge');
      const once = (await rowsOfDuckdb(path, catalog)).map(identityOf).sort();
      const again = await loadAll(`duckdb:${path}`, 'merge');
      expect(new Set(again.map(({ status }) => status))).toEqual(new Set(['already_loaded']));
      expect((await rowsOfDuckdb(path, catalog)).map(identityOf).sort()).toEqual(once);
    },
  );
});
