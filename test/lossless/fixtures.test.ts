/** No attribute of any fixture is lost, nor of the reports that the generator makes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateReport, type StatementOptions } from '../bench/generate.js';
import { expectedOf as outcomeOf, FIXTURES, fixtures } from '../fixtures.js';
import { expectedOf, lost } from './witness.js';

const good = fixtures().filter((fixture) => outcomeOf(fixture)?.error === undefined);

it('has fixtures to look at', () => {
  expect(good.length).toBeGreaterThan(50);
});

describe.each(good)('fixture $name', ({ input }) => {
  it('loses nothing', async () => {
    expect(await lost(input)).toEqual([]);
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
