/** The checks of the benchmark are the only ones there: each must see a row less and a digit off. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCsv, checkInspection, checkNdjson } from './check.js';
import { units, type BenchInput } from './input.js';

const INPUT: BenchInput = {
  path: '',
  bytes: 0,
  tables: { trades: 2, flexetl_statements: 1 },
  merged: { trades: 2, flexetl_statements: 1 },
  netCash: -1_250_000n,
};

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'flexetl-check-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('checkCsv', () => {
  const write = async (trades: string): Promise<void> => {
    await writeFile(join(directory, 'flexetl_statements.csv'), 'account_id\nU1000001\n');
    await writeFile(join(directory, 'trades.csv'), `symbol,net_cash\n${trades}`);
  };

  it('takes what is right, also where fields are quoted and hold line breaks', async () => {
    await write('"a ""b"",\nc",-2\n,0.75\n');
    await expect(checkCsv(directory, INPUT)).resolves.toBeUndefined();
  });

  it.each([
    ['a row less', 'A,-1.25\n'],
    ['a row more', 'A,-2\nB,0.75\nC,0\n'],
    ['a digit off', 'A,-2\nB,0.750001\n'],
  ])('sees %s', async (_, trades) => {
    await write(trades);
    await expect(checkCsv(directory, INPUT)).rejects.toThrow();
  });
});

describe('checkNdjson', () => {
  const lines = (...amounts: string[]): string =>
    [
      { table: 'flexetl_statements', row: {} },
      ...amounts.map((amount) => ({ table: 'trades', row: { net_cash: amount } })),
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');

  it.each([
    ['right', ['-2', '0.75'], true],
    ['a row less', ['-1.25'], false],
    ['a digit off', ['-2', '0.750001'], false],
  ])('tells %s', async (_, amounts, right) => {
    const path = join(directory, 'rows.ndjson');
    await writeFile(path, lines(...amounts));
    const found = await checkNdjson(path, INPUT).then(
      () => true,
      () => false,
    );
    expect(found).toBe(right);
  });
});

describe('checkInspection', () => {
  it('sees a row less', () => {
    const said = (rows: number): string =>
      JSON.stringify({ inputs: [{ statements: [{}], tables: [{ table: 'trades', rows }] }] });
    expect(() => checkInspection(said(2), INPUT)).not.toThrow();
    expect(() => checkInspection(said(1), INPUT)).toThrow('trades has 1 rows');
  });
});

describe('units', () => {
  it('is exact, or refuses', () => {
    expect(units('-0.000001', 6)).toBe(-1n);
    expect(units('12345678901234567.5', 6)).toBe(12_345_678_901_234_567_500_000n);
    expect(() => units('0.0000001', 6)).toThrow();
    expect(() => units('1e5', 6)).toThrow();
  });
});
