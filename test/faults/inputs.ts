/**
 * The reports that the fault tests load. Small, but with every way that a row can go: inserted,
 * replaced, removed, unchanged. Invented by test/bench/generate.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StatementOptions } from '../bench/generate.js';
import { generateReport } from '../bench/generate.js';

const SECTIONS = ['OpenPositions', 'Trades', 'CashTransactions', 'ConversionRates'] as const;

interface Chosen {
  readonly account?: string;
  readonly from?: string;
  readonly to?: string;
  readonly whenGenerated?: string;
  readonly rowsPerDay?: number;
  readonly restate?: StatementOptions['restate'];
}

/** A report of one account. */
export function activity(chosen: Chosen = {}): string {
  const { account = 'U1000001', from = '2024-03-04', to = '2024-03-08' } = chosen;
  const { whenGenerated = '20240309;072104', rowsPerDay = 20, restate } = chosen;
  return [
    ...generateReport([
      {
        seed: 5,
        account,
        query: 'Daily',
        from,
        to,
        whenGenerated,
        rowsPerDay,
        attributes: 40,
        sections: SECTIONS,
        ...(restate === undefined ? {} : { restate }),
      },
    ]),
  ].join('');
}

/** A week, loaded before anything goes wrong. */
export const BEFORE = activity();

/** Overlaps it: a day is corrected, three are the same, five are new. A megabyte or so. */
export const NEXT = activity({
  from: '2024-03-05',
  to: '2024-03-15',
  whenGenerated: '20240316;072104',
  rowsPerDay: 20,
  restate: { day: '2024-03-06', salt: 3 },
});

/** Writes them into a directory. @returns their paths, in the same order */
export function writeInputs(folder: string, texts: readonly string[]): string[] {
  return texts.map((text, index) => {
    const path = join(folder, `${index + 1}.xml`);
    writeFileSync(path, text);
    return path;
  });
}

/** So that a test can tell that nothing has touched an input. */
export const bytesOf = (path: string): string => readFileSync(path, 'utf8');
