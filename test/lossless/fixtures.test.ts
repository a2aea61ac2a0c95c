/** No attribute of any fixture is lost, in memory or in DuckDB, nor of the reports that the generator makes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { load } from '../../src/library/load.js';
import { generateReport, type StatementOptions } from '../bench/generate.js';
import { expectedOf as outcomeOf, FIXTURES, fixtures } from '../fixtures.js';
import type { SeenRow } from '../sinks/contract.js';
import { differences, NO_LIMITS } from './comparison.js';
import { identityOf, rowsOfDuckdb, sideBySide } from './stored.js';
import { catalog, expectedOf, loadIntoMemory, lost } from './witness.js';

const good = fixtures().filter((fixture) => outcomeOf(fixture)?.error === undefined);

it('has fixtures to look at', () => {
  expect(good.length).toBeGreaterThan(50);
});

describe.each(good)('fixture $name', ({ input }) => {
  it('loses nothing', async () => {
    expect(await lost(input)).toEqual([]);
  });
});

/** Keys are those of an account. */
const placeOf = (row: SeenRow): string =>
  `${JSON.stringify(row.row['account_id'])} ${identityOf(row)}`;

/** Fixtures that share a statement would be one statement in a database: the first of them. */
async function ofDistinctStatements() {
  const known = new Set<string>();
  const found = [];
  for (const { name, input } of good) {
    const { rows } = await loadIntoMemory(input);
    const statements = new Set(rows.map(({ statement }) => statement));
    if ([...statements].every((id) => !known.has(id))) {
      found.push({ name, input, rows, statements });
    }
    for (const id of statements) known.add(id);
  }
  expect(found.length).toBeGreaterThan(50);
  return found;
}

describe('all fixtures in one DuckDB file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flexetl-fixtures-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('lose nothing', { timeout: 300_000 }, async () => {
    const path = join(folder, 'all.duckdb');
    const read = await ofDistinctStatements();
    const source = read.map(({ input }) => input);
    const outcomes = await load({ source, sink: `duckdb:${path}`, mode: 'append', catalog });
    expect(outcomes.flatMap(({ error }) => error?.describe() ?? [])).toEqual([]);
    const stored = await rowsOfDuckdb(path, catalog);
    const limits = { ...NO_LIMITS, decimal: { precision: 38, scale: 12 } };
    for (const { name, input, rows, statements } of read) {
      const own = stored.filter(({ statement }) => statements.has(statement));
      expect(own.length, name).toBe(rows.length);
      const there = new Map(own.map((row) => [placeOf(sideBySide(row)), row]));
      const seen = rows.map((row) => ({ ...row, ...there.get(placeOf(row)), key: row.key }));
      expect(differences(expectedOf(input), seen, limits), name).toEqual([]);
    }
  });
});

describe('a whole report', () => {
  it('of the demo loses nothing', async () => {
    const input = readFileSync(join(FIXTURES, 'demo', 'input.xml'));
    expect(expectedOf(input).length).toBeGreaterThan(100);
    expect(await lost(input)).toEqual([]);
  });

  const quarter: StatementOptions = {
    seed: 11,
    account: 'U1000001',
    query: 'Daily',
    from: '2024-01-01',
    to: '2024-03-31',
    whenGenerated: '20240402;072104',
  };

  it('of every section and several accounts, as generated, loses nothing', async () => {
    const statements = ['U1000001', 'U1000002'].map((account) => ({ ...quarter, account }));
    const input = Buffer.from([...generateReport(statements)].join(''));
    expect(expectedOf(input).length).toBeGreaterThan(500);
    expect(await lost(input)).toEqual([]);
  });

  it('larger than a batch loses nothing', async () => {
    const trades = { sections: ['Trades'], levels: ['EXECUTION'] } as const;
    const input = Buffer.from(
      [...generateReport([{ ...quarter, ...trades, rows: 2000 }])].join(''),
    );
    expect(input.length).toBeGreaterThan(3 * 1024 * 1024);
    expect(expectedOf(input).length).toBe(2001);
    expect(await lost(input)).toEqual([]);
  });
});
