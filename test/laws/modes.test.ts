/**
 * What the modes append and replace promise of whole files, in both databases, and what files
 * (CSV, NDJSON) promise: the cells of the table of guarantees that are not about merge.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { assertLoaded, load } from '../../src/library/load.js';
import { loadInput, type InputOutcome } from '../../src/pipeline/load-input.js';
import { openDuckdb } from '../../src/sinks/duckdb/engine.js';
import type { Mode, Sink } from '../../src/sinks/sink.js';
import { bytesSource } from '../../src/sources/stream.js';
import { BEFORE, NEXT } from '../faults/inputs.js';
import { ENGINES, openWarehouse, type Warehouse } from '../views/warehouse.js';
import { BROKER_TIMEZONE } from '../../src/time/days.js';

const TABLES = ['trades', 'cash_transactions', 'open_positions', 'conversion_rates'] as const;

type Held = Readonly<Record<string, readonly string[]>>;

/** All rows, without the ids of loads. */
async function held(warehouse: Warehouse): Promise<Held> {
  const all: [string, string[]][] = [];
  for (const table of TABLES) {
    const columns = await warehouse.rows(
      `SELECT column_name FROM information_schema.columns
       WHERE table_schema || '.' = '${warehouse.prefix}' AND table_name = '${table}'
         AND column_name <> '_load_id' ORDER BY ordinal_position`,
    );
    const rows = await warehouse.rows(
      `SELECT ${columns.map(([name]) => `"${name}"`).join(', ')} FROM ${table}`,
    );
    all.push([table, rows.map((row) => JSON.stringify(row)).sort()]);
  }
  return Object.fromEntries(all);
}

/** What calls leave in an empty database, each a list of files. */
async function after(
  engine: Warehouse['engine'],
  mode: Mode,
  calls: readonly (readonly string[])[],
): Promise<Held> {
  const warehouse = await openWarehouse(engine);
  for (const files of calls) await warehouse.load(files, { mode });
  return held(warehouse);
}

const counts = (all: Held): number[] => TABLES.map((table) => all[table]!.length);

describe.each(ENGINES)('append into %s', (engine) => {
  it('changes nothing where a file comes twice, by force too', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([BEFORE, NEXT], { mode: 'append' });
    const once = await held(warehouse);
    await warehouse.load([NEXT, BEFORE], { mode: 'append' });
    expect(await held(warehouse)).toEqual(once);
    await warehouse.load([BEFORE], { mode: 'append', force: true });
    expect(await held(warehouse)).toEqual(once);
  });

  it('leaves the same tables in any order', async () => {
    expect(await after(engine, 'append', [[NEXT, BEFORE]])).toEqual(
      await after(engine, 'append', [[BEFORE], [NEXT]]),
    );
  });

  it('keeps every statement', async () => {
    const [one, other] = [
      counts(await after(engine, 'append', [[BEFORE]])),
      counts(await after(engine, 'append', [[NEXT]])),
    ];
    const both = counts(await after(engine, 'append', [[BEFORE, NEXT]]));
    expect(both).toEqual(one.map((count, table) => count + other[table]!));
    // It is no merge: the two overlap.
    expect(both).not.toEqual(counts(await after(engine, 'merge', [[BEFORE, NEXT]])));
  });
});

describe.each(ENGINES)('replace in %s', (engine) => {
  it('loads a file anew, and leaves what it says', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([BEFORE], { mode: 'replace' });
    const once = await held(warehouse);
    const source = Buffer.from(BEFORE);
    const outcomes = await load({ source, sink: warehouse.dest, mode: 'replace' });
    expect(outcomes.map(({ status }) => status)).toEqual(['loaded']);
    expect(await held(warehouse)).toEqual(once);
  });

  it('lets the last call decide', async () => {
    const [older, newer] = [
      await after(engine, 'merge', [[BEFORE]]),
      await after(engine, 'merge', [[NEXT]]),
    ];
    expect(await after(engine, 'replace', [[BEFORE], [NEXT]])).toEqual(newer);
    expect(await after(engine, 'replace', [[NEXT], [BEFORE]])).toEqual(older);
    expect(older).not.toEqual(newer);
  });

  it('lets the newest statement decide within a call', async () => {
    const merged = await after(engine, 'merge', [[BEFORE, NEXT]]);
    expect(await after(engine, 'replace', [[BEFORE, NEXT]])).toEqual(merged);
    expect(await after(engine, 'replace', [[NEXT, BEFORE]])).toEqual(merged);
  });
});

describe('a DuckDB file that holds something else than was parsed', () => {
  const catalog = Catalog.load();

  /** Loads, while whatever inserts into a table is followed by another statement. */
  async function loadFalsified(
    mode: Mode,
    sql: string,
    files: readonly string[] = [BEFORE],
  ): Promise<InputOutcome> {
    const folder = freshFolder();
    const options = { catalog, mode, force: false, dryRun: false, allowOverlap: false };
    const path = join(folder, 'w.duckdb');
    const sink = await openDuckdb(path, { ...options, timezone: BROKER_TIMEZONE }, 'test');
    const loaded = (file: string): Promise<InputOutcome> =>
      loadInput(bytesSource('report.xml', Buffer.from(file)), sink, {
        catalog,
        timezone: BROKER_TIMEZONE,
        loadId: 'test',
        dateOrder: 'auto',
        strict: false,
      });
    try {
      for (const file of files.slice(0, -1)) assertLoaded([await loaded(file)]);
      falsify(sink, sql);
      return await loaded(files.at(-1)!);
    } finally {
      await sink.close('done');
    }
  }

  /** As a mistake in our own SQL or encoders would: DuckDB has no triggers. */
  function falsify(sink: Sink, sql: string): void {
    const engine = Reflect.get(sink, 'engine') as {
      run: (sql: string, parameters?: readonly string[]) => Promise<number>;
    };
    const run = engine.run.bind(engine);
    engine.run = async (statement, parameters) => {
      const count = await run(statement, parameters);
      if (/^\s*INSERT INTO \S*"cash_transactions"/.test(statement)) await run(sql);
      return count;
    };
  }

  const ONE = '(SELECT min(_row_key) FROM main.cash_transactions WHERE amount <> 0)';

  it.each(['merge', 'append', 'replace'] as const)('is not committed in mode %s', async (mode) => {
    const lost = await loadFalsified(
      mode,
      `DELETE FROM main.cash_transactions WHERE _row_key = ${ONE}`,
    );
    expect(lost.error).toMatchObject({ code: 'FLEX_CONTROL_TOTAL' });
    const changed = await loadFalsified(
      mode,
      `UPDATE main.cash_transactions SET amount = amount + 0.000001 WHERE _row_key = ${ONE}`,
    );
    expect(changed.error).toMatchObject({
      code: 'FLEX_CONTROL_TOTAL',
      message: expect.stringMatching(/sum of amount/) as string,
    });
  });

  it('is not committed where its rows were weighed against older ones', async () => {
    const NEW = `(SELECT min(_row_key) FROM main.cash_transactions t WHERE amount <> 0
      AND _statement_id IN (SELECT statement_id FROM flexetl_now))`;
    const change = `UPDATE main.cash_transactions SET amount = amount + 0.000001 WHERE _row_key = ${NEW}`;
    const changed = await loadFalsified('merge', change, [BEFORE, NEXT]);
    expect(changed.error).toMatchObject({
      code: 'FLEX_CONTROL_TOTAL',
      message: expect.stringMatching(/sum of amount/) as string,
    });
  });
});

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flexetl-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.each([
  ['csv', 'out'],
  ['ndjson', 'rows.ndjson'],
])('%s', (scheme, place) => {
  /** The lines of all its files, without the ids of loads. */
  async function written(calls: readonly (readonly string[])[]): Promise<string[]> {
    const folder = freshFolder();
    for (const files of calls) {
      const source = files.map((file) => Buffer.from(file));
      assertLoaded(await load({ source, sink: `${scheme}:${join(folder, place)}` }));
    }
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap(({ parentPath, name }) => {
        const text = readFileSync(join(parentPath, name), 'utf8');
        const lines = text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '').split('\n');
        return lines.map((line) => `${name}: ${line}`);
      })
      .sort();
  }

  it('is written anew by each call, and the last call decides', async () => {
    const once = await written([[BEFORE]]);
    expect(await written([[BEFORE], [BEFORE]])).toEqual(once);
    expect(await written([[NEXT], [BEFORE]])).toEqual(once);
    expect(await written([[NEXT]])).not.toEqual(once);
  });

  it('keeps every statement', async () => {
    const both = new Set(await written([[BEFORE, NEXT]]));
    for (const file of [BEFORE, NEXT]) {
      const rows = (await written([[file]])).filter((line) => line.includes('U1000001'));
      expect(rows.length).toBeGreaterThan(100);
      expect(rows.filter((line) => !both.has(line))).toEqual([]);
    }
  });
});
