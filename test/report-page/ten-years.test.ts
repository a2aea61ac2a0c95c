/** Ten years of an account, as the generator of the benchmarks makes them, fit into one page. */
import { expect, it } from 'vitest';
import { generateReport } from '../bench/generate.js';
import { openWarehouse } from '../views/warehouse.js';
import { cellsIn, pageOf, sectionOf } from './reports.js';

const MOST_BYTES = 3_000_000;
/** Those that the page reads. */
const sections = [
  'EquitySummaryInBase',
  'CashReport',
  'OpenPositions',
  'Trades',
  'CashTransactions',
] as const;
const YEARS = Array.from({ length: 10 }, (_, index) => 2015 + index);

it('ten years take less than three megabytes, every day of them drawn', async () => {
  const warehouse = await openWarehouse('duckdb');
  await warehouse.load(
    YEARS.map((year) => {
      const window = { from: `${year}-01-01`, to: `${year}-12-31` };
      const about = { seed: 7, account: 'U1000001', query: 'Daily', attributes: 60, sections };
      const whenGenerated = `${year + 1}0102;072104`;
      return [
        ...generateReport([{ ...about, ...window, whenGenerated, levels: ['EXECUTION'] }]),
      ].join('');
    }),
  );
  const page = await pageOf(warehouse);
  expect(Buffer.byteLength(page)).toBeLessThan(MOST_BYTES);
  const nav = sectionOf(page, 'net-asset-value');
  const days = cellsIn(page, 'net-asset-value').length;
  expect(days).toBeGreaterThan(2500);
  expect(/class="line"[^>]* d="([^"]*)"/.exec(nav)![1]!.split(/[ML]/)).toHaveLength(days + 1);
  expect(sectionOf(page, 'coverage').match(/<svg/g)).toHaveLength(YEARS.length);
  // The audit reads the first differences alone; no other list is cut.
  const cut = page.replace(sectionOf(page, 'audit'), '');
  expect(cut).not.toContain('This list is cut');
});
