/** The generator is itself what other tests rest on: same bytes, whole days, known counts. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateReport, generateStatement, writeStatementFile } from './generate.js';
import type { StatementOptions } from './generate.js';
import { read } from '../fixtures.js';
import { SECTIONS } from './sections.js';

const QUARTER: StatementOptions = {
  seed: 7,
  account: 'U1000001',
  query: 'Daily & more',
  from: '2024-01-01',
  to: '2024-03-31',
  whenGenerated: '20240402;072104',
};

const text = (options: StatementOptions): string => [...generateStatement(options)].join('');

/** The rows of one element, as they stand in the file. */
const rows = (xml: string, element: string): string[] =>
  xml.split('\n').filter((line) => line.startsWith(`<${element} `));

const attribute = (row: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(row)?.[1] ?? '';

const EVENTS = [
  'Trade',
  'Order',
  'Lot',
  'CashTransaction',
  'FxTransaction',
  'EquitySummaryByReportDateInBase',
  'ConversionRate',
];

describe('generateStatement', () => {
  it('gives the same bytes for the same options, and others for another seed or account', () => {
    expect(text(QUARTER)).toBe(text(QUARTER));
    expect(text({ ...QUARTER, seed: 8 })).not.toBe(text(QUARTER));
    const other = text({ ...QUARTER, account: 'U1000002' });
    expect(rows(other, 'Trade').length).not.toBe(0);
    expect(other.replaceAll('U1000002', 'U1000001')).not.toBe(text(QUARTER));
  });

  it('is well-formed and has every section', () => {
    const xml = text(QUARTER);
    const strict = new SaxesParser();
    strict.on('error', (error) => {
      throw error;
    });
    strict.write(xml).close();
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(xml) as {
      FlexQueryResponse: { '@_queryName': string; FlexStatements: { FlexStatement: object } };
    };
    expect(parsed.FlexQueryResponse['@_queryName']).toBe('Daily & more');
    const sections = Object.keys(parsed.FlexQueryResponse.FlexStatements.FlexStatement);
    expect(sections).toEqual(expect.arrayContaining(Object.keys(SECTIONS)));
  });

  it('has the same events for a quarter as for its months', () => {
    const months: [string, string][] = [
      ['2024-01-01', '2024-01-31'],
      ['2024-02-01', '2024-02-29'],
      ['2024-03-01', '2024-03-31'],
    ];
    const quarter = text(QUARTER);
    const parts = months.map(([from, to]) => text({ ...QUARTER, from, to }));
    for (const element of EVENTS) {
      const expected = rows(quarter, element);
      expect(expected.length, element).toBeGreaterThan(0);
      expect(parts.flatMap((part) => rows(part, element))).toEqual(expected);
    }
  });

  it('restates one day only: a row changed, one gone, one new', () => {
    const options = { ...QUARTER, rowsPerDay: 5 };
    const before = rows(text(options), 'Trade');
    const day = '2024-02-06';
    const after = rows(text({ ...options, restate: { day, salt: 3 } }), 'Trade');
    const elsewhere = (all: string[]): string[] =>
      all.filter((row) => attribute(row, 'reportDate') !== '20240206');
    expect(elsewhere(after)).toEqual(elsewhere(before));
    const ids = (all: string[]): Set<string> =>
      new Set(all.map((row) => attribute(row, 'transactionID')));
    const [had, has] = [ids(before), ids(after)];
    expect([...had].filter((id) => !has.has(id))).toHaveLength(1);
    expect([...has].filter((id) => !had.has(id))).toHaveLength(1);
    const same = after.filter((row) => before.includes(row));
    expect(after.length - same.length).toBe(2);
    const again = rows(text({ ...options, restate: { day, salt: 4 } }), 'Trade');
    expect(again).not.toEqual(after);
  });

  it('shifts all prices: every row of the deals changed, by the same keys', () => {
    const [before, after] = [text(QUARTER), text({ ...QUARTER, shift: 1 })];
    for (const element of ['Trade', 'Order', 'Lot']) {
      const [had, has] = [rows(before, element), rows(after, element)];
      expect(has).toHaveLength(had.length);
      expect(has.filter((row) => had.includes(row))).toEqual([]);
      const ids = (all: string[]): string[] => all.map((row) => attribute(row, 'transactionID'));
      expect(ids(has)).toEqual(ids(had));
    }
    expect(rows(after, 'CashTransaction')).toEqual(rows(before, 'CashTransaction'));
  });

  it('never repeats a transactionID among the trades and cash of an account', () => {
    const xml = text({ ...QUARTER, rowsPerDay: 40, restate: { day: '2024-02-06', salt: 9 } });
    const ids = [...rows(xml, 'Trade'), ...rows(xml, 'CashTransaction')].map((row) =>
      attribute(row, 'transactionID'),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('writes as many rows and attributes as asked for', () => {
    for (const count of [1, 16, 84]) {
      const options = {
        ...QUARTER,
        rows: 101,
        attributes: count,
        sections: ['Trades'],
        levels: ['EXECUTION'],
      } as const;
      const counts = new Map<string, number>();
      const xml = [...generateStatement(options, counts)].join('');
      expect(Object.fromEntries(counts)).toEqual({ Trade: 101 });
      expect(rows(xml, 'Trade')).toHaveLength(101);
      for (const row of rows(xml, 'Trade')) expect(row.match(/="/g)).toHaveLength(count);
    }
    expect(() => text({ ...QUARTER, attributes: 85 })).toThrow(RangeError);
  });

  it('has nothing that the catalogue does not know, and no literal that does not fit', () => {
    const chunks = [...generateStatement(QUARTER)].map((chunk) => Buffer.from(chunk));
    const result = read(chunks, { decimalLimit: { precision: 38, scale: 12 } });
    expect(result.error).toBeUndefined();
    expect(result.problems).toEqual([]);
    expect(result.drift).toEqual({ attributes: {}, sections: {} });
    const tables = new Set(result.rows?.map((row) => (row as { table: string }).table));
    expect(tables.size).toBe(11);
  });

  it('has trades as wide as real ones', () => {
    const all = rows(text({ ...QUARTER, rows: 500 }), 'Trade');
    const mean = all.reduce((sum, row) => sum + Buffer.byteLength(row) + 1, 0) / all.length;
    expect(mean).toBeGreaterThan(1600);
    expect(mean).toBeLessThan(1760);
  });
});

describe('writeStatementFile', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'flexetl-generate-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('writes what generateReport gives and says how much', async () => {
    const path = join(directory, 'report.xml');
    const statements = [QUARTER, { ...QUARTER, account: 'U1000002', rows: 12 }];
    const written = await writeStatementFile(path, statements);
    const content = await readFile(path, 'utf8');
    expect(content).toBe([...generateReport(statements)].join(''));
    expect(written.bytes).toBe(Buffer.byteLength(content));
    for (const [element, count] of written.rows) {
      expect(rows(content, element)).toHaveLength(count);
    }
  });
});
