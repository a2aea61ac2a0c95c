import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as flexetl from '../src/index.js';
import { assertLoaded, Catalog, load, memorySink, openReport } from '../src/index.js';
import { report } from './commands/reports.js';
import { FIXTURES } from './fixtures.js';

const input = join(FIXTURES, 'trades-levels-of-detail', 'input.xml');

describe('the public names', () => {
  it('are these and no others', () => {
    expect(Object.keys(flexetl).sort()).toEqual([
      'Catalog',
      'DAY_CELL',
      'ERROR_CODES',
      'EXIT',
      'EXTRA_CELL',
      'FlexError',
      'FlexReport',
      'KEY_CELL',
      'LINEAGE',
      'NUMBER_CELL',
      'VERSION',
      'assertLoaded',
      'cellIndex',
      'cellStart',
      'cellText',
      'columnName',
      'describePosition',
      'load',
      'memorySink',
      'openReport',
      'rowTexts',
      'trailingText',
    ]);
  });
});

/** A report with a section whose rows nobody has published, one without a schema, and a strange row. */
const unpublished = Buffer.from(
  report({
    sections:
      '<Adjustments><Adjustment amount="5" /></Adjustments>' +
      '<Novelties><Novelty b="1" /></Novelties><Trades><Oddity c="1" /></Trades>',
  }),
);

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('a report', () => {
  it('comes as batches, from a path, bytes or a stream', async () => {
    const bytes = readFileSync(input);
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytes.subarray(0, 100));
      yield bytes.subarray(100);
    };
    const counts = [];
    for (const one of [input, bytes, chunks()]) {
      const report = openReport(one);
      let rows = 0;
      for await (const batch of report.batches()) rows += batch.rowCount;
      expect(report.report?.statements).toHaveLength(1);
      await report.close();
      counts.push(rows);
    }
    expect(counts[0]).toBeGreaterThan(5);
    expect(new Set(counts).size).toBe(1);
  });

  it('comes as records with typed rows, all elements of the section in the order of the file', async () => {
    const elements = new Set<string>();
    for await (const record of openReport(input).records('Trades')) {
      elements.add(record.element);
      expect(record.section).toBe('Trades');
      // The row's type is known to the compiler: account_id is text or null in each element.
      const account: string | null = record.row.account_id;
      expect(account).toMatch(/^U10000/);
    }
    expect([...elements].sort()).toContain('Trade');
    expect(elements.size).toBeGreaterThan(3);
  });

  it('has records also of sections whose rows nobody has published', async () => {
    const [record, ...others] = await all(openReport(unpublished).records('Adjustments'));
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      table: 'unmapped_rows',
      section: 'Adjustments',
      element: 'Adjustment',
      row: { section: 'Adjustments', account_id: 'U1000001', attributes: { amount: '5' } },
    });
    const tables = (await all(openReport(unpublished).records('Trades'))).map(({ table }) => table);
    expect(tables).toEqual(['trades', 'trades']);
  });

  it('takes the other names of sections, and refuses what is none', async () => {
    const only = async (name: string): Promise<number> => {
      const report = openReport(input, { only: [name] });
      await all(report.batches());
      return report.report!.rows.get('trades') ?? 0;
    };
    expect(await only('Trades')).toBeGreaterThan(0);
    expect(await only('StatementOfFunds')).toBe(0);
    const refusal = { code: 'FLEX_CONFIG', message: 'There is no section "trades".' };
    await expect(only('trades')).rejects.toMatchObject(refusal);
    await expect(load({ source: [], sink: 'ndjson:-', skip: ['trades'] })).rejects.toMatchObject(
      refusal,
    );
    const untyped = openReport(input) as { records(name: string): AsyncIterable<unknown> };
    await expect(all(untyped.records('trades'))).rejects.toMatchObject(refusal);
  });

  it('is loaded into a sink of the caller', async () => {
    const options = {
      catalog: Catalog.load(),
      mode: 'merge',
      force: false,
      dryRun: false,
      allowOverlap: false,
      timezone: 'America/New_York',
    } as const;
    const sink = memorySink(options);
    const outcomes = await load({ source: [input, input], sink });
    assertLoaded(outcomes);
    expect(outcomes.map(({ status }) => status)).toEqual(['loaded', 'already_loaded']);
    expect(sink.rows.some(({ table }) => table === 'trades')).toBe(true);
  });

  it('that is refused says so in its outcome, and as an exception where one is wanted', async () => {
    const [outcome] = await load({
      source: Buffer.from('<html></html>'),
      sink: 'duckdb:/nonexistent/x',
    });
    expect(outcome?.error?.code).toBe('FLEX_HTML');
    expect(() => assertLoaded([outcome!])).toThrow(/HTML/);
  });
});
